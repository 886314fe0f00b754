//! Any bytes as a file, or as the words inside a packed one: it is refused with a sentence, or becomes a draft.
#![no_main]

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;
use sayso::article::Details;
use sayso::intake::pdf::{self, Page, Run};
use sayso::intake::{Draft, Unread, open};
use sayso::words;
use sayso_fuzz::expect_sentence;
use zip::write::{SimpleFileOptions, ZipWriter};

fuzz_target!(|bytes: &[u8]| {
    let Some((way, rest)) = bytes.split_first() else { return };
    let read = match way % 8 {
        0 => open("a.docx", &pack(&[("word/document.xml", rest)])),
        1 => open("a.odt", &pack(&[("mimetype", OPEN), ("content.xml", rest)])),
        2 => open("a.epub", &pack(&[("META-INF/container.xml", CONTAINER), ("a.opf", BOOK), ("a", rest)])),
        3 => open(
            "a.epub",
            &pack(&[("META-INF/container.xml", CONTAINER), ("a.opf", rest), ("a", b"<p>a</p>")]),
        ),
        4 => pdf::draft(&[page(rest), page(rest)], Details::default()),
        5 => open("a.eml", rest),
        6 => open("a.srt", rest),
        _ => open("a", rest),
    };
    check(&read);
});

const OPEN: &[u8] = b"application/vnd.oasis.opendocument.text";
const CONTAINER: &[u8] = b"<a><rootfile full-path='a.opf'/></a>";
const BOOK: &[u8] = b"<a><item id='a' href='a'/><itemref idref='a'/></a>";

fn check(read: &Result<Draft, Unread>) {
    match read {
        Err(why) => expect_sentence(&words::unread(why)),
        Ok(draft) => {
            draft.notices.iter().for_each(|notice| expect_sentence(&words::intake_notice(notice)));
            assert!(draft.blocks.iter().all(|found| found.part < draft.parts.len().max(1)));
            if let Ok(parsed) = draft.parsed() {
                assert!(!parsed.article.blocks.is_empty());
            }
        }
    }
}

/// Parts by name, packed.
fn pack(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(bytes).expect("its bytes");
    }
    zip.finish().expect("a packed file").into_inner()
}

/// Words on a page: eight bytes say where they stand, and as many what they are.
fn page(bytes: &[u8]) -> Page {
    let run = |piece: &[u8; 16]| {
        let [x, x2, y, y2, width, size, strong, emphasis, words @ ..] = piece;
        let place = |high: &u8, low: &u8| f64::from(i16::from_be_bytes([*high, *low])) / 16.0;
        Run {
            text: String::from_utf8_lossy(words).into_owned(),
            x: place(x, x2),
            y: place(y, y2),
            width: f64::from(*width),
            size: f64::from(*size) / 8.0,
            strong: *strong > 127,
            emphasis: *emphasis > 127,
        }
    };
    Page { width: 595.0, height: 842.0, runs: bytes.as_chunks::<16>().0.iter().map(run).collect() }
}
