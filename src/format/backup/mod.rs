//! Everything that is stored, as one file: the published JSON of `docs/backup.md`.
//!
//! A backup holds keys and values to the letter, so nothing has to be understood to be saved, and what
//! cannot be read here is in it too.

mod read;
#[cfg(test)]
mod tests;
mod write;

use super::notice::ImportNotice;
use crate::annotation::Timestamp;

pub use read::{BackupError, decode, is_backup};
pub use write::encode;

/// The version that is written, and the newest that is read.
pub const VERSION: u64 = 1;

/// The largest file that is read, in bytes. It is far beyond what a browser gives to a page, so that
/// whatever was saved can be read again.
pub const SIZE_LIMIT: usize = 512_000_000;

/// What makes a file one of this format.
const FORMAT: &str = "sayso-backup";

/// What the keys of this program begin with; a backup holds no others.
const OURS: &str = "sayso/";

/// What a file held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// When it was saved; 0 if the file does not say.
    pub exported: Timestamp,
    /// Keys and values, as they were stored, in file order.
    pub entries: Vec<(String, String)>,
    /// What a person should know of how it was read.
    pub notices: Vec<ImportNotice>,
    /// How many more notices there were; only the first thousand are listed.
    pub unlisted: usize,
}
