//! Promise: what may take long is done away from the page: a file or a new text goes in, finished parcels come out, or one sentence.
//!
//! An errand runs in a worker, in a program of its own. So what reads files and what is said of them
//! is not in the page, a file that is too much for the machine stops only its own errand, and the
//! page can end it at any moment. Nothing is stored here: the page takes the whole answer or nothing.

mod codes;
mod drafted;
mod follow;
mod letter;
mod open;
mod order;
#[cfg(test)]
mod tests;
mod visit;

pub use codes::{CodesOrder, prepare_codes};
pub use follow::{Following, follow};
pub use letter::{Letter, Word};
pub use open::{codebook_of, open, open_paper, too_large, unreadable};
pub use order::{Order, Prepared, document, prepare};
pub use visit::{Visit, whole_address};

use crate::format::parcel::Parcel;
use crate::intake::Draft;

/// Names the build. Page and worker have to be of the same one.
pub const BUILD: &str = env!("SAYSO_BUILD");

/// What the page wants of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Errand {
    /// Whatever it holds.
    Open,
    /// A piece of a page that was copied.
    OpenPiece,
    /// A codebook and nothing else.
    OpenCodebook,
    /// A backup and nothing else.
    OpenBackup,
}

/// What came of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Articles, and what a person should know of how they were read; empty if nothing.
    Articles(Vec<Parcel>, String),
    /// An article as it was found, to be looked over before it is added, and the same.
    Draft(Box<Draft>, String),
    /// A codebook as it is stored, and the same.
    Codebook(String, String),
    /// Keys and values of a backup, and the same.
    Backup(Vec<(String, String)>, String),
    /// A file that was written.
    Prepared(Prepared),
    /// Nothing was taken, for the reason in this sentence.
    Refused(String),
}

/// How far an errand has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// What is being done, in words.
    pub doing: String,
    /// Which share of all is done, in percent.
    pub share: u32,
}
