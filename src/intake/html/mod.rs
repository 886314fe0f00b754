//! Pages of the web, and pieces of them: from the clipboard, in a book, in a letter.

mod address;
mod article;
mod cues;
mod frame;
mod known;
mod linked;
mod looks;
mod page;
mod parse;
mod propose;
mod sink;
mod tag;
mod walk;

use super::{Draft, Found, Notice, Unread};
use crate::article::BlockKind;

pub(super) use page::page;

/// The draft of a piece of a page: all of it was meant, and pictures that were left out are told. Links are
/// made whole with `address`, that of the page.
///
/// # Errors
///
/// [`Unread`] if it is larger, wider or deeper than pages are.
pub(super) fn piece(html: &str, address: Option<&str>) -> Result<Draft, Unread> {
    let document = parse::parse(html)?;
    let (seen, pictures) = walk::blocks(document.root(), address);
    let mut blocks: Vec<Found> = seen.into_iter().map(|seen| Found { kept: true, ..seen.found }).collect();
    one_headline(&mut blocks);
    let notices = (pictures > 0).then_some(Notice::Pictures(pictures));
    Ok(Draft { blocks, notices: notices.into_iter().collect(), ..Draft::default() })
}

/// The first headline is the headline; the others are headings.
fn one_headline(blocks: &mut [Found]) {
    let headlines = blocks.iter_mut().filter(|found| found.kind == BlockKind::Title);
    headlines.skip(1).for_each(|found| found.kind = BlockKind::Heading);
}
