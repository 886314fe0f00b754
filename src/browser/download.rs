//! Handing a file to the person.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::error::{BrowserError, OrLog as _};
use super::globals::document;
use super::timing::later;

/// How long a browser may take to start saving, in milliseconds. The text is kept for so long.
const SAVING: i32 = 60_000;

/// Saves a text as a file, the way the browser saves downloads. `mime` is its media type, such as
/// `application/json`; the text is written in UTF-8.
///
/// # Errors
/// The browser has no room to prepare the file, or refuses. That a person then cancels, or that the
/// disk is full, a page is not told.
pub fn download(file_name: &str, mime: &str, text: &str) -> Result<(), BrowserError> {
    hand_over(file_name, mime, &Array::of1(&JsValue::from_str(text)))
}

/// Saves bytes as a file, as [`download`] does a text.
///
/// # Errors
/// As [`download`].
pub fn download_bytes(file_name: &str, mime: &str, bytes: &[u8]) -> Result<(), BrowserError> {
    hand_over(file_name, mime, &Array::of1(&Uint8Array::from(bytes)))
}

fn hand_over(file_name: &str, mime: &str, parts: &Array) -> Result<(), BrowserError> {
    let refused = |thrown: JsValue| BrowserError::thrown(&format!("preparing {file_name}"), &thrown);
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob = Blob::new_with_buffer_source_sequence_and_options(parts, &options).map_err(refused)?;
    let url = Url::create_object_url_with_blob(&blob).map_err(refused)?;
    let clicked = click(file_name, &url).map_err(refused);
    later(SAVING, move || {
        Url::revoke_object_url(&url).or_log("tidying up after a download");
    });
    clicked
}

fn click(file_name: &str, url: &str) -> Result<(), JsValue> {
    let document = document().ok_or_else(|| JsValue::from_str("there is no page"))?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(url);
    link.set_download(file_name);
    link.click();
    Ok(())
}
