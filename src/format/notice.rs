//! What a person should know of how a file was read.

/// Something in a file that was not as it should be, and was read all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportNotice {
    /// The number of the article it lies in, counted from 0, as in
    /// [`Imported::documents`](super::native::Imported::documents).
    pub article: Option<usize>,
    /// Where it lies, as in `jq`: `articles[0].marks[3]`.
    pub path: String,
    /// What was found, and what was made of it.
    pub what: Remark,
}

/// What was found, and what was made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// A field of this name is not known and could not be carried along.
    UnknownField(String),
    /// A field of this name is given twice. The last one counts.
    DoubledField(String),
    /// This word is not known. A mark became a note under this label, a source one of kind
    /// *other*, a block a paragraph; a form became unknown, a verdict unchecked.
    UnknownWord(String),
    /// There is no id, so the record was given this one.
    MissingId {
        /// The id it has now.
        now: String,
    },
    /// Another record before this one has the same id, so this one was given another. References
    /// to the id mean the first.
    DoubledId {
        /// The id it had.
        id: String,
        /// The id it has now.
        now: String,
    },
    /// There is no record of this id. The reference was kept as it stands.
    UnknownReference {
        /// What was looked for.
        to: Reference,
        /// The id.
        id: String,
    },
    /// This is not a time as of RFC 3339. It counts as unknown.
    UnreadTime(String),
    /// The text is not the one whose hash the file states. It was taken as it is; the quotes
    /// decide where the marks stand.
    OtherText,
    /// There are no blocks. Each line of the text became a paragraph.
    NoBlocks,
    /// The blocks overlap, leave out some of the text or do not fit it. Each line of the text
    /// became a paragraph.
    BrokenBlocks,
    /// So many stretches of emphasis or links do not fit the text or lead where nothing may lead.
    /// They were left out; the words stay.
    BrokenInlines(usize),
    /// The offsets are no numbers that a place in a text could have. They were left out.
    OddOffsets,
    /// The offsets do not lead to these words. They were found by the words themselves.
    FoundByWords {
        /// The words.
        quote: String,
    },
    /// These words are not in the text. What stands in their place, by its likeness and its
    /// surroundings, was taken.
    FoundChanged {
        /// The words of the file.
        quote: String,
        /// The words that are marked now.
        now: String,
    },
    /// The place of these words was not found. The mark is kept as an orphan.
    NotFound {
        /// The words; empty if the file has none.
        quote: String,
    },
    /// Something of this name has no place here, and was left out.
    LeftOut(String),
    /// These words were not looked for, because finding the ones before took too long. The mark
    /// is kept as an orphan.
    NotSearched {
        /// The words.
        quote: String,
    },
}

/// What a reference should lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reference {
    /// A source in the register.
    Source,
    /// A mark of kind *source*.
    Mention,
    /// A mark of kind *cue*.
    Cue,
}
