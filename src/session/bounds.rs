//! Moving the bounds of a mark; all that is tied to it stays.

use std::rc::Rc;

use super::transaction::{Draft, pair};
use super::{Change, Record, Session, Stamp, Verb, edit};
use crate::annotation::{Claim, Content, Mark, MarkId, Place, guess_form};
use crate::text::{Span, Spans};

/// Gives a mark other spans. An orphan is placed by it.
pub(super) fn set(session: &Session, id: &MarkId, spans: &Spans, stamp: &Stamp) -> Option<Draft> {
    shape(session, id, spans.clone(), stamp, Verb::SetBounds)
}

/// Adds a span, joined with those that it touches.
pub(super) fn add(session: &Session, id: &MarkId, span: Span, stamp: &Stamp) -> Option<Draft> {
    let here = session.marks.get(id)?.spans().into_iter().flat_map(Spans::iter);
    shape(session, id, Spans::new(here.chain([span]).collect())?, stamp, Verb::AddSpan)
}

/// Takes one span out. The last one stays: a mark without words would be none.
pub(super) fn remove(session: &Session, id: &MarkId, at: usize, stamp: &Stamp) -> Option<Draft> {
    let mut left: Vec<Span> = session.marks.get(id)?.spans()?.iter().collect();
    if at >= left.len() {
        return None;
    }
    left.remove(at);
    shape(session, id, Spans::new(left)?, stamp, Verb::RemoveSpan)
}

fn shape(session: &Session, id: &MarkId, spans: Spans, stamp: &Stamp, verb: Verb) -> Option<Draft> {
    if !fits(session, &spans) {
        return None;
    }
    edit::edit(session, id, stamp, verb, |mark| {
        if let (Content::Claim(claim), Place::Placed(old)) = (&mut mark.content, &mark.place) {
            refit(session, claim, old, &spans);
        }
        mark.place = Place::Placed(spans);
        mark.drift = None;
    })
}

/// Marks are right where they stand: nothing more is said of how they came there. An orphan stands
/// nowhere.
pub(super) fn accept(session: &Session, ids: &[MarkId], stamp: &Stamp) -> Option<Draft> {
    let mut change = Change::default();
    let mut objects = Vec::new();
    for old in ids.iter().filter_map(|id| session.marks.get(id)) {
        if old.spans().is_some() && old.drift.is_some() {
            let mut mark = Mark { drift: None, ..Mark::clone(old) };
            stamp.press(&mut mark);
            objects.push(mark.quote(&session.article.text));
            session.put(&mut change, Record::Mark(Rc::new(mark)));
        }
    }
    let count = objects.len();
    let object = if count == 1 { objects.pop()? } else { pair("", &count.to_string()) };
    Some(Draft { change, verb: Verb::Accept, object })
}

/// Whether the spans are of this article's text; those of another might leave it or cut a character.
pub(super) fn fits(session: &Session, spans: &Spans) -> bool {
    spans.iter().all(|span| session.article.text.span(span.start()..span.end()).is_some())
}

/// A form that was only guessed is guessed anew; one that somebody chose stays.
fn refit(session: &Session, claim: &mut Claim, old: &Spans, new: &Spans) {
    if claim.form == Some(guess_form(&session.article, old)) {
        claim.form = Some(guess_form(&session.article, new));
    }
}
