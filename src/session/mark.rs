//! Making, changing and removing marks.

use std::rc::Rc;

use super::transaction::{Draft, pair};
use super::{Change, Hand, Origin, Plan, Record, RecordId, Session, Stamp, Verb, voice};
use crate::annotation::{Attribution, Claim, Content, Mark, MarkId, MarkKind, Place, SaidBy, guess_form};
use crate::article::Foreign;
use crate::text::Spans;

/// Marks spans. The same spans marked as the same kind again are one mark: it is taken in hand.
pub(super) fn make(session: &Session, kind: MarkKind, spans: &Spans, stamp: &Stamp) -> Plan {
    if let Some(there) = equal(session, spans, |mark| mark.kind() == kind) {
        return Plan::only(Hand::Take(there.id.clone()));
    }
    let id = MarkId::from(stamp.ids[0].as_str());
    let object = spans.quote(&session.article.text);
    let mut change = Change::default();
    let content = match kind {
        MarkKind::Claim => Content::Claim(claim(session, spans)),
        MarkKind::Source => Content::Source(voice::called(session, &mut change, &object, &stamp.ids[1])),
        MarkKind::Cue => Content::Cue,
        MarkKind::Note => Content::Note(String::new()),
    };
    put(session, &mut change, &id, spans, content, stamp);
    let transaction = Draft { change, verb: verb(kind), object }.sign(Origin::Local, stamp);
    Plan { hand: hand(session, kind, id), transaction }
}

/// Marks spans as a note under a label; the same label on the same spans is one mark.
pub(super) fn label(session: &Session, label: &str, spans: &Spans, stamp: &Stamp) -> Plan {
    let content = Content::Note(label.to_owned());
    if let Some(there) = equal(session, spans, |mark| mark.content == content) {
        return Plan::only(Hand::Take(there.id.clone()));
    }
    let id = MarkId::from(stamp.ids[0].as_str());
    let object = pair(label, &spans.quote(&session.article.text));
    let mut change = Change::default();
    put(session, &mut change, &id, spans, content, stamp);
    let transaction = Draft { change, verb: Verb::MarkLabel, object }.sign(Origin::Local, stamp);
    Plan { transaction, hand: Hand::Take(id) }
}

/// A mark like this that stands on the same spans.
pub(super) fn equal<'a>(
    session: &'a Session,
    spans: &Spans,
    alike: impl Fn(&Mark) -> bool,
) -> Option<&'a Rc<Mark>> {
    let hull = spans.hull();
    session.marks.within(hull.start()..hull.end()).find(|mark| mark.spans() == Some(spans) && alike(mark))
}

/// Adds a new mark to a change.
pub(super) fn put(
    session: &Session,
    change: &mut Change,
    id: &MarkId,
    spans: &Spans,
    content: Content,
    stamp: &Stamp,
) {
    session.put(change, Record::Mark(Rc::new(new(id.clone(), spans, content, stamp))));
}

fn verb(kind: MarkKind) -> Verb {
    match kind {
        MarkKind::Claim => Verb::MarkClaim,
        MarkKind::Source => Verb::MarkSource,
        MarkKind::Cue => Verb::MarkCue,
        MarkKind::Note => Verb::MarkNote,
    }
}

/// Marking who says it, and with which word, leaves the claim in hand.
fn hand(session: &Session, kind: MarkKind, id: MarkId) -> Hand {
    let helps = matches!(kind, MarkKind::Source | MarkKind::Cue);
    if helps && session.claim_in_hand().is_some() { Hand::Keep } else { Hand::Take(id) }
}

fn claim(session: &Session, spans: &Spans) -> Claim {
    Claim { form: Some(guess_form(&session.article, spans)), ..Claim::default() }
}

fn new(id: MarkId, spans: &Spans, content: Content, stamp: &Stamp) -> Mark {
    Mark {
        id,
        place: Place::Placed(spans.clone()),
        content,
        note: String::new(),
        tags: Vec::new(),
        fields: Vec::new(),
        creator: stamp.by.clone(),
        codebook: stamp.codebook.clone(),
        created: stamp.at,
        modified: stamp.at,
        drift: None,
        foreign: Foreign::default(),
    }
}

/// Removes a mark, the ties that went through it, and its voice if nothing else speaks of that.
pub(super) fn remove(session: &Session, id: &MarkId) -> Option<Draft> {
    let mark = session.marks.get(id)?;
    let mut change = Change::default();
    session.drop(&mut change, RecordId::Mark(id.clone()));
    for claim in super::claims(session).filter(|claim| claim.id != *id && uses(claim, id)) {
        session.put(&mut change, Record::Mark(Rc::new(without(claim, id))));
    }
    if let Some(source) = mark.mentions().filter(|source| voice::stands_on(session, source, id)) {
        session.drop(&mut change, RecordId::Source(source.clone()));
    }
    Some(Draft { change, verb: Verb::RemoveMark, object: mark.quote(&session.article.text) })
}

fn uses(claim: &Mark, id: &MarkId) -> bool {
    let attributions = claim.claim().map_or(&[][..], |claim| claim.said_by.attributions());
    attributions.iter().any(|a| a.mention.as_ref() == Some(id) || a.cue.as_ref() == Some(id))
}

fn without(claim: &Mark, id: &MarkId) -> Mark {
    let mut claim = claim.clone();
    if let Content::Claim(Claim { said_by: SaidBy::Sources(attributions), .. }) = &mut claim.content {
        for Attribution { mention, cue, .. } in attributions {
            *mention = mention.take().filter(|mark| mark != id);
            *cue = cue.take().filter(|mark| mark != id);
        }
    }
    claim
}
