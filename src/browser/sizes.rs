//! Being told when elements have changed their size.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, ResizeObserver};

use super::error::OrLog as _;
use super::geometry::{px, set_property};
use super::globals::window;

/// What the style sheets call one column.
const NARROW: &str = "(max-width: 45rem)";

/// Watches the sizes of elements for as long as it lives.
#[derive(Debug)]
#[must_use = "nothing is watched once this is dropped"]
pub struct Sizes {
    observer: Option<ResizeObserver>,
    _call: Closure<dyn FnMut()>,
}

/// Calls once before the browser next paints, and again each time one of the elements has changed its
/// size: by its content, the window, the fonts or the reader's zoom.
pub fn on_sizes(elements: impl IntoIterator<Item = HtmlElement>, f: impl FnMut() + 'static) -> Sizes {
    let call = Closure::<dyn FnMut()>::new(f);
    let observer = ResizeObserver::new(call.as_ref().unchecked_ref()).or_log("watching sizes");
    if let Some(observer) = &observer {
        elements.into_iter().for_each(|element| observer.observe(&element));
    }
    Sizes { observer, _call: call }
}

impl Drop for Sizes {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

/// Whether the page has room for one column only, and its panels are sheets at the foot.
#[must_use]
pub fn is_narrow() -> bool {
    let query = window().and_then(|window| window.match_media(NARROW).ok()?);
    query.is_some_and(|query| query.matches())
}

/// Puts a positioned element somewhere: sets its `top`, in CSS pixels.
pub fn place_top(element: &HtmlElement, top: i32) {
    let top = px(f64::from(top));
    // Writing what stands there already would have the browser look at the styles again.
    if element.style().get_property_value("top").ok().as_ref() != Some(&top) {
        set_property(element, "top", &top);
    }
}

/// Sets or removes an attribute without a value, for style sheets to look at.
pub fn set_flag(element: &Element, name: &str, on: bool) {
    if element.has_attribute(name) != on {
        element.toggle_attribute_with_force(name, on).or_log("setting an attribute");
    }
}
