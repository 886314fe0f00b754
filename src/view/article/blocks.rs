//! The blocks of an article, drawn once.

use std::rc::Rc;

use yew::prelude::*;

use crate::article::{Article, Block, BlockKind};

#[derive(Properties, PartialEq)]
pub(super) struct BlocksProps {
    pub(super) article: Rc<Article>,
    /// The first block to draw.
    pub(super) from: usize,
    /// The block to stop before.
    pub(super) to: usize,
}

/// A run of blocks. Its properties never change while an article is open, so it is never drawn again.
#[component]
pub(super) fn Blocks(BlocksProps { article, from, to }: &BlocksProps) -> Html {
    let blocks = article.blocks.iter().take(*to).skip(*from);
    html! { <>{ for blocks.map(|block| one(article, block)) }</> }
}

/// The blocks above the sourcing bar: the headline and what stands under it.
pub(super) fn head_len(article: &Article) -> usize {
    let head = |block: &&Block| matches!(block.kind, BlockKind::Title | BlockKind::Byline);
    article.blocks.iter().take_while(head).count()
}

pub(super) fn has_title(article: &Article) -> bool {
    article.blocks.first().is_some_and(|block| block.kind == BlockKind::Title)
}

/// One element with one text node: what stands in the text, to the letter.
fn one(article: &Article, block: &Block) -> Html {
    let start = article.text.utf16(block.span).start.0;
    let (tag, class) = match block.kind {
        BlockKind::Title => ("h1", None),
        BlockKind::Heading => ("h2", None),
        BlockKind::Quotation => ("blockquote", None),
        BlockKind::Byline => ("p", Some("byline")),
        BlockKind::Paragraph => ("p", None),
        BlockKind::ListItem => ("p", Some("item")),
        BlockKind::Credit => ("p", Some("credit")),
        BlockKind::Aside => ("p", Some("aside")),
    };
    html! { <@{tag} key={start} {class} data-start={start.to_string()}>{ article.text.slice(block.span) }</@> }
}
