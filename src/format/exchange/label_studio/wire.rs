//! The shapes of the file, as they are written.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::value::RawValue;

#[derive(Serialize)]
pub(super) struct Task<'a> {
    pub(super) id: usize,
    pub(super) data: Data<'a>,
    pub(super) meta: Meta<About>,
    pub(super) annotations: [Annotation; 1],
    pub(super) predictions: [(); 0],
}

#[derive(Serialize)]
pub(super) struct Data<'a> {
    pub(super) text: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(super) title: &'a str,
}

/// What is kept for us.
#[derive(Serialize)]
pub(super) struct Meta<T> {
    pub(super) sayso: T,
}

/// What is left of an article, and its marks that have no place.
#[derive(Serialize)]
pub(super) struct About {
    pub(super) article: Box<RawValue>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) orphans: Vec<Box<RawValue>>,
}

#[derive(Serialize)]
pub(super) struct Annotation {
    pub(super) id: usize,
    pub(super) result: Vec<Entry>,
    pub(super) was_cancelled: bool,
    pub(super) ground_truth: bool,
}

#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Entry {
    Region {
        id: String,
        from_name: &'static str,
        to_name: &'static str,
        r#type: &'static str,
        value: Value,
        origin: &'static str,
        #[serde(skip_serializing_if = "Option::is_none")]
        meta: Option<Meta<Box<RawValue>>>,
    },
    Relation {
        from_id: String,
        to_id: String,
        r#type: &'static str,
        direction: &'static str,
        labels: [String; 1],
    },
}

/// Where a region is, and what a control says of it.
#[derive(Serialize)]
pub(super) struct Value {
    pub(super) start: usize,
    pub(super) end: usize,
    #[serde(flatten)]
    pub(super) said: BTreeMap<&'static str, Said>,
}

#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Said {
    Words(String),
    List(Vec<String>),
}
