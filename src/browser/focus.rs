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

/// The elements in an element.
#[must_use]
pub fn children(element: &Element) -> Vec<HtmlElement> {
    let all = element.children();
    (0..all.length()).filter_map(|at| all.item(at)?.dyn_into().ok()).collect()
}

/// Has the elements in a list say their number and of how many, where not all of a list is there.
pub fn number_children(list: &Element, numbers: impl ExactSizeIterator<Item = Option<(usize, usize)>>) {
    let children = children(list);
    // A list that is just being changed is told of once it is as it will be.
    if children.len() != numbers.len() {
        return;
    }
    for (child, number) in children.iter().zip(numbers) {
        let (at, count) = number.unzip();
        say(child, "aria-posinset", at);
        say(child, "aria-setsize", count);
    }
}

fn say(element: &Element, name: &str, number: Option<usize>) {
    let number = number.map(|number| number.to_string());
    // Writing what stands there already would have the browser look at the styles again.
    if element.get_attribute(name) == number {
        return;
    }
    let done = match number {
        Some(number) => element.set_attribute(name, &number),
        None => element.remove_attribute(name),
    };
    done.or_log("numbering a list");
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
