//! A tree of elements becomes blocks.
//!
//! The walk keeps its own stack: a page may nest its elements as deeply as it likes.

use dom_query::{NodeId, NodeRef};

use super::address::whole;
use super::looks::{self, Role};
use crate::article::BlockKind;
use crate::intake::Found;
use crate::intake::line::{Line, Set};

/// A block, and where in the page its words stand.
#[derive(Debug)]
pub(super) struct Seen {
    pub(super) found: Found,
    /// The texts that it was put together from, each with the letters that it has.
    pub(super) from: Vec<(NodeId, usize)>,
}

/// The blocks of what stands under a node, in order. Links are made whole with the address of the page.
pub(super) fn blocks(root: NodeRef<'_>, address: Option<&str>) -> Vec<Seen> {
    let mut walk = Walk {
        address,
        around: Around::default(),
        line: Line::default(),
        from: Vec::new(),
        blocks: Vec::new(),
    };
    let mut steps = vec![Step::Enter(root)];
    while let Some(step) = steps.pop() {
        match step {
            Step::Enter(node) => walk.enter(node, &mut steps),
            Step::Leave(around, is_block) => {
                if is_block {
                    walk.end();
                }
                walk.around = around;
            }
        }
    }
    walk.end();
    walk.blocks
}

enum Step<'a> {
    Enter(NodeRef<'a>),
    /// Back to what was around before; whether a block ends here.
    Leave(Around, bool),
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
}

struct Walk<'b> {
    address: Option<&'b str>,
    around: Around,
    line: Line,
    from: Vec<(NodeId, usize)>,
    blocks: Vec<Seen>,
}

impl Walk<'_> {
    fn enter<'a>(&mut self, node: NodeRef<'a>, steps: &mut Vec<Step<'a>>) {
        if node.is_text() {
            let text = node.text();
            let letters = text.chars().filter(|c| !c.is_whitespace()).count();
            self.from.push((node.id, letters));
            return self.words(&text);
        }
        let element = node.is_element();
        let role = if element { looks::role(&node) } else { Role::Inline };
        match role {
            Role::Hidden => return,
            Role::Break => return self.line_ends(),
            Role::Cell if !self.line.is_blank() => self.line.put("\t", &Set::default()),
            _ => {}
        }
        let before = self.around.clone();
        let is_block = matches!(role, Role::Block(_) | Role::Plain | Role::Frame | Role::Pre);
        if is_block {
            self.end();
        }
        self.look(&node, role);
        steps.push(Step::Leave(before, is_block));
        let first = steps.len();
        steps.extend(node.children_it(true).map(Step::Enter));
        debug_assert!(steps.len() >= first, "children come after the leave");
    }

    /// What an element says of what stands in it.
    fn look(&mut self, node: &NodeRef<'_>, role: Role) {
        match role {
            Role::Block(kind) if self.around.kind.is_none_or(|outer| looks::is_within(kind, outer)) => {
                self.around.kind = Some(kind);
            }
            Role::Frame => self.around.left = true,
            Role::Pre => self.around.pre = true,
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
        if !found.text().trim().is_empty() {
            found.kept = !self.around.left;
            self.blocks.push(Seen { found, from });
        }
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
