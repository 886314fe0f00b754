//! A codebook becomes a file.

use super::{FORMAT, VERSION, words};
use crate::codebook::{self, FieldKind};
use crate::format::word::Word as _;

#[derive(serde::Serialize)]
struct File<'a> {
    format: &'static str,
    version: u64,
    #[serde(skip_serializing_if = "str::is_empty")]
    generator: &'a str,
    codebook: Codebook<'a>,
}

#[derive(serde::Serialize)]
pub(super) struct Codebook<'a> {
    name: &'a str,
    version: u32,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rules: Vec<Rule<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    labels: Vec<Label<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fields: Vec<Field<'a>>,
}

#[derive(serde::Serialize)]
struct Rule<'a> {
    about: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    definition: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    when: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    when_not: &'a str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    examples: &'a [String],
}

#[derive(serde::Serialize)]
struct Label<'a> {
    name: &'a str,
    colour: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<char>,
    #[serde(skip_serializing_if = "str::is_empty")]
    definition: &'a str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    examples: &'a [String],
}

#[derive(serde::Serialize)]
struct Field<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    definition: &'a str,
    kind: &'static str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    choices: &'a [String],
}

/// Writes a codebook as a file, in version 1 of the format. `generator` names the program that
/// writes, and may be empty.
#[must_use]
pub fn export(codebook: &codebook::Codebook, generator: &str) -> String {
    let file = File { format: FORMAT, version: VERSION, generator, codebook: codebook.into() };
    #[expect(clippy::expect_used, reason = "strings, numbers and lists under string keys cannot fail")]
    let json = serde_json::to_string_pretty(&file).expect("strings, numbers and lists are JSON");
    json + "\n"
}

impl<'a> From<&'a codebook::Codebook> for Codebook<'a> {
    fn from(codebook: &'a codebook::Codebook) -> Codebook<'a> {
        Codebook {
            name: &codebook.name,
            version: codebook.version,
            rules: codebook.rules.iter().map(rule).collect(),
            labels: codebook.labels.iter().map(label).collect(),
            fields: codebook.fields.iter().map(field).collect(),
        }
    }
}

fn rule(rule: &codebook::Rule) -> Rule<'_> {
    let codebook::Rule { subject, definition, when, when_not, examples } = rule;
    Rule { about: subject.word(), definition, when, when_not, examples }
}

fn label(label: &codebook::Label) -> Label<'_> {
    let codebook::Label { name, colour, key, definition, examples } = label;
    Label { name, colour: colour.word(), key: *key, definition, examples }
}

fn field(field: &codebook::FieldDef) -> Field<'_> {
    let codebook::FieldDef { name, definition, kind } = field;
    let choices = if let FieldKind::Choice(choices) = kind { choices.as_slice() } else { &[] };
    Field { name, definition, kind: words::kind(kind), choices }
}
