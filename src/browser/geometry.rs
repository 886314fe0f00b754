//! Where things are on the screen.

use std::ops::Range;

use web_sys::{DomRect, Element, HtmlElement};

use super::error::OrLog as _;
use super::island::{Island, Piece};
use crate::text::Utf16Offset;

/// A rectangle in CSS pixels, from the left upper corner of what is seen of the page.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rect {
    /// The left edge.
    pub left: f64,
    /// The upper edge.
    pub top: f64,
    /// The width.
    pub width: f64,
    /// The height.
    pub height: f64,
}

impl Rect {
    /// The right edge.
    #[must_use]
    pub fn right(&self) -> f64 {
        self.left + self.width
    }

    /// The lower edge.
    #[must_use]
    pub fn bottom(&self) -> f64 {
        self.top + self.height
    }

    /// Whether a point is inside or on an edge.
    #[must_use]
    pub fn contains(&self, x: f64, y: f64) -> bool {
        (self.left..=self.right()).contains(&x) && (self.top..=self.bottom()).contains(&y)
    }

    /// The least rectangle around both.
    #[must_use]
    pub fn around(&self, other: &Rect) -> Rect {
        let (left, top) = (self.left.min(other.left), self.top.min(other.top));
        let (right, bottom) = (self.right().max(other.right()), self.bottom().max(other.bottom()));
        Rect { left, top, width: right - left, height: bottom - top }
    }

    /// The rectangle with every edge moved outwards.
    pub(super) fn grown(&self, by: f64) -> Rect {
        let (width, height) = (self.width + 2.0 * by, self.height + 2.0 * by);
        Rect { left: self.left - by, top: self.top - by, width, height }
    }
}

impl From<DomRect> for Rect {
    fn from(rect: DomRect) -> Rect {
        Rect { left: rect.left(), top: rect.top(), width: rect.width(), height: rect.height() }
    }
}

/// The rectangles that a part of the article covers, one or more a line, in reading order.
#[must_use]
pub fn rects(island: &Island, range: Range<Utf16Offset>) -> Vec<Rect> {
    // Block by block: a range across blocks would count those inside it as boxes of full width.
    island.pieces(range).flat_map(|piece| piece_rects(&piece)).collect()
}

/// The upper edge of the line with the character that begins at a place, in CSS pixels; `None` if the
/// place is in no block. Cheaper than all rectangles of a long range.
#[must_use]
pub fn top_of(island: &Island, at: Utf16Offset) -> Option<f64> {
    rects(island, at..Utf16Offset(at.0 + 2)).first().map(|rect| rect.top)
}

pub(super) fn piece_rects(piece: &Piece<'_>) -> Vec<Rect> {
    let Some(list) = piece.client_rects() else { return Vec::new() };
    let all = (0..list.length()).filter_map(|index| list.item(index)).map(Rect::from);
    all.filter(|rect| rect.width > 0.0 && rect.height > 0.0).collect()
}

/// Where an element is.
#[must_use]
pub fn rect_of(element: &Element) -> Rect {
    element.get_bounding_client_rect().into()
}

/// Puts a positioned element somewhere: sets its `left` and `top`, in CSS pixels.
pub fn place(element: &HtmlElement, left: f64, top: f64) {
    set_property(element, "left", &px(left));
    set_property(element, "top", &px(top));
}

/// Sets the `top` and the `height` of a positioned element, in CSS pixels, and says how high that is which
/// it moves in. Style sheets that move it with what scrolls need no `top`.
pub fn show_share(element: &HtmlElement, top: f64, height: f64, room: f64) {
    if super::scroll::styles_follow_scrolling() {
        set_property(element, "--room", &px(room));
    } else {
        set_property(element, "top", &px(top));
    }
    set_property(element, "height", &px(height));
}

/// Sets a CSS property or a custom property (`--name`) of an element.
pub(super) fn set_property(element: &HtmlElement, name: &str, value: &str) {
    element.style().set_property(name, value).or_log("setting a style");
}

/// A length in whole pixels: nobody sees less, and formatting fractions would weigh more than all
/// that is formatted.
pub(super) fn px(length: f64) -> String {
    format!("{}px", length.round() as i32)
}
