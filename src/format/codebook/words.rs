//! The words that codebooks use. They are published: they never change.

use crate::codebook::{Colour, FieldKind, Subject};
use crate::format::word::Word;

/// How a field is answered, as a word.
pub(super) const KINDS: [&str; 4] = ["choice", "yes or no", "text", "number"];

/// The word for how a field is answered.
pub(super) fn kind(kind: &FieldKind) -> &'static str {
    let [choice, yes_no, text, number] = KINDS;
    match kind {
        FieldKind::Choice(_) => choice,
        FieldKind::YesNo => yes_no,
        FieldKind::Text => text,
        FieldKind::Number => number,
    }
}

impl Word for Subject {
    const ALL: &'static [Subject] = &Subject::ALL;

    fn word(self) -> &'static str {
        match self {
            Subject::Claim => "claim",
            Subject::Source => "source",
            Subject::Cue => "cue",
        }
    }
}

impl Word for Colour {
    const ALL: &'static [Colour] = &Colour::ALL;

    fn word(self) -> &'static str {
        match self {
            Colour::Grey => "grey",
            Colour::Red => "red",
            Colour::Orange => "orange",
            Colour::Yellow => "yellow",
            Colour::Green => "green",
            Colour::Teal => "teal",
            Colour::Blue => "blue",
            Colour::Pink => "pink",
        }
    }
}
