//! Pages inside other files: the chapters of a book, the rich part of a letter.

use roxmltree::Node;

use super::line::{Line, Set};
use super::xml::{attribute, parse};
use super::{FileKind, Found, Unread};
use crate::article::{BlockKind, LinkAddress};

/// The blocks of a page that is well formed, as books and many letters have it; `None` for another.
pub(super) fn blocks(page: &str) -> Option<Vec<Found>> {
    let page = named_letters(page);
    let broken = || Unread::Nothing(FileKind::Page);
    let document = parse(&page, broken).ok()?;
    let root = document.root_element();
    let body = root.descendants().find(|node| super::xml::is(*node, "body")).unwrap_or(root);
    let (blocks, line, set) = (Vec::new(), Line::default(), Set::default());
    let mut walk = Walk { blocks, line, set, kind: BlockKind::Paragraph, pre: false };
    walk.all(body);
    walk.end();
    Some(walk.blocks)
}

/// Letters by their names in pages, which XML alone does not know.
fn named_letters(page: &str) -> String {
    const NAMES: [(&str, &str); 14] = [
        ("&nbsp;", "\u{a0}"),
        ("&shy;", ""),
        ("&ndash;", "–"),
        ("&mdash;", "—"),
        ("&lsquo;", "‘"),
        ("&rsquo;", "’"),
        ("&ldquo;", "“"),
        ("&rdquo;", "”"),
        ("&hellip;", "…"),
        ("&eacute;", "é"),
        ("&copy;", "©"),
        ("&euro;", "€"),
        ("&laquo;", "«"),
        ("&raquo;", "»"),
    ];
    NAMES.iter().fold(
        page.to_owned(),
        |page, (name, letter)| {
            if page.contains(name) { page.replace(name, letter) } else { page }
        },
    )
}

/// What has been read of a page.
struct Walk {
    blocks: Vec<Found>,
    line: Line,
    set: Set,
    kind: BlockKind,
    pre: bool,
}

impl Walk {
    fn all(&mut self, node: Node<'_, '_>) {
        for each in node.children() {
            if each.is_text() {
                self.words(each.text().unwrap_or_default());
            } else if each.is_element() {
                self.element(each);
            }
        }
    }

    fn element(&mut self, node: Node<'_, '_>) {
        let set = self.set.clone();
        match node.tag_name().name() {
            "script" | "style" | "head" | "template" | "svg" | "math" | "rt" | "rp" => return,
            "br" => return self.line.put("\n", &set),
            "em" | "i" | "cite" | "dfn" => self.set.emphasis = true,
            "strong" | "b" => self.set.strong = true,
            "a" => self.set.link = attribute(node, "href").and_then(LinkAddress::new),
            "td" | "th" if !self.line.is_blank() => self.line.put("\t", &Set::default()),
            name => {
                if let Some(kind) = block(name, self.kind) {
                    return self.block(node, kind);
                }
            }
        }
        self.all(node);
        self.set = set;
    }

    fn block(&mut self, node: Node<'_, '_>, kind: BlockKind) {
        self.end();
        let (outer, pre) = (std::mem::replace(&mut self.kind, kind), self.pre);
        self.pre |= super::xml::is(node, "pre");
        self.all(node);
        self.end();
        (self.kind, self.pre) = (outer, pre);
    }

    fn end(&mut self) {
        let found = self.line.take(self.kind);
        if !found.text().trim().is_empty() {
            self.blocks.push(found);
        }
    }

    fn words(&mut self, text: &str) {
        if self.pre {
            return self.line.put(text, &self.set);
        }
        let mut spaced = String::new();
        for c in text.chars() {
            let space = matches!(c, ' ' | '\t' | '\n' | '\r');
            let follows = if spaced.is_empty() { self.line.ends_in_space() } else { spaced.ends_with(' ') };
            if !space {
                spaced.push(c);
            } else if !follows {
                spaced.push(' ');
            }
        }
        self.line.put(&spaced, &self.set);
    }
}

/// What an element is set as, if it is a block; what stands in it without an element of its own is that too.
fn block(name: &str, within: BlockKind) -> Option<BlockKind> {
    Some(match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => BlockKind::Heading,
        "li" | "dd" | "dt" => BlockKind::ListItem,
        "blockquote" => BlockKind::Quotation,
        "figcaption" | "caption" => BlockKind::Credit,
        "p" | "div" | "section" | "article" | "main" | "header" | "footer" | "aside" | "figure" | "ul"
        | "ol" | "dl" | "table" | "tbody" | "thead" | "tr" | "pre" | "hr" | "address" | "body" | "center" => {
            within
        }
        "nav" => BlockKind::Aside,
        _ => return None,
    })
}
