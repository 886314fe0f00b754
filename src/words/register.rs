//! The register: merging, splitting, referring, and showing one voice alone.

use super::{mark_count, quoted, source_kind};
use crate::annotation::SourceKind;

pub fn more_for(name: &str) -> String {
    format!("More for {name}")
}

pub fn merge_item() -> String {
    "Merge into…".into()
}

pub fn merge_title(name: &str) -> String {
    format!("Merge {name}")
}

pub fn merge_explained(name: &str) -> String {
    format!(
        "All mentions of {name}, and all claims tied to it, go to the source you choose. What was written about it is kept there."
    )
}

pub fn merge_field() -> String {
    "Into".into()
}

pub fn merge() -> String {
    "Merge".into()
}

pub fn name_and_kind(name: &str, kind: SourceKind) -> String {
    format!("{name} ({})", source_kind(kind))
}

pub fn drag_hint() -> String {
    "Drag onto another source to merge the two".into()
}

pub fn only_this_voice() -> String {
    "Only this voice".into()
}

pub fn only_named(name: &str) -> String {
    format!("Show only {name}")
}

pub fn all_shown() -> String {
    "All marks are shown.".into()
}

pub fn only_shown(name: &str, shown: usize) -> String {
    format!("Only {name} is shown: {}.", mark_count(shown))
}

pub fn previous_mention() -> String {
    "Previous mention".into()
}

pub fn next_mention() -> String {
    "Next mention".into()
}

pub fn previous_mention_of(name: &str) -> String {
    format!("Previous mention of {name}")
}

pub fn next_mention_of(name: &str) -> String {
    format!("Next mention of {name}")
}

/// Which mention is in hand, from 0, of how many.
pub fn mention_at(at: usize, all: usize) -> String {
    format!("mention {} of {all}", at + 1)
}

pub fn split_off() -> String {
    "Split off".into()
}

pub fn split_off_named(quote: &str) -> String {
    format!("Split off {}", quoted(quote))
}

/// A mention of a voice without a name was marked.
pub fn and_who(marked: &str) -> String {
    format!("{marked} If that is somebody in the list, press the digit.")
}
