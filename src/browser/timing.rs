//! Things done later.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;

use super::error::OrLog as _;
use super::globals::window;

/// Something that will be done once, unless this value is dropped before.
#[derive(Debug)]
#[must_use = "dropping the timer cancels it"]
pub struct Timer {
    _timeout: Timeout,
}

/// Does something after that many milliseconds.
pub fn after(ms: u32, f: impl FnOnce() + 'static) -> Timer {
    Timer { _timeout: Timeout::new(ms, f) }
}

/// Does something before the browser next paints. A page in the background waits until it is seen
/// again.
pub(super) fn next_frame(f: impl FnOnce() + 'static) {
    let call = Closure::once_into_js(f);
    if let Some(window) = window() {
        window.request_animation_frame(call.unchecked_ref()).or_log("waiting for the next frame");
    }
}

/// Does something after that many milliseconds, whatever happens meanwhile.
pub(super) fn later(ms: i32, f: impl FnOnce() + 'static) {
    let call = Closure::once_into_js(f);
    if let Some(window) = window() {
        let set = window.set_timeout_with_callback_and_timeout_and_arguments_0(call.unchecked_ref(), ms);
        set.or_log("setting a timer");
    }
}
