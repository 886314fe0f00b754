//! WebAnno TSV 3.3, which WebAnno and INCEpTION read and write: a row for each token. Offsets count UTF-16
//! units.
//!
//! Each kind of mark is a layer of spans with features (`webanno.custom.Claim|form|verdict|…`); a claim has
//! two slots, for the mentions and for the cues of its ties. A mark that cuts tokens lies on parts of them.
//! Pieces of a mark share the feature `mark`. Beside the table lies a description of the layers, which a
//! project has to have before the table is imported.

mod annotations;
mod cells;
mod escape;
mod header;
mod layers;
mod read;
mod schema;
mod sentences;
mod take;
mod tokens;
mod write;

use super::{Codec, Loss, Part};

pub(super) const CODEC: Codec = Codec {
    media: "text/tab-separated-values",
    single: true,
    loses: &[
        Loss::LooseEnds,
        Loss::Orphans,
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
        Loss::Drift,
    ],
    write: write::write,
    read: Some(read::read),
};

/// How each table begins, whichever of the versions 3.0 to 3.3 it is of.
const BEGINS: &str = "#FORMAT=WebAnno TSV 3.";

/// What a cell says where nothing is annotated, and where something is that has no value.
const NOTHING: &str = "_";
const NO_VALUE: &str = "*";

/// Whether a part is such a table.
fn is_table(part: &Part) -> bool {
    let bytes = part.bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&part.bytes);
    bytes.starts_with(BEGINS.as_bytes())
}

/// Whether there is such a table among the parts.
pub(super) fn looks(parts: &[Part]) -> bool {
    parts.iter().any(is_table)
}
