//! What a format has no place for and has room for all the same: it goes along as our own file has it.

use std::mem::discriminant;

use serde_json::value::RawValue;

use crate::annotation::{Attribution, Claim, Content, Mark, Place, SaidBy, SourceId, Timestamp};
use crate::article::Foreign;
use crate::format::json::{Flaw, Path, Reader};
use crate::format::native::time;
use crate::format::{read, wire};

use super::json::raw;
use super::labels;

/// The most that is carried of a mark where a format keeps its words, its tags, who made it and when, and ties
/// as records of their own.
pub(super) fn rest(mark: &Mark) -> Mark {
    let content = match &mark.content {
        Content::Claim(claim) if !claim.said_by.attributions().is_empty() => {
            Content::Claim(Claim { said_by: SaidBy::Open, ..claim.clone() })
        }
        Content::Note(_) => Content::Note(String::new()),
        other => other.clone(),
    };
    Mark {
        content,
        note: String::new(),
        tags: Vec::new(),
        creator: String::new(),
        created: Timestamp::default(),
        modified: Timestamp::default(),
        ..mark.clone()
    }
}

/// What a label says, with what went along of a mark of that kind. `source` is whom a mention would mention
/// of which nothing went along.
pub(super) fn content(
    label: Option<&str>,
    own: Option<&Content>,
    source: impl FnOnce() -> SourceId,
) -> Content {
    let is_like = |label: &str, own: &Content| {
        discriminant(&labels::content(label, || SourceId::from(""))) == discriminant(own)
    };
    match (label, own) {
        (None, Some(own)) => own.clone(),
        // Labels of notes are where programs show them, so they count there.
        (Some(label), Some(own)) if !matches!(own, Content::Note(_)) && is_like(label, own) => own.clone(),
        (label, _) => labels::content(label.unwrap_or(labels::NOTE), source),
    }
}

/// Fields of newer versions that went along, but for those that a mark of this kind has itself: where the kind
/// is another than it was, what belonged to that one may be among them.
pub(super) fn foreign(fields: Foreign, content: &Content) -> Foreign {
    let known: &[&str] = match content {
        Content::Claim(_) => &["attributions", "form", "verdict", "evidence"],
        Content::Source(_) => &["source"],
        Content::Note(_) => &["label"],
        Content::Cue => &[],
    };
    Foreign(fields.0.into_iter().filter(|(name, _)| !known.contains(&name.as_str())).collect())
}

/// A mark as our own file has it; its anchors only if it has no place, as formats have places of their own.
pub(super) fn mark(mark: &Mark) -> Box<RawValue> {
    let anchors = match &mark.place {
        Place::Orphan(anchors) => anchors.clone(),
        Place::Placed(_) => Vec::new(),
    };
    let spans: Vec<wire::Anchor> = anchors.into_iter().map(wire::Anchor::from).collect();
    raw(&wire::Mark::new(mark, spans, time::write))
}

/// A mark that was carried, and whether it said that it is an orphan.
pub(super) fn read_mark(raw: &RawValue, path: &Path<'_>, reader: &mut Reader) -> Result<(Mark, bool), Flaw> {
    let unplaced = read::mark(raw, path, reader, time::take)?;
    let anchors = read::anchors(&unplaced, path, reader)?;
    Ok((Mark { place: Place::Orphan(anchors), ..unplaced.mark }, unplaced.orphan))
}

/// A tie as our own file has it.
pub(super) fn tie(tie: &Attribution) -> Box<RawValue> {
    raw(&wire::Attribution::from(tie))
}
