//! What the browser refused, in words.

use std::fmt;

use wasm_bindgen::{JsCast as _, JsValue};

use super::page::log_error;

/// Something the browser refused to do, or could not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrowserError {
    /// What was being done, such as `opening the browser's storage`.
    pub doing: String,
    /// Why it failed, as the browser put it.
    pub why: String,
}

impl BrowserError {
    /// An error with a reason of our own.
    pub(super) fn new(doing: &str, why: &str) -> BrowserError {
        BrowserError { doing: doing.to_owned(), why: why.to_owned() }
    }

    /// An error with the reason that the browser threw.
    pub(super) fn thrown(doing: &str, value: &JsValue) -> BrowserError {
        BrowserError::new(doing, &words(value))
    }
}

impl fmt::Display for BrowserError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.doing, self.why)
    }
}

impl std::error::Error for BrowserError {}

/// A thrown value in words; never empty.
pub(super) fn words(value: &JsValue) -> String {
    let said = match value.dyn_ref::<js_sys::Error>() {
        Some(error) => String::from(error.message()),
        None => value.as_string().unwrap_or_default(),
    };
    if said.is_empty() { "the browser gave no reason".to_owned() } else { said }
}

/// For calls whose failure nobody can act on: it is told to the console, and the page goes on.
pub(super) trait OrLog<T> {
    /// The value, or `None` after a line in the console that says what was being `doing`.
    fn or_log(self, doing: &str) -> Option<T>;
}

impl<T> OrLog<T> for Result<T, JsValue> {
    fn or_log(self, doing: &str) -> Option<T> {
        self.map_err(|thrown| log_error(&BrowserError::thrown(doing, &thrown).to_string())).ok()
    }
}
