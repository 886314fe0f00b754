//! What is being typed.

use crate::annotation::MarkId;

/// What is being typed and is not a step yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The mark it is about.
    pub mark: MarkId,
    /// Which of its fields.
    pub field: Field,
    /// What stands there now.
    pub text: String,
}

/// A field of a mark that is typed into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The note.
    Note,
    /// The label of a note mark.
    Label,
    /// A new tag, or several with commas.
    Tag,
    /// Part of a piece of evidence, by its number; the number after the last is a new one.
    Evidence(usize, EvidencePart),
}

/// A part of a piece of evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EvidencePart {
    /// Where it is.
    Address,
    /// The passage that matters.
    Passage,
    /// What the person says of it.
    Note,
    /// The day it was looked at.
    Day,
}

impl EvidencePart {
    /// All parts, in the order of the card.
    pub const ALL: [EvidencePart; 4] =
        [EvidencePart::Address, EvidencePart::Passage, EvidencePart::Note, EvidencePart::Day];
}
