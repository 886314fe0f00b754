//! Links in the article. To the browser they are none, as it would not let their words be selected.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, window};

use super::error::OrLog as _;

/// Opens the page that a link in the article leads to, if the event happened on one, in a tab of its own
/// that knows nothing of this one. Whether it did.
#[must_use]
pub fn follow_link(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let link = target.and_then(|target| target.closest("[data-leads-to]").ok()?);
    let address = link.and_then(|link| link.get_attribute("data-leads-to"));
    let Some((address, window)) = address.zip(window()) else { return false };
    let apart = "noopener,noreferrer";
    window.open_with_url_and_target_and_features(&address, "_blank", apart).or_log("opening a link");
    true
}
