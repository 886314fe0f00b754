//! Kinds of marks as labels, for programs that know nothing but labels.

use crate::annotation::{Content, SourceId};

/// The labels of the kinds. A note has its own label, or is called a note.
pub(super) const CLAIM: &str = "Claim";
pub(super) const SOURCE: &str = "Source";
pub(super) const CUE: &str = "Cue";
pub(super) const NOTE: &str = "Note";

/// What stands before the label of a note that could be taken for a kind.
const PREFIX: &str = "Note: ";

/// The label of a mark.
pub(super) fn label(content: &Content) -> String {
    match content {
        Content::Claim(_) => CLAIM.to_owned(),
        Content::Source(_) => SOURCE.to_owned(),
        Content::Cue => CUE.to_owned(),
        Content::Note(label) if label.is_empty() => NOTE.to_owned(),
        Content::Note(label) if is_kind(label) || label.starts_with(PREFIX) => {
            format!("{PREFIX}{label}")
        }
        Content::Note(label) => label.clone(),
    }
}

/// What a label says; `source` is whom a mention would mention.
pub(super) fn content(label: &str, source: impl FnOnce() -> SourceId) -> Content {
    match label {
        CLAIM => Content::Claim(crate::annotation::Claim::default()),
        SOURCE => Content::Source(source()),
        CUE => Content::Cue,
        NOTE => Content::Note(String::new()),
        other => Content::Note(other.strip_prefix(PREFIX).unwrap_or(other).to_owned()),
    }
}

/// The label that a tag of a table of tokens stands for: what PolNeAR calls content is a claim.
pub(super) fn of_tag(tag: &str) -> &str {
    if tag == "Content" { CLAIM } else { tag }
}

/// Whether a label names a kind.
pub(super) fn is_kind(label: &str) -> bool {
    [CLAIM, SOURCE, CUE, NOTE].contains(&label)
}

/// The name of the relation of a tie: the first has no number.
pub(super) fn numbered(name: &str, nth: usize) -> String {
    if nth == 0 { name.to_owned() } else { format!("{name} {}", nth + 1) }
}

/// Which tie a relation of such a name belongs to.
pub(super) fn number(relation: &str, name: &str) -> Option<usize> {
    match relation.strip_prefix(name)? {
        "" => Some(0),
        rest => rest.strip_prefix(' ')?.parse::<usize>().ok()?.checked_sub(1).filter(|nth| *nth > 0),
    }
}
