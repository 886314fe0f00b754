//! Who wrote each record last: the one rule by which all tabs agree.
//!
//! Of two writes of a record the one with the later turn counts, and a removal is a write like any
//! other. So it does not matter in which order, how often and from where writes come in.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::article::Details;
use crate::format::entry::{Snapshot, Turn};
use crate::session::{Record, RecordId};

/// The latest write of each record ever written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Ledger {
    /// `None` for a record that was removed.
    pub(super) written: BTreeMap<RecordId, (Turn, Option<Record>)>,
    /// The latest details, which an article keeps while it is out of the library.
    pub(super) details: Option<(Turn, Rc<Details>)>,
}

impl Ledger {
    /// Takes a write in; whether it counts.
    pub(super) fn put(&mut self, id: &RecordId, turn: &Turn, record: Option<&Record>) -> bool {
        if let Some(Record::Article(details)) = record {
            self.put_details(turn, details);
        }
        let counts = self.written.get(id).is_none_or(|(last, _)| turn >= last);
        if counts {
            self.written.insert(id.clone(), (turn.clone(), record.cloned()));
        }
        counts
    }

    fn put_details(&mut self, turn: &Turn, details: &Rc<Details>) {
        if self.details.as_ref().is_none_or(|(last, _)| turn >= last) {
            self.details = Some((turn.clone(), details.clone()));
        }
    }

    /// Takes in all that a snapshot has.
    pub(super) fn merge(&mut self, snapshot: &Snapshot) {
        for (id, (turn, record)) in &snapshot.records {
            self.put(id, turn, record.as_ref());
        }
        if let Some((turn, details)) = &snapshot.was {
            self.put_details(turn, details);
        }
    }

    /// The record as it is; `None` if it was removed or never written.
    pub(super) fn get(&self, id: &RecordId) -> Option<&Record> {
        self.written.get(id)?.1.as_ref()
    }

    /// All records as they are, by name.
    pub(super) fn records(&self) -> impl Iterator<Item = &Record> {
        self.written.values().filter_map(|(_, record)| record.as_ref())
    }
}
