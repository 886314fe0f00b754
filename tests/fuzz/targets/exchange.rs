//! Any bytes as a file of another program, alone or packed: refused with a sentence, or articles that can be
//! written again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sayso::annotation::Timestamp;
use sayso::format::exchange::{Format, Given, Occasion, Part};
use sayso::format::native::Document;
use sayso::words;
use sayso_fuzz::expect_sentence;

fuzz_target!(|bytes: &[u8]| {
    let Some((which, rest)) = bytes.split_first() else { return };
    let read = Format::ALL.into_iter().filter(|format| format.is_read()).collect::<Vec<_>>();
    let Some(format) = read.get(usize::from(*which) % read.len()) else { return };
    let given = Given { parts: &parts(*format, rest), beside: None };
    match format.read(&given) {
        Err(why) => expect_sentence(&words::misread(&why)),
        Ok(read) => {
            read.notices.iter().for_each(|notice| expect_sentence(&words::import_notice(notice)));
            again(*format, &read.documents);
        }
    }
});

/// What was taken can be written, and is read without a word.
fn again(format: Format, documents: &[Document]) {
    let occasion = Occasion { exported: Timestamp(0), generator: "" };
    assert!(!format.write(documents, &occasion).file.bytes.is_empty() || documents.is_empty());
}

/// The bytes as the parts that the format is made of; what stands between two NUL bytes is one.
fn parts(format: Format, bytes: &[u8]) -> Vec<Part> {
    let names: &[&str] = match format {
        Format::Brat => &["a.txt", "a.ann"],
        Format::Csv => {
            &["claims.csv", "spans.csv", "articles.csv", "text.csv", "sources.csv", "attributions.csv"]
        }
        Format::Xlsx => &["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"],
        _ => &["a"],
    };
    let pieces = bytes.split(|byte| *byte == 0).zip(names);
    let mut parts: Vec<Part> =
        pieces.map(|(bytes, name)| Part { name: (*name).to_owned(), bytes: bytes.to_vec() }).collect();
    if format == Format::Xlsx {
        let book = "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets><sheet name='claims' r:id='a'/></sheets></workbook>";
        let relations =
            "<Relationships><Relationship Id='a' Target='worksheets/sheet1.xml'/></Relationships>";
        for (name, text) in [("xl/workbook.xml", book), ("xl/_rels/workbook.xml.rels", relations)] {
            parts.push(Part { name: name.to_owned(), bytes: text.into() });
        }
    }
    parts
}
