//! Where in a page its article stands.

use std::collections::BTreeSet;

use dom_query::{Document, NodeId, NodeRef};
use dom_smoothie::{Config, Readability};

use super::known::one_line;
use crate::intake::caps::{
    ARTICLE_DEPTHS, ARTICLE_ELEMENTS, ARTICLE_ESCAPES, ARTICLE_HEADINGS, ARTICLE_MARKUP,
};

/// What Readability names the article that it found.
const FOUND: &str = "#readability-page-1";

/// The article as Readability finds it.
pub(super) struct Article {
    /// The texts of the page that stand in it.
    pub(super) texts: BTreeSet<NodeId>,
    /// The line that says who wrote it, if the page shows one.
    pub(super) byline: String,
}

/// Finds the article that has this title; `None` if there is none, or if the page is such that it would have
/// to be looked for long.
pub(super) fn article(document: Document, title: &str) -> Option<Article> {
    if !is_light(&document) {
        return None;
    }
    bare(&document, title);
    let config =
        Config { max_elements_to_parse: ARTICLE_ELEMENTS, disable_json_ld: true, ..Config::default() };
    let mut page = Readability::with_document(document, None, Some(config)).ok()?;
    let article = page.parse().ok()?;
    let found = page.doc.try_select(FOUND)?;
    let nodes = found.nodes().iter().flat_map(|node| node.descendants_it());
    let texts = nodes.filter(NodeRef::is_text).map(|node| node.id).collect();
    Some(Article { texts, byline: one_line(&article.byline.unwrap_or_default()) })
}

/// Whether a page is such that looking several times at each element, and at all around it, is soon done.
fn is_light(document: &Document) -> bool {
    let (mut elements, mut depths, mut headings, mut markup, mut escapes) = (0, 0, 0, 0, 0_usize);
    let mut steps = vec![(document.root(), 0_usize)];
    while let Some((node, depth)) = steps.pop() {
        steps.extend(node.children_it(false).map(|child| (child, depth + 1)));
        let Some(element) = node.element_ref() else {
            escapes = if node.is_text() { escaping(&node.text()).saturating_add(escapes) } else { escapes };
            continue;
        };
        elements += 1;
        depths += depth;
        markup += element.attrs.iter().map(|attribute| attribute.value.len()).sum::<usize>();
        headings += usize::from(matches!(&*element.name.local, "h1" | "h2" | "h3"));
    }
    elements <= ARTICLE_ELEMENTS
        && depths <= ARTICLE_DEPTHS
        && headings <= ARTICLE_HEADINGS
        && markup <= ARTICLE_MARKUP
        && escapes <= ARTICLE_ESCAPES
}

/// How many bytes are looked at when a text is written as markup: at each sign that has to be written
/// otherwise, all that is left.
fn escaping(text: &str) -> usize {
    text.bytes().filter(|byte| matches!(byte, b'&' | 0xC2)).count().saturating_mul(text.len())
}

/// Leaves what is shown. What nobody sees would be moved about, and each heading is compared with the title
/// that the page gives itself, which may be of any length: in its place stands the one that is known.
fn bare(document: &Document, title: &str) {
    let hidden = document.try_select("meta, link, title, noscript, template, script, style, svg");
    hidden.iter().for_each(|hidden| hidden.remove());
    // The name by which the article is found afterwards is not for pages to give.
    document.try_select(FOUND).iter().for_each(|own| own.remove_attr("id"));
    if let Some(head) = document.head() {
        let known = document.tree.new_element("title");
        known.set_text(title);
        head.append_child(&known);
    }
}
