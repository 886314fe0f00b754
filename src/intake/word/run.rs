//! Words that are set alike, and the links they stand in.

use roxmltree::Node;

use super::body::{Body, has_on};
use crate::article::LinkAddress;
use crate::intake::line::Set;
use crate::intake::xml::{attribute, child};

/// Where a run stands.
#[derive(Debug, Default)]
pub(super) struct Run {
    /// The link that is open, if one is.
    link: Option<LinkAddress>,
    /// The fields that are open, one in another.
    fields: Vec<Field>,
}

/// A field: what is asked for, then what it came to.
#[derive(Debug, Default)]
struct Field {
    asked: String,
    link: Option<LinkAddress>,
}

/// How much is read of what a field asks for, in bytes.
const ASKED: usize = 8_000;

impl Run {
    fn set(&self, emphasis: bool, strong: bool) -> Set {
        let field = self.fields.iter().rev().find_map(|field| field.link.clone());
        Set { emphasis, strong, link: self.link.clone().or(field) }
    }

    fn field_mark(&mut self, mark: Option<&str>) {
        match mark {
            Some("begin") => self.fields.push(Field::default()),
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    field.link = link_asked_for(&field.asked);
                }
            }
            Some("end") => {
                self.fields.pop();
            }
            _ => {}
        }
    }

    fn asks(&mut self, words: &str) {
        if let Some(field) = self.fields.last_mut().filter(|field| field.asked.len() < ASKED) {
            field.asked.push_str(words);
        }
    }
}

/// The address in `HYPERLINK "https://…"`.
fn link_asked_for(asked: &str) -> Option<LinkAddress> {
    let rest = asked.trim().strip_prefix("HYPERLINK")?.trim_start();
    let quoted = rest.strip_prefix('"').and_then(|rest| rest.split('"').next());
    LinkAddress::new(quoted.or_else(|| rest.split_whitespace().next())?)
}

impl Body<'_> {
    /// A link around runs.
    pub(super) fn hyperlink(&mut self, node: Node<'_, '_>) {
        let page = attribute(node, "id").and_then(|id| self.links.page(id));
        let link = page.and_then(LinkAddress::new);
        let outer = std::mem::replace(&mut self.run.link, link);
        self.walk_all(node);
        self.run.link = outer;
    }

    /// A field in one element.
    pub(super) fn field(&mut self, node: Node<'_, '_>) {
        let link = attribute(node, "instr").and_then(link_asked_for);
        self.run.fields.push(Field { asked: String::new(), link });
        self.walk_all(node);
        self.run.fields.pop();
    }

    /// A run: words, tabs, breaks, and what points elsewhere.
    pub(super) fn run(&mut self, node: Node<'_, '_>) {
        let about = child(node, "rPr");
        if has_on(about, "vanish") == Some(true) {
            return;
        }
        let style = about.and_then(|about| child(about, "rStyle")).and_then(|each| attribute(each, "val"));
        let (emphasis, strong) = style.map(|style| self.styles.set(style)).unwrap_or_default();
        let emphasis = has_on(about, "i").unwrap_or(emphasis);
        let strong = has_on(about, "b").unwrap_or(strong);
        for part in node.children().filter(Node::is_element) {
            let set = self.run.set(emphasis, strong);
            self.part(part, &set);
        }
    }

    fn part(&mut self, part: Node<'_, '_>, set: &Set) {
        let value = |name| attribute(part, name);
        match part.tag_name().name() {
            "t" => self.line.put(part.text().unwrap_or_default(), set),
            "tab" | "ptab" => self.line.put("\t", set),
            "cr" => self.line.put("\n", set),
            "br" if value("type").is_none_or(|kind| kind == "textWrapping") => self.line.put("\n", set),
            "noBreakHyphen" => self.line.put("-", set),
            "instrText" => self.run.asks(part.text().unwrap_or_default()),
            "fldChar" => self.run.field_mark(value("fldCharType")),
            "commentReference" => self.comments += 1,
            kind @ ("footnoteReference" | "endnoteReference") => {
                let kind = kind.trim_end_matches("Reference");
                self.notes.push((kind.to_owned(), value("id").unwrap_or_default().to_owned()));
                let number = format!("[{}]", self.notes.len());
                self.line.put(&number, set);
            }
            "drawing" | "pict" | "object" | "AlternateContent" | "ruby" => self.walk(part),
            _ => {}
        }
    }
}
