//! What is said while the pencil is used: the caret, the bounds, the proposal.

use super::quoted;
use super::steps::how_to_tie;

/// What a link in the text says when it is pointed at.
#[must_use]
pub fn link(address: &str) -> String {
    format!("{address} (Enter, or Ctrl or Cmd with a click, opens it)")
}

/// How many characters of a long selection are read out at each end.
const READ_OUT: usize = 60;

pub fn pull_here() -> String {
    "Pull to change the bounds".into()
}

pub fn no_further() -> String {
    "It goes no further.".into()
}

pub fn beyond_article() -> String {
    "The bounds end where the article ends.".into()
}

pub fn only_inside() -> String {
    "Only what is inside the article was taken.".into()
}

pub fn no_mark_here() -> String {
    "No mark here.".into()
}

pub fn nothing_in_hand() -> String {
    "No mark is in hand. Take one first: click on it, or press J.".into()
}

pub fn end_of_article() -> String {
    "The end of the article.".into()
}

pub fn marks_here() -> String {
    "Marks at this place".into()
}

/// What the caret stands before.
pub fn at_caret(passed: &str) -> String {
    match passed {
        " " => "space".into(),
        passed if passed.trim().is_empty() => "line end".into(),
        passed => shortened(passed.trim()),
    }
}

/// What is selected.
pub fn selected(words: &str) -> String {
    format!("Selected: {}", quoted(&shortened(words.trim())))
}

/// Of a long passage its beginning and its end.
fn shortened(words: &str) -> String {
    if words.chars().count() <= 2 * READ_OUT {
        return words.to_owned();
    }
    let first: String = words.chars().take(READ_OUT).collect();
    let last: Vec<char> = words.chars().rev().take(READ_OUT).collect();
    format!("{first} … {}", last.into_iter().rev().collect::<String>())
}

pub fn new_bounds() -> String {
    "New bounds".into()
}

pub fn add_piece() -> String {
    "Add piece".into()
}

pub fn proposal() -> String {
    "Who says so".into()
}

/// The question about who says the claim just marked.
pub fn told(cue: Option<&str>, source: Option<&str>) -> String {
    match (source, cue) {
        (Some(source), Some(cue)) => format!("{} with {}?", quoted(source), quoted(cue)),
        (Some(one), None) | (None, Some(one)) => format!("{}?", quoted(one)),
        (None, None) => String::new(),
    }
}

pub fn take_all() -> String {
    "Take it".into()
}

pub fn only_the_claim() -> String {
    "Only the claim".into()
}

/// The same question, for the ear; `sources` is how many voices a digit can choose from.
pub fn told_aloud(claim: &str, cue: Option<&str>, source: Option<&str>, sources: usize) -> String {
    let what = match (source, cue) {
        (Some(source), Some(cue)) => format!("{} with {}", quoted(source), quoted(cue)),
        (Some(one), None) | (None, Some(one)) => quoted(one),
        (None, None) => String::new(),
    };
    let how = how_to_tie(sources);
    format!(
        "Claim marked: {}. No source yet. {how} Enter takes {what}, Escape only the claim.",
        quoted(claim)
    )
}

pub fn declined() -> String {
    "Only the claim. No source yet.".into()
}
