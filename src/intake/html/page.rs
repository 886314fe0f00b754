//! A whole page: the article is found in it, and what is known about it.

use std::collections::BTreeMap;

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use super::{one_headline, walk};
use crate::article::{BlockKind, Details};
use crate::intake::{Draft, Found};

/// Elements above which the article is not looked for: looking takes several passes. The whole page is
/// offered then.
const ELEMENTS: usize = 100_000;

/// Reads a page. All its blocks are in the draft; those outside of the article are proposed to be left out.
pub(in crate::intake) fn page(html: &str, address: Option<&str>) -> Draft {
    let document = Document::from(html);
    let address = address.map(str::to_owned).or_else(|| own_address(&document));
    let mut blocks = walk::blocks(document.root(), address.as_deref());
    let config = Config { max_elements_to_parse: ELEMENTS, ..Config::default() };
    let found =
        Readability::with_document(document, None, Some(config)).ok().and_then(|mut page| page.parse().ok());
    let Some(found) = found else {
        one_headline(&mut blocks);
        return Draft {
            blocks,
            details: Details { url: address.unwrap_or_default(), ..Details::default() },
            ..Draft::default()
        };
    };
    let known = |part: Option<String>| part.map(|part| one_line(&part)).unwrap_or_default();
    let details = Details {
        title: one_line(&found.title),
        byline: known(found.byline),
        publisher: known(found.site_name),
        url: address.or(found.url).unwrap_or_default(),
        published: known(found.published_time),
        language: known(found.lang),
        ..Details::default()
    };
    propose(&mut blocks, &Document::from(found.content), &details);
    Draft { details, blocks, ..Draft::default() }
}

/// The address that a page gives itself.
fn own_address(document: &Document) -> Option<String> {
    let at = |selector: &str, name: &str| document.try_select(selector)?.attr(name).map(|it| it.to_string());
    let address = at("link[rel=canonical]", "href").or_else(|| at("meta[property='og:url']", "content"));
    address.map(|address| address.trim().to_owned()).filter(|address| address.starts_with("http"))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Keeps the blocks that stand in the article too, with headline and byline before them.
fn propose(blocks: &mut [Found], article: &Document, details: &Details) {
    let mut wanted: BTreeMap<String, usize> = BTreeMap::new();
    for found in walk::blocks(article.root(), None) {
        *wanted.entry(one_line(&found.text())).or_default() += 1;
    }
    for found in blocks.iter_mut() {
        let left = wanted.get_mut(&one_line(&found.text())).filter(|left| **left > 0);
        found.kept = left.is_some();
        left.into_iter().for_each(|left| *left -= 1);
    }
    if !blocks.iter().any(|found| found.kept) {
        blocks.iter_mut().for_each(|found| found.kept = true);
    }
    let first = blocks.iter().position(|found| found.kept).unwrap_or_default();
    let (head, _) = blocks.split_at_mut((first + 1).min(blocks.len()));
    let headline = |found: &&mut Found| {
        let text = one_line(&found.text());
        text == details.title || (found.kind == BlockKind::Title && details.title.contains(&text))
    };
    if let Some(title) = head.iter_mut().rev().find(headline) {
        (title.kind, title.kept) = (BlockKind::Title, true);
        title.pieces.iter_mut().for_each(|piece| piece.strong = false);
    }
    let signed = |found: &&mut Found| {
        let text = one_line(&found.text());
        !details.byline.is_empty() && text.contains(&details.byline) && text.len() < details.byline.len() + 40
    };
    if let Some(byline) = blocks.iter_mut().find(signed) {
        (byline.kind, byline.kept) = (BlockKind::Byline, true);
    }
    let mut kept: Vec<&mut Found> =
        blocks.iter_mut().filter(|found| found.kept && found.kind == BlockKind::Title).collect();
    kept.iter_mut().skip(1).for_each(|found| found.kind = BlockKind::Heading);
    blocks
        .iter_mut()
        .filter(|found| !found.kept && found.kind == BlockKind::Title)
        .for_each(|found| found.kind = BlockKind::Heading);
}
