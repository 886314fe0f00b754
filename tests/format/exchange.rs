//! What is written for another program and read again is the same, but for what was told to be lost.

use proptest::prelude::*;
use sayso::annotation::{MarkSet, Timestamp};
use sayso::format::exchange::{
    At, Fault, Format, Given, Losses, Occasion, Part, Written, recognise, unbundle,
};
use sayso::format::native::{Document, ImportNotice};

use crate::generate;

pub(crate) const OCCASION: Occasion<'static> =
    Occasion { exported: Timestamp(1_772_618_400_000), generator: "Sayso test" };

/// A document as a session has it: its marks in reading order.
pub(crate) fn document(number: usize) -> impl Strategy<Value = Document> {
    generate::document(number).prop_map(|document| {
        let set: MarkSet = document.marks.into_iter().collect();
        Document { marks: set.iter().cloned().collect(), ..document }
    })
}

fn documents() -> impl Strategy<Value = Vec<Document>> {
    prop_oneof![
        3 => document(0).prop_map(|one| vec![one]),
        1 => (document(0), document(1)).prop_map(|(one, other)| vec![one, other]),
    ]
}

/// The file as it is opened: the parts of a packed one, and its name, which says only its ending.
fn parts(written: &Written) -> Vec<Part> {
    if written.file.bytes.starts_with(b"PK") {
        return unbundle(&written.file.bytes).expect("our own file");
    }
    vec![Part { name: format!("file.{}", written.file.name), bytes: written.file.bytes.clone() }]
}

/// The lines in which two things first differ.
fn difference(written: &[Document], read: &[Document]) -> String {
    let (written, read) = (format!("{written:#?}"), format!("{read:#?}"));
    let lines: Vec<_> = written.lines().zip(read.lines()).collect();
    let first = lines.iter().position(|(one, other)| one != other).unwrap_or(lines.len());
    let from = first.saturating_sub(12);
    lines.iter().skip(from).take(20).map(|(one, other)| format!("{one}\t{other}\n")).collect()
}

/// The article that is open where a file has no text.
fn beside(format: Format, documents: &[Document]) -> Option<&Document> {
    documents.first().filter(|_| !format.has_text())
}

/// Writes articles, reads them, and hands back what was told of how they were read.
fn comes_back(format: Format, documents: &[Document]) -> Result<Vec<ImportNotice>, TestCaseError> {
    let written = format.write(documents, &OCCASION);
    let (kept, losses) = Losses::of(documents, format.loses());
    prop_assert_eq!(&written.losses, &losses);
    if documents.is_empty() {
        return Ok(Vec::new());
    }
    if !format.has_text() && documents.len() > 1 {
        // What needs the article that is open is read beside one at a time.
        let each = documents.iter().map(|one| comes_back(format, std::slice::from_ref(one)));
        return each.collect::<Result<Vec<_>, _>>().map(|told| told.concat());
    }
    let parts = parts(&written);
    prop_assert_eq!(recognise(&parts), Some(format));
    let read = format.read(&Given { parts: &parts, beside: beside(format, documents) });
    let read = read.map_err(|error| TestCaseError::fail(format!("{format:?}: {error:?}")))?;
    prop_assert!(read.documents == kept, "{:?}: {}", format, difference(&kept, &read.documents));
    Ok(read.notices)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn what_is_not_told_to_be_lost_is_not_lost(documents in documents()) {
        for format in Format::ALL.into_iter().filter(|format| format.is_read()) {
            prop_assert_eq!(comes_back(format, &documents)?, [], "{:?}", format);
        }
    }

    #[test]
    fn what_is_forgotten_is_forgotten_once(documents in documents()) {
        for format in Format::ALL {
            let (kept, _) = Losses::of(&documents, format.loses());
            let (again, losses) = Losses::of(&kept, format.loses());
            // An article without a name is counted again: opened, it is always another one.
            prop_assert!(losses.0.iter().all(|(loss, _)| format!("{loss:?}") == "Names"), "{:?}: {:?}", format, losses);
            prop_assert_eq!(again, kept);
        }
    }

    #[test]
    fn cut_or_changed_it_is_refused_or_read_and_never_worse(
        document in document(0),
        at in any::<prop::sample::Index>(),
        bits in any::<u8>(),
    ) {
        for format in Format::ALL.into_iter().filter(|format| format.is_read()) {
            for part in parts(&format.write(std::slice::from_ref(&document), &OCCASION)) {
                let mut cut = part.clone();
                cut.bytes.truncate(at.index(part.bytes.len() + 1));
                let mut changed = part.clone();
                if let Some(byte) = changed.bytes.get_mut(at.index(part.bytes.len().max(1))) {
                    *byte ^= bits;
                }
                for part in [cut, changed] {
                    let beside = beside(format, std::slice::from_ref(&document));
                    if let Ok(read) = format.read(&Given { parts: &[part], beside }) {
                        // Nothing of what was taken is out of bounds: it can be written and comes back.
                        comes_back(format, &read.documents)?;
                    }
                }
            }
        }
    }
}

#[test]
fn words_of_formats_are_their_own() {
    for format in Format::ALL {
        assert_eq!(Format::of(format.word()), Some(format));
    }
    assert_eq!(Format::of("Doccano"), None);
}

#[test]
fn a_fault_says_where_it_is() {
    let read = |text: &str| {
        let parts = [Part { name: "x.jsonl".into(), bytes: text.into() }];
        Format::Doccano.read(&Given { parts: &parts, beside: None }).map(|read| read.documents.len())
    };
    assert_eq!(read("{\"text\":\"a\"}\n\n{\"text\":\"b\"}"), Ok(2));
    let error = read("{\"text\":\"a\"}\n{\"title\":\"b\"}").unwrap_err();
    assert_eq!((error.at, error.fault), (At::Line(2), Fault::Missing("text".into())));
    assert!(matches!(read("{\"text\":").unwrap_err().fault, Fault::NotJson(_)));
}
