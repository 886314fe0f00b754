//! What a person has selected.

use std::ops::Range;

use web_sys::Selection;

use super::error::OrLog as _;
use super::globals::document;
use super::island::{Block, Island};
use super::listen::Listener;
use crate::text::Utf16Offset;

/// The selected part of the article, without white space between blocks at its ends, and never
/// with half a character. `None` if nothing of the article is selected.
#[must_use]
pub fn selected(island: &Island) -> Option<Range<Utf16Offset>> {
    let selection = drawn()?;
    // Firefox keeps several: the latest is what the person just did.
    let range = selection.get_range_at(selection.range_count().checked_sub(1)?).ok()?;
    let start = island.offset_of(&range.start_container().ok()?, range.start_offset().ok()?)?;
    let end = island.offset_of(&range.end_container().ok()?, range.end_offset().ok()?)?;
    whole_characters(island, start..end)
}

/// The range, tightened to blocks and widened where it would cut a surrogate pair.
fn whole_characters(island: &Island, range: Range<Utf16Offset>) -> Option<Range<Utf16Offset>> {
    let (first, last) = island.ends(range)?;
    let start = first.from - u32::from(cuts(first.block, first.from));
    let end = last.to + u32::from(cuts(last.block, last.to));
    Some(first.block.offset(start)..last.block.offset(end))
}

/// Whether something is selected that lies only in part in the article.
#[must_use]
pub fn selection_leaves_article() -> bool {
    let range = drawn().and_then(|it| it.get_range_at(0).ok());
    let around = range.and_then(|range| range.common_ancestor_container().ok());
    let article = document().and_then(|document| document.get_element_by_id("article"));
    around.zip(article).is_some_and(|(around, article)| !article.contains(Some(&around)))
}

/// Whether a place lies between the two halves of one character.
fn cuts(block: &Block, at: u32) -> bool {
    let around = at.checked_sub(1).and_then(|before| block.text.substring_data(before, 2).ok());
    around.and_then(|pair| pair.chars().next()).is_some_and(|c| c.len_utf16() == 2)
}

/// Selects a part of the article. Does nothing if no unit of it is in a block.
pub fn select(island: &Island, range: Range<Utf16Offset>) {
    if let (Some(selection), Some(range)) = (selection(), island.range(range)) {
        selection.remove_all_ranges().or_log("clearing the selection");
        selection.add_range(&range).or_log("selecting");
    }
}

/// Calls whenever the selection or the caret has moved, anywhere in the page.
pub fn on_selection_change(f: impl Fn() + 'static) -> Listener {
    Listener::on_document("selectionchange", move |_| f())
}

/// The selection, if it is more than a caret. By its ends: whether it is collapsed the browser only says
/// once the page is laid out.
fn drawn() -> Option<Selection> {
    let same =
        |it: &Selection| it.anchor_node() == it.focus_node() && it.anchor_offset() == it.focus_offset();
    selection().filter(|it| !same(it))
}

pub(super) fn selection() -> Option<Selection> {
    document()?.get_selection().ok()?
}
