//! CoNLL: one token a line, tags in the scheme IOB2, a blank line between sentences.
//!
//! The table has the columns that brat's `BIOtoStandoff.py` takes: begin and end in code points, the token,
//! what is linked, and a tag each for source, cue and content. Beside it stand the text, and for programs
//! that want two columns (doccano, trainers of taggers) a table a kind.

mod read;
mod tokens;
mod write;

use super::{Codec, Loss, Part};

pub(super) const CODEC: Codec = Codec {
    media: "text/plain",
    single: true,
    loses: &[
        Loss::LooseEnds,
        Loss::Orphans,
        Loss::Notes,
        Loss::Pieces,
        Loss::Edges,
        Loss::Overlaps,
        Loss::SilentTies,
        Loss::SilentSources,
        Loss::SourceNames,
        Loss::SourceKinds,
        Loss::SourceRoles,
        Loss::Reasons,
        Loss::SourceNotes,
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
        Loss::Comments,
        Loss::Tags,
        Loss::Answers,
        Loss::Creators,
        Loss::Codebooks,
        Loss::Times,
        Loss::Drift,
        Loss::Forms,
        Loss::Verdicts,
        Loss::Evidence,
        Loss::Findings,
    ],
    write: write::write,
    read: Some(read::read),
};

/// The tags of the kinds, which are those of PolNeAR, in the order of their columns.
const KINDS: [&str; 3] = ["Source", "Cue", "Content"];

/// What the tables of one kind are called.
const TABLES: [&str; 3] = ["sources", "cues", "claims"];

/// The columns of our own table.
const COLUMNS: usize = 7;

/// What stands in a cell that says nothing.
const NOTHING: &str = "_";

/// The endings that tables of tokens go by.
const ENDINGS: [&str; 6] = ["conll", "conllu", "bio", "iob", "iob2", "bioes"];

/// Whether a part says by its name that it is such a table.
fn is_named(part: &Part) -> bool {
    ENDINGS.iter().any(|ending| part.ending().eq_ignore_ascii_case(ending))
}

/// Whether these are tables of tokens: by name in a packed file, by their lines in one that stands alone.
pub(super) fn looks(parts: &[Part]) -> bool {
    match parts {
        [part] => tokens::is_table(&part.bytes),
        parts => parts.iter().any(is_named) && parts.iter().all(is_text),
    }
}

fn is_text(part: &Part) -> bool {
    std::str::from_utf8(&part.bytes).is_ok()
}
