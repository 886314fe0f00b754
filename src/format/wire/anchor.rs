//! Anchors, as they are written.

use crate::annotation;

/// An anchor. In a published file it also carries the quote of a span that is in its place.
#[derive(serde::Serialize)]
pub(in crate::format) struct Anchor {
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<usize>,
    #[serde(skip_serializing_if = "String::is_empty")]
    quote: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    prefix: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    suffix: String,
}

impl From<annotation::Anchor> for Anchor {
    fn from(anchor: annotation::Anchor) -> Anchor {
        // Nothing spans 0 to 0, so these two zeros stand for a position that is not known.
        let position = Some(anchor.position).filter(|at| (at.start.0, at.end.0) != (0, 0));
        Anchor {
            start: position.as_ref().map(|at| at.start.0),
            end: position.map(|at| at.end.0),
            quote: anchor.quote,
            prefix: anchor.prefix,
            suffix: anchor.suffix,
        }
    }
}
