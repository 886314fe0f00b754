//! Who makes a claim and with which word, taken in one step.

use super::transaction::Draft;
use super::{Change, Record, Session, Stamp, Told, Verb, bounds, mark, voice};
use std::rc::Rc;

use crate::annotation::{Attribution, Claim, Content, Mark, MarkId, MarkKind, SaidBy, SourceId};
use crate::text::{Span, Spans};

/// Marks the mention and the cue, unless they are marked already, and ties the claim to them.
pub(super) fn take(session: &Session, claim: &MarkId, told: Told, stamp: &Stamp) -> Option<Draft> {
    let old = session.marks.get(claim).filter(|mark| mark.claim().is_some())?;
    let mut change = Change::default();
    let cue = told.cue.and_then(|span| cue(session, &mut change, span, stamp));
    let said = told.source.and_then(|span| mention(session, &mut change, span, stamp));
    let mut mark = Mark::clone(old);
    if let Content::Claim(content) = &mut mark.content {
        match &said {
            Some((mention, source)) => tie(session, claim, content, (mention, source), cue.as_ref()),
            None => add_cue(content, cue.as_ref()),
        }
    }
    if mark != **old {
        stamp.press(&mut mark);
        session.put(&mut change, Record::Mark(Rc::new(mark)));
    }
    let (verb, object) = match said {
        Some((_, source)) => (Verb::Tie, name(session, &change, &source)),
        None => (Verb::MarkCue, told.cue.map(|span| session.article.text.slice(span).to_owned())?),
    };
    Some(Draft { change, verb, object })
}

/// The cue that stands there, made if it is new.
fn cue(session: &Session, change: &mut Change, span: Span, stamp: &Stamp) -> Option<MarkId> {
    let spans = Spans::from(span);
    if let Some(there) = mark::equal(session, &spans, |mark| mark.kind() == MarkKind::Cue) {
        return Some(there.id.clone());
    }
    let id = MarkId::from(stamp.ids[2].as_str());
    bounds::fits(session, &spans).then(|| {
        mark::put(session, change, &id, &spans, Content::Cue, stamp);
        id
    })
}

/// The mention that stands there with its voice, both made if they are new.
fn mention(session: &Session, change: &mut Change, span: Span, stamp: &Stamp) -> Option<(MarkId, SourceId)> {
    let spans = Spans::from(span);
    let there = mark::equal(session, &spans, |mark| mark.kind() == MarkKind::Source);
    if let Some((mark, source)) = there.and_then(|mark| Some((mark, mark.mentions()?))) {
        return Some((mark.id.clone(), source.clone()));
    }
    if !bounds::fits(session, &spans) {
        return None;
    }
    let id = MarkId::from(stamp.ids[0].as_str());
    let source = voice::called(session, change, session.article.text.slice(span), &stamp.ids[1]);
    mark::put(session, change, &id, &spans, Content::Source(source.clone()), stamp);
    Some((id, source))
}

/// Ties the claim. A tie that was only our guess gives way; any other stays beside the new one.
fn tie(
    session: &Session,
    id: &MarkId,
    claim: &mut Claim,
    (mention, source): (&MarkId, &SourceId),
    cue: Option<&MarkId>,
) {
    let guessed = session.guessed.as_ref() == Some(id);
    let mut ties = if guessed { Vec::new() } else { claim.said_by.attributions().to_vec() };
    let at = ties.iter().position(|tie| tie.source == *source).unwrap_or(ties.len());
    if at == ties.len() {
        ties.push(Attribution::to(source.clone()));
    }
    if let Some(tie) = ties.get_mut(at) {
        tie.mention = Some(mention.clone());
        tie.cue = cue.cloned().or(tie.cue.take());
    }
    claim.said_by = SaidBy::Sources(ties);
}

/// A cue alone joins the first tie without one.
fn add_cue(claim: &mut Claim, cue: Option<&MarkId>) {
    if let SaidBy::Sources(ties) = &mut claim.said_by
        && let Some(tie) = ties.iter_mut().find(|tie| tie.cue.is_none())
    {
        tie.cue = cue.cloned();
    }
}

/// What a voice is called, be it new or not.
fn name(session: &Session, change: &Change, source: &SourceId) -> String {
    let new = change.edits().find_map(|(_, edit)| match &edit.after {
        Some(Record::Source(new)) if new.id == *source => Some(new.name.clone()),
        _ => None,
    });
    new.or_else(|| Some(session.sources.get(source)?.name.clone())).unwrap_or_default()
}
