//! What a paragraph is, by how it is set.

use super::paragraphs::{Paragraph, Setting, is_item};
use crate::article::BlockKind;
use crate::intake::Found;

/// How much larger than the text a heading is, and the headline.
const HEADING: f64 = 1.12;
const HEADLINE: f64 = 1.25;

/// The longest heading, in words.
const HEADING_WORDS: usize = 30;

/// How far down the headline may be, in paragraphs: a name or a date may stand above it.
const TOP: usize = 8;

/// The blocks of paragraphs. The largest words near the beginning are the headline.
pub(super) fn blocks(paragraphs: Vec<Paragraph>, setting: &Setting) -> Vec<Found> {
    let near = paragraphs.iter().take(TOP).enumerate();
    let near = near.filter(|(_, each)| each.size >= HEADLINE * setting.size && is_short(each));
    // Of several of one size the first.
    let title = near.max_by(|a, b| a.1.size.total_cmp(&b.1.size).then(b.0.cmp(&a.0))).map(|(at, _)| at);
    let mut blocks = Vec::new();
    for (at, paragraph) in paragraphs.into_iter().enumerate() {
        let after_title = title.is_some_and(|title| at > title && at <= title + 2);
        let kind = if Some(at) == title { BlockKind::Title } else { kind(&paragraph, setting, after_title) };
        blocks.push(found(paragraph, kind));
    }
    blocks
}

fn kind(paragraph: &Paragraph, setting: &Setting, after_title: bool) -> BlockKind {
    let text = paragraph.text();
    let bold = paragraph.strong && paragraph.lines <= 3 && !text.trim_end().ends_with(['.', ',', ';']);
    if is_item(&text) {
        BlockKind::ListItem
    } else if after_title && text.starts_with("By ") && text.split_whitespace().count() <= 12 {
        BlockKind::Byline
    } else if is_short(paragraph) && (bold || paragraph.size >= HEADING * setting.size) {
        BlockKind::Heading
    } else {
        BlockKind::Paragraph
    }
}

fn is_short(paragraph: &Paragraph) -> bool {
    paragraph.text().split_whitespace().count() <= HEADING_WORDS
}

fn found(paragraph: Paragraph, kind: BlockKind) -> Found {
    let mut pieces = paragraph.pieces;
    if matches!(kind, BlockKind::Title | BlockKind::Heading) {
        pieces.iter_mut().for_each(|piece| piece.strong = false);
    }
    Found { kind, pieces, kept: true, part: 0 }
}
