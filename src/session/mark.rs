//! Making, changing and removing marks.

use std::rc::Rc;

use super::transaction::Draft;
use super::{Change, Hand, Origin, Plan, Record, RecordId, Session, Stamp, Verb, voice};
use crate::annotation::{
    Attribution, Claim, Content, Mark, MarkId, MarkKind, Place, SaidBy, Source, SourceId, guess_form,
    guess_kind, same_name,
};
use crate::article::Foreign;
use crate::text::Spans;

/// Marks spans. The same spans marked as the same kind again are one mark: it is taken in hand.
pub(super) fn make(session: &Session, kind: MarkKind, spans: &Spans, stamp: &Stamp) -> Plan {
    let same = |mark: &&Rc<Mark>| mark.kind() == kind && mark.spans() == Some(spans);
    if let Some(there) = session.marks.iter().find(same) {
        return Plan::only(Hand::Take(there.id.clone()));
    }
    let [mark_id, source_id] = &stamp.ids;
    let id = MarkId::from(mark_id.as_str());
    let object = spans.quote(&session.article.text);
    let mut change = Change::default();
    let content = match kind {
        MarkKind::Claim => Content::Claim(claim(session, spans)),
        MarkKind::Source => Content::Source(voice_called(session, &mut change, &object, source_id)),
        MarkKind::Cue => Content::Cue,
        MarkKind::Note => Content::Note(String::new()),
    };
    session.put(&mut change, Record::Mark(Rc::new(new(id.clone(), spans, content, stamp))));
    let transaction = Draft { change, verb: verb(kind), object }.sign(Origin::Local, stamp);
    Plan { transaction, hand: hand(session, kind, id) }
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

/// The voice of this name in the register, entered there if it is new.
fn voice_called(session: &Session, change: &mut Change, name: &str, new_id: &str) -> SourceId {
    if let Some(known) = session.sources.iter().find(|source| same_name(&source.name, name)) {
        return known.id.clone();
    }
    let id = SourceId::from(new_id);
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let kind = guess_kind(&name);
    session.put(change, Record::Source(Rc::new(Source::new(id.clone(), name, kind))));
    id
}

fn new(id: MarkId, spans: &Spans, content: Content, stamp: &Stamp) -> Mark {
    Mark {
        id,
        place: Place::Placed(spans.clone()),
        content,
        note: String::new(),
        tags: Vec::new(),
        creator: stamp.by.clone(),
        created: stamp.at,
        modified: stamp.at,
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

/// Changes a mark, if that changes anything.
pub(super) fn edit(
    session: &Session,
    id: &MarkId,
    stamp: &Stamp,
    verb: Verb,
    alter: impl FnOnce(&mut Mark),
) -> Option<Draft> {
    let old = session.marks.get(id)?;
    let mut mark = Mark::clone(old);
    alter(&mut mark);
    if mark == **old {
        return None;
    }
    mark.modified = stamp.at;
    let object = mark.quote(&session.article.text);
    let mut change = Change::default();
    session.put(&mut change, Record::Mark(Rc::new(mark)));
    Some(Draft { change, verb, object })
}

/// Changes what only a claim has.
pub(super) fn edit_claim(
    session: &Session,
    id: &MarkId,
    stamp: &Stamp,
    verb: Verb,
    alter: impl FnOnce(&mut Claim),
) -> Option<Draft> {
    edit(session, id, stamp, verb, |mark| {
        if let Content::Claim(claim) = &mut mark.content {
            alter(claim);
        }
    })
}
