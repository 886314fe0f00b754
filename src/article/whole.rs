//! An article: one text and the blocks over it.

use std::rc::Rc;

use super::{Block, BlockKind, Inline};
use crate::text::{ByteOffset, Span, Text, word_count};

/// The name of an article that never changes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleId(pub Rc<str>);

impl From<&str> for ArticleId {
    fn from(id: &str) -> ArticleId {
        ArticleId(id.into())
    }
}

impl std::fmt::Display for ArticleId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// What is read. It never changes: a new wording is a new article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// The text to the letter; every offset speaks of it.
    pub text: Text,
    /// Its blocks in reading order, without overlap.
    pub blocks: Vec<Block>,
    /// Emphasis and links, ordered by where they start; each inside one block.
    pub inlines: Vec<Inline>,
}

impl Article {
    /// The block that holds a place, or the nearest one before it; the first one for a place above
    /// them all. `None` if there is no block.
    #[must_use]
    pub fn block_at(&self, place: ByteOffset) -> Option<&Block> {
        let after = self.blocks.partition_point(|block| block.span.start() <= place);
        self.blocks.get(after.saturating_sub(1))
    }

    /// The block in which a span starts, as a span; the span itself where there is no block.
    #[must_use]
    pub fn block_around(&self, span: Span) -> Span {
        self.block_at(span.start()).map_or(span, |block| block.span)
    }

    /// The words in the blocks that are the story: all but credits and page furniture.
    #[must_use]
    pub fn word_count(&self) -> usize {
        self.blocks.iter().map(|block| self.words_in(block)).sum()
    }

    /// The words of one block; 0 if it is not the story.
    #[must_use]
    pub fn words_in(&self, block: &Block) -> usize {
        match block.kind {
            BlockKind::Credit | BlockKind::Aside => 0,
            _ => word_count(self.text.slice(block.span)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Article, Block, BlockKind};
    use crate::text::{ByteOffset, Text};

    /// An article of blocks at `start..end`, in bytes.
    fn article(blocks: &[(BlockKind, usize, usize)]) -> Article {
        let text = Text::new("one two three. four five six");
        let block = |(kind, start, end): &(BlockKind, usize, usize)| {
            let span = text.span(ByteOffset(*start)..ByteOffset(*end)).expect("inside the text");
            Block { kind: *kind, span }
        };
        Article { blocks: blocks.iter().map(block).collect(), inlines: Vec::new(), text }
    }

    #[test]
    fn a_place_belongs_to_its_block_or_the_one_before() {
        let article = article(&[(BlockKind::Title, 4, 7), (BlockKind::Paragraph, 15, 28)]);
        let at = |place| article.block_at(ByteOffset(place)).map(|block| block.kind);
        let (title, paragraph) = (Some(BlockKind::Title), Some(BlockKind::Paragraph));
        for (place, expected) in
            [(0, title), (4, title), (6, title), (7, title), (14, title), (15, paragraph)]
        {
            assert_eq!(at(place), expected, "at {place}");
        }
        assert_eq!(at(28), paragraph);
        assert_eq!(at(usize::MAX), paragraph);
    }

    #[test]
    fn a_span_lies_in_the_block_where_it_starts() {
        let whole = article(&[(BlockKind::Title, 0, 14), (BlockKind::Paragraph, 15, 28)]);
        let span = whole.text.span(ByteOffset(8)..ByteOffset(19)).expect("inside");
        assert_eq!(whole.text.slice(whole.block_around(span)), "one two three.");
        let bare = article(&[]);
        assert_eq!(bare.block_at(ByteOffset(0)), None);
        assert_eq!(bare.block_around(span), span);
    }

    #[test]
    fn only_words_of_the_story_count() {
        let count = |kind| article(&[(kind, 0, 14), (BlockKind::Paragraph, 15, 28)]).word_count();
        assert_eq!(count(BlockKind::ListItem), 6);
        assert_eq!(count(BlockKind::Credit), 3);
        assert_eq!(count(BlockKind::Aside), 3);
        assert_eq!(article(&[]).word_count(), 0);
    }
}
