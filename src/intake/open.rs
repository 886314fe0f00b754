//! A file of any kind becomes a draft.

use super::archive::Archive;
use super::caps::FILE_LIMIT;
use super::{Draft, FileKind, Found, Unread};
use super::{book, captions, mail, odt, word};
use crate::article::{decode, plain};

/// Reads a file: its kind is recognised by what it holds, then by its name. The name goes no further.
///
/// # Errors
///
/// [`Unread`], if there is nothing that could be looked at as an article.
pub fn open(name: &str, bytes: &[u8]) -> Result<Draft, Unread> {
    if bytes.len() > FILE_LIMIT {
        return Err(Unread::TooLarge { limit: FILE_LIMIT });
    }
    match FileKind::of(name, bytes)? {
        FileKind::Text => text(&decode(bytes)?),
        FileKind::Pdf => Err(Unread::Pdf),
        FileKind::Captions => captions::read(&decode(bytes)?),
        kind @ FileKind::OpenDocument => odt::read(&mut Archive::new(kind, bytes)?),
        kind @ FileKind::Book => book::read(&mut Archive::new(kind, bytes)?),
        FileKind::Mail => mail::letter(bytes),
        FileKind::SavedPage => mail::page(bytes),
        kind @ FileKind::Word => word::read(&mut Archive::new(kind, bytes)?),
        FileKind::Markdown => text(&decode(bytes)?),
        kind @ FileKind::Page => Err(Unread::Damaged { kind, part: String::new() }),
    }
}

/// The draft of a plain text.
pub(super) fn text(text: &str) -> Result<Draft, Unread> {
    let parsed = plain(text)?;
    let block =
        |block: &crate::article::Block| Found::plain(block.kind, parsed.article.text.slice(block.span));
    let blocks = parsed.article.blocks.iter().map(block).collect();
    Ok(Draft { details: parsed.details, blocks, ..Draft::default() })
}
