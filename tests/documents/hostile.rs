//! Files that are broken, or made to do harm: a sentence soon, and never a panic.

use std::fs;
use std::path::Path;

use sayso::intake::{Draft, FILE_LIMIT, FileKind, Unread, open};

use super::harm::{doubling_word, locked_word, swelling_book, swelling_word, word};
use super::pack::pack;
use super::{bytes, folder};

/// Opens a file, which may not hang.
fn timed(name: &str, bytes: &[u8]) -> Result<Draft, Unread> {
    super::timed(&format!("{name}, {} bytes", bytes.len()), || open(name, bytes))
}

#[test]
fn a_bomb_is_not_unpacked() {
    let many = swelling_word();
    assert!(many.len() < 100_000);
    assert_eq!(timed("a.docx", &many), Err(Unread::Swells { limit: 48_000_000 }));
    assert_eq!(timed("a.epub", &swelling_book()), Err(Unread::Swells { limit: 96_000_000 }));
}

#[test]
fn a_part_that_is_too_deep_or_too_wide_is_refused() {
    let nested = |n: usize| format!("{}<w:r><w:t>said</w:t></w:r>{}", "<w:p>".repeat(n), "</w:p>".repeat(n));
    assert_eq!(timed("a.docx", &word(&nested(1_000_000))), Err(Unread::TooDeep { limit: 256 }));
    assert!(timed("a.docx", &word(&nested(200))).is_ok());
    let wide = "<w:p/>".repeat(2_100_000);
    assert_eq!(timed("a.docx", &word(&wide)), Err(Unread::TooManyParts { limit: 2_000_000 }));
    let tables = format!("{}said{}", "<w:tbl><w:tr><w:tc>".repeat(80), "</w:tc></w:tr></w:tbl>".repeat(80));
    assert!(timed("a.docx", &word(&tables)).is_err());
}

#[test]
fn entities_of_its_own_are_refused() {
    assert_eq!(timed("a.docx", &doubling_word()), Err(Unread::Entities));
}

#[test]
fn many_parts_and_large_files_are_refused() {
    let names: Vec<String> = (0..10_001).map(|n| format!("word/{n}")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert_eq!(timed("a.docx", &pack(&parts)), Err(Unread::TooManyParts { limit: 10_000 }));
    assert_eq!(timed("a.txt", &vec![b'a'; FILE_LIMIT + 1]), Err(Unread::TooLarge { limit: FILE_LIMIT }));
    for (name, start) in [
        ("a.docx", &b"PK\x03\x04"[..]),
        ("a.pdf", b"%PDF-1.7"),
        ("a.doc", b"\xD0\xCF\x11\xE0"),
        ("a.eml", b"From: a\nTo: b\nDate: c\n\n"),
        ("a.srt", b"1\n00:00:01,000 --> 00:00:02,000\n"),
        ("a.txt", b""),
    ] {
        let mut large = start.to_vec();
        large.resize(FILE_LIMIT, b'a');
        assert!(timed(name, &large).is_err(), "{name}");
    }
    // A file that is nothing but ends of lists.
    let ends: Vec<u8> = b"PK\x05\x06".iter().copied().cycle().take(4_000_000).collect();
    assert!(timed("a.docx", &ends).is_err());
}

#[test]
fn a_password_is_told_from_damage() {
    assert_eq!(timed("a.docx", &locked_word()), Err(Unread::Locked(FileKind::Word)));
    let manifest = b"<manifest><file-entry><encryption-data/></file-entry></manifest>";
    let open = pack(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", b"\x01\x02\x03"),
    ]);
    assert_eq!(timed("a.odt", &open), Err(Unread::Locked(FileKind::OpenDocument)));
    let book = pack(&[
        ("mimetype", b"application/epub+zip"),
        (
            "META-INF/encryption.xml",
            b"<a><EncryptedData><EncryptionMethod Algorithm='aes256-cbc'/></EncryptedData></a>",
        ),
    ]);
    assert_eq!(timed("a.epub", &book), Err(Unread::Locked(FileKind::Book)));
    let sealed =
        b"From: a@b.example\nTo: c@d.example\nSubject: Toll\nContent-Type: application/pkcs7-mime\n\nMIIB";
    assert_eq!(timed("a.eml", sealed), Err(Unread::Locked(FileKind::Mail)));
}

#[test]
fn cut_short_or_changed_anywhere_nothing_panics() {
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|end| end != "draft") {
            spoil(&path);
        }
    }
}

fn spoil(path: &Path) {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let whole = bytes(path);
    let step = (whole.len() / 60).max(1);
    for at in (0..whole.len()).step_by(step) {
        let _draft = open(&name, &whole[..at]);
        let mut changed = whole.clone();
        changed[at] ^= 0x15;
        let _draft = open(&name, &changed);
    }
    // Called by any other name it is the same, unless its name alone tells what it is.
    let as_it_is = open(&name, &whole);
    if FileKind::named(&name) == Some(FileKind::Markdown) {
        return;
    }
    assert_eq!(open("a", &whole).is_ok(), as_it_is.is_ok(), "{name}");
}
