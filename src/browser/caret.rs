//! A caret in text that is not typed into: the browser's selection, with a direction.

use web_sys::{Selection, Text};

use super::error::OrLog as _;
use super::geometry::{Rect, rect_of, rects};
use super::hit::caret_at;
use super::island::Island;
use super::selection::selection;
use crate::text::Utf16Offset;

/// Pixels at the top of the window that the frame takes.
const EDGE: f64 = 40.0;

/// Where a selection began, and where it ends now; the same place twice for a caret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ends {
    /// Where it began.
    pub anchor: Utf16Offset,
    /// Where it ends now: this end moves.
    pub focus: Utf16Offset,
}

/// The selection or the caret in the article; `None` if neither is in it.
#[must_use]
pub fn ends(island: &Island) -> Option<Ends> {
    let selection = selection()?;
    let anchor = selection.anchor_node().filter(|node| island.block_of(node).is_some())?;
    let focus = selection.focus_node().filter(|node| island.block_of(node).is_some())?;
    Some(Ends {
        anchor: island.offset_of(&anchor, selection.anchor_offset())?,
        focus: island.offset_of(&focus, selection.focus_offset())?,
    })
}

/// Selects from one place to another, or puts the caret there if they are the same.
pub fn set_ends(island: &Island, ends: Ends) {
    let (anchor, focus) = (point(island, ends.anchor), point(island, ends.focus));
    if let (Some(selection), Some(anchor), Some(focus)) = (selection(), anchor, focus) {
        selection.set_base_and_extent(anchor.0, anchor.1, focus.0, focus.1).or_log("selecting");
    }
}

/// Nothing is selected any more.
pub fn clear_selection() {
    if let Some(selection) = selection() {
        selection.remove_all_ranges().or_log("clearing the selection");
    }
}

/// Moves the caret to the line below or above, as far from the edge as it was; with `extend` the end
/// of the selection alone. Only the browser knows its lines.
pub fn move_by_line(forward: bool, extend: bool) {
    modify("line", forward, extend);
}

/// Moves the caret to the end or the beginning of its line.
pub fn move_to_line_end(forward: bool, extend: bool) {
    modify("lineboundary", forward, extend);
}

fn modify(unit: &str, forward: bool, extend: bool) {
    let (how, way) = (if extend { "extend" } else { "move" }, if forward { "forward" } else { "backward" });
    let modify = |selection: Selection| selection.modify(how, way, unit).or_log("moving the caret");
    selection().and_then(modify);
}

/// Where a caret stands at a place: a rectangle without width. `None` if nothing is drawn there.
#[must_use]
pub fn caret_rect(island: &Island, place: Utf16Offset) -> Option<Rect> {
    let next = rects(island, place..Utf16Offset(place.0 + 1)).first().map(|rect| rect.left);
    let before = place.0.checked_sub(1).map(|before| rects(island, Utf16Offset(before)..place));
    drawn(island, place).or_else(|| {
        let rect = *before?.last()?;
        let left = next.unwrap_or(rect.right());
        Some(Rect { left, width: 0.0, ..rect })
    })
}

/// Where the browser itself would draw it.
fn drawn(island: &Island, place: Utf16Offset) -> Option<Rect> {
    let (node, at) = point(island, place)?;
    let range = super::globals::document()?.create_range().or_log("making a range")?;
    range.set_start(node, at).or_log("placing the caret")?;
    range.collapse_with_to_start(true);
    let found = range.get_client_rects()?.item(0).map(Rect::from);
    found.filter(|rect| rect.height > 0.0)
}

/// The place between two characters that is nearest to a point, given in CSS pixels from the left
/// upper corner of what is seen of the page. Outside the article it is its beginning or its end;
/// `None` outside the page.
#[must_use]
pub fn place_near(island: &Island, x: f64, y: f64) -> Option<Utf16Offset> {
    let (node, offset) = caret_at(x, y)?;
    island.offset_of(&node, offset)
}

/// The text node and the offset in it of a place; between two blocks it is the beginning of the later.
fn point(island: &Island, place: Utf16Offset) -> Option<(&Text, u32)> {
    let place = u32::try_from(place.0).ok()?;
    let after = island.blocks().partition_point(|block| block.end() < place);
    let block = island.blocks().get(after).or(island.blocks().last())?;
    Some((&block.text, place.saturating_sub(block.start).min(block.len)))
}

/// The first place of the article that is seen on the screen.
#[must_use]
pub fn first_seen(island: &Island) -> Option<Utf16Offset> {
    let seen = |block: &&super::island::Block| rect_of(&block.element).top >= EDGE;
    island.blocks().iter().find(seen).or(island.blocks().first()).map(|block| block.offset(0))
}

/// Whether the text runs from right to left where the caret is.
#[must_use]
pub fn runs_right_to_left(island: &Island) -> bool {
    let at =
        ends(island).and_then(|ends| point(island, ends.focus)).and_then(|(text, _)| text.parent_element());
    let block = at.or_else(|| island.blocks().first().map(|block| block.element.clone()));
    block.is_some_and(|block| block.matches(":dir(rtl)").unwrap_or(false))
}
