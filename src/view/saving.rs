//! Where the last step is kept, and what gave way to another tab.

use crate::article::ArticleId;
use crate::session::{Record, RecordId};

/// Whether the last step is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saving {
    /// All of it.
    Saved,
    /// Not, for this reason; it stays in memory and is tried again.
    Unsaved(String),
    /// Nothing can be changed here, for this reason.
    ReadOnly(String),
    /// In local storage, and about to be in the second copy.
    Saving,
    /// All of it, but there is no second copy here, for this reason.
    SavedOnce(String),
}

/// A version of a record that gave way and is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    /// The article it belongs to.
    pub article: ArticleId,
    /// The record.
    pub id: RecordId,
    /// The version; `None` if in that version it is removed.
    pub record: Option<Record>,
    /// What the button says.
    pub offer: String,
}
