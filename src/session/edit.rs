//! Changing what is known about a mark.

use std::rc::Rc;

use super::transaction::Draft;
use super::{Change, Record, Session, Stamp, Verb};
use crate::annotation::{Answer, Claim, Content, Evidence, Mark, MarkId};

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
    stamp.press(&mut mark);
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

/// Writes the label of a note mark.
pub(super) fn label(session: &Session, id: &MarkId, label: &str, stamp: &Stamp) -> Option<Draft> {
    edit(session, id, stamp, Verb::SetLabel, |mark| {
        if let Content::Note(old) = &mut mark.content {
            label.clone_into(old);
        }
    })
}

/// Sets the tags: without white space around them, none empty, none twice.
pub(super) fn tags(session: &Session, id: &MarkId, tags: &[String], stamp: &Stamp) -> Option<Draft> {
    let mut tidy: Vec<String> = Vec::with_capacity(tags.len());
    for tag in tags {
        let tag = super::voice::tidy(tag);
        if !tag.is_empty() && !tidy.contains(&tag) {
            tidy.push(tag);
        }
    }
    edit(session, id, stamp, Verb::SetTags, |mark| mark.tags = tidy)
}

/// Sets one piece of evidence; the number after the last adds one.
pub(super) fn evidence(
    session: &Session,
    id: &MarkId,
    at: usize,
    evidence: &Evidence,
    stamp: &Stamp,
) -> Option<Draft> {
    edit_claim(session, id, stamp, Verb::SetEvidence, |claim| {
        if at == claim.evidence.len() {
            claim.evidence.push(evidence.clone());
        } else if let Some(old) = claim.evidence.get_mut(at) {
            old.clone_from(evidence);
        }
    })
}

/// Takes one piece of evidence away.
pub(super) fn remove_evidence(session: &Session, id: &MarkId, at: usize, stamp: &Stamp) -> Option<Draft> {
    edit_claim(session, id, stamp, Verb::RemoveEvidence, |claim| {
        if at < claim.evidence.len() {
            claim.evidence.remove(at);
        }
    })
}

/// Answers an extra field of a claim. No answer, or a text without words, takes the answer away.
pub(super) fn field(
    session: &Session,
    id: &MarkId,
    name: &str,
    answer: Option<&Answer>,
    stamp: &Stamp,
) -> Option<Draft> {
    session.marks.get(id)?.claim()?;
    let says = |answer: &&Answer| !matches!(answer, Answer::Text(text) if text.trim().is_empty());
    let answer = answer.filter(says).cloned();
    let draft = edit(session, id, stamp, Verb::SetField, |mark| {
        mark.fields.retain(|(other, _)| other != name);
        if let Some(answer) = answer {
            let at = mark.fields.partition_point(|(other, _)| other.as_str() < name);
            mark.fields.insert(at, (name.to_owned(), answer));
        }
    })?;
    Some(Draft { object: name.to_owned(), ..draft })
}
