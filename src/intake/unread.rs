//! Why a file was not read.

use super::{FileKind, OtherKind};
use crate::article::Refusal;

/// Why a file gave no draft. Nothing was kept of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// It is of a kind that is not read.
    Other(OtherKind),
    /// It opens only with a password, or with a key of the shop that sold it.
    Locked(FileKind),
    /// It is broken, or cut short.
    Damaged {
        /// What it should have been.
        kind: FileKind,
        /// The part of it that could not be read, by its name in the file; empty for the file itself.
        part: String,
    },
    /// It has no words. In a letter or a book that is all pictures, for instance.
    Nothing(FileKind),
    /// It has so many pages, and each is a picture: a scan without a text layer.
    Scan {
        /// How many pages it has.
        pages: usize,
    },
    /// The file itself is larger than what is taken, in bytes.
    TooLarge {
        /// How large it may be.
        limit: usize,
    },
    /// Unpacked, it would be larger than this, in bytes: a mistake, or a file made to do harm.
    Swells {
        /// How large all that is unpacked of a file may be.
        limit: usize,
    },
    /// It has more parts (files in it, elements of one of them, pages) than this.
    TooManyParts {
        /// How many it may have.
        limit: usize,
    },
    /// Its parts lie in one another more deeply than this.
    TooDeep {
        /// How deeply they may lie.
        limit: usize,
    },
    /// It defines abbreviations of its own, which no document needs: they can be made to grow without end.
    Entities,
    /// Its text is not taken.
    Text(Refusal),
    /// A PDF whose pages were not taken apart before.
    Pdf,
}

impl From<Refusal> for Unread {
    fn from(refusal: Refusal) -> Unread {
        Unread::Text(refusal)
    }
}
