//! The part of the address after `#`, which says what is shown.

use web_sys::Location;

use super::error::OrLog as _;
use super::globals::window;
use super::listen::Listener;

/// The route, without `#` and with percent signs decoded. One that does not decode comes as it is.
#[must_use]
pub fn hash() -> String {
    let raw = location().and_then(|location| location.hash().ok()).unwrap_or_default();
    let raw = raw.strip_prefix('#').unwrap_or(&raw);
    js_sys::decode_uri_component(raw).map_or_else(|_| raw.to_owned(), String::from)
}

/// The address of the page itself, without a route and without what stands behind `?`.
#[must_use]
pub fn page_address() -> String {
    let whole = location().and_then(|location| location.href().ok()).unwrap_or_default();
    whole.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// Goes to a route. The back button returns from it. [`on_route`] tells of it, unless it is the route
/// already.
pub fn go(hash: &str) {
    if let Some(location) = location() {
        location.set_hash(&encoded(hash)).or_log("going to a route");
    }
}

/// Calls with the new route when it has changed: by [`go`], a link, the address bar, or the back and
/// forward buttons.
pub fn on_route(f: impl Fn(String) + 'static) -> Listener {
    // Not `popstate` as well: it comes for the same changes, and for some that change no route.
    Listener::on_window("hashchange", move |_| f(hash()))
}

/// Browsers leave percent signs in a route as they are; here `50%` must come back as `50%`.
fn encoded(hash: &str) -> String {
    js_sys::encode_uri(hash).into()
}

fn location() -> Option<Location> {
    window().map(|window| window.location())
}
