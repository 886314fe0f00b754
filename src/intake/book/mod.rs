//! A book in chapters (EPUB).
//!
//! A book is a web site in an archive: one file names the [`package`], which lists its pages in reading
//! order; another, the table of [`contents`], names them.

mod contents;
mod package;

use super::archive::Archive;
use super::xml::{self, attribute, parse, text};
use super::{Draft, FileKind, Found, Notice, Unread, html};
use crate::article::BlockKind;
use package::Package;

/// Reads a book: each page in reading order is a part, with its name from the table of contents, else from
/// its first heading.
///
/// # Errors
///
/// [`Unread`] if no page can be read. Pages that cannot are named in a notice.
pub(super) fn read(archive: &mut Archive<'_>) -> Result<Draft, Unread> {
    if is_locked(archive) {
        return Err(Unread::Locked(FileKind::Book));
    }
    let package = Package::read(archive)?;
    let names = contents::read(archive, &package);
    let mut draft = Draft { details: package.details, ..Draft::default() };
    let (mut unread, mut pictures) = (Vec::new(), 0);
    for page in &package.pages {
        let name = names.get(page).cloned();
        match chapter(archive, page) {
            Ok((blocks, more)) => {
                add(&mut draft, blocks, name);
                pictures += more;
            }
            Err(why @ (Unread::Swells { .. } | Unread::Locked(_))) => return Err(why),
            Err(_) => unread.push(name.unwrap_or_else(|| page.clone())),
        }
    }
    if draft.blocks.is_empty() {
        let nothing = unread.first().map(|page| archive.damaged(page));
        return Err(nothing.unwrap_or(Unread::Nothing(FileKind::Book)));
    }
    if !unread.is_empty() {
        draft.notices.push(Notice::PartsUnread(unread));
    }
    if pictures > 0 {
        draft.notices.push(Notice::Pictures(pictures));
    }
    Ok(draft)
}

/// Letters of a shop's own may be scrambled by two known ways; anything else that is means a lock.
fn is_locked(archive: &mut Archive<'_>) -> bool {
    let bytes = archive.find("META-INF/encryption.xml").ok().flatten().unwrap_or_default();
    let list = text(&bytes);
    let Ok(list) = parse(&list, || archive.damaged("encryption.xml")) else { return false };
    let ways = list.descendants().filter(|node| xml::is(*node, "EncryptionMethod"));
    let fonts = ["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"];
    ways.filter(|way| !xml::is(way.parent().unwrap_or(*way), "EncryptedKey"))
        .filter_map(|way| attribute(way, "Algorithm"))
        .any(|way| !fonts.contains(&way))
}

/// The blocks of a page, and how many pictures it has.
fn chapter(archive: &mut Archive<'_>, page: &str) -> Result<(Vec<Found>, usize), Unread> {
    let bytes = archive.get(page)?;
    let Draft { mut blocks, notices, .. } = html::piece(&text(&bytes), None)?;
    let pictures = notices.iter().map(|told| if let Notice::Pictures(n) = told { *n } else { 0 }).sum();
    // The headline is that of the book.
    let headlines = blocks.iter_mut().filter(|found| found.kind == BlockKind::Title);
    headlines.for_each(|found| found.kind = BlockKind::Heading);
    Ok((blocks, pictures))
}

/// Adds a page; one without words (a cover, a plate) is none.
fn add(draft: &mut Draft, blocks: Vec<Found>, name: Option<String>) {
    if blocks.is_empty() {
        return;
    }
    let part = draft.parts.len();
    let heading = blocks.iter().find(|found| matches!(found.kind, BlockKind::Heading | BlockKind::Title));
    let heading = || heading.map(|found| found.text().split_whitespace().collect::<Vec<_>>().join(" "));
    draft.parts.push(name.or_else(heading).unwrap_or_else(|| format!("{}", part + 1)));
    draft.blocks.extend(blocks.into_iter().map(|found| Found { part, ..found }));
}
