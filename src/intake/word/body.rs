//! The body of a document, walked from its first paragraph to its last.

use roxmltree::{Document, Node};

use super::links::Links;
use super::run::Run;
use super::styles::{Styles, is_on, is_outline};
use crate::article::BlockKind;
use crate::intake::headline;
use crate::intake::line::{Line, number, row};
use crate::intake::xml::{attribute, child, is};
use crate::intake::{Draft, Found, Notice};

/// What has been read of a body.
pub(super) struct Body<'a> {
    pub(super) styles: &'a Styles,
    pub(super) links: Links,
    blocks: Vec<Found>,
    /// The paragraph that is being read.
    pub(super) line: Line,
    /// Blocks of text boxes that are tied to it.
    boxes: Vec<Found>,
    pub(super) run: Run,
    /// Notes that were pointed at, as kind and name; the first is number 1.
    pub(super) notes: Vec<(String, String)>,
    noted: Vec<(usize, Vec<Found>)>,
    deleted: usize,
    inserted: usize,
    tables: usize,
    pictures: usize,
    pub(super) comments: usize,
}

impl<'a> Body<'a> {
    pub(super) fn new(styles: &'a Styles, links: Links) -> Body<'a> {
        Body {
            styles,
            links,
            blocks: Vec::new(),
            line: Line::default(),
            boxes: Vec::new(),
            run: Run::default(),
            notes: Vec::new(),
            noted: Vec::new(),
            deleted: 0,
            inserted: 0,
            tables: 0,
            pictures: 0,
            comments: 0,
        }
    }

    pub(super) fn walk_all(&mut self, node: Node<'_, '_>) {
        node.children().filter(Node::is_element).for_each(|each| self.walk(each));
    }

    /// Reads an element, whatever it is; what is not known is looked into.
    pub(super) fn walk(&mut self, node: Node<'_, '_>) {
        match node.tag_name().name() {
            "p" => self.paragraph(node),
            "r" => self.run(node),
            "hyperlink" => self.hyperlink(node),
            "fldSimple" => self.field(node),
            "tbl" => self.table(node),
            "del" | "moveFrom" => self.deleted += 1,
            "ins" | "moveTo" => {
                self.inserted += 1;
                self.walk_all(node);
            }
            // Both ways of drawing the same: the first will do.
            "AlternateContent" => {
                let way = child(node, "Choice").or_else(|| child(node, "Fallback"));
                way.into_iter().for_each(|way| self.walk_all(way));
            }
            "drawing" | "pict" | "object" => self.drawing(node),
            "txbxContent" => self.text_box(node),
            "pPr" | "rPr" | "sectPr" | "tblPr" | "sdtPr" | "sdtEndPr" => {}
            _ => self.walk_all(node),
        }
    }

    fn paragraph(&mut self, node: Node<'_, '_>) {
        let about = child(node, "pPr");
        self.walk_all(node);
        // The end of a paragraph that was deleted: it goes on in the next.
        let mark = about.and_then(|about| child(about, "rPr"));
        if mark.is_some_and(|mark| child(mark, "del").is_some()) {
            return;
        }
        let style = about.and_then(|about| child(about, "pStyle")).and_then(|each| attribute(each, "val"));
        let kind = self.kind(about, style);
        if self.line.is_blank() {
            self.line = Line::default();
        } else {
            let contents = style.is_some_and(|style| self.styles.is_contents(style));
            let found = self.line.take(if contents { BlockKind::Aside } else { kind });
            self.blocks.push(Found { kept: !contents, ..found });
        }
        self.blocks.append(&mut self.boxes);
    }

    /// What a paragraph is: by its style if that is a headline's, then by itself, then by its style.
    fn kind(&self, about: Option<Node<'_, '_>>, style: Option<&str>) -> BlockKind {
        let named = style.and_then(|style| self.styles.kind(style));
        let value = |node, name| child(node, name).and_then(|each| attribute(each, "val"));
        let level = about.and_then(|about| value(about, "outlineLvl"));
        let list = about.and_then(|about| child(about, "numPr"));
        match named {
            Some(kind @ (BlockKind::Title | BlockKind::Heading)) => kind,
            _ if level.is_some_and(is_outline) => BlockKind::Heading,
            _ if list.is_some_and(|list| value(list, "numId") != Some("0")) => BlockKind::ListItem,
            // A list that this paragraph was taken out of.
            Some(BlockKind::ListItem) if list.is_some() => BlockKind::Paragraph,
            other => other.unwrap_or(BlockKind::Paragraph),
        }
    }

    fn table(&mut self, node: Node<'_, '_>) {
        self.tables += 1;
        let outer = std::mem::take(&mut self.blocks);
        let mut rows = Vec::new();
        for line in node.children().filter(|each| is(*each, "tr")) {
            let about = child(line, "trPr");
            if about.is_some_and(|about| child(about, "del").is_some()) {
                self.deleted += 1;
                continue;
            }
            let mut cells = Vec::new();
            for cell in line.children().filter(Node::is_element) {
                self.walk_all(cell);
                cells.push(std::mem::take(&mut self.blocks));
            }
            rows.extend(row(cells));
        }
        self.blocks = outer;
        self.blocks.append(&mut rows);
    }

    fn drawing(&mut self, node: Node<'_, '_>) {
        let before = self.boxes.len();
        self.walk_all(node);
        self.pictures += usize::from(self.boxes.len() == before);
    }

    /// What stands in a box comes after the paragraph that the box is tied to.
    fn text_box(&mut self, node: Node<'_, '_>) {
        let blocks = std::mem::take(&mut self.blocks);
        let line = std::mem::take(&mut self.line);
        let mut boxes = std::mem::take(&mut self.boxes);
        self.walk_all(node);
        boxes.append(&mut self.blocks);
        (self.blocks, self.line, self.boxes) = (blocks, line, boxes);
    }

    /// Reads the notes that were pointed at out of their part, whose links are its own.
    pub(super) fn notes(&mut self, part: &Document<'_>, links: Links) {
        self.links = links;
        for note in part.root_element().children().filter(Node::is_element) {
            let kind = note.tag_name().name();
            let id = attribute(note, "id").unwrap_or_default();
            let Some(at) = self.notes.iter().position(|(k, i)| k == kind && i == id) else { continue };
            let blocks = std::mem::take(&mut self.blocks);
            self.walk_all(note);
            let mut read = std::mem::replace(&mut self.blocks, blocks);
            number(&mut read, at + 1);
            self.noted.push((at, read));
        }
    }

    /// The draft, without what the properties say.
    pub(super) fn finish(mut self) -> Draft {
        let notes = self.noted.len();
        self.noted.sort_by_key(|(at, _)| *at);
        if !self.line.is_blank() {
            self.blocks.push(self.line.take(BlockKind::Paragraph));
        }
        headline::settle(&mut self.blocks);
        self.blocks.extend(self.noted.into_iter().flat_map(|(_, blocks)| blocks));
        let tracked = Notice::Tracked { deleted: self.deleted, inserted: self.inserted };
        let notices = [
            (self.deleted + self.inserted, tracked),
            (notes, Notice::Footnotes(notes)),
            (self.comments, Notice::Comments(self.comments)),
            (self.tables, Notice::Tables(self.tables)),
            (self.pictures, Notice::Pictures(self.pictures)),
        ];
        let notices = notices.into_iter().filter(|(n, _)| *n > 0).map(|(_, notice)| notice).collect();
        Draft { blocks: self.blocks, notices, ..Draft::default() }
    }
}

/// Whether an element has a switch of this name, and it is on.
pub(super) fn has_on(node: Option<Node<'_, '_>>, name: &str) -> Option<bool> {
    node.and_then(|node| child(node, name)).map(is_on)
}
