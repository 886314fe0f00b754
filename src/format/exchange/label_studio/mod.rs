//! Label Studio: tasks of JSON with one annotation each, and the labelling configuration that shows them.
//! Offsets count code points.
//!
//! A mark is a region with a label; its form and verdict are choices of the region, its comment and tags text
//! areas. A later piece of a mark `continues` the first. A claim is `said by` a mention and has its `cue`, of
//! the second tie `said by 2` and `cue 2`. What there is no control for lies in the `meta` of a region or of the
//! task, which Label Studio hands back as it is.

mod config;
mod marks;
mod read;
mod wire;
mod write;

use super::json::Shape;
use super::{Codec, Part};

pub(super) const CODEC: Codec = Codec {
    media: "application/json",
    single: false,
    loses: &[],
    write: write::write,
    read: Some(read::read),
};

/// What the controls are called.
const LABEL: &str = "label";
const TEXT: &str = "text";
const FORM: &str = "form";
const VERDICT: &str = "verdict";
const NOTE: &str = "note";
const TAGS: &str = "tags";

/// What relations are called.
const SAID_BY: &str = "said by";
const CUE: &str = "cue";
const CONTINUES: &str = "continues";

/// What ours is called in `meta`.
const OURS: &str = "sayso";

/// The tasks among the parts: the one part that is some.
fn tasks(parts: &[Part]) -> Option<&Part> {
    parts.iter().find(|part| Shape::of(&part.bytes).is_some_and(|shape| looks(&shape)))
}

/// Whether a file is tasks, or one task.
pub(super) fn looks(shape: &Shape) -> bool {
    let work = ["annotations", "predictions", "completions"];
    shape.has(&["data"]) && work.iter().any(|name| shape.has(&[name]))
}
