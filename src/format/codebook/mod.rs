//! Codebooks as files, the published JSON of `docs/codebook.md`, and as they are stored.

mod error;
mod read;
mod stored;
#[cfg(test)]
mod tests;
mod wire;
mod words;

use super::notice::ImportNotice;
use crate::codebook::Codebook;

pub use error::CodebookError;
pub use read::{import, is_codebook};
pub use stored::{decode, encode};
pub use wire::export;

/// The version that is written, and the newest that is read.
pub const VERSION: u64 = 1;

/// The largest file that is read, in bytes.
pub const SIZE_LIMIT: usize = 1_000_000;

/// What makes a file one of this format.
const FORMAT: &str = "sayso codebook";

/// What a file held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The codebook.
    pub codebook: Codebook,
    /// What a person should know of how it was read.
    pub notices: Vec<ImportNotice>,
}
