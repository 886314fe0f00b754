//! What a reader is given.

use crate::format::native::Document;

/// One file, or one part of a packed one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its name, with the folders it lies in.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl Part {
    /// A part that holds text.
    pub(super) fn text(name: &str, text: String) -> Part {
        Part { name: name.to_owned(), bytes: text.into_bytes() }
    }

    /// Its name without folders and without its ending.
    #[must_use]
    pub fn stem(&self) -> &str {
        let name = self.name.rsplit('/').next().unwrap_or_default();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// The end of its name after the last full stop; empty if there is none.
    #[must_use]
    pub fn ending(&self) -> &str {
        let name = self.name.rsplit('/').next().unwrap_or_default();
        name.rsplit_once('.').map_or("", |(_, ending)| ending)
    }
}

/// What is read: files that belong together, and the article that is open beside them, on which marks
/// without a text of their own are made.
#[derive(Debug, Clone, Copy)]
pub struct Given<'a> {
    /// The file alone, or the parts of a packed one. Never empty.
    pub parts: &'a [Part],
    /// The article that is open.
    pub beside: Option<&'a Document>,
}
