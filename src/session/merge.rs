//! Bringing in what a file says about an article that is here already.

use super::transaction::Draft;
use super::{Change, Record, Session, Verb};

/// Adds records that are not here, and replaces marks by those that were changed later. Nothing that
/// is here is removed.
pub(super) fn merge(session: &Session, records: &[Record]) -> Option<Draft> {
    let mut change = Change::default();
    for record in records {
        if wins(session, record) {
            session.put(&mut change, record.clone());
        }
    }
    Some(Draft { change, verb: Verb::AddArticle, object: session.details.title.clone() })
}

fn wins(session: &Session, record: &Record) -> bool {
    match (session.record(&record.id()), record) {
        (None, _) => true,
        (Some(Record::Mark(here)), Record::Mark(there)) => there.modified > here.modified,
        (Some(_), _) => false,
    }
}
