//! What a style says that a paragraph or a word is.

use std::collections::BTreeMap;

use roxmltree::{Document, Node};

use crate::article::BlockKind;
use crate::intake::xml::{attribute, child, is, parse};
use crate::intake::{FileKind, Unread};

/// The styles of a document, by their names in its parts.
#[derive(Debug, Default)]
pub(super) struct Styles {
    all: BTreeMap<String, Style>,
    /// The language that all is in unless it says otherwise.
    pub(super) language: String,
}

/// One style.
#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    is_heading: bool,
    is_list: bool,
    emphasis: Option<bool>,
    strong: Option<bool>,
}

/// How many styles may stand on one another.
const CHAIN: usize = 12;

impl Styles {
    /// Reads the styles; none if they cannot be read.
    pub(super) fn read(xml: &str) -> Styles {
        let broken = || Unread::Nothing(FileKind::Word);
        parse(xml, broken).map(|document| Styles::of(&document)).unwrap_or_default()
    }

    fn of(document: &Document<'_>) -> Styles {
        let root = document.root_element();
        let all = root
            .children()
            .filter(|node| is(*node, "style"))
            .filter_map(|node| Some((attribute(node, "styleId")?.to_owned(), Style::of(node))));
        let defaults = root.descendants().find(|node| is(*node, "rPrDefault"));
        let language = defaults.and_then(|node| node.descendants().find(|each| is(*each, "lang")));
        let language = language.and_then(|node| attribute(node, "val")).unwrap_or_default();
        Styles { all: all.collect(), language: language.to_owned() }
    }

    /// A style and those that it is based on, from the nearest.
    fn chain<'a>(&'a self, id: &str) -> impl Iterator<Item = &'a Style> {
        let next = |style: &&'a Style| self.all.get(style.based_on.as_deref()?);
        std::iter::successors(self.all.get(id), next).take(CHAIN)
    }

    /// What a paragraph of this style is; a name that says nothing leaves it open.
    pub(super) fn kind(&self, id: &str) -> Option<BlockKind> {
        let bare = || named(id);
        let named = self.chain(id).find_map(|style| named(&style.name).or_else(|| style.says()));
        named.or_else(bare)
    }

    /// Whether words of this style are stressed, and of weight.
    pub(super) fn set(&self, id: &str) -> (bool, bool) {
        let emphasis = self.chain(id).find_map(|style| style.emphasis);
        let strong = self.chain(id).find_map(|style| style.strong);
        (emphasis.unwrap_or(false), strong.unwrap_or(false))
    }

    /// Whether it is a line of a table of contents.
    pub(super) fn is_contents(&self, id: &str) -> bool {
        self.chain(id).any(|style| style.name.starts_with("toc "))
    }
}

impl Style {
    fn of(node: Node<'_, '_>) -> Style {
        let value = |name| child(node, name).and_then(|each| attribute(each, "val"));
        let (paragraph, run) = (child(node, "pPr"), child(node, "rPr"));
        let level = paragraph.and_then(|each| child(each, "outlineLvl"));
        Style {
            name: value("name").unwrap_or_default().to_lowercase(),
            based_on: value("basedOn").map(str::to_owned),
            is_heading: level.and_then(|each| attribute(each, "val")).is_some_and(is_outline),
            is_list: paragraph.is_some_and(|each| child(each, "numPr").is_some()),
            emphasis: run.and_then(|each| child(each, "i")).map(is_on),
            strong: run.and_then(|each| child(each, "b")).map(is_on),
        }
    }

    fn says(&self) -> Option<BlockKind> {
        let list = self.is_list.then_some(BlockKind::ListItem);
        if self.is_heading { Some(BlockKind::Heading) } else { list }
    }
}

/// Whether a level is one of a heading. Nine is for what is none.
pub(super) fn is_outline(level: &str) -> bool {
    level.parse::<u8>().is_ok_and(|level| level < 9)
}

/// Whether a switch is on: without a value it is.
pub(super) fn is_on(node: Node<'_, '_>) -> bool {
    !matches!(attribute(node, "val"), Some("0" | "false" | "off" | "none"))
}

/// What a style is by its name. Word keeps these in English in every language.
fn named(name: &str) -> Option<BlockKind> {
    let name = name.to_lowercase().replace([' ', '-', '_'], "");
    Some(match name.as_str() {
        "title" | "headline" => BlockKind::Title,
        "byline" | "author" => BlockKind::Byline,
        "quote" | "intensequote" | "blocktext" | "quotation" | "quotations" => BlockKind::Quotation,
        "caption" => BlockKind::Credit,
        _ if name.starts_with("heading") && !name.contains("char") => BlockKind::Heading,
        _ if name.starts_with("listbullet") || name.starts_with("listnumber") => BlockKind::ListItem,
        _ => return None,
    })
}
