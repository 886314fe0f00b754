//! Files made to do harm, as the tests of the documents and the journeys open them.

use super::pack::pack;

/// A document of Word with this body.
pub(crate) fn word(body: &str) -> Vec<u8> {
    let xml = format!("<w:document xmlns:w='w'><w:body>{body}</w:body></w:document>");
    pack(&[("word/document.xml", xml.as_bytes())])
}

/// A document that is small, and has a part of 60 MB.
pub(crate) fn swelling_word() -> Vec<u8> {
    pack(&[("word/document.xml", &vec![b' '; 60_000_000])])
}

/// A book of three chapters, each of which may be that large, but not all of them.
pub(crate) fn swelling_book() -> Vec<u8> {
    let chapter = vec![b' '; 40_000_000];
    let container = b"<container><rootfile full-path='a.opf'/></container>";
    let list = b"<package><manifest><item id='a' href='a'/><item id='b' href='b'/><item id='c' href='c'/></manifest>\
        <spine><itemref idref='a'/><itemref idref='b'/><itemref idref='c'/></spine></package>";
    pack(&[
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", container),
        ("a.opf", list),
        ("a", &chapter),
        ("b", &chapter),
        ("c", &chapter),
    ])
}

/// A document with one word that is defined to be two of another, and so on thirty times.
pub(crate) fn doubling_word() -> Vec<u8> {
    let mut bomb = String::from("<!DOCTYPE a [<!ENTITY a0 'said'>");
    for n in 1..30 {
        bomb.push_str(&format!("<!ENTITY a{n} '&a{0};&a{0};&a{0};'>", n - 1));
    }
    bomb.push_str("]><w:document xmlns:w='w'><w:p><w:r><w:t>&a29;</w:t></w:r></w:p></w:document>");
    pack(&[("word/document.xml", bomb.as_bytes())])
}

/// A document that says of its part that it is encrypted.
pub(crate) fn locked_word() -> Vec<u8> {
    let mut locked = pack(&[("word/document.xml", b"<a/>")]);
    // The bit that says so, in the part and in the list.
    for mark in [&b"PK\x03\x04"[..], b"PK\x01\x02"] {
        let at = locked.windows(4).position(|four| four == mark).expect("a part");
        locked[at + if mark[2] == 3 { 6 } else { 8 }] |= 1;
    }
    locked
}
