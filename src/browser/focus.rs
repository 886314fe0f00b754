//! The focus, and finding elements.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, FocusEvent, HtmlElement, Node};

use super::error::OrLog as _;
use super::globals::document;

/// Gives the focus to an element. Does nothing if it cannot have it.
pub fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        element.focus().or_log("moving the focus");
    }
}

/// Gives the focus to the element with that id, if there is one.
pub fn focus_by_id(id: &str) {
    if let Some(element) = by_id(id) {
        focus(&element);
    }
}

/// The element with that id.
#[must_use]
pub fn by_id(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// The element around an element.
#[must_use]
pub fn parent(element: &Element) -> Option<HtmlElement> {
    element.parent_element()?.dyn_into().ok()
}

/// All text in an element.
#[must_use]
pub fn text_of(element: &Element) -> String {
    element.text_content().unwrap_or_default()
}

/// Whether an element itself has the focus, not something in it.
#[must_use]
pub fn is_focused(element: &Element) -> bool {
    document().and_then(|document| document.active_element()).as_ref() == Some(element)
}

/// Moves the focus among the buttons in an element: 0 goes to the first, 1 to the next, -1 to the
/// previous, round the ends.
pub fn focus_step(within: &Element, step: i32) {
    let Some(buttons) = within.query_selector_all("button:not([disabled])").or_log("looking for buttons")
    else {
        return;
    };
    let count = buttons.length();
    let active = document().and_then(|document| document.active_element());
    let active: Option<&Node> = active.as_ref().map(AsRef::as_ref);
    let at = (0..count).find(|index| buttons.item(*index).as_ref() == active);
    let next = match (at, step) {
        (Some(at), 1) if at + 1 < count => at + 1,
        (Some(0) | None, -1) => count.saturating_sub(1),
        (Some(at), -1) => at - 1,
        _ => 0,
    };
    if let Some(button) = buttons.item(next).and_then(|button| button.dyn_into().ok()) {
        focus(&button);
    }
}

/// Whether the focus, when it leaves something in the element that listens, goes to something else in it.
#[must_use]
pub fn stays_within(event: &FocusEvent, element: &Element) -> bool {
    let next = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
    next.is_some_and(|next| element.contains(Some(&next)))
}
