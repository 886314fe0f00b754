//! A tree of elements becomes blocks.
//!
//! The walk keeps its own stack: a page may nest its elements as deeply as it likes.

use dom_query::{NodeId, NodeRef};

use super::address::whole;
use super::looks::{self, Role};
use crate::article::BlockKind;
use crate::intake::line::{Line, Set};
use crate::intake::{Found, Piece};

/// A block, and where in the page its words stand.
#[derive(Debug)]
pub(super) struct Seen {
    pub(super) found: Found,
    /// The texts that it was put together from, each with the letters that it has.
    pub(super) from: Vec<(NodeId, usize)>,
    /// It is of the frame of the page.
    pub(super) is_frame: bool,
    /// Which cell of a table it began in; 0 if in none.
    cell: usize,
}

/// The longest text of a cell that is one of several in a row, in bytes. Tables are also used to put things
/// side by side.
const CELL: usize = 200;

/// The longest text beside a picture that is its caption, in bytes.
const CAPTION: usize = 150;

/// The blocks of what stands under a node, in order, and how many pictures stand among them. Links are made
/// whole with the address of the page.
pub(super) fn blocks(root: NodeRef<'_>, address: Option<&str>) -> (Vec<Seen>, usize) {
    let mut walk = Walk { address, ..Walk::default() };
    let mut steps = vec![Step::Enter(root)];
    while let Some(step) = steps.pop() {
        match step {
            Step::Enter(node) => walk.enter(node, &mut steps),
            Step::Leave(around, end) => walk.leave(around, end),
        }
    }
    walk.end();
    (walk.blocks, walk.pictures)
}

enum Step<'a> {
    Enter(NodeRef<'a>),
    /// Back to what was around before.
    Leave(Around, End),
}

/// What ends with an element.
#[derive(Debug, Clone, Copy)]
enum End {
    Nothing,
    Block,
    /// A row of a table, whose blocks begin with this one.
    Row(usize),
}

/// What is known of the place in the page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Around {
    kind: Option<BlockKind>,
    set: Set,
    /// White space counts.
    pre: bool,
    /// It is of the frame of the page, not of what it says.
    left: bool,
    /// The number of the cell.
    cell: usize,
}

#[derive(Default)]
struct Walk<'b> {
    address: Option<&'b str>,
    around: Around,
    line: Line,
    /// The texts of the block so far, and the cell that it began in.
    from: Vec<(NodeId, usize)>,
    cell: usize,
    /// A picture stands before its words.
    is_pictured: bool,
    /// How many cells there were.
    cells: usize,
    /// How many pictures that can be seen.
    pictures: usize,
    blocks: Vec<Seen>,
}

impl Walk<'_> {
    fn enter<'a>(&mut self, node: NodeRef<'a>, steps: &mut Vec<Step<'a>>) {
        if node.is_text() {
            return self.text(&node);
        }
        let role = if node.is_element() { looks::role(&node) } else { Role::Inline };
        match role {
            Role::Hidden => return,
            Role::Break => return self.line_ends(),
            Role::Picture => return self.picture(&node),
            Role::Cell if !self.line.is_blank() => self.line.put("\t", &Set::default()),
            _ => {}
        }
        let before = self.around.clone();
        let end = match role {
            Role::Row => End::Row(self.row_begins()),
            Role::Block(_) | Role::Plain | Role::Frame | Role::Pre => {
                self.end();
                End::Block
            }
            _ => End::Nothing,
        };
        self.look(&node, role);
        steps.push(Step::Leave(before, end));
        steps.extend(node.children_it(true).map(Step::Enter));
    }

    fn picture(&mut self, node: &NodeRef<'_>) {
        self.is_pictured = self.line.is_blank();
        self.pictures += usize::from(!looks::is_dot(node));
    }

    fn leave(&mut self, around: Around, end: End) {
        if !matches!(end, End::Nothing) {
            self.end();
        }
        self.around = around;
        if let End::Row(first) = end {
            self.row_ends(first);
        }
    }

    fn row_begins(&mut self) -> usize {
        self.end();
        self.blocks.len()
    }

    /// A row becomes one block if each of its cells is one of a few words.
    fn row_ends(&mut self, first: usize) {
        let mut row = self.blocks.split_off(first.min(self.blocks.len()));
        let is_cell =
            |seen: &Seen| seen.found.kind == BlockKind::Paragraph && seen.found.text().len() <= CELL;
        let mut cells: Vec<usize> = row.iter().map(|seen| seen.cell).collect();
        cells.dedup();
        if row.len() > 1 && cells.len() == row.len() && row.iter().all(is_cell) {
            let rest = row.split_off(1);
            if let Some(whole) = row.first_mut() {
                rest.into_iter().for_each(|seen| whole.join(seen));
            }
        }
        row.iter_mut().for_each(|seen| seen.cell = self.around.cell);
        self.blocks.append(&mut row);
    }

    /// What an element says of what stands in it.
    fn look(&mut self, node: &NodeRef<'_>, role: Role) {
        match role {
            Role::Block(kind) if self.around.kind.is_none_or(|outer| looks::is_within(kind, outer)) => {
                self.around.kind = Some(kind);
            }
            Role::Frame => self.around.left = true,
            Role::Pre => {
                self.around.pre = true;
                self.around.kind = self.around.kind.filter(|kind| *kind != BlockKind::Credit);
            }
            // A table, even one with a caption, is none.
            Role::Row => self.around.kind = self.around.kind.filter(|kind| *kind != BlockKind::Credit),
            Role::Cell => {
                self.cells += 1;
                self.around.cell = self.cells;
            }
            Role::Link => {
                let address = node.attr("href").and_then(|link| whole(&link, self.address));
                self.around.set.link = address.or(self.around.set.link.take());
            }
            _ => {}
        }
        looks::settle(node, &mut self.around.set);
    }

    fn end(&mut self) {
        let mut found = self.line.take(self.around.kind.unwrap_or(BlockKind::Paragraph));
        let from = std::mem::take(&mut self.from);
        trim(&mut found.pieces);
        let is_pictured = std::mem::take(&mut self.is_pictured);
        if found.pieces.is_empty() {
            return;
        }
        if is_pictured && self.around.kind.is_none() && found.text().len() <= CAPTION {
            found.kind = BlockKind::Credit;
        }
        found.kept = !self.around.left;
        self.blocks.push(Seen { found, from, is_frame: self.around.left, cell: self.cell });
    }

    fn text(&mut self, node: &NodeRef<'_>) {
        let text = node.text();
        if self.line.is_blank() {
            self.cell = self.around.cell;
        }
        let letters = text.chars().filter(|c| !c.is_whitespace()).count();
        self.from.push((node.id, letters));
        self.words(&text);
    }

    /// Two line ends, one after the other, are how many pages part paragraphs.
    fn line_ends(&mut self) {
        if self.line.ends_in_line() {
            self.end();
        } else {
            self.line.put("\n", &self.around.set);
        }
    }

    /// White space is squeezed as a browser does.
    fn words(&mut self, text: &str) {
        if self.around.pre {
            return self.line.put(text, &self.around.set);
        }
        let mut spaced = String::with_capacity(text.len());
        for c in text.chars() {
            let is_space = matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}');
            let follows = if spaced.is_empty() { self.line.ends_in_space() } else { spaced.ends_with(' ') };
            match (is_space, follows) {
                (false, _) => spaced.push(c),
                (true, false) => spaced.push(' '),
                (true, true) => {}
            }
        }
        self.line.put(&spaced, &self.around.set);
    }
}

impl Seen {
    /// Another cell of the same row.
    fn join(&mut self, cell: Seen) {
        self.found.pieces.push(Piece { text: "\t".to_owned(), ..Piece::default() });
        self.found.pieces.extend(cell.found.pieces);
        self.from.extend(cell.from);
    }
}

/// Takes away the white space around the words.
fn trim(pieces: &mut Vec<Piece>) {
    let is_blank = |piece: &Piece| piece.text.trim().is_empty();
    let first = pieces.iter().position(|piece| !is_blank(piece)).unwrap_or(pieces.len());
    pieces.drain(..first);
    while pieces.last().is_some_and(is_blank) {
        pieces.pop();
    }
    if let Some(first) = pieces.first_mut() {
        first.text = first.text.trim_start().to_owned();
    }
    if let Some(last) = pieces.last_mut() {
        last.text.truncate(last.text.trim_end().len());
    }
}
