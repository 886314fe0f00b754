//! A second program in a worker, as it sees itself.

use std::panic;

use js_sys::Array;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::error::OrLog as _;
use super::fetched::fetched;
use super::files::{File, FileError, OpenedFile, contents};
use super::helper::{array, strings};
use super::listen::{Listener, keep_for_ever};
use super::paper::paper;

/// Serves the page: calls for each letter, with its file if one came with it, else with what stands at the
/// `address` that the letter wants. No more bytes are read than `limit` says of the letter.
/// While that is fetched, the page gets the letter that `coming` makes of how many bytes are here. Of a PDF,
/// `pages` are taken apart. A panic is told with the letter that `died` makes of its message; then the page
/// ends this program.
pub fn serve(
    limit: fn(&[String]) -> u64,
    address: fn(&[String]) -> Option<String>,
    coming: fn(u64) -> Vec<String>,
    pages: usize,
    died: fn(String) -> Vec<String>,
    work: fn(&[String], Option<Result<OpenedFile, FileError>>),
) {
    panic::set_hook(Box::new(move |info| tell_page(&died(info.to_string()))));
    let Some(scope) = scope() else { return };
    keep_for_ever(Listener::on_target(&scope, "message", move |event| {
        let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
        let Some(parts) = data.and_then(|data| data.dyn_into::<Array>().ok()) else { return };
        let file = File::of_js(parts.shift());
        let letter = strings(&parts);
        spawn_local(async move {
            let mut read = match (file, address(&letter)) {
                (Some(file), _) => Some(contents(&file, limit(&letter)).await),
                (None, Some(address)) => {
                    Some(fetched(&address, limit(&letter), move |size| tell_page(&coming(size))).await)
                }
                (None, None) => None,
            };
            if let Some(Ok(file)) = &mut read {
                file.paper = paper(&file.bytes, pages).await;
            }
            work(&letter, read);
        });
    }));
}

/// Sends a letter to the page. It goes at once, even in the midst of long work.
pub fn tell_page(letter: &[String]) {
    if let Some(scope) = scope() {
        scope.post_message(&array(letter)).or_log("telling the page");
    }
}

fn scope() -> Option<DedicatedWorkerGlobalScope> {
    js_sys::global().dyn_into().ok()
}
