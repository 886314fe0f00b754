//! What stops a reader.

/// What a field should hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A string.
    Text,
    /// A list.
    List,
    /// An object.
    Object,
    /// `true` or `false`.
    Boolean,
    /// A whole number that is not negative.
    WholeNumber,
}

/// A fault after which reading cannot go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::format) enum Flaw {
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
    /// Something that a forgiving reader would only remark on.
    Refused {
        /// The place.
        path: String,
    },
    /// More items than a page can hold.
    TooMany,
    /// The text of an article is left out, and is not the one that is open.
    NoText {
        /// The article.
        path: String,
        /// Its title.
        title: String,
    },
    /// A text that no article may have.
    TooLong {
        /// The field.
        path: String,
        /// How long it is, in UTF-16 units.
        length: usize,
    },
}

impl Flaw {
    /// The place it speaks of; empty if it is the whole.
    pub(in crate::format) fn into_path(self) -> String {
        match self {
            Flaw::Missing { path }
            | Flaw::WrongType { path, .. }
            | Flaw::Refused { path }
            | Flaw::NoText { path, .. }
            | Flaw::TooLong { path, .. } => path,
            Flaw::TooMany => String::new(),
        }
    }
}
