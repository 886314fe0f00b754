//! The body of an article, as its first entry has it.

use std::ops::Range;

use crate::article::{Article, Block, BlockKind, Inline, InlineKind};
use crate::format::sha256_hex;
use crate::text::{CodePointOffset, Text};

/// What an article is read in: the hash of its text, which is stored once however often it is
/// used, and the blocks over it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// The SHA-256 of the text, see [`sha256_hex`].
    pub sha256: String,
    /// The blocks in reading order.
    pub blocks: Vec<(BlockKind, Range<CodePointOffset>)>,
    /// Emphasis and links, by where they start.
    pub inlines: Vec<(InlineKind, Range<CodePointOffset>)>,
}

impl Body {
    /// The body of an article.
    #[must_use]
    pub fn of(article: &Article) -> Body {
        let text = &article.text;
        let blocks = article.blocks.iter().map(|block| (block.kind, text.code_points(block.span)));
        let inlines = article.inlines.iter().map(|set| (set.kind.clone(), text.code_points(set.span)));
        Body { sha256: sha256_hex(text.as_str()), blocks: blocks.collect(), inlines: inlines.collect() }
    }

    /// The article, with the text of [`Body::sha256`]. `None` if the blocks do not fit
    /// it, or the inlines do not fit the blocks.
    #[must_use]
    pub fn article(&self, text: Text) -> Option<Article> {
        let block = |(kind, at): &(BlockKind, Range<CodePointOffset>)| {
            text.span_code_points(at.clone()).map(|span| Block { kind: *kind, span })
        };
        let blocks: Vec<Block> = self.blocks.iter().map(block).collect::<Option<_>>()?;
        let inline = |(kind, at): &(InlineKind, Range<CodePointOffset>)| {
            text.span_code_points(at.clone()).map(|span| Inline { kind: kind.clone(), span })
        };
        let inlines: Vec<Inline> = self.inlines.iter().map(inline).collect::<Option<_>>()?;
        let apart = blocks.is_sorted_by(|one, next| one.span.end() <= next.span.start());
        let inside = fit(&inlines, &blocks);
        (apart && inside).then_some(Article { text, blocks, inlines })
    }
}

/// Whether the inlines are in order, and each is in one block. The blocks are in order.
pub(in crate::format) fn fit(inlines: &[Inline], blocks: &[Block]) -> bool {
    let in_one = |inline: &Inline| {
        let after = blocks.partition_point(|block| block.span.start() <= inline.span.start());
        let block = after.checked_sub(1).and_then(|at| blocks.get(at));
        block.is_some_and(|block| inline.span.end() <= block.span.end())
    };
    inlines.is_sorted_by_key(|inline| inline.span.start()) && inlines.iter().all(in_one)
}
