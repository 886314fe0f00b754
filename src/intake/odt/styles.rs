//! What a style says that a paragraph or a word is.

use std::collections::BTreeMap;

use roxmltree::{Document, Node};

use crate::article::BlockKind;
use crate::intake::xml::{attribute, child, is};

/// The styles of a document, by name: those that people see, and those that the program made for them.
#[derive(Debug, Default)]
pub(super) struct Styles(BTreeMap<String, Style>);

#[derive(Debug, Default)]
struct Style {
    parent: Option<String>,
    emphasis: Option<bool>,
    strong: Option<bool>,
    hidden: bool,
}

/// How many styles may stand on one another.
const CHAIN: usize = 12;

impl Styles {
    /// Takes up the styles of a part.
    pub(super) fn add(&mut self, part: &Document<'_>) {
        for node in part.descendants().filter(|node| is(*node, "style")) {
            if let Some(name) = attribute(node, "name") {
                self.0.insert(name.to_owned(), Style::of(node));
            }
        }
    }

    /// The names of a style and of those that it stands on, from the nearest.
    fn chain<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let next = |name: &&'a str| self.0.get(*name)?.parent.as_deref();
        std::iter::successors(Some(name), next).take(CHAIN)
    }

    /// What a paragraph of this style is.
    pub(super) fn kind(&self, name: &str) -> Option<BlockKind> {
        self.chain(name).find_map(named)
    }

    /// Whether words of this style are stressed, and of weight; `None` where it does not say.
    pub(super) fn set(&self, name: &str) -> (Option<bool>, Option<bool>) {
        let styles = || self.chain(name).filter_map(|name| self.0.get(name));
        (styles().find_map(|style| style.emphasis), styles().find_map(|style| style.strong))
    }

    /// Whether words of this style are not shown.
    pub(super) fn is_hidden(&self, name: &str) -> bool {
        self.chain(name).filter_map(|name| self.0.get(name)).any(|style| style.hidden)
    }
}

impl Style {
    fn of(node: Node<'_, '_>) -> Style {
        let text = child(node, "text-properties");
        let value = |name| text.and_then(|text| attribute(text, name));
        Style {
            parent: attribute(node, "parent-style-name").map(str::to_owned),
            emphasis: value("font-style").map(|style| style != "normal"),
            strong: value("font-weight").map(|weight| weight == "bold" || weight > "500"),
            hidden: value("display") == Some("none"),
        }
    }
}

/// What a style is by its name, which is English in every language.
fn named(name: &str) -> Option<BlockKind> {
    Some(match name {
        "Title" => BlockKind::Title,
        "Quotations" | "Quotation" => BlockKind::Quotation,
        "Caption" | "Illustration" | "Figure" | "Drawing" => BlockKind::Credit,
        _ if name.starts_with("Heading") => BlockKind::Heading,
        _ if name.starts_with("Contents") => BlockKind::Aside,
        _ => return None,
    })
}
