//! What is said of finding and of filters.

use super::{form, list, mark_count, mark_kind, place_count, quoted, source_kind, verdict};
use crate::session::{Filter, Session, Whose};

/// *2 of 5: 3 places, 2 marks.*
pub fn hits(at: usize, places: usize, marks: usize, words: &str) -> String {
    let found = match (places, marks) {
        _ if words.trim().is_empty() => return String::new(),
        (0, 0) => return "not in this article, nor in its marks".into(),
        (places, 0) => place_count(places),
        (0, marks) => mark_count(marks),
        (places, marks) => format!("{}, {}", place_count(places), mark_count(marks)),
    };
    format!("{} of {}: {found}", at + 1, places + marks)
}

pub fn filter() -> String {
    "Filter".into()
}

pub fn filters() -> String {
    "Show only marks".into()
}

pub fn any() -> String {
    "any".into()
}

pub fn shown_marks() -> String {
    "Which marks are shown".into()
}

pub fn clear_filters() -> String {
    "Clear all".into()
}

pub fn show_all_marks() -> String {
    "Show all marks".into()
}

pub fn filter_kind() -> String {
    "Kind".into()
}

pub fn filter_source() -> String {
    "Source".into()
}

pub fn filter_source_kind() -> String {
    "Kind of source".into()
}

pub fn filter_form() -> String {
    "Form".into()
}

pub fn filter_verdict() -> String {
    "Verdict".into()
}

pub fn filter_tag() -> String {
    "Tag".into()
}

pub fn filter_label() -> String {
    "Label".into()
}

pub fn filter_place() -> String {
    "Place in the text".into()
}

pub fn filter_whose() -> String {
    "Made by".into()
}

pub fn not_found_again() -> String {
    "not found again".into()
}

pub fn whose(whose: Whose) -> String {
    let name = match whose {
        Whose::Mine => "me",
        Whose::Others => "others",
    };
    name.into()
}

/// *3 marks of 12 shown: claim, Ilse Varga, disputed.*
pub fn sifted(session: &Session, filter: &Filter, shown: usize) -> String {
    let all = session.marks.iter().len();
    format!("{} of {all} shown: {}.", mark_count(shown), list(&filter_parts(session, filter)))
}

/// What is set in a filter, each in words.
fn filter_parts(session: &Session, filter: &Filter) -> Vec<String> {
    let source = filter.source.as_ref().and_then(|id| session.sources.get(id));
    let parts = [
        filter.kind.map(|kind| mark_kind(kind).to_lowercase()),
        source.map(|source| source.name.clone()),
        filter.source_kind.map(source_kind),
        filter.form.map(|told| form(told).to_lowercase()),
        filter.verdict.map(|found| verdict(found).to_lowercase()),
        filter.tag.as_ref().map(|tag| format!("tagged {}", quoted(tag))),
        filter.label.as_ref().map(|label| format!("labelled {}", quoted(label))),
        filter.orphan.then(not_found_again),
        filter.whose.map(|by| format!("made by {}", whose(by))),
    ];
    parts.into_iter().flatten().collect()
}

/// *2 of 5 claims.*
pub fn shown_of(shown: usize, all: &str) -> String {
    format!("{shown} of {all}")
}

/// What stands in the list when the filter lets no claim through.
pub fn none_shown() -> String {
    "No claim or note passes the filter.".into()
}

#[cfg(test)]
mod tests {
    use super::hits;

    #[test]
    fn what_is_found_is_counted_in_words() {
        assert_eq!(hits(0, 0, 0, " "), "");
        assert_eq!(hits(0, 0, 0, "toll"), "not in this article, nor in its marks");
        assert_eq!(hits(0, 1, 0, "toll"), "1 of 1: 1 place");
        assert_eq!(hits(1, 0, 2, "toll"), "2 of 2: 2 marks");
        assert_eq!(hits(3, 3, 2, "toll"), "4 of 5: 3 places, 2 marks");
    }
}
