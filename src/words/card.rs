//! What stands on an open card.

use super::quoted;

fixed! {
    find_source = "Find or name a source";
    find_source_hint = "Enter takes the first that fits, or names a new source; with Shift as well as the others";
    evidence = "Evidence";
    add_evidence = "Add evidence";
    evidence_address = "Address";
    evidence_passage = "Quoted passage";
    evidence_note = "What it shows";
    evidence_day = "Day";
    day_hint = "year-month-day";
    open_address = "Open the address";
    remove_evidence = "Remove evidence";
    tags = "Tags";
    add_tag = "Add a tag";
    pieces = "Pieces";
    take_out = "Take out";
    told_through = "Told through";
}

/// A piece of evidence by its number and by what is known of it.
pub fn evidence_named(number: usize, what: &str) -> String {
    let what = if what.is_empty() { "nothing written yet" } else { what };
    format!("Evidence {number}: {what}")
}

pub fn remove_tag(tag: &str) -> String {
    format!("Remove the tag {}", quoted(tag))
}

pub fn take_out_named(quote: &str) -> String {
    format!("Take out {}", quoted(quote))
}

pub fn add_named(name: &str) -> String {
    format!("New: {name}")
}

/// Who tells the claim that a claim is part of.
pub fn told_by(name: &str) -> String {
    format!("told by {name}")
}
