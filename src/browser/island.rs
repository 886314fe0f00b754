//! The article in the page: stretches of one text node each, found once and then only read.

use std::ops::Range;
use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::{Element, Node, Text};

use super::error::OrLog as _;
use super::globals::document;
use crate::text::Utf16Offset;

/// The text nodes of an article, with the place of each in the whole text.
///
/// White space between blocks belongs to the text but not to the page, so a place may fall between
/// two blocks. Cloning is cheap, and two islands are equal only if one is a clone of the other.
#[derive(Debug, Clone)]
pub struct Island(Rc<Vec<Block>>);

/// A block, or a stretch of one that is set otherwise. Units are UTF-16.
#[derive(Debug)]
pub(super) struct Block {
    pub(super) start: u32,
    pub(super) len: u32,
    pub(super) element: Element,
    pub(super) text: Text,
}

/// A stretch of one block, never empty. Units are UTF-16 from the start of the block.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece<'a> {
    pub(super) block: &'a Block,
    pub(super) from: u32,
    pub(super) to: u32,
}

impl PartialEq for Island {
    fn eq(&self, other: &Island) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Island {}

impl Island {
    /// Finds the blocks under an element: those with a `data-start`, which says how many UTF-16
    /// units of the whole text come before, and with exactly one child, a text that is not empty.
    ///
    /// `None` if there is no block, or if one is not as it should be: an extension that translates
    /// the page may have rebuilt it, and then no offset can be trusted.
    #[must_use]
    pub fn read(root: &Element) -> Option<Island> {
        let found = root.query_selector_all("[data-start]").or_log("looking for the article's blocks")?;
        let nodes = (0..found.length()).filter_map(|index| found.item(index));
        let blocks = nodes.map(Block::read).collect::<Option<Vec<Block>>>()?;
        let in_order = blocks.is_sorted_by(|one, next| one.end() <= next.start);
        (in_order && !blocks.is_empty()).then(|| Island(Rc::new(blocks)))
    }

    /// A range of the page from the first to the last unit of `range` that is in a block; `None`
    /// if no unit is.
    #[must_use]
    pub fn range(&self, range: Range<Utf16Offset>) -> Option<web_sys::Range> {
        let (first, last) = self.ends(range)?;
        live_range((&first.block.text, first.from), (&last.block.text, last.to))
    }

    /// The first and the last piece of a range.
    pub(super) fn ends(&self, range: Range<Utf16Offset>) -> Option<(Piece<'_>, Piece<'_>)> {
        let mut pieces = self.pieces(range);
        let first = pieces.next()?;
        Some((first, pieces.next_back().unwrap_or(first)))
    }

    /// The parts of a range that are in blocks, one piece a block, in order.
    pub(super) fn pieces(&self, range: Range<Utf16Offset>) -> impl DoubleEndedIterator<Item = Piece<'_>> {
        let (from, to) = (units(range.start), units(range.end));
        let blocks = self.blocks();
        let first = blocks.partition_point(|block| block.end() <= from);
        let after = blocks.partition_point(|block| block.start < to);
        let touched = if from < to { blocks.get(first..after) } else { None };
        touched.unwrap_or_default().iter().map(move |block| block.piece(from, to))
    }

    pub(super) fn blocks(&self) -> &[Block] {
        &self.0
    }

    /// The block whose text node this is.
    pub(super) fn block_of(&self, node: &Node) -> Option<&Block> {
        let start = start_of(&node.parent_element()?)?;
        let index = self.blocks().binary_search_by_key(&start, |block| block.start).ok()?;
        self.blocks().get(index).filter(|block| AsRef::<Node>::as_ref(&block.text) == node)
    }
}

impl Block {
    fn read(node: Node) -> Option<Block> {
        let element = node.dyn_into::<Element>().ok()?;
        let text = element.first_child()?.dyn_into::<Text>().ok()?;
        let (start, len) = (start_of(&element)?, text.length());
        (text.next_sibling().is_none() && len > 0).then_some(Block { start, len, element, text })
    }

    pub(super) fn end(&self) -> u32 {
        self.start.saturating_add(self.len)
    }

    /// The place in the whole text of a place in this block; one past its end counts as its end.
    pub(super) fn offset(&self, at: u32) -> Utf16Offset {
        Utf16Offset(self.start.saturating_add(at.min(self.len)) as usize)
    }

    fn piece(&self, from: u32, to: u32) -> Piece<'_> {
        let inside = |unit: u32| unit.clamp(self.start, self.end()).saturating_sub(self.start);
        Piece { block: self, from: inside(from), to: inside(to) }
    }
}

thread_local! {
    static MEASURE: Option<web_sys::Range> = document().and_then(|document| document.create_range().ok());
}

impl Piece<'_> {
    /// Its rectangles. One range measures them all: the browser keeps each range up to date for as long
    /// as it lives, which makes every change of the page dearer.
    pub(super) fn client_rects(&self) -> Option<web_sys::DomRectList> {
        MEASURE.with(|range| {
            let range = range.as_ref()?;
            range.set_start(&self.block.text, self.from).or_log("setting the start of a range")?;
            range.set_end(&self.block.text, self.to).or_log("setting the end of a range")?;
            range.get_client_rects()
        })
    }
}

fn start_of(element: &Element) -> Option<u32> {
    element.get_attribute("data-start")?.parse().ok()
}

fn units(offset: Utf16Offset) -> u32 {
    u32::try_from(offset.0).unwrap_or(u32::MAX)
}

fn live_range(start: (&Text, u32), end: (&Text, u32)) -> Option<web_sys::Range> {
    let range = document()?.create_range().or_log("making a range")?;
    range.set_start(start.0, start.1).or_log("setting the start of a range")?;
    range.set_end(end.0, end.1).or_log("setting the end of a range")?;
    Some(range)
}
