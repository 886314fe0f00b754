//! A file of any kind becomes a draft.

use super::archive::Archive;
use super::caps::FILE_LIMIT;
use super::pdf::{self, Apart};
use super::piece::copied_page;
use super::{Draft, FileKind, Found, Notice, Unread};
use super::{book, captions, encoding, headline, html, mail, markdown, odt, word};
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
    Ok(named(read(kind, bytes, "")?, name, kind).titled())
}

/// Reads a PDF that was taken apart.
///
/// # Errors
///
/// [`Unread`], if there is nothing that could be looked at as an article.
pub fn open_paper(name: &str, apart: Apart) -> Result<Draft, Unread> {
    Ok(named(pdf::read(apart)?, name, FileKind::Pdf))
}

/// The same, with a notice if the name says another kind.
fn named(mut draft: Draft, name: &str, kind: FileKind) -> Draft {
    if FileKind::named(name).is_some_and(|named| named != kind) {
        draft.notices.insert(0, Notice::ReadAs(kind));
    }
    draft
}

/// Reads what stands at an address, a web page or a document. `served` is what its server says that it is and
/// in which encoding (`Content-Type`); empty if it says nothing. Links in it are made whole.
///
/// # Errors
///
/// [`Unread`], as for a file.
pub fn open_page(address: &str, bytes: &[u8], served: &str) -> Result<Draft, Unread> {
    if bytes.len() > FILE_LIMIT {
        return Err(Unread::TooLarge { limit: FILE_LIMIT });
    }
    let served = served.to_ascii_lowercase();
    let charset = served.split_once("charset=").map_or("", |(_, name)| name);
    let charset = charset.split([';', ',']).next().unwrap_or_default().trim_matches(['"', '\'', ' ']);
    let way = address.split(['?', '#']).next().unwrap_or_default();
    // The names of pages say little: what a server calls a page is one, unless its bytes say otherwise.
    let name = if served.contains("html") { "page.html" } else { way.rsplit('/').next().unwrap_or_default() };
    let draft = match FileKind::of(name, bytes)? {
        kind @ FileKind::Page => lettered(encoding::page(bytes, charset)?, |page| {
            with_words(kind, html::page(page, Some(address))?)
        })?,
        kind => read(kind, bytes, charset)?,
    };
    Ok(placed(draft, address).titled())
}

/// The same, with the address that it came from unless it says another of itself.
fn placed(mut draft: Draft, address: &str) -> Draft {
    if draft.details.url.is_empty() {
        address.clone_into(&mut draft.details.url);
    }
    draft
}

/// Reads a piece of a page that was copied. All of it was meant, so nothing is proposed to be left out; but a
/// whole page that the bookmark copied is read as one.
///
/// # Errors
///
/// [`Unread`], if it is too large or has no words.
pub fn open_piece(bytes: &[u8]) -> Result<Draft, Unread> {
    if bytes.len() > FILE_LIMIT {
        return Err(Unread::TooLarge { limit: FILE_LIMIT });
    }
    let (piece, _) = encoding::page(bytes, "")?;
    let draft = match copied_page(&piece) {
        Some((address, page)) => placed(html::page(page, Some(address))?, address),
        None => headline::sign(html::piece(&piece, None)?),
    };
    with_words(FileKind::Page, draft).map(Draft::titled)
}

fn read(kind: FileKind, bytes: &[u8], charset: &str) -> Result<Draft, Unread> {
    match kind {
        FileKind::Text => lettered(encoding::text(bytes, charset)?, text),
        FileKind::Pdf => Err(Unread::Pdf),
        FileKind::Captions => lettered(encoding::text(bytes, charset)?, captions::read),
        FileKind::OpenDocument => odt::read(&mut Archive::new(kind, bytes)?).map(headline::sign),
        FileKind::Book => book::read(&mut Archive::new(kind, bytes)?),
        FileKind::Mail => mail::letter(bytes),
        FileKind::SavedPage => mail::page(bytes),
        FileKind::Word => word::read(&mut Archive::new(kind, bytes)?).map(headline::sign),
        FileKind::Markdown => {
            lettered(encoding::text(bytes, charset)?, |text| markdown::read(text).map(headline::sign))
        }
        FileKind::Page => {
            lettered(encoding::page(bytes, charset)?, |page| with_words(kind, html::page(page, None)?))
        }
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

#[cfg(test)]
mod tests {
    use super::open_page;

    #[test]
    fn what_its_server_calls_it_counts_where_its_bytes_leave_it_open() {
        let check = |address: &str, served: &str, bytes: &[u8], expected: &[&str]| {
            let draft = open_page(address, bytes, served).expect("a draft");
            let texts: Vec<String> = draft.blocks.iter().map(crate::intake::Found::text).collect();
            assert_eq!(texts, expected, "{served}");
            assert_eq!(draft.details.url, address);
        };
        let piece = b"<h2>Toll</h2><p>It stays, \xB3.</p>";
        let read = ["Toll", "It stays, ł."];
        check("https://a.example/toll", "text/html;charset=iso-8859-2", piece, &read);
        check("https://a.example/toll.md", "Text/HTML; Charset=\"ISO-8859-2\"", piece, &read);
        check("https://a.example/?q=a.txt", "application/xhtml+xml; charset='latin2' ; a=b", piece, &read);
        let letters = |served| check("https://a.example/toll", served, b"1 < 2, \xB3.", &["1 < 2, ł."]);
        letters("text/plain; charset=iso-8859-2");
        letters("text/plain; a=b; charset=iso-8859-2");
        check("https://a.example/toll.md", "text/plain", b"It *stays*.", &["It stays."]);
        check("https://a.example/toll", "", b"<!doctype html><p>It stays.", &["It stays."]);
    }
}
