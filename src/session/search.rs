//! Finding in the text and in the marks at once.

use super::{Session, find_marks};
use crate::annotation::{Mark, MarkId};
use crate::text::{Span, find};

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hit {
    /// The words stand in the text here.
    Place(Span),
    /// The words are written about this mark: in its note, its tags, its evidence …
    Mark(MarkId),
}

/// Where words stand in the text and in what is written about the marks that are `shown`, in reading
/// order; marks whose place was not found again come last.
#[must_use]
pub fn search(session: &Session, words: &str, shown: &dyn Fn(&Mark) -> bool) -> Vec<Hit> {
    let text = &session.article.text;
    let places = find(text, words).into_iter().map(|span| (Some(span.start()), Hit::Place(span)));
    let mut hits: Vec<_> = places.collect();
    for id in find_marks(session, words) {
        let Some(mark) = session.marks.get(&id).filter(|mark| shown(mark)) else { continue };
        hits.push((mark.spans().map(|spans| spans.hull().start()), Hit::Mark(id)));
    }
    // The sort is stable, so that at one place the text comes before its marks.
    hits.sort_by_key(|(start, _)| (start.is_none(), *start));
    hits.into_iter().map(|(_, hit)| hit).collect()
}
