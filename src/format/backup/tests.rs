use super::*;
use crate::format::json::Expected;
use crate::format::native::{Fault, ImportError};
use crate::format::notice::Remark;

fn pairs(entries: &[(&str, &str)]) -> Vec<(String, String)> {
    entries.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

/// A file with these entries, as JSON.
fn file(entries: &str) -> String {
    format!("{{\"format\": \"sayso-backup\", \"version\": 1, \"entries\": {entries}}}")
}

fn refuses(file: &str, expected: &BackupError) {
    assert_eq!(decode(file.as_bytes()).as_ref(), Err(expected), "{file}");
}

#[test]
fn what_is_stored_comes_back_to_the_letter() {
    let entries = pairs(&[
        ("sayso/1/a/0000000000005-t-0", "1c291ca3 {\"v\":1,\"at\":5}"),
        ("sayso/1/text/0", "“No” \u{1f642}\r\n\0\u{2028}\u{feff}\\"),
        ("sayso/2/a/past.0000000000005-t-0", "\u{1}\u{3fff}\u{4001}"),
        ("sayso/settings", ""),
    ]);
    let json = encode(&entries, Timestamp(1_772_618_400_000), "Sayso 0.1.0");
    assert!(is_backup(json.as_bytes()));
    let backup = decode(json.as_bytes()).unwrap();
    let exported = Timestamp(1_772_618_400_000);
    assert_eq!(backup, Backup { exported, entries, notices: Vec::new(), unlisted: 0 });
}

#[test]
fn the_first_versions_notice_handed_out_keys_and_values_alone() {
    let bare = "{\n \"sayso/1/a/0000000000005-t-0\": \"x\",\n \"sayso/1/text/0\": \"y\"\n}";
    assert!(is_backup(bare.as_bytes()));
    let backup = decode(bare.as_bytes()).unwrap();
    assert_eq!(backup.entries, pairs(&[("sayso/1/a/0000000000005-t-0", "x"), ("sayso/1/text/0", "y")]));
    assert_eq!((backup.exported, backup.notices.len()), (Timestamp(0), 0));
}

#[test]
fn other_files_are_told_apart_by_their_beginning() {
    for other in [
        "{\"format\": \"sayso\", \"version\": 1}",
        "{\"format\": \"sayso codebook\"}",
        "The \"sayso-backup\" was saved.",
        "[\"sayso-backup\"]",
        "",
    ] {
        assert!(!is_backup(other.as_bytes()), "{other}");
    }
    assert!(is_backup("\u{feff} {\"format\": \"sayso-backup\"".as_bytes()));
    assert!(
        is_backup(b"{\"entries\": {\"sayso/2/here\": \"2\"}, \"format\": \"sayso-backup\"}"),
        "sorted by name"
    );
}

#[test]
fn what_is_no_entry_is_told_and_the_rest_is_read() {
    let odd = file("{\"theirs\": \"x\", \"sayso/1/a\": 5, \"sayso/1/b\": \"y\", \"sayso/1/b\": \"z\"}");
    let backup = decode(odd.as_bytes()).unwrap();
    assert_eq!(backup.entries, pairs(&[("sayso/1/b", "z")]), "of a key given twice the last counts");
    let told: Vec<&Remark> = backup.notices.iter().map(|notice| &notice.what).collect();
    let [doubled, theirs, number] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!(**doubled, Remark::DoubledField("sayso/1/b".into()));
    assert_eq!(**theirs, Remark::UnknownField("theirs".into()));
    assert_eq!(**number, Remark::UnknownField("sayso/1/a".into()));
}

#[test]
fn refusals_say_what_and_where() {
    for other in
        ["[]", "{}", "\"sayso-backup\"", "{\"format\": \"sayso\"}", "{\"format\": 5}", "{\"a\": \"b\"}"]
    {
        refuses(other, &BackupError::NotABackup);
    }
    refuses(&file("{}"), &BackupError::Empty);
    refuses(&file("{\"theirs\": \"x\"}"), &BackupError::Empty);
    let missing = |path: &str| BackupError::File(ImportError::Missing { path: path.into() });
    refuses("{\"format\": \"sayso-backup\"}", &missing("version"));
    refuses("{\"format\": \"sayso-backup\", \"version\": 1}", &missing("entries"));
    let newer = "{\"format\": \"sayso-backup\", \"version\": 2}";
    refuses(newer, &BackupError::File(ImportError::Newer { version: 2 }));
    let wrong =
        |path: &str, expected| BackupError::File(ImportError::WrongType { path: path.into(), expected });
    refuses("{\"format\": \"sayso-backup\", \"version\": 0}", &wrong("version", Expected::WholeNumber));
    refuses(&file("[]"), &wrong("entries", Expected::Object));
}

#[test]
fn a_file_that_is_cut_off_says_so() {
    let whole = encode(&pairs(&[("sayso/1/a", "x"), ("sayso/1/b", "y")]), Timestamp(0), "");
    let cut = whole.get(..whole.len() - 10).unwrap();
    assert!(matches!(
        decode(cut.as_bytes()),
        Err(BackupError::File(ImportError::NotJson { fault: Fault::CutOff, line: 5.., .. }))
    ));
}

#[test]
fn what_nests_too_deep_or_is_no_text_is_refused() {
    let deep = file(&format!("{{\"sayso/1/a\": {}}}", "[".repeat(100_000)));
    refuses(&deep, &BackupError::File(ImportError::TooDeep));
    let half = file("{\"sayso/1/a\": \"\\ud800\"}");
    assert!(matches!(decode(half.as_bytes()), Err(BackupError::File(ImportError::LoneSurrogate { .. }))));
}
