//! The library card, read off the blocks.

use super::byline::{Byline, byline};
use super::endings::at_most;
use crate::article::{Block, BlockKind, Details};
use crate::text::Text;

/// Where a name made of the first words is cut, in characters.
const LONGEST_NAME: usize = 80;

/// What the text itself says of title, writer and day; what it does not say stays empty, save the
/// title, which is then made of its first words.
pub(super) fn details(text: &Text, blocks: &[Block]) -> Details {
    let words = |block: &Block| text.slice(block.span);
    let of_kind = |kind| blocks.iter().filter(move |block| block.kind == kind);
    let headline = of_kind(BlockKind::Title).map(|block| one_line(words(block))).next();
    let signed: Vec<Byline<'_>> =
        of_kind(BlockKind::Byline).filter_map(|block| byline(words(block))).collect();
    let said = |part: fn(&Byline<'_>) -> Option<String>| signed.iter().find_map(part).unwrap_or_default();
    Details {
        title: headline
            .or_else(|| opening(blocks).map(|block| first_words(words(block))))
            .unwrap_or_default(),
        byline: said(|byline| byline.writer.map(one_line)),
        published: said(|byline| byline.published.map(one_line)),
        ..Details::default()
    }
}

/// The first block of the story, or the first block if there is no story.
fn opening(blocks: &[Block]) -> Option<&Block> {
    let around = [BlockKind::Byline, BlockKind::Credit, BlockKind::Aside];
    blocks.iter().find(|block| !around.contains(&block.kind)).or(blocks.first())
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words up to the last that still fits, with an ellipsis if any is left out. A first word too
/// long, as in scripts without spaces, is cut.
fn first_words(words: &str) -> String {
    let mut name = String::new();
    for word in words.split_whitespace() {
        let longer = if name.is_empty() { word.to_owned() } else { format!("{name} {word}") };
        if !at_most(&longer, LONGEST_NAME) {
            let kept = if name.is_empty() { word.chars().take(LONGEST_NAME).collect() } else { name };
            return kept + "…";
        }
        name = longer;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::first_words;

    #[test]
    fn a_name_is_cut_at_a_word() {
        fn check(words: &str, name: &str) {
            assert_eq!(first_words(words), name);
        }
        check("The toll\n stays.", "The toll stays.");
        check(&"word ".repeat(16), &["word"; 16].join(" "));
        check(&"word ".repeat(17), &(["word"; 16].join(" ") + "…"));
        check(&"橋".repeat(81), &("橋".repeat(80) + "…"));
        check(&"橋".repeat(80), &"橋".repeat(80));
    }
}
