//! What the pages of a book are called.

use std::collections::BTreeMap;

use roxmltree::{Document, Node};

use super::package::{Package, resolve};
use crate::intake::archive::Archive;
use crate::intake::xml::{attribute, child, is, parse, text, words};

/// The names of pages, by their names in the archive. Of several places in one page the first names it.
pub(super) fn read(archive: &mut Archive<'_>, package: &Package) -> BTreeMap<String, String> {
    let nav = package.nav.as_deref().map(|list| table(archive, list, of_nav)).unwrap_or_default();
    if nav.is_empty() {
        package.ncx.as_deref().map(|list| table(archive, list, of_ncx)).unwrap_or_default()
    } else {
        nav
    }
}

/// Addresses with their names.
type Names = Vec<(String, String)>;

fn table(
    archive: &mut Archive<'_>,
    list: &str,
    names: fn(&Document<'_>) -> Names,
) -> BTreeMap<String, String> {
    let bytes = archive.find(list).ok().flatten().unwrap_or_default();
    let xml = text(&bytes);
    let Ok(document) = parse(&xml, || archive.damaged(list)) else { return BTreeMap::new() };
    let mut table = BTreeMap::new();
    for (address, name) in names(&document) {
        if !name.is_empty() {
            table.entry(resolve(list, &address)).or_insert(name);
        }
    }
    table
}

/// Today's way: links in a list.
fn of_nav(document: &Document<'_>) -> Names {
    let is_toc = |node: &Node<'_, '_>| is(*node, "nav") && attribute(*node, "type") == Some("toc");
    let list = document.descendants().find(is_toc).unwrap_or_else(|| document.root());
    let links = list.descendants().filter(|node| is(*node, "a"));
    links.filter_map(|link| Some((attribute(link, "href")?.to_owned(), words(link)))).collect()
}

/// The way before: points with a label and a place.
fn of_ncx(document: &Document<'_>) -> Names {
    let points = document.descendants().filter(|node| is(*node, "navPoint"));
    let named = points.filter_map(|point| {
        let address = child(point, "content").and_then(|place| attribute(place, "src"))?;
        Some((address.to_owned(), child(point, "navLabel").map(words)?))
    });
    named.collect()
}
