//! Headlines and bylines where a document does not say which they are.

use super::{Draft, Found};
use crate::article::{BlockKind, plain};

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

/// How many blocks may stand above a text, and the first of it: headline, lead, names, dates.
const TOP: usize = 6;

/// Finds who wrote it, and when, in the lines above the text, as in plain text; unless the document says it
/// for itself.
pub(super) fn sign(mut draft: Draft) -> Draft {
    if !draft.details.byline.is_empty() {
        return draft;
    }
    let mut top: Vec<&mut Found> = draft.blocks.iter_mut().filter(|found| found.kept).take(TOP).collect();
    let head: Vec<String> = top.iter().map(|found| line(found)).collect();
    let Ok(read) = plain(&head.join("\n\n")) else { return draft };
    for block in read.article.blocks.iter().filter(|block| block.kind == BlockKind::Byline) {
        let words = read.article.text.slice(block.span);
        let is_it = |found: &&mut &mut Found| found.kind == BlockKind::Paragraph && line(found) == words;
        if let Some(found) = top.iter_mut().find(is_it) {
            found.kind = BlockKind::Byline;
            draft.details.byline.clone_from(&read.details.byline);
        }
    }
    if draft.details.published.is_empty() && !draft.details.byline.is_empty() {
        draft.details.published = read.details.published;
    }
    draft
}

/// The words of a block in one line.
fn line(found: &Found) -> String {
    found.text().split_whitespace().collect::<Vec<_>>().join(" ")
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

#[cfg(test)]
mod tests {
    use super::sign;
    use crate::article::BlockKind::{self, Byline, Heading, Paragraph, Title};
    use crate::intake::{Draft, Found};

    /// The kinds of blocks, and who wrote them.
    fn signed(blocks: &[(BlockKind, &str)], byline: &str) -> (Vec<BlockKind>, String) {
        let blocks = blocks.iter().map(|(kind, text)| Found::plain(*kind, text)).collect();
        let mut draft = Draft { blocks, ..Draft::default() };
        byline.clone_into(&mut draft.details.byline);
        let draft = sign(draft);
        (draft.blocks.iter().map(|found| found.kind).collect(), draft.details.byline)
    }

    #[test]
    fn a_line_above_the_text_says_who_wrote_it() {
        let text = (Paragraph, "The toll stays, the board said on Monday, and nobody was asked.");
        let top = [(Title, "Toll stays"), (Paragraph, "By Nadia\u{a0}Feld"), text];
        assert_eq!(signed(&top, ""), (vec![Title, Byline, Paragraph], "Nadia Feld".to_owned()));
        assert_eq!(signed(&top, "N. Feld"), (vec![Title, Paragraph, Paragraph], "N. Feld".to_owned()));
        let late = [(Title, "Toll stays"), text, (Paragraph, "By Nadia Feld"), text];
        assert_eq!(signed(&late, ""), (vec![Title, Paragraph, Paragraph, Paragraph], String::new()));
        let heading = [(Title, "Toll stays"), (Heading, "By Nadia Feld"), text];
        assert_eq!(signed(&heading, "").0, [Title, Heading, Paragraph]);
        assert_eq!(signed(&[], ""), (vec![], String::new()));
    }
}
