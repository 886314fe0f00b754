//! From a place in the page to a place in the text.

use web_sys::{Node, Range};

use super::globals::document;
use super::island::{Block, Island};
use crate::text::Utf16Offset;

impl Island {
    /// The place in the text of a place in the page, given as browsers give it: a text node with
    /// an offset in UTF-16 units, or an element with the number of children before the place.
    ///
    /// Outside the blocks it is the start of the next block, or the end of the last: what stands
    /// before the article counts as its start, what stands after as its end. `None` if the node is
    /// not in the page.
    #[must_use]
    pub fn offset_of(&self, node: &Node, offset: u32) -> Option<Utf16Offset> {
        if let Some(block) = self.block_of(node) {
            return Some(block.offset(offset));
        }
        let point = document()?.create_range().ok()?;
        point.set_start(node, offset).ok()?;
        self.offset_around(&point)
    }

    /// For a point, a collapsed range, that is in no text node of ours.
    fn offset_around(&self, point: &Range) -> Option<Utf16Offset> {
        let last = self.blocks().last()?;
        is_before(point, last)?;
        let index = self.blocks().partition_point(|block| is_before(point, block) == Some(false));
        let Some(block) = self.blocks().get(index) else { return Some(last.offset(last.len)) };
        // The end of a block's element lies after its text, its start before.
        let before_text = point.compare_point(&block.text, 0).ok()? > 0;
        Some(block.offset(if before_text { 0 } else { block.len }))
    }
}

/// Whether the point lies before or at the end of the block's element; `None` if the two are not in
/// the same tree.
fn is_before(point: &Range, block: &Block) -> Option<bool> {
    Some(point.compare_point(&block.element, 1).ok()? >= 0)
}
