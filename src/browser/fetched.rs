//! What stands at an address of the web, fetched in the worker (`src/worker.js`).

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};

use super::error::OrLog as _;
use super::files::{FileError, OpenedFile};

#[wasm_bindgen]
extern "C" {
    /// `src/worker.js` has it.
    #[wasm_bindgen(catch, js_name = fetchPage)]
    async fn fetch_page(address: &str, limit: f64) -> Result<JsValue, JsValue>;
}

/// All that stands at an address, if that is at most `limit` bytes.
pub(super) async fn fetched(address: &str, limit: u64) -> Result<OpenedFile, FileError> {
    // Limits are far less than what a `f64` counts exactly.
    let came = fetch_page(address, limit as f64).await.or_log("fetching a page");
    let Some(came) = came else { return Err(FileError::NotFetched { status: None }) };
    let part = |name: &str| Reflect::get(&came, &JsValue::from_str(name)).unwrap_or_default();
    if let Some(status) = part("status").as_f64() {
        return Err(FileError::NotFetched { status: Some(status as u16) });
    }
    if let Some(size) = part("size").as_f64() {
        return Err(FileError::TooLarge { name: address.to_owned(), size: size as u64, limit });
    }
    let bytes = part("bytes").dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).unwrap_or_default();
    Ok(OpenedFile { name: address.to_owned(), bytes, from: part("address").as_string(), paper: None })
}
