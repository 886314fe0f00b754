//! Why a codebook is refused.

use crate::codebook::Fault;
use crate::format::json::Flaw;
use crate::format::native::ImportError;

/// Why a file is refused as a whole; nothing of it was taken. A path reads as in `jq`:
/// `codebook.labels[3].name`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CodebookError {
    /// It cannot be read as JSON of this shape and version.
    File(ImportError),
    /// It is no XML of a codebook (QDA-XML), or more of it than may be.
    NotCodes,
    /// It is JSON, but does not say that it is a codebook.
    NotACodebook,
    /// A word that has to be one of a few is another.
    UnknownWord {
        /// The field.
        path: String,
        /// What it says.
        word: String,
        /// What it may say.
        known: Vec<&'static str>,
    },
    /// A key is not one character.
    OddKey {
        /// The field.
        path: String,
        /// What it says.
        key: String,
    },
    /// It says something that no codebook may say.
    Fault(Fault),
}

impl From<ImportError> for CodebookError {
    fn from(error: ImportError) -> CodebookError {
        CodebookError::File(error)
    }
}

impl From<Flaw> for CodebookError {
    fn from(flaw: Flaw) -> CodebookError {
        CodebookError::File(flaw.into())
    }
}

impl From<Fault> for CodebookError {
    fn from(fault: Fault) -> CodebookError {
        CodebookError::Fault(fault)
    }
}
