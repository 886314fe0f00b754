//! Intents become plans: what is to be done, and what is in hand afterwards.

use super::transaction::Draft;
use super::{Change, Intent, Origin, Record, RecordId, Session, Stamp, Transaction, Verb};
use super::{mark, merge, read, tie, voice};
use crate::annotation::{Content, MarkId};

/// What an intent comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// What is to be applied and stored; `None` if the records stay as they are.
    pub transaction: Option<Transaction>,
    /// What is in hand afterwards.
    pub hand: Hand,
}

/// What a plan does to the mark in hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hand {
    /// It stays.
    Keep,
    /// This mark is taken.
    Take(MarkId),
    /// This claim is taken, and the tie it was given is only a guess.
    Guessed(MarkId),
    /// Nothing is in hand.
    Drop,
}

impl Plan {
    /// Nothing to apply.
    pub(super) fn only(hand: Hand) -> Plan {
        Plan { transaction: None, hand }
    }

    /// Nothing at all.
    pub(super) fn nothing() -> Plan {
        Plan::only(Hand::Keep)
    }
}

/// Decides what an intent comes to. Pure: the same session, intent and stamp give the same plan.
#[must_use]
pub fn plan(session: &Session, intent: &Intent, stamp: &Stamp) -> Plan {
    let draft = match intent {
        Intent::Mark(kind, spans) => return mark::make(session, *kind, spans, stamp),
        Intent::Take(id) => return Plan::only(Hand::Take(id.clone())),
        Intent::Go(direction) => {
            return Plan::only(read::neighbour(session, *direction).map_or(Hand::Keep, Hand::Take));
        }
        Intent::LetGo => return Plan::only(Hand::Drop),
        Intent::Undo => return travel(session, Origin::Undo, stamp),
        Intent::Redo => return travel(session, Origin::Redo, stamp),
        Intent::RemoveMark(id) => mark::remove(session, id),
        Intent::SetForm(id, form) => {
            mark::edit_claim(session, id, stamp, Verb::SetForm, |c| c.form = Some(*form))
        }
        Intent::SetVerdict(id, verdict) => {
            mark::edit_claim(session, id, stamp, Verb::SetVerdict, |claim| claim.verdict = *verdict)
        }
        Intent::SetNote(id, note) => {
            mark::edit(session, id, stamp, Verb::SetNote, |m| m.note.clone_from(note))
        }
        Intent::SetLabel(id, label) => mark::edit(session, id, stamp, Verb::SetLabel, |mark| {
            if let Content::Note(old) = &mut mark.content {
                old.clone_from(label);
            }
        }),
        Intent::Tie(claim, source) => tie::only(session, claim, source, stamp),
        Intent::Join(claim, source) => tie::toggle(session, claim, source, stamp),
        Intent::NoSource(claim) => tie::nobody(session, claim, stamp),
        Intent::TieNearest(id) => {
            let transaction =
                tie::nearest(session, id, stamp).and_then(|draft| draft.sign(Origin::Local, stamp));
            return Plan { hand: hand_after_guess(session, id, transaction.as_ref()), transaction };
        }
        Intent::AddSource(name, claim) => voice::add(session, name, claim.as_ref(), stamp),
        Intent::EditSource(source) => voice::edit(session, source),
        Intent::RemoveSource(id) => voice::remove(session, id, stamp),
        Intent::EditDetails(details) => edit_details(session, details),
        Intent::Merge(records) => merge::merge(session, records),
        Intent::RemoveArticle => remove_article(session),
        Intent::RestoreArticle => restore_article(session),
    };
    let transaction = draft.and_then(|draft| draft.sign(Origin::Local, stamp));
    Plan { transaction, hand: Hand::Keep }
}

/// What follows an intent by itself, as a step of its own, so that it can be taken back alone: a
/// mark just made is tied to its nearest sensible partner.
#[must_use]
pub fn follow_up(intent: &Intent, done: &Plan) -> Option<Intent> {
    let transaction = done.transaction.as_ref()?;
    matches!(intent, Intent::Mark(..)).then_some(())?;
    let made = transaction.change.edits().find_map(|(id, edit)| match (id, &edit.before) {
        (RecordId::Mark(id), None) => Some(id.clone()),
        _ => None,
    });
    made.map(Intent::TieNearest)
}

/// A claim that was tied by itself is tied by a guess; a claim whose source was marked is not.
fn hand_after_guess(session: &Session, id: &MarkId, tied: Option<&Transaction>) -> Hand {
    let claim = session.marks.get(id).filter(|mark| mark.claim().is_some());
    claim.and(tied).map_or(Hand::Keep, |_| Hand::Guessed(id.clone()))
}

/// Undo and redo are ordinary transactions that carry an inverted change.
fn travel(session: &Session, origin: Origin, stamp: &Stamp) -> Plan {
    let history = &session.history;
    let entry = if origin == Origin::Undo {
        history.to_undo().map(|entry| (entry.change.invert(), &entry.step))
    } else {
        history.to_redo().map(|entry| (entry.change.clone(), &entry.step))
    };
    let Some((change, step)) = entry else { return Plan::nothing() };
    let hand = hand_after(&change);
    let draft = Draft { change, verb: step.verb, object: step.object.clone() };
    Plan { transaction: draft.sign(origin, stamp), hand }
}

/// What a step back or forth brought is shown by taking it in hand: a claim before anything else.
fn hand_after(change: &Change) -> Hand {
    let marks = change.edits().filter_map(|(_, edit)| match &edit.after {
        Some(Record::Mark(mark)) => Some(mark),
        _ => None,
    });
    marks.max_by_key(|mark| mark.claim().is_some()).map_or(Hand::Keep, |mark| Hand::Take(mark.id.clone()))
}

fn edit_details(session: &Session, details: &crate::article::Details) -> Option<Draft> {
    let mut change = Change::default();
    session.put(&mut change, Record::Article(details.clone().into()));
    Some(Draft { change, verb: Verb::EditArticle, object: details.title.clone() })
}

fn remove_article(session: &Session) -> Option<Draft> {
    let mut change = Change::default();
    session.drop(&mut change, RecordId::Article);
    Some(Draft { change, verb: Verb::RemoveArticle, object: session.details.title.clone() })
}

fn restore_article(session: &Session) -> Option<Draft> {
    let mut change = Change::default();
    session.put(&mut change, Record::Article(session.details.clone()));
    Some(Draft { change, verb: Verb::RestoreArticle, object: session.details.title.clone() })
}
