//! What a format has no place for and has room for all the same: it goes along as our own file has it.

use serde_json::value::RawValue;

use crate::annotation::{Attribution, Claim, Content, Mark, Place, SaidBy, Timestamp};
use crate::format::json::{Flaw, Path, Reader};
use crate::format::native::time;
use crate::format::{read, wire};

use super::json::raw;

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
