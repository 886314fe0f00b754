use super::*;
use crate::codebook::{Codebook, Fault, Part, Wrong};
use crate::format::entry::EntryError;
use crate::format::json::Expected;
use crate::format::native::{Fault as Broken, ImportError};
use crate::format::notice::Remark;

fn starter() -> String {
    export(&Codebook::starter(), "test")
}

fn refuses(file: &str, expected: &CodebookError) {
    assert_eq!(import(file.as_bytes()).as_ref(), Err(expected), "{file}");
}

/// A file whose codebook is this.
fn file(codebook: &str) -> String {
    format!("{{\"format\": \"sayso codebook\", \"version\": 1, \"codebook\": {codebook}}}")
}

fn labels(labels: &str) -> String {
    file(&format!("{{\"name\": \"N\", \"labels\": [{labels}]}}"))
}

#[test]
fn a_codebook_comes_back_as_it_left() {
    let imported = import(starter().as_bytes()).unwrap();
    assert_eq!(imported, Imported { codebook: Codebook::starter(), notices: Vec::new() });
    assert!(is_codebook(starter().as_bytes()));
    assert!(!is_codebook(b"{\"format\": \"sayso\"}"));
    assert!(!is_codebook(b"The \"sayso codebook"));
}

#[test]
fn the_least_there_can_be_is_a_name() {
    let imported = import(file("{\"name\": \" N \"}").as_bytes()).unwrap();
    assert_eq!(imported.codebook.stamp(), "N, version 1");
}

#[test]
fn broken_files_say_where() {
    let cut = starter();
    let cut = cut.get(..cut.len() / 2).unwrap();
    assert!(matches!(
        import(cut.as_bytes()),
        Err(CodebookError::File(ImportError::NotJson { fault: Broken::CutOff, line: 10.., .. }))
    ));
    refuses(
        "{\n  \"format\": sayso}",
        &CodebookError::File(ImportError::NotJson {
            line: 2,
            column: 13,
            fault: Broken::Syntax("expected value".into()),
        }),
    );
    let large = format!("{}{}", starter(), " ".repeat(SIZE_LIMIT));
    let size = ImportError::TooLarge { bytes: large.len(), limit: SIZE_LIMIT };
    refuses(&large, &CodebookError::File(size));
}

#[test]
fn other_files_and_versions_are_told() {
    for other in ["[]", "{}", "{\"format\": \"sayso\", \"version\": 1}", "{\"format\": 1}"] {
        refuses(other, &CodebookError::NotACodebook);
    }
    let versioned = |version: &str| format!("{{\"format\": \"sayso codebook\"{version}}}");
    refuses(&versioned(", \"version\": 2"), &CodebookError::File(ImportError::Newer { version: 2 }));
    let missing = |path: &str| CodebookError::File(ImportError::Missing { path: path.into() });
    refuses(&versioned(""), &missing("version"));
    refuses(&versioned(", \"version\": 1"), &missing("codebook"));
    refuses(&file("{}"), &missing("codebook.name"));
    refuses(&labels("{}"), &missing("codebook.labels[0].name"));
    let wrong = ImportError::WrongType { path: "codebook.labels[0].name".into(), expected: Expected::Text };
    refuses(&labels("{\"name\": 5}"), &CodebookError::File(wrong));
}

#[test]
fn words_that_are_not_known_are_told_with_those_that_are() {
    let Err(CodebookError::UnknownWord { path, word, known }) =
        import(labels("{\"name\": \"A\", \"colour\": \"mauve\"}").as_bytes())
    else {
        panic!("an unknown colour was taken");
    };
    assert_eq!((path.as_str(), word.as_str(), known.len()), ("codebook.labels[0].colour", "mauve", 8));
    let field = file("{\"name\": \"N\", \"fields\": [{\"name\": \"F\", \"kind\": \"date\"}]}");
    let path = "codebook.fields[0].kind".to_owned();
    let known = vec!["choice", "yes or no", "text", "number"];
    refuses(&field, &CodebookError::UnknownWord { path, word: "date".into(), known });
    let path = "codebook.labels[0].key".to_owned();
    refuses(&labels("{\"name\": \"A\", \"key\": \"ab\"}"), &CodebookError::OddKey { path, key: "ab".into() });
}

#[test]
fn what_no_codebook_may_say_is_refused() {
    let two = labels("{\"name\": \"A\", \"key\": \"a\"}, {\"name\": \"B\", \"key\": \"a\"}");
    let part = Part::Label(1, "B".into());
    let wrong = Wrong::SameKey { key: 'a', other: "A".into() };
    refuses(&two, &CodebookError::Fault(Fault { part, wrong }));
    let many: Vec<String> = (0..41).map(|n| format!("{{\"name\": \"{n}\"}}")).collect();
    let wrong = Wrong::TooMany { count: 41, limit: 40 };
    refuses(&labels(&many.join(",")), &CodebookError::Fault(Fault { part: Part::Codebook, wrong }));
}

#[test]
fn what_is_not_known_is_told() {
    let newer = labels("{\"name\": \"A\", \"icon\": \"star\"}");
    let imported = import(newer.as_bytes()).unwrap();
    let [notice] = imported.notices.as_slice() else { panic!("one notice: {imported:?}") };
    assert_eq!(notice.path, "codebook.labels[0]");
    assert_eq!(notice.what, Remark::UnknownField("icon".into()));
}

#[test]
fn a_stored_codebook_comes_back_and_damage_is_noticed() {
    let (codebook, key) = (Codebook::starter(), "sayso/1/codebook.0000000000005-t-0");
    let stored = encode(&codebook, key);
    assert_eq!(decode(&stored, key).as_ref(), Ok(&codebook));
    assert!(!stored.contains('\n'));
    assert_eq!(decode(&stored, "sayso/1/codebook.0000000000005-t-1"), Err(EntryError::Damaged));
    assert_eq!(decode(&stored.replace("\"blue\"", "\"mauve\""), key), Err(EntryError::Damaged));
}
