//! A file of any kind becomes a draft.

use super::archive::Archive;
use super::caps::FILE_LIMIT;
use super::{Draft, FileKind, Found, Notice, Unread};
use super::{book, captions, encoding, html, mail, markdown, odt, word};
use crate::article::{self, Block, plain};

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
    Ok(draft.titled())
}

/// Reads what stands at an address, a web page or a document. Links in it are made whole.
///
/// # Errors
///
/// [`Unread`], as for a file.
pub fn open_page(address: &str, bytes: &[u8]) -> Result<Draft, Unread> {
    if bytes.len() > FILE_LIMIT {
        return Err(Unread::TooLarge { limit: FILE_LIMIT });
    }
    let way = address.split(['?', '#']).next().unwrap_or_default();
    let mut draft = match FileKind::of(way.rsplit('/').next().unwrap_or_default(), bytes)? {
        kind @ FileKind::Page => {
            lettered(encoding::page(bytes)?, |page| with_words(kind, html::page(page, Some(address))?))?
        }
        kind => read(kind, bytes)?,
    };
    if draft.details.url.is_empty() {
        address.clone_into(&mut draft.details.url);
    }
    Ok(draft.titled())
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
    let (piece, _) = encoding::page(bytes)?;
    with_words(FileKind::Page, html::piece(&piece, None)?).map(Draft::titled)
}

fn read(kind: FileKind, bytes: &[u8]) -> Result<Draft, Unread> {
    match kind {
        FileKind::Text => lettered(encoding::text(bytes)?, text),
        FileKind::Pdf => Err(Unread::Pdf),
        FileKind::Captions => lettered(encoding::text(bytes)?, captions::read),
        FileKind::OpenDocument => odt::read(&mut Archive::new(kind, bytes)?),
        FileKind::Book => book::read(&mut Archive::new(kind, bytes)?),
        FileKind::Mail => mail::letter(bytes),
        FileKind::SavedPage => mail::page(bytes),
        FileKind::Word => word::read(&mut Archive::new(kind, bytes)?),
        FileKind::Markdown => lettered(encoding::text(bytes)?, markdown::read),
        FileKind::Page => lettered(encoding::page(bytes)?, |page| with_words(kind, html::page(page, None)?)),
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

/// Reads what bytes turned out to say, and tells in which encoding if that is not sure.
fn lettered(
    (text, told): (String, Option<Notice>),
    read: impl FnOnce(&str) -> Result<Draft, Unread>,
) -> Result<Draft, Unread> {
    let mut draft = read(&text)?;
    draft.notices.extend(told);
    Ok(draft)
}

fn with_words(kind: FileKind, draft: Draft) -> Result<Draft, Unread> {
    if draft.blocks.is_empty() { Err(Unread::Nothing(kind)) } else { Ok(draft) }
}
