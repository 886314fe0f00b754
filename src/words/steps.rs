//! What steps are called, and what the live region says of them.

use super::{quoted, source_count};
use crate::session::{Step, Verb};

/// A step as a wish: *tie claim to Ilse Varga*.
pub fn step(step: &Step) -> String {
    let object = &step.object;
    match step.verb {
        Verb::AddArticle => format!("add {}", quoted(object)),
        Verb::EditArticle => "edit the article’s details".into(),
        Verb::RemoveArticle => format!("delete {}", quoted(object)),
        Verb::RestoreArticle => format!("restore {}", quoted(object)),
        Verb::MarkClaim => format!("mark claim {}", quoted(object)),
        Verb::MarkSource => format!("mark source {}", quoted(object)),
        Verb::MarkCue => format!("mark cue {}", quoted(object)),
        Verb::MarkNote => format!("note on {}", quoted(object)),
        Verb::RemoveMark => format!("remove the mark on {}", quoted(object)),
        Verb::Tie => format!("tie claim to {object}"),
        Verb::Untie => "untie the claim".into(),
        Verb::NoSource => "no source given".into(),
        Verb::SetForm => "how the claim is told".into(),
        Verb::SetVerdict => "verdict".into(),
        Verb::SetNote => "write a note".into(),
        Verb::SetLabel => "write a label".into(),
        Verb::AddSource => format!("enter {object}"),
        Verb::EditSource => format!("edit {object}"),
        Verb::RemoveSource => format!("remove {object} from the sources"),
    }
}

pub fn undo_step(last: &Step) -> String {
    format!("Undo: {} (Ctrl+Z)", step(last))
}

pub fn redo_step(last: &Step) -> String {
    format!("Redo: {} (Ctrl+Shift+Z)", step(last))
}

pub fn undone(last: &Step) -> String {
    format!("Undone: {}.", step(last))
}

pub fn redone(last: &Step) -> String {
    format!("Done again: {}.", step(last))
}

/// A step once it is done; `sources` is how many voices a digit can choose from.
pub fn done(last: &Step, sources: usize) -> String {
    let object = &last.object;
    match last.verb {
        Verb::MarkClaim => {
            format!("Claim marked: {}. No source yet. {}", quoted(object), how_to_tie(sources))
        }
        Verb::MarkSource => format!("Source marked: {}.", quoted(object)),
        Verb::MarkCue => format!("Cue marked: {}.", quoted(object)),
        Verb::MarkNote => format!("Note made on {}.", quoted(object)),
        Verb::RemoveMark => format!("Mark removed: {}.", quoted(object)),
        Verb::Tie => format!("Said by {object}."),
        Verb::Untie => "No longer tied.".into(),
        Verb::NoSource => "No source given.".into(),
        Verb::AddSource => format!("{object} entered."),
        Verb::RemoveSource => format!("{object} removed, with its mentions and ties."),
        _ => format!("Done: {}.", step(last)),
    }
}

fn how_to_tie(sources: usize) -> String {
    match sources {
        0 => "Select who says it and press S, or press 0 if nobody is named.".into(),
        n => format!("Press a digit for one of {}, or 0 if nobody is named.", source_count(n)),
    }
}

/// A mark once it is made and tied.
pub fn marked_and_tied(marked: &Step, tied: &Step) -> String {
    let what = match marked.verb {
        Verb::MarkClaim => "Claim",
        Verb::MarkSource => "Source",
        _ => "Cue",
    };
    format!("{what} marked: {}. Said by {}.", quoted(&marked.object), tied.object)
}

/// What is taken in hand.
pub fn in_hand(kind: &str, quote: &str, by: &str) -> String {
    if by.is_empty() {
        format!("{kind}: {}.", quoted(quote))
    } else {
        format!("{kind}: {}. {by}.", quoted(quote))
    }
}
