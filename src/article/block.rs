//! The parts an article is read in.

use crate::text::Span;

/// A stretch of the article's text that is set as one: blocks are in reading order and never
/// overlap. What lies between them is white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands in the article's text.
    pub span: Span,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockKind {
    /// The headline, where the text itself has one.
    Title,
    /// Who wrote it, when, how long it takes to read.
    Byline,
    /// A heading between paragraphs.
    Heading,
    /// A paragraph, and whatever is nothing else.
    Paragraph,
    /// One item of a list.
    ListItem,
    /// A passage set off as quoted.
    Quotation,
    /// A picture's credit or caption.
    Credit,
    /// Page furniture that came along: *Read more*, *Leave a reply*.
    Aside,
}

impl BlockKind {
    /// All kinds.
    pub const ALL: [BlockKind; 8] = [
        BlockKind::Title,
        BlockKind::Byline,
        BlockKind::Heading,
        BlockKind::Paragraph,
        BlockKind::ListItem,
        BlockKind::Quotation,
        BlockKind::Credit,
        BlockKind::Aside,
    ];
}
