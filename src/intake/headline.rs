//! Headlines where a document does not say which they are.

use super::Found;
use crate::article::BlockKind;

/// The longest line, in words, that is taken for a heading because it is set in bold.
const HEADING_WORDS: usize = 14;

/// Finds headings and the headline. Where nothing is said to be a heading, short lines in bold are; where
/// nothing is said to be the headline, a heading that comes first is.
pub(super) fn settle(blocks: &mut [Found]) {
    if !blocks.iter().any(|found| matches!(found.kind, BlockKind::Heading | BlockKind::Title)) {
        let last = blocks.len().saturating_sub(1);
        blocks.iter_mut().take(last).filter(|found| seems_heading(found)).for_each(|found| {
            found.kind = BlockKind::Heading;
            found.pieces.iter_mut().for_each(|piece| piece.strong = false);
        });
    }
    let has_title = blocks.iter().any(|found| found.kind == BlockKind::Title);
    if let Some(first) = blocks.iter_mut().find(|found| found.kept).filter(|_| !has_title)
        && first.kind == BlockKind::Heading
    {
        first.kind = BlockKind::Title;
    }
}

fn seems_heading(found: &Found) -> bool {
    let text = found.text();
    let all_strong = found.pieces.iter().all(|piece| piece.strong || piece.text.trim().is_empty());
    let ends = text.trim_end().ends_with(['.', ':', ',', ';', '”', '"']);
    found.kind == BlockKind::Paragraph
        && all_strong
        && !ends
        && text.split_whitespace().count() <= HEADING_WORDS
}
