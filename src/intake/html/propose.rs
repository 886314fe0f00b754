//! Which blocks of a page are of its article.

use std::collections::BTreeSet;

use dom_query::NodeId;

use super::frame::leave_frame;
use super::known::{one_line, without_by};
use super::walk::Seen;
use crate::article::{BlockKind, Details};

/// A paragraph of the article is longer than this, in bytes.
const PARAGRAPH: usize = 100;

/// How many blocks that were left out in the middle of the article are looked at.
const BETWEEN: usize = 20;

/// How many blocks above and below its first paragraph the byline may stand.
const ABOVE: usize = 12;
const BELOW: usize = 8;

/// How much may stand around the names in a byline, in bytes: a date, a place, a paper.
const AROUND_NAMES: usize = 40;

/// Keeps the blocks that stand in the article, with headline and byline before them.
pub(super) fn propose(seen: &mut [Seen], article: &BTreeSet<NodeId>, details: &Details) {
    for block in seen.iter_mut() {
        block.found.kept = is_mostly_in(block, article);
    }
    take_some(seen);
    take_between(seen);
    leave_frame(seen.iter_mut().map(|block| &mut block.found).filter(|found| found.kept));
    headline(seen, details);
    byline(seen, details);
}

/// Keeps all if nothing is kept.
pub(super) fn take_some(seen: &mut [Seen]) {
    if !seen.iter().any(|block| block.found.kept) {
        seen.iter_mut().for_each(|block| block.found.kept = true);
    }
}

/// Keeps a sentence, or the rows of a table, right between two blocks that are kept: what finds articles
/// leaves out what looks unlike the rest.
fn take_between(seen: &mut [Seen]) {
    let mut last = None;
    for at in 0..seen.len() {
        if !seen.get(at).is_some_and(|block| block.found.kept) {
            continue;
        }
        let first = last.map_or(at, |last: usize| last + 1);
        let between = seen.get_mut(first..at).unwrap_or_default();
        if between.len() <= BETWEEN && between.iter().all(is_of_article) {
            between.iter_mut().for_each(|block| block.found.kept = true);
        }
        last = Some(at);
    }
}

/// A sentence of some length that leads nowhere, or a row of a table.
fn is_of_article(block: &Seen) -> bool {
    let text = block.found.text();
    let leads = block.found.pieces.iter().any(|piece| piece.link.is_some());
    let is_sentence = text.len() > PARAGRAPH && text.ends_with(['.', '!', '?', '”', '"', '。']);
    !leads
        && !block.is_frame
        && block.found.kind == BlockKind::Paragraph
        && (is_sentence || text.contains('\t'))
}

/// Whether most letters of a block stand in the article.
fn is_mostly_in(block: &Seen, article: &BTreeSet<NodeId>) -> bool {
    let letters = |inside: bool| {
        let of = block.from.iter().filter(|(text, _)| article.contains(text) || !inside);
        of.map(|(_, letters)| letters).sum::<usize>()
    };
    letters(true) * 2 > letters(false)
}

/// The headline stands above the article, and is kept with it: what says the title, else the first headline
/// of the article, else the last one above. Other headlines that are left out, such as the name of the paper, are headings.
fn headline(seen: &mut [Seen], details: &Details) {
    let title = letters(&details.title);
    let says = |block: &Seen| {
        let text = letters(&block.found.text());
        let is_headline = block.found.kind == BlockKind::Title;
        text == title || (is_headline && text.len() > 8 && (title.contains(&text) || text.contains(&title)))
    };
    let head = seen.get(..body(seen)).unwrap_or_default();
    let told = head.iter().rposition(|block| !title.is_empty() && says(block));
    let is_headline = |block: &Seen| block.found.kind == BlockKind::Title;
    let kept = || head.iter().position(|block| is_headline(block) && block.found.kept);
    let at = told.or_else(kept).or_else(|| head.iter().rposition(is_headline));
    for (n, block) in seen.iter_mut().enumerate() {
        if Some(n) == at {
            (block.found.kind, block.found.kept) = (BlockKind::Title, true);
            block.found.pieces.iter_mut().for_each(|piece| piece.strong = false);
        } else if block.found.kind == BlockKind::Title {
            block.found.kind = BlockKind::Heading;
        }
    }
}

/// The byline is a short line with the names of those who wrote it, near the beginning of the article, or the
/// last line of it.
fn byline(seen: &mut [Seen], details: &Details) {
    let names: Vec<&str> = details.byline.split(", ").filter(|name| !name.is_empty()).collect();
    // The name of a paper stands in many lines: that it wrote it itself, one says that has no other words.
    let is_paper = details.byline == details.publisher;
    let signs = |block: &&mut Seen| {
        let text = one_line(&block.found.text());
        let is_alone = without_by(&text) == details.byline;
        (is_alone || !is_paper)
            && text.len() < details.byline.len() + AROUND_NAMES
            && names.iter().all(|name| text.contains(name))
    };
    let first = body(seen);
    let last = seen.iter().rposition(|block| block.found.kept).unwrap_or_default();
    let is_near = |at: usize| (first.saturating_sub(ABOVE)..first + BELOW).contains(&at) || at == last;
    let near = seen.iter_mut().enumerate().filter(|(at, _)| is_near(*at)).map(|(_, block)| block);
    if let Some(block) = near.filter(|_| !names.is_empty()).find(signs) {
        (block.found.kind, block.found.kept) = (BlockKind::Byline, true);
    }
}

/// Where the first paragraph of some length stands that is kept; the number of blocks if there is none.
fn body(seen: &[Seen]) -> usize {
    let is_paragraph = |block: &Seen| {
        block.found.kept && block.found.kind == BlockKind::Paragraph && block.found.text().len() > PARAGRAPH
    };
    seen.iter().position(is_paragraph).unwrap_or(seen.len())
}

/// Letters and figures alone: dashes and quotation marks are written in many ways.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
