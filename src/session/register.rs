//! Sorting the register: two voices that are one, one that is two, and a mention of another.

use std::rc::Rc;

use super::transaction::{Draft, pair};
use super::{Change, Record, RecordId, Session, Stamp, Verb, claims, mentions_of, voice};
use crate::annotation::{Attribution, Claim, Content, Mark, MarkId, SaidBy, Source, SourceId};

/// Two voices become one: the mentions and ties of `from` go to `into`, and what was written about
/// it is kept there.
pub(super) fn merge(session: &Session, from: &SourceId, into: &SourceId, stamp: &Stamp) -> Option<Draft> {
    let (gone, stays) = (session.sources.get(from)?, session.sources.get(into)?);
    if from == into {
        return None;
    }
    let mut change = Change::default();
    for mention in mentions_of(session, from) {
        point(session, &mut change, mention, into, stamp);
    }
    lead(session, &mut change, into, stamp, |tie| tie.source == *from);
    session.put(&mut change, Record::Source(Rc::new(joined(gone, stays))));
    session.drop(&mut change, RecordId::Source(from.clone()));
    Some(Draft { change, verb: Verb::MergeSources, object: pair(&gone.name, &stays.name) })
}

/// A mention gets a voice of its own, called as it is. `None` if it is all that its voice stands on.
pub(super) fn split(session: &Session, id: &MarkId, stamp: &Stamp) -> Option<Draft> {
    let mention = session.marks.get(id)?;
    let old = session.sources.get(mention.mentions()?)?;
    let mut change = Change::default();
    let name = mention.quote(&session.article.text);
    let new = voice::enter(session, &mut change, &name, &stamp.ids[1]);
    point(session, &mut change, mention, &new, stamp);
    lead(session, &mut change, &new, stamp, |tie| tie.mention.as_ref() == Some(id));
    if is_bare(session, &change, old) {
        return None;
    }
    Some(Draft { change, verb: Verb::SplitMention, object: pair(&name, &old.name) })
}

/// A mention speaks of another voice. The voice it spoke of goes if nothing else stands on it.
pub(super) fn refer(session: &Session, id: &MarkId, source: &SourceId, stamp: &Stamp) -> Option<Draft> {
    let (mention, new) = (session.marks.get(id)?, session.sources.get(source)?);
    let old = mention.mentions()?;
    if old == source {
        return None;
    }
    let mut change = Change::default();
    point(session, &mut change, mention, source, stamp);
    lead(session, &mut change, source, stamp, |tie| tie.mention.as_ref() == Some(id));
    if session.sources.get(old).is_some_and(|old| is_bare(session, &change, old)) {
        session.drop(&mut change, RecordId::Source(old.clone()));
    }
    let object = pair(&mention.quote(&session.article.text), &new.name);
    Some(Draft { change, verb: Verb::Refer, object })
}

/// Adds to a change that a mention speaks of a voice.
fn point(session: &Session, change: &mut Change, mention: &Mark, source: &SourceId, stamp: &Stamp) {
    let mut mention = mention.clone();
    mention.content = Content::Source(source.clone());
    stamp.press(&mut mention);
    session.put(change, Record::Mark(Rc::new(mention)));
}

/// Adds to a change that some ties lead to this voice.
fn lead(
    session: &Session,
    change: &mut Change,
    source: &SourceId,
    stamp: &Stamp,
    which: impl Fn(&Attribution) -> bool,
) {
    for mark in claims(session) {
        let ties = mark.claim().map(|claim| claim.said_by.attributions()).unwrap_or_default();
        if ties.iter().any(&which) {
            let mut mark = Mark::clone(mark);
            stamp.press(&mut mark);
            if let Content::Claim(Claim { said_by: SaidBy::Sources(ties), .. }) = &mut mark.content {
                redirect(ties, source, &which);
            }
            session.put(change, Record::Mark(Rc::new(mark)));
        }
    }
}

/// Turns ties to a voice. Two to the same voice become one, which keeps the mention and the cue that
/// are there.
fn redirect(ties: &mut Vec<Attribution>, source: &SourceId, which: impl Fn(&Attribution) -> bool) {
    let mut kept: Vec<Attribution> = Vec::with_capacity(ties.len());
    for mut tie in std::mem::take(ties) {
        let turned = which(&tie);
        if turned {
            tie.source = source.clone();
        }
        match kept.iter_mut().find(|other| other.source == tie.source && tie.source == *source) {
            Some(other) => fill(other, tie),
            None => kept.push(tie),
        }
    }
    *ties = kept;
}

fn fill(tie: &mut Attribution, other: Attribution) {
    tie.mention = tie.mention.take().or(other.mention);
    tie.cue = tie.cue.take().or(other.cue);
    for (name, value) in other.foreign.0 {
        if !tie.foreign.0.iter().any(|(known, _)| *known == name) {
            tie.foreign.0.push((name, value));
        }
    }
}

/// Whether nothing stands on a voice any more once a change is made.
fn is_bare(session: &Session, change: &Change, source: &Source) -> bool {
    let after = |mark: &Rc<Mark>| {
        let edit = change.edits().find(|(id, _)| **id == RecordId::Mark(mark.id.clone()));
        match edit.and_then(|(_, edit)| edit.after.clone()) {
            Some(Record::Mark(mark)) => mark,
            _ => mark.clone(),
        }
    };
    let stands = |mark: Rc<Mark>| {
        mark.mentions() == Some(&source.id) || mark.claim().is_some_and(|c| c.said_by.has(&source.id))
    };
    !voice::is_written(source) && !session.marks.iter().map(after).any(stands)
}

/// The voice that stays, with what was written about the one that goes: in fields that are empty,
/// else below its note, so that nothing is lost.
fn joined(gone: &Source, stays: &Source) -> Source {
    let mut source = stays.clone();
    let mut rest = Vec::new();
    let fields = [
        (&mut source.role, &gone.role),
        (&mut source.why_unnamed, &gone.why_unnamed),
        (&mut source.note, &gone.note),
    ];
    for (here, there) in fields {
        if here.is_empty() {
            here.clone_from(there);
        } else if !there.is_empty() && here != there {
            rest.push(there.as_str());
        }
    }
    for line in rest {
        if !source.note.is_empty() {
            source.note.push('\n');
        }
        source.note.push_str(line);
    }
    for (name, value) in &gone.foreign.0 {
        if !source.foreign.0.iter().any(|(known, _)| known == name) {
            source.foreign.0.push((name.clone(), value.clone()));
        }
    }
    source
}
