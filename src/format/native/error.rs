//! Why a file is refused.

use super::{Expected, ITEM_LIMIT};
use crate::article::TEXT_LIMIT;
use crate::format::json::{Flaw, Unsound};

/// The largest file that is read, in bytes.
pub const SIZE_LIMIT: usize = 64_000_000;

/// Why a file is refused as a whole; nothing of it was taken. Lines and columns count from 1,
/// columns in characters. A path reads as in `jq`: `articles[3].text`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportError {
    /// It is larger than [`SIZE_LIMIT`].
    TooLarge {
        /// Its size.
        bytes: usize,
        /// The largest size that is read.
        limit: usize,
    },
    /// It holds more list items and unknown fields than [`ITEM_LIMIT`].
    TooMany {
        /// The most that are read.
        limit: usize,
    },
    /// The text of an article is longer than [`TEXT_LIMIT`].
    TooLong {
        /// The field.
        path: String,
        /// How long it is, in UTF-16 units.
        length: usize,
        /// How long it may be.
        limit: usize,
    },
    /// It is not JSON.
    NotJson {
        /// The line of the fault.
        line: usize,
        /// The character in that line.
        column: usize,
        /// What is wrong there.
        fault: Fault,
    },
    /// It nests more deeply than any file of this kind.
    TooDeep,
    /// A string holds half of a surrogate pair, which is no character.
    LoneSurrogate {
        /// The line of the fault.
        line: usize,
        /// The character in that line.
        column: usize,
    },
    /// It is JSON, but does not say that it is a Sayso file.
    NotSayso,
    /// It was written by a newer version.
    Newer {
        /// The version of the file.
        version: u64,
    },
    /// Its offsets count something else than code points.
    WrongUnit(String),
    /// The text of an article is left out, and it is not the one that is open.
    NoText {
        /// The article.
        path: String,
        /// Its title; empty if the file does not say.
        title: String,
    },
    /// A field that must be there is not.
    Missing {
        /// The field.
        path: String,
    },
    /// A field holds something else than it should.
    WrongType {
        /// The field.
        path: String,
        /// What it should hold.
        expected: Expected,
    },
}

/// What makes a file no JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It ends too early, as after a download that broke off.
    CutOff,
    /// Its bytes are not UTF-8.
    NotUtf8,
    /// It breaks the rules of JSON; the parser's own words say how.
    Syntax(String),
}

impl From<Unsound> for ImportError {
    fn from(unsound: Unsound) -> ImportError {
        match unsound {
            Unsound::CutOff { line, column } => ImportError::NotJson { line, column, fault: Fault::CutOff },
            Unsound::Syntax { line, column, why } => {
                ImportError::NotJson { line, column, fault: Fault::Syntax(why) }
            }
            Unsound::TooDeep => ImportError::TooDeep,
            Unsound::LoneSurrogate { line, column } => ImportError::LoneSurrogate { line, column },
        }
    }
}

impl From<Flaw> for ImportError {
    fn from(flaw: Flaw) -> ImportError {
        match flaw {
            Flaw::WrongType { path, expected } => ImportError::WrongType { path, expected },
            // Files are read forgivingly, so a remark never becomes a refusal.
            Flaw::Missing { path } | Flaw::Refused { path } => ImportError::Missing { path },
            Flaw::TooLong { path, length } => ImportError::TooLong { path, length, limit: TEXT_LIMIT },
            Flaw::NoText { path, title } => ImportError::NoText { path, title },
            Flaw::TooMany => ImportError::TooMany { limit: ITEM_LIMIT },
        }
    }
}
