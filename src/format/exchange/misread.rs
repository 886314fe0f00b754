//! Why a file of another program is refused.

use crate::format::native::Expected;

/// Where in a file something is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum At {
    /// Everywhere.
    Whole,
    /// In this part of a packed file.
    Part(String),
    /// In this line, counted from 1.
    Line(usize),
    /// In this line of this part.
    PartLine(String, usize),
    /// At this place, as in `jq`: `items[3].target`.
    Path(String),
}

/// What is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Files of this format are written and not read.
    NotRead,
    /// It is no file of the format that it was taken for.
    NotThis,
    /// It is larger than may be read, in bytes.
    TooLarge(usize),
    /// It holds more records than may be read.
    TooMany(usize),
    /// The text of an article is longer than may be, in UTF-16 units.
    TooLong(usize),
    /// It is not UTF-8.
    NotUtf8,
    /// It is not JSON; in the words of the one who reads it.
    NotJson(String),
    /// It is not XML, or more of it than may be.
    NotXml,
    /// A cell that a quotation mark opens and none closes.
    Unclosed,
    /// The packed file is damaged, or one of its parts cannot be unpacked.
    NotPacked,
    /// Something that has to be there is not.
    Missing(String),
    /// This is not what should stand there.
    Odd {
        /// What stands there.
        found: String,
        /// What should.
        wanted: &'static str,
    },
    /// Something else stands there than what should.
    Wrong(Expected),
    /// It has no text of its own, and no article is open that it could belong to.
    NoText,
    /// A link that was cut on its way, or changed.
    CutLink,
    /// It speaks of another text than that of the article that is open.
    OtherText,
}

/// Why a file is refused as a whole; nothing of it was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misread {
    /// Where.
    pub at: At,
    /// Why.
    pub fault: Fault,
}

impl Misread {
    pub(super) fn whole(fault: Fault) -> Misread {
        Misread { at: At::Whole, fault }
    }

    pub(super) fn line(line: usize, fault: Fault) -> Misread {
        Misread { at: At::Line(line), fault }
    }
}
