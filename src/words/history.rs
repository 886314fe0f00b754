//! What is said of the history of an article: who did what and when, and going back to it.

use super::{quoted, redone, step_in_list, undone};
use crate::session::{Origin, Step, Verb};

fixed! {
    history = "History";
    close_history = "Close the history";
    history_hint = "Choose a moment to see the article as it was. Nothing changes until you restore it.";
    history_empty = "Nothing has been done with this article yet.";
    history_reading = "Older steps are being read …";
    history_unread = "Some older steps could not be read. They are kept; what can be read is listed.";
    now_in_history = "Now";
    somebody = "Without a name";
    show_more_steps = "Show more steps";
    show_more_sittings = "Show earlier days";
    name_this_state = "Name this state";
    state_name_field = "Name of this state";
    state_name_hint = "First pass, before the edit, as handed in …";
    give_name = "Name it";
    state_needs_name = "Write a name first. The state is found again by it.";
    earlier_state = "Earlier state";
    restore_state = "Restore this state";
    back_to_now = "Back to now";
    see_history = "History: see the article as it was";
    steps_hint = "Going back here takes steps back in this browser, the last one first. Who did what and when, on any day, stands in the history.";
    state_not_found = "This moment can no longer be read. The article is shown as it is now, and nothing was changed.";
    same_as_now = "This state is the same as now. Nothing was changed.";
    looking_back = "This is an earlier state, to look at. Restore it or go back to now to change something.";
}

/// A number with its noun: *1 step*, *1,204 steps*.
pub fn step_count(n: usize) -> String {
    super::terms::count(n, "step", "steps")
}

/// Who sat at it, and how many steps were made.
pub fn sitting_facts(by: &str, steps: usize) -> String {
    let who = if by.is_empty() { somebody() } else { by.to_owned() };
    format!("{who} · {}", step_count(steps))
}

/// A sitting by its day and hours: *4 Mar 2026, 10:04–11:20*.
pub fn sitting_time(day: &str, from: &str, to: &str) -> String {
    if from == to { format!("{day}, {from}") } else { format!("{day}, {from}–{to}") }
}

/// A moment in a sentence: *4 Mar 2026 at 10:04*.
pub fn moment(day: &str, time: &str) -> String {
    format!("{day} at {time}")
}

/// A step in the history, as what happened.
pub fn step_in_history(step: &Step, origin: Origin) -> String {
    match origin {
        Origin::Undo => without_stop(undone(step)),
        Origin::Redo => without_stop(redone(step)),
        Origin::Local | Origin::Remote | Origin::Import if step.verb == Verb::AddArticle => {
            "The article came in".into()
        }
        Origin::Import => format!("From a file: {}", super::step(step)),
        Origin::Local | Origin::Remote => step_in_list(step),
    }
}

fn without_stop(sentence: String) -> String {
    sentence.strip_suffix('.').map(str::to_owned).unwrap_or(sentence)
}

pub fn restore_moment(time: &str, what: &str) -> String {
    format!("Restore the article as it was at {time}, after: {what}")
}

/// What the bar over an earlier state says.
pub fn as_it_was(moment: &str) -> String {
    format!("As it was on {moment}")
}

/// After which step that was.
pub fn after_step(what: &str) -> String {
    format!("After: {what}")
}

/// By which name it is known.
pub fn by_name(name: &str) -> String {
    format!("Named {}", quoted(name))
}

/// What the live region says when an earlier state is shown.
pub fn shows_state(moment: &str, told: &str) -> String {
    format!("{}. {told}. {}", as_it_was(moment), looking_back())
}

pub fn shows_now() -> String {
    "The article as it is now.".into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(verb: Verb, origin: Origin, expected: &str) {
        let step = Step { verb, object: "No".into() };
        assert_eq!(step_in_history(&step, origin), expected);
    }

    #[test]
    fn steps_are_told_with_where_they_come_from() {
        check(Verb::MarkClaim, Origin::Local, "Mark claim “No”");
        check(Verb::MarkClaim, Origin::Remote, "Mark claim “No”");
        check(Verb::MarkClaim, Origin::Undo, "Undone: mark claim “No”");
        check(Verb::MarkClaim, Origin::Redo, "Done again: mark claim “No”");
        check(Verb::EditArticle, Origin::Import, "From a file: edit the article’s details");
        check(Verb::AddArticle, Origin::Import, "The article came in");
    }

    #[test]
    fn sittings_have_a_day_and_hours() {
        assert_eq!(sitting_time("4 Mar 2026", "10:04", "10:04"), "4 Mar 2026, 10:04");
        assert_eq!(sitting_time("4 Mar 2026", "10:04", "11:20"), "4 Mar 2026, 10:04–11:20");
        assert_eq!(sitting_facts("", 1), "Without a name · 1 step");
        assert_eq!(sitting_facts("Ada", 1204), "Ada · 1,204 steps");
    }
}
