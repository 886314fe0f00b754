//! What is forgotten of marks.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::{arrange, clear, each_claim};
use crate::annotation::{Content, Mark, MarkId, Place, SaidBy};
use crate::format::native::Document;
use crate::text::Spans;

/// Takes marks out, and the references to them. Says how many there were.
pub(super) fn drop_marks(document: &mut Document, goes: impl Fn(&Mark) -> bool) -> usize {
    let gone: BTreeSet<MarkId> =
        document.marks.iter().filter(|mark| goes(mark)).map(|mark| mark.id.clone()).collect();
    if gone.is_empty() {
        return 0;
    }
    document.marks.retain(|mark| !gone.contains(&mark.id));
    each_claim(document, |claim| {
        if let SaidBy::Sources(ties) = &mut claim.said_by {
            for tie in ties {
                tie.mention = tie.mention.take().filter(|id| !gone.contains(id));
                tie.cue = tie.cue.take().filter(|id| !gone.contains(id));
            }
        }
        false
    });
    gone.len()
}

/// The label of a note.
pub(super) fn label(mark: &mut Mark) -> bool {
    match &mut mark.content {
        Content::Note(label) => clear(label),
        _ => false,
    }
}

/// Each piece of a mark becomes a mark like it; references lead to the first piece. Says how many marks
/// were cut.
pub(super) fn pieces(document: &mut Document) -> usize {
    let mut taken: BTreeSet<MarkId> = document.marks.iter().map(|mark| mark.id.clone()).collect();
    let mut cut = 0;
    let mut all = Vec::with_capacity(document.marks.len());
    for mark in document.marks.drain(..) {
        let Some(spans) = mark.spans().filter(|spans| spans.iter().len() > 1).cloned() else {
            all.push(mark);
            continue;
        };
        cut += 1;
        for (nth, span) in spans.iter().enumerate() {
            let id = if nth == 0 { mark.id.clone() } else { unused(&mark.id, nth + 1, &mut taken) };
            all.push(Rc::new(Mark { id, place: Place::Placed(Spans::from(span)), ..Mark::clone(&mark) }));
        }
    }
    document.marks = all;
    if cut > 0 {
        arrange(document);
    }
    cut
}

/// A name for a piece that no other mark has.
fn unused(id: &MarkId, piece: usize, taken: &mut BTreeSet<MarkId>) -> MarkId {
    let mut name = MarkId::from(format!("{id}-{piece}").as_str());
    while !taken.insert(name.clone()) {
        name = MarkId::from(format!("{name}-{piece}").as_str());
    }
    name
}
