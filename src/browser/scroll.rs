//! Bringing things into view.

use std::ops::Range;

use web_sys::{Element, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition, ScrollToOptions};

use super::geometry::{Rect, rect_of, rects};
use super::globals::{document, window};
use super::island::Island;
use crate::text::Utf16Offset;

/// The share of the visible height, at its top and at its foot, where text counts as hard to read.
const EDGE: f64 = 0.15;

/// The share of the visible height that is left above text that was scrolled to.
const ABOVE: f64 = 0.3;

/// Scrolls a part of the article into easy view, unless it is there already. `within` is the element
/// that scrolls; if it cannot, the page does. The way is smooth unless the reader wants less motion.
pub fn scroll_to(island: &Island, range: Range<Utf16Offset>, within: &Element) {
    let all = rects(island, range).into_iter().reduce(|all, rect| all.around(&rect));
    let (Some(target), Some(scroller)) = (all, scroller(within)) else { return };
    let (top, height) = visible(&scroller);
    if !is_easy_to_see(&target, top, height) {
        let options = ScrollToOptions::new();
        options.set_top(target.top - (top + height * ABOVE));
        options.set_behavior(behaviour());
        scroller.scroll_by_with_scroll_to_options(&options);
    }
}

/// Text taller than the view is easy to see when its beginning is.
fn is_easy_to_see(target: &Rect, top: f64, height: f64) -> bool {
    let (first, last) = (top + height * EDGE, top + height * (1.0 - EDGE));
    let bottom = target.bottom().min(target.top + height * (1.0 - ABOVE - EDGE));
    first <= target.top && bottom <= last
}

/// The element itself if there is more in it than fits, else the one that scrolls the page.
fn scroller(within: &Element) -> Option<Element> {
    let scrolls = within.scroll_height() > within.client_height();
    if scrolls { Some(within.clone()) } else { document()?.scrolling_element() }
}

/// The upper edge and the height of what is seen of an element, in CSS pixels.
fn visible(element: &Element) -> (f64, f64) {
    let rect = rect_of(element);
    let (top, bottom) = (rect.top.max(0.0), rect.bottom().min(page_height()));
    (top, (bottom - top).max(0.0))
}

/// The height of what is seen of the page, in CSS pixels, without scroll bars.
fn page_height() -> f64 {
    let root = document().and_then(|document| document.document_element());
    root.map_or(0.0, |root| f64::from(root.client_height()))
}

/// Scrolls no further than needed to bring an element into view.
pub fn scroll_into_view(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_inline(ScrollLogicalPosition::Nearest);
    options.set_behavior(behaviour());
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

fn behaviour() -> ScrollBehavior {
    let query = window().and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok()?);
    if query.is_some_and(|query| query.matches()) { ScrollBehavior::Instant } else { ScrollBehavior::Smooth }
}
