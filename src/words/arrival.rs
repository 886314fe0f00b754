//! What is said of an article that was found in a file, before it is added.

use super::terms::{count, grouped};
use crate::article::BlockKind;

/// The dialog's name.
#[must_use]
pub fn look_over() -> String {
    "Look it over before it is added".into()
}

/// Which file it is, and how many wait behind it.
#[must_use]
pub fn found_in(file: &str, behind: usize) -> String {
    match behind {
        0 => format!("Found in “{file}”."),
        _ => format!("Found in “{file}”. {} behind it.", count(behind, "file waits", "files wait")),
    }
}

/// What will be added.
#[must_use]
pub fn will_be_added(words: usize, blocks: usize) -> String {
    format!("{} in {} will be added.", count(words, "word", "words"), count(blocks, "block", "blocks"))
}

/// The heading over the blocks.
#[must_use]
pub fn blocks_found() -> String {
    "What was found".into()
}

/// What the blocks can do by key.
#[must_use]
pub fn blocks_hint() -> String {
    "The arrow keys go from block to block, Space keeps one or leaves it out.".into()
}

/// A button: all blocks are kept.
#[must_use]
pub fn whole_page() -> String {
    "The whole page".into()
}

/// A button: the blocks that were proposed are kept.
#[must_use]
pub fn only_article() -> String {
    "Only the article".into()
}

/// A line that stands for blocks that are left out.
#[must_use]
pub fn blocks_left_out(blocks: usize) -> String {
    format!("{} left out. Show", count(blocks, "block is", "blocks are"))
}

/// A line that shows more of a long article.
#[must_use]
pub fn more_blocks(rest: usize) -> String {
    format!("{} more", grouped(rest))
}

/// The name of the box that keeps a block.
#[must_use]
pub fn keep_block(words: &str) -> String {
    format!("Keep “{words}”")
}

/// The name of the choice of a block's kind.
#[must_use]
pub fn kind_of_block(words: &str) -> String {
    format!("Kind of “{words}”")
}

/// What a kind of block is called.
#[must_use]
pub fn block_kind(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Title => "Headline",
        BlockKind::Byline => "Byline",
        BlockKind::Heading => "Heading",
        BlockKind::Paragraph => "Paragraph",
        BlockKind::ListItem => "List item",
        BlockKind::Quotation => "Quotation",
        BlockKind::Credit => "Caption",
        BlockKind::Aside => "Aside",
    }
}

/// The heading over the parts of a book.
#[must_use]
pub fn chapters() -> String {
    "Chapters".into()
}

/// A chapter without a name.
#[must_use]
pub fn chapter(number: usize) -> String {
    format!("Chapter {number}")
}

/// A button: it is added.
#[must_use]
pub fn add_it() -> String {
    "Add article".into()
}

/// A button: it is added with those behind it.
#[must_use]
pub fn add_all(behind: usize) -> String {
    format!("Add all {}", grouped(behind + 1))
}

/// A button: it is not added.
#[must_use]
pub fn leave_it_out() -> String {
    "Do not add".into()
}

/// It was not added.
#[must_use]
pub fn not_added(file: &str) -> String {
    format!("“{file}” was not added.")
}

/// A button: it is shown again.
#[must_use]
pub fn look_again() -> String {
    "Look again".into()
}

/// Articles were added.
#[must_use]
pub fn added(titles: &[&str]) -> String {
    let named: Vec<String> = titles.iter().map(|title| format!("“{title}”")).collect();
    match titles.len() {
        1 => format!("{} was added.", named.concat()),
        n => format!("{} were added: {}.", count(n, "article", "articles"), named.join(", ")),
    }
}

/// What an article without a title is called: as its file, without what says its kind.
#[must_use]
pub fn without_ending(file: &str) -> String {
    let name = file.rsplit_once('.').map_or(file, |(name, _)| name).trim();
    if name.is_empty() { file.to_owned() } else { name.to_owned() }
}
