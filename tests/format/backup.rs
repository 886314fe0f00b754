//! Backups leave as files and come back to the letter, are valid, and open for ever.

use jsonschema::Validator;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use sayso::annotation::Timestamp;
use sayso::format::backup::{decode, encode, is_backup};
use serde_json::json;

use crate::generate;
use crate::judge::{faults, validator, value};

const SCHEMA: &str = include_str!("../../docs/backup-1.schema.json");
const FROZEN: &str = include_str!("../fixtures/backup/v1/harbour.json");
const BARE: &str = include_str!("../fixtures/backup/v1/notice.json");

/// Keys and values of every kind, values with all that makes text go wrong.
fn entries() -> impl Strategy<Value = Vec<(String, String)>> {
    let key = (0..4_u8, generate::string()).prop_map(|(kind, name)| match kind {
        0 => format!("sayso/1/{name}/0000000000005-t-0"),
        1 => format!("sayso/2/{name}/past.0000000000005-t-0"),
        2 => format!("sayso/2/text/{name}"),
        _ => format!("sayso/{name}"),
    });
    btree_map(key, generate::string(), 1..8).prop_map(|entries| entries.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_backup_comes_back_and_is_valid(entries in entries(), at in 0..253_402_300_799_999_i64) {
        let file = encode(&entries, Timestamp(at), "test");
        prop_assert!(is_backup(file.as_bytes()));
        let backup = decode(file.as_bytes()).expect("our own file");
        prop_assert_eq!(&backup.entries, &entries);
        prop_assert_eq!((backup.exported, backup.notices), (Timestamp(at), vec![]));
        thread_local!(static VALIDATOR: Validator = validator(SCHEMA));
        prop_assert_eq!(VALIDATOR.with(|validator| faults(validator, &value(&file))), Vec::<String>::new());
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in vec(any::<u8>(), 0..200), at in 0..600_usize, byte in any::<u8>()) {
        drop(decode(&bytes));
        let mut file = FROZEN.as_bytes().to_vec();
        let at = at.min(file.len() - 1);
        drop(decode(&file[..at]));
        file[at] = byte;
        drop(decode(&file));
    }
}

#[test]
fn the_frozen_file_means_what_it_meant() {
    let backup = decode(FROZEN.as_bytes()).expect("it can be opened");
    assert_eq!((backup.exported, backup.notices), (Timestamp(1_772_618_400_000), vec![]));
    let entries: Vec<(&str, &str)> =
        backup.entries.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
    assert_eq!(
        entries,
        [
            ("sayso/1/a7/1772618400000-t1-0", "1c291ca3 {\"v\":1,\"step\":\"mark-cue\"}"),
            (
                "sayso/1/text/2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
                "Harbour \u{1f6f3}\nNobody “asked”."
            ),
            ("sayso/2/here", "2"),
        ]
    );
    assert_eq!(faults(&validator(SCHEMA), &value(FROZEN)), Vec::<String>::new());
}

#[test]
fn the_first_versions_notice_is_read_for_ever() {
    assert!(is_backup(BARE.as_bytes()));
    let backup = decode(BARE.as_bytes()).expect("it can be opened");
    assert_eq!(backup.entries.len(), 2);
    assert_eq!(backup.entries[0].0, "sayso/1/a7/1772618400000-t1-0");
}

#[test]
fn the_example_of_the_documentation_is_what_we_write() {
    let page = include_str!("../../docs/backup.md");
    let example =
        page.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    let backup = decode(example.as_bytes()).expect("it can be opened");
    assert_eq!(encode(&backup.entries, backup.exported, "Sayso 0.1.0"), example);
    assert_eq!(faults(&validator(SCHEMA), &value(example)), Vec::<String>::new());
}

#[test]
fn the_schema_refuses_what_is_not_taken() {
    let validator = validator(SCHEMA);
    let good = value(FROZEN);
    for (path, wrong) in [
        ("/format", json!("sayso")),
        ("/version", json!(2)),
        ("/entries", json!([])),
        ("/entries", json!({})),
        ("/entries", json!({ "theirs": "x" })),
        ("/entries", json!({ "sayso/1/a": 5 })),
    ] {
        let mut file = good.clone();
        *file.pointer_mut(path).expect("the field is there") = wrong;
        assert!(!faults(&validator, &file).is_empty(), "the schema takes a wrong {path}");
        assert!(decode(file.to_string().as_bytes()).is_err(), "the page takes a wrong {path}");
    }
}
