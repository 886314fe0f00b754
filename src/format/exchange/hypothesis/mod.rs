//! Hypothesis: the JSON that its client exports and imports. Positions count UTF-16 units, and quotes come with
//! 32 characters around them. There is no text in such a file: it is read onto the article that is open.
//!
//! Hypothesis keeps the words, the comment and the tags of an annotation and nothing else, so all that is to
//! survive there is a tag: the kind first, then what only a claim or a mention has, then the person's own tags.
//! A mark of several pieces is an annotation a piece.

mod read;
mod tags;
mod write;

use super::json::Shape;
use super::{Codec, Loss};

pub(super) const CODEC: Codec = Codec {
    media: "application/json",
    single: true,
    loses: &[
        Loss::LooseEnds,
        Loss::Orphans,
        Loss::UnusedSources,
        Loss::Names,
        Loss::NewerFields,
        Loss::SourceKinds,
        Loss::SourceRoles,
        Loss::Reasons,
        Loss::SourceNotes,
        Loss::Answers,
        Loss::Codebooks,
        Loss::Drift,
        Loss::Evidence,
        Loss::TieMentions,
        Loss::TieCues,
    ],
    write: write::write,
    read: Some(read::read),
};

/// Whose accounts ours are; such a place cannot be (RFC 6761).
const AUTHORITY: &str = "sayso.invalid";

/// Whether a file is one, by what the client writes around the annotations.
pub(super) fn looks(shape: &Shape) -> bool {
    shape.has(&["annotations"]) && (shape.has(&["export_date"]) || shape.has(&["client_version"]))
}
