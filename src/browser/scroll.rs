//! Bringing things into view.

use std::ops::Range;

use gloo::events::EventListenerOptions;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition, ScrollToOptions};

use super::geometry::{Rect, rect_of, rects};
use super::globals::{document, window};
use super::island::Island;
use super::layout::once_a_frame;
use super::listen::Listener;
use crate::text::Utf16Offset;

/// The share of the visible height, at its top and at its foot, where text counts as hard to read.
const EDGE: f64 = 0.15;

/// The share of the visible height that is left above text that was scrolled to.
const ABOVE: f64 = 0.3;

/// Scrolls a part of the article into easy view, unless it is there already. What scrolls is `within` or
/// the nearest element around it that can; if there is none, the page does. The way is smooth unless the reader wants less motion.
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

/// The nearest element, itself or around it, with more in it than fits, else the one that scrolls the
/// page.
fn scroller(within: &Element) -> Option<Element> {
    let mut element = Some(within.clone());
    while let Some(at) = element {
        if at.scroll_height() > at.client_height() && may_scroll(&at) {
            return Some(at);
        }
        element = at.parent_element();
    }
    document()?.scrolling_element()
}

/// The nearest element, itself or around it, that may scroll, else the one that scrolls the page.
pub(super) fn frame(within: &Element) -> Option<Element> {
    let mut element = Some(within.clone());
    while let Some(at) = element {
        if may_scroll(&at) {
            return Some(at);
        }
        element = at.parent_element();
    }
    document()?.scrolling_element()
}

/// What does not fit into an element may also simply hang out of it.
fn may_scroll(element: &Element) -> bool {
    let style = window().and_then(|window| window.get_computed_style(element).ok()?);
    let overflow = style.and_then(|style| style.get_property_value("overflow-y").ok());
    matches!(overflow.as_deref(), Some("auto" | "scroll"))
}

/// What scrolls, and how far it has been scrolled, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Scrolled {
    /// Where it is on the screen, without its scroll bars.
    pub seen: Rect,
    /// The height of all that is in it.
    pub content: f64,
    /// What is hidden above its upper edge.
    pub above: f64,
}

/// How far the article is scrolled. What scrolls is `within` or the nearest element around it that may,
/// even if all fits into it now; if there is none, the page does.
#[must_use]
pub fn scrolled(within: &Element) -> Option<Scrolled> {
    let scroller = frame(within)?;
    let (left, (top, _)) = (rect_of(&scroller).left.max(0.0), visible(&scroller));
    let (width, height) = (f64::from(scroller.client_width()), f64::from(scroller.client_height()));
    let above = f64::from(scroller.scroll_top());
    Some(Scrolled {
        seen: Rect { left, top, width, height },
        content: f64::from(scroller.scroll_height()),
        above,
    })
}

/// Scrolls at once so that a part of all that is in it, from 0 to 1, stands in the middle.
pub fn scroll_to_share(within: &Element, share: f64) {
    if let (Some(scroller), Some(now)) = (frame(within), scrolled(within)) {
        scroller.set_scroll_top((share * now.content - now.seen.height / 2.0) as i32);
    }
}

/// Calls when anything in the page was scrolled, at most once a frame.
pub fn on_scroll(f: impl Fn() + 'static) -> Listener {
    let tell = once_a_frame(f);
    let document = document().map(web_sys::EventTarget::from);
    Listener::on(document, "scroll", EventListenerOptions::run_in_capture_phase(), move |_| tell())
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = CSS)]
    type Css;
    #[wasm_bindgen(static_method_of = Css, js_class = "CSS")]
    fn supports(condition: &str) -> bool;
}

/// Whether style sheets can move things with what scrolls, so that no script needs to run for it.
#[must_use]
pub fn styles_follow_scrolling() -> bool {
    let still = window().and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok()?);
    Css::supports("animation-timeline: scroll()") && !still.is_some_and(|still| still.matches())
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
