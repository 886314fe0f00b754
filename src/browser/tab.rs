//! What is kept for one tab: it survives a reload and a crash, and no other tab sees it.

use web_sys::Storage;

use super::error::OrLog as _;
use super::globals::window;

fn storage() -> Option<Storage> {
    window()?.session_storage().ok()?
}

/// What this tab kept under a key, if it kept anything and the browser gives it.
#[must_use]
pub fn kept_in_tab(key: &str) -> Option<String> {
    storage()?.get_item(key).or_log("reading what this tab keeps").flatten()
}

/// Keeps something for this tab, or takes it away. Where it cannot be done, all else goes on.
pub fn keep_in_tab(key: &str, value: Option<&str>) {
    let Some(storage) = storage() else { return };
    match value {
        Some(value) => storage.set_item(key, value),
        None => storage.remove_item(key),
    }
    .or_log("keeping something for this tab");
}
