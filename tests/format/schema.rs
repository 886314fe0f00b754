//! Files are valid by the published schema, judged by somebody else's validator.

use jsonschema::Validator;
use proptest::prelude::*;
use sayso::annotation::Timestamp;
use sayso::format::native::export;
use serde_json::{Value, json};

use crate::judge::{faults, validator};
use crate::{generate, golden};

const SCHEMA: &str = include_str!("../../docs/sayso-1.schema.json");

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn every_export_is_valid(documents in proptest::collection::vec(generate::document(0), 0..2)) {
        let json = export(&documents, Timestamp(1), "test");
        let file = serde_json::from_str(&json).expect("JSON");
        // Compiling the schema takes longer than one check.
        thread_local!(static VALIDATOR: Validator = validator(SCHEMA));
        prop_assert_eq!(VALIDATOR.with(|validator| faults(validator, &file)), Vec::<String>::new());
    }
}

#[test]
fn every_fixture_is_valid() {
    let validator = validator(SCHEMA);
    for (name, json) in golden::fixtures() {
        let file = serde_json::from_str(&json).expect("JSON");
        assert_eq!(faults(&validator, &file), Vec::<String>::new(), "{name}");
    }
}

/// The smallest file with everything the schema can refuse.
fn good() -> Value {
    json!({ "format": "sayso", "version": 1, "unit": "code point", "exported": "2026-03-04T10:00:00.000Z",
      "articles": [{ "id": "a", "text": "He said no.", "sha256": "0".repeat(64),
        "blocks": [{ "kind": "paragraph", "start": 0, "end": 11 }],
        "sources": [{ "id": "s", "kind": "other", "name": "he" }],
        "marks": [
          { "id": "m", "kind": "claim", "spans": [{ "start": 8, "end": 10, "quote": "no" }], "tags": ["x"],
            "attributions": [{ "source": "s", "mention": "n", "cue": "c" }], "form": "reported",
            "verdict": "cannot tell", "evidence": [{ "url": "u" }], "created": "2026-03-04T10:00:00+01:00" },
          { "id": "n", "kind": "source", "source": "s", "orphan": true, "spans": [{ "quote": "hee" }] },
          { "id": "c", "kind": "cue", "orphan": true, "spans": [] }] }] })
}

#[test]
fn the_schema_is_open_to_unknown_fields() {
    let mut file = good();
    for path in [
        "",
        "/articles/0",
        "/articles/0/blocks/0",
        "/articles/0/sources/0",
        "/articles/0/marks/0",
        "/articles/0/marks/0/spans/0",
        "/articles/0/marks/0/attributions/0",
        "/articles/0/marks/0/evidence/0",
    ] {
        let object = file.pointer_mut(path).and_then(Value::as_object_mut).expect("an object");
        object.insert("new".to_owned(), json!([1]));
    }
    assert_eq!(faults(&validator(SCHEMA), &file), Vec::<String>::new());
}

/// The good file with one value changed, or taken out (`null`).
fn spoilt(path: &str, value: Value) -> Value {
    let mut file = good();
    let (parent, name) = path.rsplit_once('/').expect("a path");
    let parent = file.pointer_mut(parent).expect("a parent");
    match (parent, value) {
        (Value::Object(fields), Value::Null) => drop(fields.remove(name).expect("there is such a field")),
        (Value::Object(fields), value) => drop(fields.insert(name.to_owned(), value)),
        (parent, value) => parent[name.parse::<usize>().expect("an index")] = value,
    }
    file
}

#[test]
fn the_schema_refuses_what_is_wrong() {
    let validator = validator(SCHEMA);
    assert_eq!(faults(&validator, &good()), Vec::<String>::new());
    let cases = [
        ("/format", json!("other")),
        ("/format", Value::Null),
        ("/version", json!(2)),
        ("/unit", json!("byte")),
        ("/unit", Value::Null),
        ("/exported", json!("yesterday")),
        ("/articles", Value::Null),
        ("/articles/0/id", json!("")),
        ("/articles/0/id", Value::Null),
        ("/articles/0/title", json!(1)),
        ("/articles/0/sha256", json!("A".repeat(64))),
        ("/articles/0/sha256", Value::Null),
        ("/articles/0/blocks/0/kind", json!("poem")),
        ("/articles/0/blocks/0/start", json!(-1)),
        ("/articles/0/blocks/0/end", Value::Null),
        ("/articles/0/sources/0/kind", json!("robot")),
        ("/articles/0/sources/0/id", Value::Null),
        ("/articles/0/marks/0/kind", json!("question")),
        ("/articles/0/marks/0/kind", Value::Null),
        ("/articles/0/marks/0/spans", json!([])),
        ("/articles/0/marks/0/spans", Value::Null),
        ("/articles/0/marks/0/spans/0/start", json!(1.5)),
        ("/articles/0/marks/0/spans/0/end", json!(9_007_199_254_740_992_u64)),
        ("/articles/0/marks/0/spans/0/quote", Value::Null),
        ("/articles/0/marks/0/spans/0/quote", json!("")),
        ("/articles/0/marks/0/attributions", json!("s")),
        ("/articles/0/marks/0/attributions/0/source", Value::Null),
        ("/articles/0/marks/0/attributions/0/cue", json!(3)),
        ("/articles/0/marks/0/form", json!("sung")),
        ("/articles/0/marks/0/verdict", json!("true")),
        ("/articles/0/marks/0/tags/0", json!(1)),
        ("/articles/0/marks/0/evidence/0/url", json!([])),
        ("/articles/0/marks/0/created", json!(1_772_618_400)),
        ("/articles/0/marks/1/source", Value::Null),
        ("/articles/0/marks/1/orphan", json!(false)),
        ("/articles/0/marks/1/spans/0/start", json!("0")),
        ("/articles/0/marks/2/orphan", Value::Null),
    ];
    for (path, value) in cases {
        let file = spoilt(path, value.clone());
        assert!(!faults(&validator, &file).is_empty(), "{path} as {value} was let through");
    }
}
