//! What is forgotten of marks.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::{arrange, clear, each_claim};
use crate::annotation::{Content, Mark, MarkId, MarkKind, Place, SaidBy};
use crate::format::native::Document;
use crate::text::{ByteOffset, Span, Spans};

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

/// Leaves out space of some kind at the edges of pieces, joins pieces that nothing else separates, and drops
/// marks on nothing else. Says how many marks that changed.
pub(super) fn trim(document: &mut Document, is_space: fn(char) -> bool) -> usize {
    let text = document.article.text.clone();
    let is_bare = |mark: &Mark| {
        mark.spans()
            .is_some_and(|spans| spans.iter().all(|span| text.slice(span).trim_matches(is_space).is_empty()))
    };
    let dropped = drop_marks(document, is_bare);
    let trimmed = |span: Span| {
        let words = text.slice(span);
        let start = span.start().0 + words.len() - words.trim_start_matches(is_space).len();
        text.span(ByteOffset(start)..ByteOffset(start + words.trim_matches(is_space).len()))
    };
    let changed = super::each_mark(document, |mark| {
        let Place::Placed(spans) = &mark.place else { return false };
        let mut joined: Vec<Span> = Vec::new();
        for span in spans.iter().filter_map(trimmed) {
            let gap = joined.last().and_then(|last| text.span(last.end()..span.start()));
            let is_space = gap.is_some_and(|gap| text.slice(gap).chars().all(is_space));
            match joined.last().copied().filter(|_| is_space) {
                Some(last) => {
                    joined.pop();
                    joined.extend(text.span(last.start()..span.end()));
                }
                None => joined.push(span),
            }
        }
        let now = Spans::new(joined);
        let changed = now.as_ref() != Some(spans);
        if let Some(now) = now {
            mark.place = Place::Placed(now);
        }
        changed
    });
    arrange(document);
    dropped + changed
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

/// Marks go that lie on words which an earlier mark of their kind is on; notes are of one kind. Says how many.
pub(super) fn overlaps(document: &mut Document) -> usize {
    arrange(document);
    let mut taken: BTreeMap<MarkKind, BTreeMap<ByteOffset, ByteOffset>> = BTreeMap::new();
    let mut over = BTreeSet::new();
    for mark in &document.marks {
        let Some(spans) = mark.spans() else { continue };
        let taken = taken.entry(mark.kind()).or_default();
        let before = |span: &Span| taken.range(..span.end()).next_back().map(|(_, end)| *end);
        if spans.iter().any(|span| before(&span).is_some_and(|end| end > span.start())) {
            over.insert(mark.id.clone());
        } else {
            taken.extend(spans.iter().map(|span| (span.start(), span.end())));
        }
    }
    drop_marks(document, |mark| over.contains(&mark.id))
}

/// A name for a piece that no other mark has.
fn unused(id: &MarkId, piece: usize, taken: &mut BTreeSet<MarkId>) -> MarkId {
    let mut name = MarkId::from(format!("{id}-{piece}").as_str());
    while !taken.insert(name.clone()) {
        name = MarkId::from(format!("{name}-{piece}").as_str());
    }
    name
}
