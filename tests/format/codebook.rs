//! Codebooks leave as files and come back, are valid, and open for ever.

use jsonschema::Validator;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use sayso::codebook::{Codebook, Colour, FieldDef, FieldKind, Label, Rule, Subject};
use sayso::format::codebook::{decode, encode, export, import};
use serde_json::json;

use crate::judge::{faults, validator, value};

const SCHEMA: &str = include_str!("../../docs/codebook-1.schema.json");
const FROZEN: &str = include_str!("../fixtures/codebook/v1/harbour.json");

fn text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "\\PC{0,30}", Just("a\nb \" \\ \u{1f642}".to_owned())]
}

fn rule(subject: Subject) -> impl Strategy<Value = Rule> {
    (text(), text(), text(), vec(text(), 0..3)).prop_map(move |(definition, when, when_not, examples)| Rule {
        subject,
        definition,
        when,
        when_not,
        examples,
    })
}

/// Labels and fields are told apart by their numbers, since names and keys must differ.
fn label(at: usize) -> impl Strategy<Value = Label> {
    let key = ['a', 'ß', '!', '\u{e9}'].get(at).copied();
    (text(), select(&Colour::ALL[..]), any::<bool>(), text(), vec(text(), 0..3)).prop_map(
        move |(name, colour, keyed, definition, examples)| Label {
            name: format!("{at}{}", name.trim()),
            colour,
            key: key.filter(|_| keyed),
            definition,
            examples,
        },
    )
}

fn field(at: usize) -> impl Strategy<Value = FieldDef> {
    let kind = prop_oneof![
        vec("[a-z]{1,9}", 1..4).prop_map(FieldKind::Choice),
        Just(FieldKind::YesNo),
        Just(FieldKind::Text),
        Just(FieldKind::Number),
    ];
    (text(), text(), kind).prop_map(move |(name, definition, kind)| FieldDef {
        name: format!("{at}{}", name.trim()),
        definition,
        kind,
    })
}

pub(crate) fn codebook() -> impl Strategy<Value = Codebook> {
    let rules = (rule(Subject::Cue), rule(Subject::Claim)).prop_map(|(cue, claim)| vec![cue, claim]);
    let labels = (label(0), label(1), label(2)).prop_map(|(a, b, c)| vec![a, b, c]);
    let fields = (field(0), field(1)).prop_map(|(a, b)| vec![a, b]);
    ("[^\\s\\p{C}]{1,20}", 1_u32.., rules, labels, fields)
        .prop_map(|(name, version, rules, labels, fields)| Codebook { name, version, rules, labels, fields })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn every_codebook_comes_back_and_is_valid(codebook in codebook()) {
        prop_assert_eq!(codebook.check(), Ok(()));
        let file = export(&codebook, "test");
        let imported = import(file.as_bytes()).expect("our own file");
        prop_assert_eq!(&imported.codebook, &codebook);
        prop_assert_eq!(imported.notices, vec![]);
        thread_local!(static VALIDATOR: Validator = validator(SCHEMA));
        prop_assert_eq!(VALIDATOR.with(|validator| faults(validator, &value(&file))), Vec::<String>::new());
        let key = "sayso/1/codebook.0000000000005-t-0";
        prop_assert_eq!(decode(&encode(&codebook, key), key), Ok(codebook));
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in vec(any::<u8>(), 0..200), cut in 0..2_000_usize) {
        drop(import(&bytes));
        let file = export(&Codebook::starter(), "");
        drop(import(file.as_bytes().get(..cut.min(file.len())).unwrap_or_default()));
    }
}

#[test]
fn the_frozen_file_means_what_it_meant() {
    let imported = import(FROZEN.as_bytes()).expect("it can be opened");
    assert_eq!(imported.notices, []);
    let expected = Codebook {
        name: "Harbour study".into(),
        version: 3,
        rules: vec![
            Rule {
                definition: "Something the article says is so.".into(),
                when: "Mark the whole statement.".into(),
                when_not: "Not a question.".into(),
                examples: vec!["[The bridge is unsafe], one engineer said.".into()],
                ..Rule::empty(Subject::Claim)
            },
            Rule::empty(Subject::Cue),
        ],
        labels: vec![
            Label {
                name: "Opinion".into(),
                colour: Colour::Orange,
                key: Some('i'),
                definition: "A judgement nobody could check.".into(),
                examples: vec!["The new hall is far too loud.".into()],
            },
            Label { name: "Ärger \u{1f642}".into(), key: Some('ß'), ..Label::default() },
        ],
        fields: vec![
            FieldDef {
                name: "On the record".into(),
                definition: "Does the source let its own name stand?".into(),
                kind: FieldKind::YesNo,
            },
            FieldDef {
                name: "Topic".into(),
                definition: String::new(),
                kind: FieldKind::Choice(vec!["Money".into(), "Health".into()]),
            },
            FieldDef { name: "People".into(), definition: String::new(), kind: FieldKind::Number },
            FieldDef { name: "Remark".into(), definition: String::new(), kind: FieldKind::Text },
        ],
    };
    assert_eq!(imported.codebook, expected);
    assert_eq!(faults(&validator(SCHEMA), &value(FROZEN)), Vec::<String>::new());
}

#[test]
fn the_example_of_the_documentation_is_what_we_write() {
    let page = include_str!("../../docs/codebook.md");
    let example =
        page.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    let imported = import(example.as_bytes()).expect("it can be opened");
    assert_eq!(imported.notices, []);
    assert_eq!(value(&export(&imported.codebook, "Sayso 0.1.0")), value(example));
    assert_eq!(faults(&validator(SCHEMA), &value(example)), Vec::<String>::new());
}

#[test]
fn the_schema_refuses_what_the_page_refuses() {
    let validator = validator(SCHEMA);
    let good = value(FROZEN);
    for (path, wrong) in [
        ("/format", json!("sayso")),
        ("/version", json!(2)),
        ("/codebook/name", json!(" ")),
        ("/codebook/rules/0/about", json!("note")),
        ("/codebook/labels/0/colour", json!("mauve")),
        ("/codebook/labels/0/key", json!("ab")),
        ("/codebook/labels/0/key", json!("5")),
        ("/codebook/labels/0/name", json!(5)),
        ("/codebook/fields/0/kind", json!("date")),
        ("/codebook/fields/1/choices", json!([])),
        ("/codebook/labels", json!(vec![json!({ "name": "x" }); 41])),
    ] {
        let mut file = good.clone();
        *file.pointer_mut(path).expect("the field is there") = wrong;
        assert!(!faults(&validator, &file).is_empty(), "the schema takes a wrong {path}");
        assert!(import(file.to_string().as_bytes()).is_err(), "the page takes a wrong {path}");
    }
}
