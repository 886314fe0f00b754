//! The words of a document, walked from its first paragraph to its last.

use roxmltree::Node;

use super::styles::Styles;
use crate::article::{BlockKind, LinkAddress};
use crate::intake::headline;
use crate::intake::line::{Line, Set, number as note_number, row};
use crate::intake::xml::{attribute, is};
use crate::intake::{Draft, Found, Notice};

/// What has been read.
pub(super) struct Body<'a> {
    styles: &'a Styles,
    blocks: Vec<Found>,
    /// The paragraph that is being read, and how its words are set.
    line: Line,
    set: Set,
    /// How many lists are open, one in another.
    lists: usize,
    /// Blocks of text boxes that are tied to the paragraph.
    boxes: Vec<Found>,
    notes: Vec<Found>,
    noted: usize,
    deleted: usize,
    inserted: usize,
    tables: usize,
    pictures: usize,
    comments: usize,
}

/// The most spaces that one element stands for.
const REPEATED: usize = 16;

impl<'a> Body<'a> {
    pub(super) fn new(styles: &'a Styles) -> Body<'a> {
        Body {
            styles,
            blocks: Vec::new(),
            line: Line::default(),
            set: Set::default(),
            lists: 0,
            boxes: Vec::new(),
            notes: Vec::new(),
            noted: 0,
            deleted: 0,
            inserted: 0,
            tables: 0,
            pictures: 0,
            comments: 0,
        }
    }

    /// Reads all that is in an element.
    pub(super) fn walk_all(&mut self, node: Node<'_, '_>) {
        for each in node.children() {
            if each.is_text() {
                self.words(each.text().unwrap_or_default());
            } else if each.is_element() {
                self.walk(each);
            }
        }
    }

    fn walk(&mut self, node: Node<'_, '_>) {
        match node.tag_name().name() {
            "h" | "p" => self.paragraph(node),
            "list" => {
                self.lists += 1;
                self.walk_all(node);
                self.lists -= 1;
            }
            "table" => self.table(node),
            "frame" | "custom-shape" => self.frame(node),
            "tracked-changes" => self.count_changes(node),
            "annotation" => self.comments += 1,
            "table-of-content" | "alphabetical-index" | "bibliography" => self.index(node),
            "annotation-end" | "ruby-text" | "forms" | "sequence-decls" | "title" | "desc" | "script" => {}
            "span" | "a" | "note" | "s" | "tab" | "line-break" => self.inline(node),
            _ => self.walk_all(node),
        }
    }

    fn inline(&mut self, node: Node<'_, '_>) {
        match node.tag_name().name() {
            "span" => self.span(node),
            "a" => self.link(node),
            "note" => self.note(node),
            "tab" => self.line.put("\t", &self.set),
            "line-break" => self.line.put("\n", &self.set),
            _ => {
                let many = attribute(node, "c").and_then(|count| count.parse().ok()).unwrap_or(1);
                self.line.put(&" ".repeat(many.min(REPEATED)), &self.set);
            }
        }
    }

    /// White space in the file is one space, and none where there is one already.
    fn words(&mut self, text: &str) {
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

    fn paragraph(&mut self, node: Node<'_, '_>) {
        let style = attribute(node, "style-name").unwrap_or_default();
        if self.styles.is_hidden(style) {
            return;
        }
        let (line, set) = (std::mem::take(&mut self.line), std::mem::take(&mut self.set));
        let boxes = std::mem::take(&mut self.boxes);
        // A style that people see may be in bold; one that the program made says what a person did.
        let made = style.starts_with('P') && style.bytes().skip(1).all(|byte| byte.is_ascii_digit());
        if made {
            self.restyle(style);
        }
        self.walk_all(node);
        let named = self.styles.kind(style);
        let kind = match named {
            Some(BlockKind::Title) => BlockKind::Title,
            _ if is(node, "h") => BlockKind::Heading,
            None if self.lists > 0 => BlockKind::ListItem,
            other => other.unwrap_or(BlockKind::Paragraph),
        };
        if !self.line.is_blank() {
            let found = self.line.take(kind);
            self.blocks.push(Found { kept: kind != BlockKind::Aside, ..found });
        }
        self.blocks.append(&mut self.boxes);
        (self.line, self.set, self.boxes) = (line, set, boxes);
    }

    fn restyle(&mut self, style: &str) {
        let (emphasis, strong) = self.styles.set(style);
        self.set.emphasis = emphasis.unwrap_or(self.set.emphasis);
        self.set.strong = strong.unwrap_or(self.set.strong);
    }

    fn span(&mut self, node: Node<'_, '_>) {
        let style = attribute(node, "style-name").unwrap_or_default();
        if self.styles.is_hidden(style) {
            return;
        }
        let outer = self.set.clone();
        self.restyle(style);
        self.walk_all(node);
        self.set = outer;
    }

    fn link(&mut self, node: Node<'_, '_>) {
        let link = attribute(node, "href").and_then(LinkAddress::new);
        let outer = std::mem::replace(&mut self.set.link, link);
        self.walk_all(node);
        self.set.link = outer;
    }

    /// A note: its number stays in the text, and its words come at the end.
    fn note(&mut self, node: Node<'_, '_>) {
        self.noted += 1;
        let number = format!("[{}]", self.noted);
        self.line.put(&number, &self.set);
        let Some(body) = node.children().find(|each| is(*each, "note-body")) else { return };
        let mut read = self.apart(body);
        note_number(&mut read, self.noted);
        self.notes.append(&mut read);
    }

    /// The blocks of an element, as if it stood alone.
    fn apart(&mut self, node: Node<'_, '_>) -> Vec<Found> {
        let blocks = std::mem::take(&mut self.blocks);
        let (line, set) = (std::mem::take(&mut self.line), std::mem::take(&mut self.set));
        let lists = std::mem::take(&mut self.lists);
        self.walk_all(node);
        (self.line, self.set, self.lists) = (line, set, lists);
        std::mem::replace(&mut self.blocks, blocks)
    }

    /// A box or a picture. What is written in it comes after the paragraph that it is tied to.
    fn frame(&mut self, node: Node<'_, '_>) {
        let mut read = self.apart(node);
        if read.is_empty() {
            self.pictures += 1;
        }
        if self.line.is_blank() { self.blocks.append(&mut read) } else { self.boxes.append(&mut read) }
    }

    fn table(&mut self, node: Node<'_, '_>) {
        self.tables += 1;
        for line in rows(node) {
            let cells = line.children().filter(|each| is(*each, "table-cell"));
            let cells = cells.map(|cell| self.apart(cell)).collect();
            self.blocks.extend(row(cells));
        }
    }

    /// A list of what is where: shown, and left out.
    fn index(&mut self, node: Node<'_, '_>) {
        let read = self.apart(node);
        self.blocks.extend(read.into_iter().map(|found| Found {
            kind: BlockKind::Aside,
            kept: false,
            ..found
        }));
    }

    /// What was deleted lies here, out of the text.
    fn count_changes(&mut self, node: Node<'_, '_>) {
        for change in node.children().filter(|each| is(*each, "changed-region")) {
            self.deleted += usize::from(change.children().any(|each| is(each, "deletion")));
            self.inserted += usize::from(change.children().any(|each| is(each, "insertion")));
        }
    }

    /// The draft, without what the properties say.
    pub(super) fn finish(mut self) -> Draft {
        headline::settle(&mut self.blocks);
        self.blocks.append(&mut self.notes);
        let tracked = Notice::Tracked { deleted: self.deleted, inserted: self.inserted };
        let notices = [
            (self.deleted + self.inserted, tracked),
            (self.noted, Notice::Footnotes(self.noted)),
            (self.comments, Notice::Comments(self.comments)),
            (self.tables, Notice::Tables(self.tables)),
            (self.pictures, Notice::Pictures(self.pictures)),
        ];
        let notices = notices.into_iter().filter(|(n, _)| *n > 0).map(|(_, notice)| notice).collect();
        Draft { blocks: self.blocks, notices, ..Draft::default() }
    }
}

/// The rows of a table, also those that stand in groups.
fn rows<'a, 'i>(node: Node<'a, 'i>) -> Vec<Node<'a, 'i>> {
    let groups = ["table-rows", "table-header-rows", "table-row-group"];
    let of = |each: Node<'a, 'i>| match each.tag_name().name() {
        "table-row" => vec![each],
        name if groups.contains(&name) => rows(each),
        _ => Vec::new(),
    };
    node.children().filter(Node::is_element).flat_map(of).collect()
}
