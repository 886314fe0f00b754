//! The page as a whole: its title, its leaving, and its breaking.

use std::cell::RefCell;
use std::panic::PanicHookInfo;
use std::rc::Rc;

use gloo::events::EventListenerOptions;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{BeforeUnloadEvent, CustomEvent, CustomEventInit, VisibilityState};

use super::error::OrLog as _;
use super::globals::{document, window};
use super::listen::Listener;

/// Sets the title, which tabs and bookmarks show.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

thread_local! {
    static GUARD: RefCell<Option<Listener>> = const { RefCell::new(None) };
}

/// Whether the browser asks before it leaves the page. To be switched on only while something is not
/// saved: it also keeps the page from being remembered for the back button.
pub fn warn_before_leaving(warn: bool) {
    GUARD.with_borrow_mut(|guard| {
        if warn != guard.is_some() {
            *guard = warn.then(guard_against_leaving);
        }
    });
}

fn guard_against_leaving() -> Listener {
    let can_prevent = EventListenerOptions::enable_prevent_default();
    Listener::on(window().map(Into::into), "beforeunload", can_prevent, |event| {
        event.prevent_default();
        // Older browsers ask only if there is a return value.
        if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
            event.set_return_value("unsaved");
        }
    })
}

/// Calls when the page is hidden or left, which may be the last thing it hears. One leave may be told
/// twice.
pub fn on_hide(f: impl Fn() + 'static) -> Listener {
    let f = Rc::new(f);
    let left = f.clone();
    let hidden = Listener::on_document("visibilitychange", move |_| {
        if document().is_some_and(|document| document.visibility_state() == VisibilityState::Hidden) {
            f();
        }
    });
    hidden.and(Listener::on_window("pagehide", move |_| left()))
}

/// Calls when the page is seen again after it was hidden, or comes back from the back button.
pub fn on_show(f: impl Fn() + 'static) -> Listener {
    let f = Rc::new(f);
    let back = f.clone();
    let shown = Listener::on_document("visibilitychange", move |_| {
        if document().is_some_and(|document| document.visibility_state() == VisibilityState::Visible) {
            f();
        }
    });
    shown.and(Listener::on_window("pageshow", move |_| back()))
}

/// Writes a line to the console, as an error.
pub(super) fn log_error(message: &str) {
    web_sys::console::error_1(&JsValue::from_str(message));
}

/// Writes a panic to the console and tells the page of it: an event `sayso-broken` on the
/// window, with the message as its detail, so that plain script can offer what is stored.
pub fn tell_panic(info: &PanicHookInfo<'_>) {
    let message = info.to_string();
    log_error(&message);
    tell_broken(&message);
}

fn tell_broken(message: &str) {
    let init = CustomEventInit::new();
    init.set_detail(&JsValue::from_str(message));
    let event = CustomEvent::new_with_event_init_dict("sayso-broken", &init).or_log("telling of a panic");
    if let (Some(window), Some(event)) = (window(), event) {
        window.dispatch_event(&event).or_log("telling of a panic");
    }
}
