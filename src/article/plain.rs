//! Plain text becomes an article.
//!
//! The way of a text: cleaned, cut into [`lines`], joined into blocks by its [`layout`], each block
//! given its [`kinds`], and the library card read off the blocks ([`card`]). Nothing is moved or
//! left out: the text stays, and the blocks are spans over it.

mod byline;
mod calendar;
mod card;
mod credit;
mod dates;
mod decode;
mod endings;
mod furniture;
mod kinds;
mod layout;
mod lines;
mod names;
mod phrases;
mod refusal;

#[cfg(test)]
mod tests;

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod properties;

pub use decode::decode;
pub use refusal::{Refusal, TEXT_LIMIT, check_length};

use super::{Article, Details};
use crate::text::{Repair, Text, clean};

/// A text that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed {
    /// What is read.
    pub article: Article,
    /// What is known about it.
    pub details: Details,
    /// What a person should know of how it was read.
    pub notices: Vec<Notice>,
}

/// Something that was done to a text at the door.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// Characters were changed or taken out, in so many places.
    Repaired(Repair, usize),
}

/// Reads plain text, in time that grows with its length and no faster.
///
/// # Errors
///
/// [`Refusal::TooLong`] above [`TEXT_LIMIT`], which is found out before anything else is done, and
/// [`Refusal::Empty`] if nothing is left but white space.
///
/// ```
/// use sayso::article::{BlockKind, Refusal, plain};
/// let parsed = plain("Toll stays\n\nBy Nadia Feld\n\nThe toll stays, the board said.")?;
/// let kinds: Vec<BlockKind> = parsed.article.blocks.iter().map(|block| block.kind).collect();
/// assert_eq!(kinds, [BlockKind::Title, BlockKind::Byline, BlockKind::Paragraph]);
/// assert_eq!(parsed.details.title, "Toll stays");
/// assert_eq!(parsed.details.byline, "Nadia Feld");
/// # Ok::<(), Refusal>(())
/// ```
pub fn plain(raw: &str) -> Result<Parsed, Refusal> {
    check_length(raw.as_bytes())?;
    let cleaned = clean(raw);
    if cleaned.text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    let text = Text::new(cleaned.text);
    let blocks = kinds::blocks(&text);
    let details = card::details(&text, &blocks);
    let notices = cleaned.repairs.into_iter().map(|(repair, places)| Notice::Repaired(repair, places));
    Ok(Parsed { article: Article { text, blocks, inlines: Vec::new() }, details, notices: notices.collect() })
}
