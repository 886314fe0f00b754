//! What is pasted.

use gloo::events::EventListenerOptions;
use wasm_bindgen::JsCast as _;
use web_sys::{ClipboardEvent, Element, Event, EventTarget};

use super::events::is_typed;
use super::globals::document;
use super::listen::Listener;

/// What is being pasted, in both ways that the clipboard may hold it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pasted {
    /// The plain text; empty if there is none.
    pub text: String,
    /// The same as a piece of a page; empty if there is none, as after *paste as plain text*.
    pub markup: String,
}

/// What an event pastes; nothing if it pastes no words.
#[must_use]
pub fn pasted(event: &Event) -> Pasted {
    let clipboard = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
    let get = |kind| clipboard.as_ref().and_then(|data| data.get_data(kind).ok()).unwrap_or_default();
    Pasted { text: get("text/plain"), markup: get("text/html") }
}

/// Calls with what is pasted where no field and no dialog has the focus. It goes nowhere else: a field
/// that takes the focus meanwhile does not get it too.
pub fn on_paste(f: impl Fn(Pasted) + 'static) -> Listener {
    let options = EventListenerOptions::enable_prevent_default();
    Listener::on(document().map(EventTarget::from), "paste", options, move |event| {
        if !is_typed(event) && !is_in_dialog(event) {
            event.prevent_default();
            f(pasted(event));
        }
    })
}

fn is_in_dialog(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest("dialog").is_ok_and(|found| found.is_some()))
}
