//! What a book is and which pages it has, in reading order.

use std::collections::BTreeMap;

use roxmltree::{Document, Node};

use crate::article::Details;
use crate::intake::archive::Archive;
use crate::intake::xml::{self, attribute, is, parse, text};
use crate::intake::{FileKind, Unread};

/// The list of a book's files.
#[derive(Debug, Default)]
pub(super) struct Package {
    pub(super) details: Details,
    /// Its pages in reading order, by their names in the archive.
    pub(super) pages: Vec<String>,
    /// The tables of contents: today's way, and the one before.
    pub(super) nav: Option<String>,
    pub(super) ncx: Option<String>,
}

const CONTAINER: &str = "META-INF/container.xml";

impl Package {
    /// Finds and reads the list.
    ///
    /// # Errors
    ///
    /// [`Unread::Damaged`] if it is not there, or names no page.
    pub(super) fn read(archive: &mut Archive<'_>) -> Result<Package, Unread> {
        let bytes = archive.get(CONTAINER)?;
        let container = text(&bytes);
        let container = parse(&container, || archive.damaged(CONTAINER))?;
        let root = container.descendants().find(|node| is(*node, "rootfile"));
        let path = root.and_then(|node| attribute(node, "full-path"));
        let path = resolve("", path.ok_or_else(|| archive.damaged(CONTAINER))?);
        let bytes = archive.get(&path)?;
        let package = text(&bytes);
        let package = Package::of(&parse(&package, || archive.damaged(&path))?, &path);
        if package.pages.is_empty() { Err(Unread::Nothing(FileKind::Book)) } else { Ok(package) }
    }

    fn of(document: &Document<'_>, path: &str) -> Package {
        let mut package = Package { details: details(document), ..Package::default() };
        let mut files = BTreeMap::new();
        for item in document.descendants().filter(|node| is(*node, "item")) {
            let value = |name| attribute(item, name).unwrap_or_default();
            let file = resolve(path, value("href"));
            if value("properties").split_whitespace().any(|each| each == "nav") {
                package.nav = Some(file.clone());
            }
            if value("media-type") == "application/x-dtbncx+xml" {
                package.ncx = Some(file.clone());
            }
            files.insert(value("id"), file);
        }
        let spine = document.descendants().filter(|node| is(*node, "itemref"));
        let pages = spine.filter_map(|node| files.get(attribute(node, "idref")?).cloned());
        // The table of contents may be a page too; its names stand above the chapters anyway.
        let nav = package.nav.clone();
        package.pages = pages.filter(|page| Some(page) != nav.as_ref()).collect();
        package
    }
}

fn details(document: &Document<'_>) -> Details {
    let about = document.descendants().find(|node| is(*node, "metadata"));
    let all = |name: &str| {
        let of = about.into_iter().flat_map(|about| about.descendants());
        of.filter(|node: &Node<'_, '_>| is(*node, name))
            .map(xml::words)
            .filter(|words| !words.is_empty())
            .collect::<Vec<_>>()
    };
    let first = |name| all(name).into_iter().next().unwrap_or_default();
    Details {
        title: first("title"),
        byline: all("creator").join(", "),
        publisher: first("publisher"),
        published: first("date"),
        language: first("language"),
        ..Details::default()
    }
}

/// The name in the archive of what a file points at: without a place in the page, with `%20` and `..` undone.
pub(super) fn resolve(from: &str, address: &str) -> String {
    let address = address.split('#').next().unwrap_or_default();
    let mut path: Vec<&str> = from.split('/').collect();
    path.pop();
    let plain = unescaped(address);
    for step in plain.split('/') {
        match step {
            "." | "" => {}
            ".." => {
                path.pop();
            }
            step => path.push(step),
        }
    }
    path.join("/")
}

fn unescaped(address: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = address.bytes();
    while let Some(byte) = rest.next() {
        match hexadecimal(rest.clone()).filter(|_| byte == b'%') {
            Some(value) => {
                bytes.push(value);
                rest.by_ref().take(2).for_each(drop);
            }
            None => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The first two letters as a number of two hexadecimal digits.
fn hexadecimal(mut letters: std::str::Bytes<'_>) -> Option<u8> {
    let mut digit = || char::from(letters.next()?).to_digit(16);
    let (high, low) = (digit()?, digit()?);
    u8::try_from(high * 16 + low).ok()
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn addresses_in_a_book_lead_to_its_files() {
        for (from, address, expected) in [
            ("OEBPS/content.opf", "one.xhtml", "OEBPS/one.xhtml"),
            ("OEBPS/nav/nav.xhtml", "../text/part%201.xhtml#two", "OEBPS/text/part 1.xhtml"),
            ("a.opf", "../../b.xhtml", "b.xhtml"),
            ("", "OEBPS/a.opf", "OEBPS/a.opf"),
            ("a/b", "100%", "a/100%"),
        ] {
            assert_eq!(resolve(from, address), expected, "{address}");
        }
    }
}
