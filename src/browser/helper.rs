//! A second program in a worker, as the page sees it.

use js_sys::Array;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{ErrorEvent, MessageEvent, Worker};

use super::error::BrowserError;
use super::files::File;
use super::listen::Listener;

#[wasm_bindgen]
extern "C" {
    /// Starts the worker. Only `src/start.js` may: the security policy lets through the one address
    /// that it names.
    #[wasm_bindgen(catch, js_name = startSaysoWorker)]
    fn start_worker() -> Result<Worker, JsValue>;
}

/// A running worker. Dropped, it ends at once, whatever it is doing.
#[derive(Debug)]
#[must_use = "dropping the helper ends it"]
pub struct Helper {
    worker: Worker,
    _listener: Listener,
}

/// What a helper is heard to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// A list of strings.
    Letter(Vec<String>),
    /// It could not be loaded, or has stopped; in the browser's words.
    Failed(String),
}

impl Helper {
    /// Starts a helper. Whether it could be loaded is heard later.
    ///
    /// # Errors
    /// The browser refuses to start any.
    pub fn start(hear: impl Fn(Heard) + Clone + 'static) -> Result<Helper, BrowserError> {
        let worker = start_worker().map_err(|thrown| BrowserError::thrown("starting a worker", &thrown))?;
        let failed = hear.clone();
        let letters = Listener::on_target(&worker, "message", move |event| {
            let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
            if let Some(letter) = data.and_then(|data| data.dyn_into::<Array>().ok()) {
                hear(Heard::Letter(strings(&letter)));
            }
        });
        let failures = Listener::on_target(&worker, "error", move |event| {
            let said = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message).unwrap_or_default();
            let why = if said.is_empty() { "it did not arrive".to_owned() } else { said };
            failed(Heard::Failed(why));
        });
        Ok(Helper { worker, _listener: letters.and(failures) })
    }

    /// Sends a letter, with a file if one goes with it. The file is not read here.
    ///
    /// # Errors
    /// The browser refuses to hand it over.
    pub fn send(&self, letter: &[String], file: Option<&File>) -> Result<(), BrowserError> {
        let parts = array(letter);
        parts.unshift(file.map_or(&JsValue::NULL, File::as_js));
        let sent = self.worker.post_message(&parts);
        sent.map_err(|thrown| BrowserError::thrown("handing over the work", &thrown))
    }
}

impl Drop for Helper {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// The strings of a list.
pub(super) fn strings(letter: &Array) -> Vec<String> {
    letter.iter().filter_map(|line| line.as_string()).collect()
}

/// A list of strings.
pub(super) fn array(letter: &[String]) -> Array {
    letter.iter().map(|line| JsValue::from_str(line)).collect()
}
