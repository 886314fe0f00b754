//! Why an entry is not read.

use crate::format::json::{Flaw, Unsound};

/// Why an entry is not read. It stays stored as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryError {
    /// The checksum does not agree with the rest, or with the key.
    Damaged,
    /// What stands behind the checksum is not JSON.
    NotJson,
    /// It was written by a newer version.
    Newer {
        /// The version of the entry.
        version: u64,
    },
    /// A field is missing, unknown, or holds something else than it should.
    WrongShape {
        /// The field, as in `jq`: `marks[0].kind`.
        path: String,
    },
    /// It speaks of places that the article's text does not have.
    OutOfText,
}

impl From<Flaw> for EntryError {
    fn from(flaw: Flaw) -> EntryError {
        EntryError::WrongShape { path: flaw.into_path() }
    }
}

impl From<Unsound> for EntryError {
    fn from(_: Unsound) -> EntryError {
        EntryError::NotJson
    }
}
