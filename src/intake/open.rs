//! A file of any kind becomes a draft.

use super::archive::Archive;
use super::caps::FILE_LIMIT;
use super::{Draft, FileKind, Found, Notice, Unread};
use super::{book, captions, html, mail, odt, word};
use crate::article::{self, Block, decode, plain};

/// Reads a file: its kind is recognised by what it holds, then by its name. The name goes no further.
///
/// # Errors
///
/// [`Unread`], if there is nothing that could be looked at as an article.
pub fn open(name: &str, bytes: &[u8]) -> Result<Draft, Unread> {
    if bytes.len() > FILE_LIMIT {
        return Err(Unread::TooLarge { limit: FILE_LIMIT });
    }
    let kind = FileKind::of(name, bytes)?;
    let mut draft = read(kind, bytes)?;
    if FileKind::named(name).is_some_and(|named| named != kind) {
        draft.notices.insert(0, Notice::ReadAs(kind));
    }
    Ok(draft)
}

/// Reads a piece of a page that was copied. All of it was meant, so nothing is proposed to be left out.
///
/// # Errors
///
/// [`Unread`], if it is too large or has no words.
pub fn open_piece(bytes: &[u8]) -> Result<Draft, Unread> {
    if bytes.len() > FILE_LIMIT {
        return Err(Unread::TooLarge { limit: FILE_LIMIT });
    }
    let mut draft = read(FileKind::Page, bytes)?;
    draft.blocks.iter_mut().for_each(|found| found.kept = true);
    draft.notices.retain(|notice| *notice != Notice::WholePage);
    Ok(draft)
}

fn read(kind: FileKind, bytes: &[u8]) -> Result<Draft, Unread> {
    match kind {
        FileKind::Text => text(&decode(bytes)?),
        FileKind::Pdf => Err(Unread::Pdf),
        FileKind::Captions => captions::read(&decode(bytes)?),
        FileKind::OpenDocument => odt::read(&mut Archive::new(kind, bytes)?),
        FileKind::Book => book::read(&mut Archive::new(kind, bytes)?),
        FileKind::Mail => mail::letter(bytes),
        FileKind::SavedPage => mail::page(bytes),
        FileKind::Word => word::read(&mut Archive::new(kind, bytes)?),
        FileKind::Markdown => text(&decode(bytes)?),
        FileKind::Page => page(&html::letters(bytes)),
    }
}

/// The draft of a plain text.
pub(super) fn text(text: &str) -> Result<Draft, Unread> {
    let parsed = plain(text)?;
    let block = |block: &Block| Found::plain(block.kind, parsed.article.text.slice(block.span));
    let blocks = parsed.article.blocks.iter().map(block).collect();
    let told = parsed.notices.into_iter().map(|article::Notice::Repaired(kind, n)| Notice::Repaired(kind, n));
    Ok(Draft { details: parsed.details, blocks, notices: told.collect(), ..Draft::default() })
}

/// The draft of a web page.
fn page(page: &str) -> Result<Draft, Unread> {
    let draft = html::page(page, None)?;
    if draft.blocks.is_empty() { Err(Unread::Nothing(FileKind::Page)) } else { Ok(draft) }
}
