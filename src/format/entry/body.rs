//! The body of an article, as its first entry has it.

use std::ops::Range;

use crate::article::{Article, Block, BlockKind};
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
}

impl Body {
    /// The body of an article.
    #[must_use]
    pub fn of(article: &Article) -> Body {
        let text = &article.text;
        let blocks = article.blocks.iter().map(|block| (block.kind, text.code_points(block.span)));
        Body { sha256: sha256_hex(text.as_str()), blocks: blocks.collect() }
    }

    /// The article, with the text of [`Body::sha256`]. `None` if the blocks do not fit it.
    #[must_use]
    pub fn article(&self, text: Text) -> Option<Article> {
        let block = |(kind, at): &(BlockKind, Range<CodePointOffset>)| {
            text.span_code_points(at.clone()).map(|span| Block { kind: *kind, span })
        };
        let blocks: Vec<Block> = self.blocks.iter().map(block).collect::<Option<_>>()?;
        let apart = blocks.is_sorted_by(|one, next| one.span.end() <= next.span.start());
        apart.then_some(Article { text, blocks, inlines: Vec::new() })
    }
}
