//! Pages of the web, and pieces of them: from the clipboard, in a book, in a letter.

mod address;
mod looks;
mod page;
mod walk;

use dom_query::Document;

use super::Found;
use crate::article::BlockKind;

pub(super) use page::page;

/// The blocks of a piece of a page: all of it was meant. Links are made whole with `address`, that of the
/// page.
#[must_use]
pub(super) fn blocks(html: &str, address: Option<&str>) -> Vec<Found> {
    let document = Document::from(html);
    let mut blocks = walk::blocks(document.root(), address);
    blocks.iter_mut().for_each(|found| found.kept = true);
    one_headline(&mut blocks);
    blocks
}

/// The first headline is the headline; the others are headings.
fn one_headline(blocks: &mut [Found]) {
    let headlines = blocks.iter_mut().filter(|found| found.kind == BlockKind::Title);
    headlines.skip(1).for_each(|found| found.kind = BlockKind::Heading);
}
