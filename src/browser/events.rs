//! Reading events.

use wasm_bindgen::JsCast as _;
use web_sys::{ClipboardEvent, Element, Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

/// Inputs that take no text: a letter pressed on them means nothing to them.
const NOT_TYPED: [&str; 8] = ["button", "checkbox", "color", "file", "image", "radio", "reset", "submit"];

/// What is now in the field that an event comes from. Empty if it is no field.
#[must_use]
pub fn input_value(event: &Event) -> String {
    let Some(target) = event.target() else { return String::new() };
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        input.value()
    } else if let Some(area) = target.dyn_ref::<HtmlTextAreaElement>() {
        area.value()
    } else {
        target.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value).unwrap_or_default()
    }
}

/// The length of the plain text that is being pasted, in UTF-16 units; 0 if the event pastes none.
#[must_use]
pub fn pasted_length(event: &Event) -> usize {
    let pasted = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
    let text = pasted.and_then(|data| data.get_data("text/plain").ok());
    text.map_or(0, |text| text.encode_utf16().count())
}

/// Whether an event comes from a field that letters and digits go into, or a list that they choose from.
#[must_use]
pub fn is_typed(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.as_ref().is_some_and(is_typed_into)
}

/// Whether an element is a field that letters and digits go into, or a list that they choose from.
pub(super) fn is_typed_into(element: &Element) -> bool {
    match element.dyn_ref::<HtmlInputElement>() {
        Some(input) => !NOT_TYPED.contains(&input.type_().as_str()),
        None => element.has_type::<HtmlTextAreaElement>() || element.has_type::<HtmlSelectElement>(),
    }
}
