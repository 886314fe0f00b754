//! What is written and read again is the same, whatever it holds.

use proptest::collection::vec;
use proptest::prelude::*;
use sayso::annotation::Timestamp;
use sayso::format::entry::{Body, Entry, decode, encode};
use sayso::format::native::{Document, export, import};
use sayso::session::Transaction;
use serde_json::{Value, json};

use crate::generate;

const NOW: Timestamp = Timestamp(1_772_618_400_000);

fn documents() -> impl Strategy<Value = Vec<Document>> {
    prop_oneof![
        Just(Vec::new()),
        generate::document(0).prop_map(|one| vec![one]),
        (generate::document(0), generate::document(1)).prop_map(|(one, other)| vec![one, other]),
    ]
}

/// One place at which a file is damaged.
#[derive(Debug, Clone)]
enum Damage {
    Cut,
    Flip(u8),
    Insert(u8),
    Repeat(usize),
}

fn damage() -> impl Strategy<Value = (prop::sample::Index, Damage)> {
    let damage = prop_oneof![
        Just(Damage::Cut),
        any::<u8>().prop_map(Damage::Flip),
        prop::sample::select(b"{}[]\",:0-9.e\\ n".to_vec()).prop_map(Damage::Insert),
        (1_usize..400).prop_map(Damage::Repeat),
    ];
    (any::<prop::sample::Index>(), damage)
}

fn damaged(mut bytes: Vec<u8>, damages: Vec<(prop::sample::Index, Damage)>) -> Vec<u8> {
    for (at, damage) in damages {
        if bytes.is_empty() {
            break;
        }
        let at = at.index(bytes.len());
        match damage {
            Damage::Cut => bytes.truncate(at),
            Damage::Flip(bits) => bytes[at] ^= bits,
            Damage::Insert(byte) => bytes.insert(at, byte),
            Damage::Repeat(length) => {
                let again = bytes[at..bytes.len().min(at + length)].to_vec();
                bytes.splice(at..at, again);
            }
        }
    }
    bytes
}

/// What a transaction leaves behind, written and read again.
fn stored(transaction: &Transaction, document: &Document, body: bool) -> (Entry, Entry) {
    let text = &document.article.text;
    let body = body.then(|| Body::of(&document.article));
    let entry = Entry { body, ..Entry::of(transaction) };
    let value = encode(&entry, text, "key");
    let read = decode(&value, "key").and_then(|raw| raw.settle(text));
    (entry, read.unwrap_or_else(|error| panic!("{error:?} in {value}")))
}

/// Every place in a file at which a value stands.
fn places(value: &Value, at: &str, all: &mut Vec<String>) {
    all.push(at.to_owned());
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let name = name.replace('~', "~0").replace('/', "~1");
                places(value, &format!("{at}/{name}"), all);
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                places(value, &format!("{at}/{index}"), all);
            }
        }
        _ => {}
    }
}

/// Values that some field somewhere does not expect.
fn odd_value() -> impl Strategy<Value = Value> {
    let whole = [json!(-1), json!(0), json!(3), json!(9_007_199_254_740_992_u64), json!(1.5), json!(2.0)];
    let others =
        [json!(null), json!(true), json!(""), json!("m1"), json!("claim"), json!([]), json!({}), json!([{}])];
    prop::sample::select(whole.into_iter().chain(others).collect::<Vec<_>>())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_file_opened_again_is_the_same(documents in documents()) {
        let json = export(&documents, NOW, "test");
        let imported = import(json.as_bytes()).expect("our own file");
        prop_assert_eq!(&imported.notices, &[]);
        prop_assert_eq!(&imported.documents, &documents);
        prop_assert_eq!(export(&imported.documents, NOW, "test"), json);
    }

    #[test]
    fn a_damaged_file_is_refused_or_mended_and_never_worse(
        documents in documents(),
        damages in vec(damage(), 1..4),
    ) {
        let bytes = damaged(export(&documents, NOW, "test").into_bytes(), damages);
        if let Ok(imported) = import(&bytes) {
            let mended = export(&imported.documents, NOW, "test");
            let again = import(mended.as_bytes()).expect("what was mended can be opened");
            prop_assert_eq!(again.documents, imported.documents);
        }
    }

    #[test]
    fn a_file_with_odd_values_is_refused_or_mended_and_never_worse(
        documents in documents(),
        odd in vec((any::<prop::sample::Index>(), odd_value()), 1..4),
    ) {
        let mut file: Value = serde_json::from_str(&export(&documents, NOW, "test")).expect("JSON");
        for (at, value) in odd {
            let mut all = Vec::new();
            places(&file, "", &mut all);
            *file.pointer_mut(&all[at.index(all.len())]).expect("it was listed") = value;
        }
        if let Ok(imported) = import(file.to_string().as_bytes()) {
            let mended = export(&imported.documents, NOW, "test");
            let again = import(mended.as_bytes()).expect("what was mended can be opened");
            prop_assert_eq!(again.documents, imported.documents);
        }
    }

    #[test]
    fn an_entry_read_again_is_the_same(
        (document, transaction) in generate::transaction(),
        body in any::<bool>(),
    ) {
        let (entry, read) = stored(&transaction, &document, body);
        prop_assert_eq!(&read, &entry);
        let article = read.body.as_ref().and_then(|body| body.article(document.article.text.clone()));
        prop_assert_eq!(article, body.then(|| document.article.clone()));
        let before = |id: &_| {
            transaction.change.edits().find(|(edited, _)| *edited == id).and_then(|(_, edit)| edit.before.clone())
        };
        prop_assert_eq!(&read.into_transaction(before), &transaction);
    }

    #[test]
    fn a_damaged_entry_is_noticed(
        (document, transaction) in generate::transaction(),
        damages in vec(damage(), 1..4),
    ) {
        let text = &document.article.text;
        let value = encode(&Entry::of(&transaction), text, "key");
        let bytes = damaged(value.clone().into_bytes(), damages);
        let other = String::from_utf8_lossy(&bytes);
        prop_assume!(other != value);
        prop_assert!(decode(&other, "key").is_err());
    }
}
