//! The stored form of what the journal keeps: entries, snapshots, pasts and notes, a line each.
//!
//! An entry is what a transaction leaves behind: a checksum, a space and JSON without line breaks of its own making. The checksum
//! covers the key too, so an entry that turns up under another key is noticed. Offsets count code
//! points; quotes are left out, since the text is kept beside the entries.
//!
//! ```text
//! 1c291ca3 {"v":2,"at":1772618400000,"step":"mark-cue","object":"said","origin":"local",
//!           "marks":[{"id":"…","kind":"cue","spans":[[17,21]],"created":1772618400000}]}
//! ```

mod body;
mod decode;
mod encode;
mod error;
mod note;
mod past;
mod records;
pub(super) mod seal;
mod snapshot;
#[cfg(test)]
mod tests;
mod turn;

use std::collections::BTreeMap;

use crate::annotation::Timestamp;
use crate::session::{Change, Origin, Record, RecordId, Step, Transaction};

pub use body::Body;
pub(super) use body::fit;
pub use decode::{Raw, decode};
pub use encode::encode;
pub use error::EntryError;
pub use note::{Gone, Replaced, decode_fact, encode_fact};
pub use past::Past;
pub use seal::is_sealed;
pub use snapshot::{RawSnapshot, Snapshot};
pub use turn::Turn;

/// JSON behind the checksum that it has under a key, for tests of what is sound and yet wrong.
#[cfg(test)]
pub(crate) fn sealed(json: &str, key: &str) -> String {
    seal::seal(json, key)
}

/// The version that is written, and the newest that is read.
pub const VERSION: u64 = 2;

/// What a transaction leaves behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The records as they become; `None` for one that is removed.
    pub edits: BTreeMap<RecordId, Option<Record>>,
    /// What the step is called.
    pub step: Step,
    /// Where it came from.
    pub origin: Origin,
    /// When it was made.
    pub at: Timestamp,
    /// Who made it; empty if not said.
    pub by: String,
    /// The latest time of another tab's entries of the article that its writer knew, in milliseconds
    /// since 1970; `None` in what version 1 wrote, which is taken as having known everything.
    pub seen: Option<u64>,
    /// The body of the article; only its first entry has one.
    pub body: Option<Body>,
}

impl Entry {
    /// The entry of a transaction, without a body.
    #[must_use]
    pub fn of(transaction: &Transaction) -> Entry {
        let edits = transaction.change.edits().map(|(id, edit)| (id.clone(), edit.after.clone()));
        let mut all = BTreeMap::new();
        all.extend(edits);
        Entry {
            edits: all,
            step: transaction.step.clone(),
            origin: transaction.origin,
            at: transaction.at,
            by: transaction.by.clone(),
            seen: None,
            body: None,
        }
    }

    /// The transaction again. `before` tells what each record was until then, which is not
    /// stored. An edit that changes nothing is left out.
    #[must_use]
    pub fn into_transaction(self, before: impl Fn(&RecordId) -> Option<Record>) -> Transaction {
        let mut change = Change::default();
        for (id, after) in self.edits {
            let was = before(&id);
            change.edit(id, was, after);
        }
        Transaction { change, step: self.step, origin: self.origin, at: self.at, by: self.by }
    }
}
