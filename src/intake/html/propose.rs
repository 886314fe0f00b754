//! Which blocks of a page are of its article.

use std::collections::BTreeSet;

use dom_query::NodeId;

use super::frame::leave_frame;
use super::known::one_line;
use super::walk::Seen;
use crate::article::{BlockKind, Details};
use crate::intake::Found;

/// Keeps the blocks that stand in the article, with headline and byline before them.
pub(super) fn propose(seen: &mut [Seen], article: &BTreeSet<NodeId>, details: &Details) {
    for block in seen.iter_mut() {
        block.found.kept = is_mostly_in(block, article);
    }
    if !seen.iter().any(|block| block.found.kept) {
        seen.iter_mut().for_each(|block| block.found.kept = true);
    }
    leave_frame(seen.iter_mut().map(|block| &mut block.found).filter(|found| found.kept));
    headline(seen, details);
    byline(seen, details);
}

/// Whether most letters of a block stand in the article.
fn is_mostly_in(block: &Seen, article: &BTreeSet<NodeId>) -> bool {
    let letters = |inside: bool| {
        let of = block.from.iter().filter(|(text, _)| article.contains(text) || !inside);
        of.map(|(_, letters)| letters).sum::<usize>()
    };
    letters(true) * 2 > letters(false)
}

/// The headline stands above the article, and is kept with it.
fn headline(seen: &mut [Seen], details: &Details) {
    let first = seen.iter().position(|block| block.found.kept).unwrap_or_default();
    let head = seen.iter_mut().take(first + 1).map(|block| &mut block.found);
    let is_headline = |found: &&mut Found| {
        let text = one_line(&found.text());
        text == details.title || (found.kind == BlockKind::Title && details.title.contains(&text))
    };
    if let Some(title) = head.rev().find(is_headline) {
        (title.kind, title.kept) = (BlockKind::Title, true);
        title.pieces.iter_mut().for_each(|piece| piece.strong = false);
    }
    let left = seen.iter_mut().map(|block| &mut block.found);
    left.filter(|found| !found.kept && found.kind == BlockKind::Title)
        .for_each(|found| found.kind = BlockKind::Heading);
}

/// The byline is a short line with the names of those who wrote it.
fn byline(seen: &mut [Seen], details: &Details) {
    let is_byline = |found: &&mut Found| {
        let text = one_line(&found.text());
        !details.byline.is_empty() && text.len() < details.byline.len() + 40 && text.contains(&details.byline)
    };
    if let Some(byline) = seen.iter_mut().map(|block| &mut block.found).find(is_byline) {
        (byline.kind, byline.kept) = (BlockKind::Byline, true);
    }
}
