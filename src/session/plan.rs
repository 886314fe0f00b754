//! Intents become plans: what is to be done, and what is in hand afterwards.

use super::transaction::Draft;
use super::{Change, Intent, Origin, Record, RecordId, Session, Stamp, Transaction, Verb};
use super::{bounds, edit, mark, merge, register, restore, telling, tie, voice};
use crate::annotation::{MarkId, SourceKind};
use crate::apart::apart;

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
    /// The next digit refers this mention; it is taken unless a claim is in hand.
    Fresh(MarkId),
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
    match intent {
        Intent::Mark(_, spans) | Intent::MarkLabel(_, spans) if !bounds::fits(session, spans) => {
            Plan::nothing()
        }
        Intent::Mark(kind, spans) => fresh(session, mark::make(session, *kind, spans, stamp)),
        Intent::MarkLabel(label, spans) => mark::label(session, label, spans, stamp),
        Intent::Take(id) => Plan::only(Hand::Take(id.clone())),
        Intent::LetGo => Plan::only(Hand::Drop),
        Intent::Undo => travel(session, Origin::Undo, stamp),
        Intent::Redo => travel(session, Origin::Redo, stamp),
        Intent::TieNearest(id) => {
            let draft = tie::nearest(session, id, stamp);
            let transaction = draft.and_then(|draft| draft.sign(Origin::Local, stamp));
            Plan { hand: hand_after_guess(session, id, transaction.as_ref()), transaction }
        }
        Intent::TakeTelling(claim, told) => {
            fresh(session, keeping(telling::take(session, claim, *told, stamp), stamp))
        }
        _ => keeping(draft(session, intent, stamp), stamp),
    }
}

/// A step of the person's own that leaves in hand what is there.
fn keeping(draft: Option<Draft>, stamp: &Stamp) -> Plan {
    Plan { transaction: draft.and_then(|draft| draft.sign(Origin::Local, stamp)), hand: Hand::Keep }
}

/// What an intent changes, where what is in hand stays there.
fn draft(session: &Session, intent: &Intent, stamp: &Stamp) -> Option<Draft> {
    match intent {
        Intent::RemoveMark(id) => mark::remove(session, id),
        Intent::SetBounds(id, spans) => apart(|| bounds::set(session, id, spans, stamp)),
        Intent::AddSpan(id, span) => apart(|| bounds::add(session, id, *span, stamp)),
        Intent::RemoveSpan(id, at) => apart(|| bounds::remove(session, id, *at, stamp)),
        Intent::SetForm(id, form) => {
            apart(|| edit::edit_claim(session, id, stamp, Verb::SetForm, |c| c.form = Some(*form)))
        }
        Intent::SetVerdict(id, verdict) => {
            apart(|| edit::edit_claim(session, id, stamp, Verb::SetVerdict, |claim| claim.verdict = *verdict))
        }
        Intent::SetEvidence(id, at, evidence) => apart(|| edit::evidence(session, id, *at, evidence, stamp)),
        Intent::RemoveEvidence(id, at) => apart(|| edit::remove_evidence(session, id, *at, stamp)),
        Intent::SetField(id, name, answer) => {
            apart(|| edit::field(session, id, name, answer.as_ref(), stamp))
        }
        Intent::SetTags(id, tags) => apart(|| edit::tags(session, id, tags, stamp)),
        Intent::SetNote(id, note) => {
            edit::edit(session, id, stamp, Verb::SetNote, |m| m.note.clone_from(note))
        }
        Intent::SetLabel(id, label) => apart(|| edit::label(session, id, label, stamp)),
        Intent::Tie(claim, source) => tie::only(session, claim, source, stamp),
        Intent::Join(claim, source) => tie::toggle(session, claim, source, stamp),
        Intent::NoSource(claim) => tie::nobody(session, claim, stamp),
        Intent::AddSource(name, claim) => voice::add(session, name, claim.as_ref(), stamp),
        Intent::EditSource(source) => apart(|| voice::edit(session, source)),
        Intent::RemoveSource(id) => apart(|| voice::remove(session, id, stamp)),
        Intent::MergeSources { from, into } => apart(|| register::merge(session, from, into, stamp)),
        Intent::SplitMention(id) => apart(|| register::split(session, id, stamp)),
        Intent::Refer(id, source) => apart(|| register::refer(session, id, source, stamp)),
        Intent::EditDetails(details) => apart(|| edit_details(session, details)),
        Intent::Merge(records) => apart(|| merge::merge(session, records)),
        Intent::RemoveArticle => apart(|| remove_article(session)),
        Intent::RestoreArticle => apart(|| restore_article(session)),
        Intent::NameState(name) => apart(|| restore::name(name)),
        Intent::RestoreState(records, which) => apart(|| restore::state(session, records, which)),
        Intent::Accept(marks) => apart(|| bounds::accept(session, marks, stamp)),
        Intent::TakeOther(id, record) => apart(|| restore::other(session, id, record.as_ref())),
        Intent::Mark(..) | Intent::MarkLabel(..) | Intent::Take(_) | Intent::LetGo => None,
        Intent::Undo | Intent::Redo | Intent::TieNearest(_) | Intent::TakeTelling(..) => None,
    }
}

/// A mention whose voice was entered with it and has no name is fresh, if there is another voice
/// that it might be of.
fn fresh(session: &Session, plan: Plan) -> Plan {
    let mention = plan.transaction.as_ref().filter(|_| session.sources.iter().len() > 0).and_then(nameless);
    match mention {
        Some(mention) => Plan { hand: Hand::Fresh(mention), ..plan },
        None => plan,
    }
}

/// The new mention of a new voice without a name in a transaction.
fn nameless(transaction: &Transaction) -> Option<MarkId> {
    let made = || transaction.change.edits().filter(|(_, edit)| edit.before.is_none());
    let voice = made().find_map(|(_, edit)| match &edit.after {
        Some(Record::Source(source)) => Some(source),
        _ => None,
    })?;
    matches!(voice.kind, SourceKind::Other | SourceKind::UnnamedPerson).then_some(())?;
    made().find_map(|(_, edit)| match &edit.after {
        Some(Record::Mark(mark)) if mark.mentions() == Some(&voice.id) => Some(mark.id.clone()),
        _ => None,
    })
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
