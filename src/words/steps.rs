//! What steps are called, and what the live region says of them.

use super::{quoted, source_count};
use crate::session::{Step, Verb};

/// A step as a wish: *tie claim to Ilse Varga*.
pub fn step(step: &Step) -> String {
    let (object, both) = (&step.object, step.both());
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
        Verb::SetBounds => format!("change the bounds of {}", quoted(object)),
        Verb::AddSpan => format!("add a piece to {}", quoted(object)),
        Verb::RemoveSpan => format!("take a piece out of {}", quoted(object)),
        Verb::MergeSources => format!("merge {} into {}", both.0, both.1),
        Verb::SplitMention => format!("split {} off from {}", quoted(both.0), both.1),
        Verb::Refer => format!("{} is {}", quoted(both.0), both.1),
        Verb::SetEvidence => "write evidence".into(),
        Verb::RemoveEvidence => "remove evidence".into(),
        Verb::SetTags => "tags".into(),
        Verb::SetField => format!("answer {}", quoted(object)),
        Verb::MarkLabel => format!("mark {} as {}", quoted(both.1), both.0),
        Verb::NameState => format!("name this state {}", quoted(object)),
        Verb::RestoreState => format!("restore the state of {object}"),
        Verb::Accept => format!("find {} right as it stands now", one_or_many(both)),
        Verb::TakeOther => format!("take the other version of {}", quoted(object)),
    }
}

/// The words of one mark, or how many marks.
fn one_or_many((quote, count): (&str, &str)) -> String {
    count.parse().map_or_else(|_| quoted(quote), super::mark_count)
}

/// A step in the list of steps: *Tie claim to Ilse Varga*.
pub fn step_in_list(one: &Step) -> String {
    let wish = step(one);
    let mut letters = wish.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

pub fn steps() -> String {
    "Steps".into()
}

pub fn no_steps_yet() -> String {
    "Nothing has been done yet that could be taken back.".into()
}

pub fn before_all_steps() -> String {
    "Before all of these steps".into()
}

/// After going back or forth in the list of steps.
pub fn travelled(steps: usize, back: bool) -> String {
    let what = if steps == 1 { "One step".to_owned() } else { format!("{steps} steps") };
    format!("{what} {}.", if back { "taken back" } else { "made again" })
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
    let (object, both) = (&last.object, last.both());
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
        Verb::RemoveSource => {
            format!("{object} removed, with its mentions and ties. Undo brings all of it back.")
        }
        Verb::SetBounds => format!("Bounds changed: {}.", quoted(object)),
        Verb::AddSpan => format!("Piece added: {}.", quoted(object)),
        Verb::RemoveSpan => format!("Piece taken out. Left: {}.", quoted(object)),
        Verb::MergeSources => format!("{} is now one with {}.", both.0, both.1),
        Verb::SplitMention => format!("{} is a source of its own now.", quoted(both.0)),
        Verb::Refer => format!("{} is {}.", quoted(both.0), both.1),
        Verb::MarkLabel => format!("Marked as {}: {}.", both.0, quoted(both.1)),
        Verb::NameState => format!("This state is named {}.", quoted(object)),
        Verb::RestoreState => format!("Restored: the state of {object}. Undo brings back what was here."),
        Verb::Accept => format!("Right as it stands now: {}.", one_or_many(both)),
        Verb::TakeOther => format!("The other version of {} is here now.", quoted(object)),
        _ => format!("Done: {}.", step(last)),
    }
}

pub(super) fn how_to_tie(sources: usize) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A step with two objects, as the session makes it.
    fn of(verb: Verb, first: &str, second: &str) -> Step {
        let object = if second.is_empty() { first.to_owned() } else { format!("{first}\u{1f}{second}") };
        Step { verb, object }
    }

    #[test]
    fn steps_with_two_objects_name_both() {
        fn check(verb: Verb, both: (&str, &str), wish: &str, said: &str) {
            let last = of(verb, both.0, both.1);
            assert_eq!((step(&last).as_str(), done(&last, 3).as_str()), (wish, said));
        }
        check(Verb::Refer, ("he", "Ilse Varga"), "“he” is Ilse Varga", "“he” is Ilse Varga.");
        check(
            Verb::MergeSources,
            ("she", "Ilse Varga"),
            "merge she into Ilse Varga",
            "she is now one with Ilse Varga.",
        );
        check(
            Verb::SplitMention,
            ("he", "the board"),
            "split “he” off from the board",
            "“he” is a source of its own now.",
        );
        check(Verb::MarkLabel, ("irony", "No"), "mark “No” as irony", "Marked as irony: “No”.");
        check(Verb::SetBounds, ("No", ""), "change the bounds of “No”", "Bounds changed: “No”.");
        check(Verb::Tie, ("Ilse Varga", ""), "tie claim to Ilse Varga", "Said by Ilse Varga.");
    }

    #[test]
    fn every_step_has_a_name_without_a_mark_of_its_making() {
        for verb in Verb::ALL {
            let last = of(verb, "one", "two");
            let said = [step(&last), done(&last, 0)];
            let two = [Verb::MergeSources, Verb::SplitMention, Verb::Refer, Verb::MarkLabel].contains(&verb);
            assert!(said.iter().all(|text| !text.is_empty()), "{verb:?}");
            assert!(!two || said.iter().all(|text| !text.contains('\u{1f}')), "{said:?}");
        }
    }
}
