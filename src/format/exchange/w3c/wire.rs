//! The shapes of the file, as they are written.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::value::RawValue;

#[derive(Serialize)]
pub(super) struct Collection {
    #[serde(rename = "@context")]
    pub(super) context: (&'static str, BTreeMap<&'static str, Term>),
    pub(super) id: String,
    pub(super) r#type: &'static str,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) label: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) generator: Option<Agent>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) generated: Option<String>,
    pub(super) total: usize,
    #[serde(rename = "sayso:articles")]
    pub(super) articles: Vec<Box<RawValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) first: Option<Page>,
}

/// What a name of ours means to a reader of JSON-LD.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Term {
    Prefix(&'static str),
    Literal {
        #[serde(rename = "@id")]
        id: &'static str,
        #[serde(rename = "@type")]
        r#type: &'static str,
    },
}

#[derive(Serialize)]
pub(super) struct Page {
    pub(super) id: String,
    pub(super) r#type: &'static str,
    #[serde(rename = "partOf")]
    pub(super) part_of: String,
    #[serde(rename = "startIndex")]
    pub(super) start_index: usize,
    pub(super) items: Vec<Annotation>,
}

#[derive(Serialize)]
pub(super) struct Annotation {
    pub(super) id: String,
    pub(super) r#type: &'static str,
    pub(super) motivation: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) creator: Option<Agent>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) created: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) modified: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) body: Vec<Body>,
    pub(super) target: Target,
    #[serde(rename = "sayso:mark", skip_serializing_if = "Option::is_none")]
    pub(super) mark: Option<Box<RawValue>>,
    #[serde(rename = "sayso:tie", skip_serializing_if = "Option::is_none")]
    pub(super) tie: Option<Box<RawValue>>,
}

#[derive(Serialize)]
pub(super) struct Agent {
    pub(super) r#type: &'static str,
    pub(super) name: String,
}

#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Body {
    Text { r#type: &'static str, purpose: &'static str, value: String, format: &'static str },
    Resource { r#type: &'static str, purpose: &'static str, source: String },
}

#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Target {
    Whole(String),
    Pieces(Vec<Piece>),
}

#[derive(Serialize)]
pub(super) struct Piece {
    pub(super) r#type: &'static str,
    pub(super) source: String,
    pub(super) selector: Vec<Selector>,
}

#[derive(Serialize)]
#[serde(tag = "type")]
pub(super) enum Selector {
    #[serde(rename = "TextQuoteSelector")]
    Quote { exact: String, prefix: String, suffix: String },
    #[serde(rename = "TextPositionSelector")]
    Position { start: usize, end: usize },
}
