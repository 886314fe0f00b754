//! Files without the texts of their articles.

use super::super::{ImportError, export, export_without_text, import, import_beside};
use crate::annotation::Timestamp;
use crate::text::Text;

const FILE: &str = r#"{"format":"sayso","version":1,"unit":"code point","articles":[{"id":"a","title":"Toll",
    "text":"“No,” she said. 🙂 Nobody came.","blocks":[{"kind":"paragraph","start":0,"end":31}],
    "sources":[{"id":"s","name":"she","kind":"other"}],
    "marks":[{"id":"m","kind":"claim","spans":[{"start":0,"end":5,"quote":"“No,”"}],"attributions":[{"source":"s"}]}]}]}"#;

fn beside(file: &str, text: &str) -> Result<super::super::Imported, ImportError> {
    import_beside(file.as_bytes(), Some(&Text::new(text)), &mut |_| {})
}

#[test]
fn beside_its_text_it_is_complete() {
    let documents = import(FILE.as_bytes()).expect("a file").documents;
    let file = export_without_text(&documents, Timestamp::default(), "");
    assert!(!file.contains("\"text\""), "{file}");
    let text = documents[0].article.text.as_str();
    let read = beside(&file, text).expect("the text is there");
    assert_eq!((&read.documents, &*read.notices), (&documents, &[][..]));
    // A text in the file counts, whatever stands beside it.
    let whole = export(&documents, Timestamp::default(), "");
    assert_eq!(beside(&whole, "another").expect("a file").documents, documents);
}

#[test]
fn without_its_text_it_says_which_one_is_missing() {
    let documents = import(FILE.as_bytes()).expect("a file").documents;
    let file = export_without_text(&documents, Timestamp::default(), "");
    let missing = ImportError::NoText { path: "articles[0]".into(), title: "Toll".into() };
    assert_eq!(import(file.as_bytes()).unwrap_err(), missing);
    assert_eq!(beside(&file, "another").unwrap_err(), missing);
    let nothing = r#"{"format":"sayso","version":1,"unit":"code point","articles":[{"id":"a"}]}"#;
    let missing = ImportError::Missing { path: "articles[0].text".into() };
    assert_eq!(beside(nothing, "another").unwrap_err(), missing);
}
