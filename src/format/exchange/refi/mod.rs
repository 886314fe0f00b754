//! REFI-QDA: projects of programs for qualitative analysis (QDA-XML 1.0, `.qdpx`). Positions count code points,
//! the end exclusive.
//!
//! An article is a text source, a piece of a mark a selection in it. What a mark is, how it is told, whether it
//! holds and its tags are codes; what was written about it is the selection's description. A voice is a case
//! that refers to its mentions. Links tie a claim to a voice, to the mention and to the cue, and later pieces
//! to the first.

mod codebook;
mod codes;
mod project;
mod read;
mod selections;
mod write;
mod xml;

use super::{Codec, Loss, Part};

pub use codebook::{CodesLoss, codes_of, is_codes, read_codes, write_codes};

pub(super) const CODEC: Codec = Codec {
    media: "application/zip",
    single: false,
    loses: &[
        Loss::LooseEnds,
        Loss::Orphans,
        Loss::ControlCharacters,
        Loss::Names,
        Loss::Follows,
        Loss::NewerFields,
        Loss::Inlines,
        Loss::Blocks,
        Loss::Answers,
        Loss::Codebooks,
        Loss::Drift,
        Loss::Evidence,
    ],
    write: write::write,
    read: Some(read::read),
};

/// The part that says what there is.
const PROJECT: &str = "project.qde";

/// What links are called.
const SAID_BY: &str = "said by";
const MENTION: &str = "mention";
const CUE: &str = "cue";
const CONTINUES: &str = "continues";

/// The variables of a voice.
const KIND: &str = "kind";
const ROLE: &str = "role";
const WHY_UNNAMED: &str = "why unnamed";

/// The variables of an article.
const BYLINE: &str = "byline";
const PUBLISHER: &str = "publisher";
const ADDRESS: &str = "address";
const PUBLISHED: &str = "published";
const RETRIEVED: &str = "retrieved";
const LANGUAGE: &str = "language";

/// Whether the parts are those of a project.
pub(super) fn looks(parts: &[Part]) -> bool {
    project(parts).is_some()
}

/// The part that says what there is, whatever it is called.
fn project(parts: &[Part]) -> Option<&Part> {
    parts.iter().find(|part| !part.name.contains('/') && part.ending().eq_ignore_ascii_case("qde"))
}
