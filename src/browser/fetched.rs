//! What stands at an address of the web, fetched in the worker (`src/worker.js`).

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};

use super::error::OrLog as _;
use super::files::{FileError, OpenedFile};

#[wasm_bindgen]
extern "C" {
    /// `src/worker.js` has it.
    #[wasm_bindgen(catch, js_name = fetchPage)]
    async fn fetch_page(
        address: &str,
        limit: f64,
        tell: &Closure<dyn FnMut(f64)>,
    ) -> Result<JsValue, JsValue>;
}

/// Where something was fetched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whence {
    /// The address it came from in the end.
    pub address: String,
    /// What its server says that it is (`Content-Type`); empty if it says nothing.
    pub kind: String,
}

/// All that stands at an address, if that is at most `limit` bytes; `tell` hears how many are here.
pub(super) async fn fetched(
    address: &str,
    limit: u64,
    tell: impl Fn(u64) + 'static,
) -> Result<OpenedFile, FileError> {
    let tell = Closure::<dyn FnMut(f64)>::new(move |size: f64| tell(size as u64));
    // Limits are far less than what a `f64` counts exactly.
    let came = fetch_page(address, limit as f64, &tell).await.or_log("fetching a page").unwrap_or_default();
    let part = |name: &str| Reflect::get(&came, &JsValue::from_str(name)).unwrap_or_default();
    if let Some(size) = part("size").as_f64() {
        return Err(FileError::TooLarge { name: address.to_owned(), size: size as u64, limit });
    }
    let Ok(bytes) = part("bytes").dyn_into::<Uint8Array>() else {
        let status = part("status").as_f64().map(|status| status as u16);
        return Err(FileError::NotFetched { status, why: part("why").as_string().unwrap_or_default() });
    };
    let text = |name: &str| part(name).as_string().unwrap_or_default();
    let from = Whence { address: text("address"), kind: text("kind") };
    Ok(OpenedFile { name: address.to_owned(), bytes: bytes.to_vec(), from: Some(from), paper: None })
}
