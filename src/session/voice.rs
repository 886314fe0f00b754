//! Entering, changing and removing voices.

use std::rc::Rc;

use super::transaction::Draft;
use super::{Change, Record, RecordId, Session, Stamp, Verb, claims, mentions_of};
use crate::annotation::{
    Attribution, Content, Mark, MarkId, SaidBy, Source, SourceId, guess_kind, same_name,
};

/// A name as it is kept: one space between words, none around them.
pub(super) fn tidy(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The voice of this name in the register, entered there if it is new.
pub(super) fn called(session: &Session, change: &mut Change, name: &str, new_id: &str) -> SourceId {
    match session.sources.iter().find(|source| same_name(&source.name, name)) {
        Some(known) => known.id.clone(),
        None => enter(session, change, name, new_id),
    }
}

/// Enters a voice, even if there is another of its name.
pub(super) fn enter(session: &Session, change: &mut Change, name: &str, new_id: &str) -> SourceId {
    let (id, name) = (SourceId::from(new_id), tidy(name));
    let kind = guess_kind(&name);
    session.put(change, Record::Source(Rc::new(Source::new(id.clone(), name, kind))));
    id
}

/// Enters a voice by name and ties a claim to it; a name that is there already is used again.
pub(super) fn add(session: &Session, name: &str, claim: Option<&MarkId>, stamp: &Stamp) -> Option<Draft> {
    let name = tidy(name);
    if name.is_empty() {
        return None;
    }
    let mut change = Change::default();
    let id = called(session, &mut change, &name, &stamp.ids[1]);
    let claim = claim.and_then(|claim| session.marks.get(claim)).filter(|mark| mark.claim().is_some());
    if let Some(claim) = claim {
        let mut claim = Mark::clone(claim);
        stamp.press(&mut claim);
        if let Content::Claim(content) = &mut claim.content {
            content.said_by = SaidBy::Sources(vec![Attribution::to(id)]);
        }
        session.put(&mut change, Record::Mark(Rc::new(claim)));
    }
    Some(Draft { change, verb: Verb::AddSource, object: name })
}

/// Replaces what is known about a voice. A name may not become empty: the old one stays.
pub(super) fn edit(session: &Session, source: &Source) -> Option<Draft> {
    let old = session.sources.get(&source.id)?;
    let mut source = source.clone();
    if source.name.trim().is_empty() {
        source.name.clone_from(&old.name);
    }
    let object = source.name.clone();
    let mut change = Change::default();
    session.put(&mut change, Record::Source(Rc::new(source)));
    Some(Draft { change, verb: Verb::EditSource, object })
}

/// Removes a voice, its mentions, and the ties to it, in one step that undoes wholly.
pub(super) fn remove(session: &Session, id: &SourceId, stamp: &Stamp) -> Option<Draft> {
    let object = session.sources.get(id)?.name.clone();
    let mut change = Change::default();
    session.drop(&mut change, RecordId::Source(id.clone()));
    for mention in mentions_of(session, id) {
        session.drop(&mut change, RecordId::Mark(mention.id.clone()));
    }
    for claim in claims(session).filter(|claim| claim.claim().is_some_and(|c| c.said_by.has(id))) {
        session.put(&mut change, Record::Mark(Rc::new(untied(claim, id, stamp))));
    }
    Some(Draft { change, verb: Verb::RemoveSource, object })
}

fn untied(claim: &Mark, id: &SourceId, stamp: &Stamp) -> Mark {
    let mut claim = claim.clone();
    stamp.press(&mut claim);
    if let Content::Claim(content) = &mut claim.content {
        let left = content.said_by.attributions().iter().filter(|a| a.source != *id);
        content.said_by = SaidBy::or_open(left.cloned().collect());
    }
    claim
}

/// Whether a voice stands on this one mention: no other mention, no claim, nothing written about it.
pub(super) fn stands_on(session: &Session, id: &SourceId, mention: &MarkId) -> bool {
    let Some(source) = session.sources.get(id) else { return false };
    let mentioned = mentions_of(session, id).any(|other| other.id != *mention);
    let claimed = claims(session).any(|claim| claim.claim().is_some_and(|c| c.said_by.has(id)));
    !is_written(source) && !mentioned && !claimed
}

/// Whether a person wrote more about a voice than its name.
pub(super) fn is_written(source: &Source) -> bool {
    !(source.role.is_empty() && source.why_unnamed.is_empty() && source.note.is_empty())
}
