//! What is forgotten of marks.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::{arrange, clear, each_claim};
use crate::annotation::{Content, Mark, MarkId, Place, SaidBy};
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

/// Leaves out line ends at the edges of pieces, joins pieces that only line ends separate, and drops marks on
/// nothing else. Says how many marks that changed.
pub(super) fn line_ends(document: &mut Document) -> usize {
    let text = document.article.text.clone();
    let is_bare = |mark: &Mark| {
        mark.spans()
            .is_some_and(|spans| spans.iter().all(|span| text.slice(span).trim_matches('\n').is_empty()))
    };
    let dropped = drop_marks(document, is_bare);
    let trimmed = |span: Span| {
        let words = text.slice(span);
        let start = span.start().0 + words.len() - words.trim_start_matches('\n').len();
        text.span(ByteOffset(start)..ByteOffset(start + words.trim_matches('\n').len()))
    };
    let changed = super::each_mark(document, |mark| {
        let Place::Placed(spans) = &mark.place else { return false };
        let mut joined: Vec<Span> = Vec::new();
        for span in spans.iter().filter_map(trimmed) {
            let gap = joined.last().and_then(|last| text.span(last.end()..span.start()));
            let is_line_end = gap.is_some_and(|gap| text.slice(gap).chars().all(|c| c == '\n'));
            match joined.last().copied().filter(|_| is_line_end) {
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

/// A name for a piece that no other mark has.
fn unused(id: &MarkId, piece: usize, taken: &mut BTreeSet<MarkId>) -> MarkId {
    let mut name = MarkId::from(format!("{id}-{piece}").as_str());
    while !taken.insert(name.clone()) {
        name = MarkId::from(format!("{name}-{piece}").as_str());
    }
    name
}
