//! UIMA CAS JSON 0.4.0 with its type system inside. Offsets count UTF-16 units.
//!
//! A mark is an annotation of its kind over its first piece, with links to further pieces; a claim links to
//! mentions and cues as well. The register, what is known of the article, ties, evidence, answers and marks
//! without a place are structures that belong to the text and have no place in it. Features are called what the
//! fields of our own file are, so a structure of ours is read as such a record.

mod article;
mod cas;
mod graph;
mod links;
mod marks;
mod others;
mod read;
mod record;
mod schema;
mod system;
mod types;
mod write;

use super::Codec;
use super::json::Shape;

pub(super) const CODEC: Codec = Codec {
    media: "application/json",
    single: true,
    loses: &[],
    write: write::write,
    read: Some(read::read),
};

/// The view that is there by itself.
const VIEW: &str = "_InitialView";

/// What links are called.
const PIECE_OF: &str = "piece";
const SAID_BY: &str = "said by";
const BY_CUE: &str = "cue";

/// Whether a file is one. One in which nothing stands has views alone.
pub(super) fn looks(shape: &Shape) -> bool {
    shape.has(&["%FEATURE_STRUCTURES"]) || shape.has(&["%TYPES", "%VIEWS"])
}
