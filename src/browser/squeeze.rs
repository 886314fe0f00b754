//! Long strings made small, by what the browser has for it.

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ReadableStream, Response};

use super::error::BrowserError;

// Bound by hand: not among the stable bindings.
#[wasm_bindgen]
extern "C" {
    type CompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<CompressionStream, JsValue>;

    type DecompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;

    #[wasm_bindgen(extends = ReadableStream)]
    type Stream;
    #[wasm_bindgen(method, catch, js_name = pipeThrough)]
    fn through(this: &Stream, pair: &JsValue) -> Result<ReadableStream, JsValue>;
}

/// What both streams are told: bare deflate, since the journal has checksums of its own.
const FORMAT: &str = "deflate-raw";

/// Deflates a text's UTF-8, and calls with the bytes or with the reason why the browser cannot.
pub fn deflate(text: &str, then: impl FnOnce(Result<Vec<u8>, BrowserError>) + 'static) {
    let bytes = Uint8Array::from(text.as_bytes());
    spawn_local(async move {
        let done = pass(&bytes, || CompressionStream::new(FORMAT).map(Into::into)).await;
        then(done.map(|bytes| bytes.to_vec()).map_err(|thrown| BrowserError::thrown("packing", &thrown)));
    });
}

/// Inflates what [`deflate`] gave, and calls with the text or with the reason why it cannot be had.
pub fn inflate(packed: &[u8], then: impl FnOnce(Result<String, BrowserError>) + 'static) {
    let bytes = Uint8Array::from(packed);
    spawn_local(async move {
        let done = pass(&bytes, || DecompressionStream::new(FORMAT).map(Into::into)).await;
        let done = done.map_err(|thrown| BrowserError::thrown("unpacking", &thrown));
        then(done.and_then(|bytes| {
            String::from_utf8(bytes.to_vec())
                .map_err(|error| BrowserError::new("unpacking", &error.to_string()))
        }));
    });
}

/// Sends bytes through a pair of streams.
async fn pass(
    bytes: &Uint8Array,
    pair: impl FnOnce() -> Result<JsValue, JsValue>,
) -> Result<Uint8Array, JsValue> {
    let stream = Response::new_with_opt_js_u8_array(Some(bytes))?.body().ok_or(JsValue::UNDEFINED)?;
    let stream: Stream = wasm_bindgen::JsCast::unchecked_into(stream);
    let passed = Response::new_with_opt_readable_stream(Some(&stream.through(&pair()?)?))?;
    Ok(Uint8Array::new(&JsFuture::from(passed.array_buffer()?).await?))
}
