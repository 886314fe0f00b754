//! Paints parts of the article without touching its text.

use std::ops::Range;

use web_sys::HtmlElement;

use super::boxes::Boxes;
use super::highlight::{Highlights, registry};
use super::island::Island;
use crate::text::Utf16Offset;

/// The name of a style, its priority (the higher one wins where two overlap), and the parts of the
/// article that have it.
pub type Layer = (String, i32, Vec<Range<Utf16Offset>>);

/// Paints an article. Dropping it takes its paint away.
///
/// Where the browser has custom highlights, style `x` is painted by the page's rule for
/// `::highlight(sayso-x)`. Elsewhere it is painted by boxes of the classes `paint` and `paint-x`.
/// Either way the elements and text nodes of the article stay as they are.
#[derive(Debug)]
pub struct Painter(Way);

#[derive(Debug)]
enum Way {
    Native(Highlights),
    Fallback(Boxes),
}

/// Whether the browser itself can paint highlights.
#[must_use]
pub fn highlights_supported() -> bool {
    registry().is_some()
}

impl Painter {
    /// A painter for the article in `root`. `layer` is an empty positioned element behind the text
    /// that nobody else touches; it stays empty where the browser has highlights.
    #[must_use]
    pub fn new(root: &HtmlElement, layer: &HtmlElement) -> Painter {
        match registry() {
            Some(registry) => Painter(Way::Native(Highlights::new(registry))),
            None => Painter(Way::Fallback(Boxes::new(root, layer))),
        }
    }

    /// Paints exactly these layers, each style named once. Only what differs from the last time is
    /// handed to the browser, so one more mark costs one more range.
    ///
    /// An island that was read anew counts as another article: everything is painted again.
    pub fn paint(&mut self, island: &Island, layers: &[Layer]) {
        match &mut self.0 {
            Way::Native(highlights) => highlights.paint(island, layers),
            Way::Fallback(boxes) => boxes.paint(island, layers),
        }
    }
}
