//! brat standoff: a text and, beside it, a file of annotations. Offsets count code points.
//!
//! Attributions are events as in PolNeAR: the trigger lies on the cue, with the roles *Content*, *Cue* and
//! *Source*; a tie without a cue is a relation. The register stands in normalisations (`N`), what has one
//! word in attributes (`A`), what people wrote in notes (`#`).

mod read;
mod write;

use super::{Codec, Loss, Part};

pub(super) const CODEC: Codec = Codec {
    media: "text/plain",
    single: true,
    loses: &[
        Loss::LooseEnds,
        Loss::Orphans,
        Loss::LineEnds,
        Loss::SilentTies,
        Loss::SilentSources,
        Loss::Names,
        Loss::Title,
        Loss::Byline,
        Loss::Publisher,
        Loss::Address,
        Loss::Published,
        Loss::Retrieved,
        Loss::Language,
        Loss::Follows,
        Loss::NewerFields,
        Loss::Inlines,
        Loss::Blocks,
        Loss::Evidence,
        Loss::Answers,
        Loss::Codebooks,
        Loss::Times,
        Loss::Drift,
        Loss::NoteBreaks,
    ],
    write: write::write,
    read: Some(read::read),
};

/// Types of text-bound annotations and of events.
const CONTENT: &str = "Content";
const SOURCE: &str = "Source";
const CUE: &str = "Cue";
const NOTE: &str = "Note";
const ATTRIBUTION: &str = "Attribution";
const NO_SOURCE: &str = "Attribution-no-source";

/// The type of a relation from a claim to a mention that no cue goes with.
const SAID_BY: &str = "SaidBy";

/// Attributes.
const FORM: &str = "Form";
const VERDICT: &str = "Verdict";
const KIND: &str = "Kind";
const NOBODY: &str = "NoSource";

/// What notes are about: brat's own, and ours.
const COMMENT: &str = "AnnotatorNotes";
const LABEL: &str = "Label";
const TAG: &str = "Tag";
const CREATOR: &str = "Creator";
const ROLE: &str = "Role";
const REASON: &str = "WhyUnnamed";
const SOURCE_NOTE: &str = "SourceNote";

/// The resource that normalisations lead to: the register.
const REGISTER: &str = "register";

/// A word of our own as brat takes it, without spaces.
fn joined(word: &str) -> String {
    word.replace(' ', "_")
}

/// Whether these are a text and its annotations, or annotations alone.
pub(super) fn looks(parts: &[Part]) -> bool {
    let is_ann = |part: &&Part| part.ending().eq_ignore_ascii_case("ann");
    let mut anns = parts.iter().filter(is_ann).peekable();
    anns.peek().is_some() && anns.all(|part| std::str::from_utf8(&part.bytes).is_ok())
}
