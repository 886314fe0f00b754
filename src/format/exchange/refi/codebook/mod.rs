//! Codebooks by themselves (QDA-XML 1.0, `.qdc`).
//!
//! Rules are codes, labels codes below that of notes, a field with choices a group that is no code itself. A
//! set around all of them has the name of the codebook and its version.

mod read;
mod words;
mod write;

use crate::codebook::{Codebook, Colour, FieldKind};

pub use read::read as read_codes;
pub use write::write as write_codes;

/// Something of a codebook that such a file cannot carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CodesLoss {
    /// Fields that are answered in words, with a number, or with yes or no.
    Fields,
    /// The keys of labels.
    Keys,
    /// Characters that no XML can hold; U+FFFD stands in their place.
    ControlCharacters,
}

/// A codebook without what such a file cannot carry, and how much of it there was.
#[must_use]
pub fn codes_of(codebook: &Codebook) -> (Codebook, Vec<(CodesLoss, usize)>) {
    let mut kept = codebook.clone();
    kept.fields.retain(|field| matches!(field.kind, FieldKind::Choice(_)));
    let keys = kept.labels.iter_mut().filter_map(|label| label.key.take()).count();
    let fields = codebook.fields.len() - kept.fields.len();
    let characters = words::replace_control_characters(&mut kept);
    let losses =
        [(CodesLoss::Fields, fields), (CodesLoss::Keys, keys), (CodesLoss::ControlCharacters, characters)];
    (kept, losses.into_iter().filter(|(_, count)| *count > 0).collect())
}

/// The code of all notes, below which labels stand.
const NOTE: &str = "Note";

/// What stands before the number of a version.
const VERSION: &str = "version ";

/// The program that our own files name as theirs.
const OURS: &str = "Sayso";

/// How a colour is written, red, green and blue.
fn colour(colour: Colour) -> [u8; 3] {
    match colour {
        Colour::Grey => [0x80, 0x80, 0x80],
        Colour::Red => [0xd0, 0x3b, 0x3b],
        Colour::Orange => [0xd9, 0x7a, 0x1f],
        Colour::Yellow => [0xd6, 0xb6, 0x1e],
        Colour::Green => [0x3f, 0x96, 0x4c],
        Colour::Teal => [0x1f, 0x94, 0x94],
        Colour::Blue => [0x2f, 0x6f, 0xd0],
        Colour::Pink => [0xc8, 0x4a, 0x9c],
    }
}

/// Whether something is meant to be such a codebook, from its first bytes alone.
#[must_use]
pub fn is_codes(bytes: &[u8]) -> bool {
    const BEGINNING: usize = 1_000;
    let beginning = bytes.get(..BEGINNING).unwrap_or(bytes);
    ["<CodeBook", "urn:QDA-XML:codebook"]
        .iter()
        .all(|wanted| beginning.windows(wanted.len()).any(|window| window == wanted.as_bytes()))
}
