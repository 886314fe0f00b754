//! Naming a state, going back to one, and taking the version that lost.

use std::collections::BTreeSet;

use super::transaction::Draft;
use super::{Change, Record, RecordId, Session, Verb};

/// Names the present state: a step that changes nothing, kept for its name.
pub(super) fn name(name: &str) -> Option<Draft> {
    let object = super::voice::tidy(name);
    (!object.is_empty()).then(|| Draft { change: Change::default(), verb: Verb::NameState, object })
}

/// Makes the records what they were, in one step. An article that had left the library then stays:
/// whoever looks at its history wants it here.
pub(super) fn state(session: &Session, records: &[Record], which: &str) -> Option<Draft> {
    let mut change = Change::default();
    let wanted: BTreeSet<RecordId> = records.iter().map(Record::id).collect();
    let here = session.records().into_iter().map(|record| record.id());
    for id in here.filter(|id| !wanted.contains(id) && *id != RecordId::Article) {
        session.drop(&mut change, id);
    }
    for record in records {
        session.put(&mut change, record.clone());
    }
    Some(Draft { change, verb: Verb::RestoreState, object: which.to_owned() })
}

/// Makes a record the version that another tab had made of it.
pub(super) fn other(session: &Session, id: &RecordId, record: Option<&Record>) -> Option<Draft> {
    let mut change = Change::default();
    let object = record.cloned().or_else(|| session.record(id)).map(|record| called(session, &record))?;
    match record {
        Some(record) if record.id() == *id => session.put(&mut change, record.clone()),
        Some(_) => return None,
        None => session.drop(&mut change, id.clone()),
    }
    Some(Draft { change, verb: Verb::TakeOther, object })
}

/// What a record is called in the name of a step.
fn called(session: &Session, record: &Record) -> String {
    match record {
        Record::Article(details) => details.title.clone(),
        Record::Source(source) => source.name.clone(),
        Record::Mark(mark) => mark.quote(&session.article.text),
    }
}
