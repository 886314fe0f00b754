//! Local storage: kept for this site in this browser, shared by its tabs.

use std::fmt;

use js_sys::Reflect;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{DomException, Storage, StorageEvent};

use super::error::{BrowserError, OrLog as _, words};
use super::globals::window;
use super::listen::Listener;

/// Local storage that was there and could be read when it was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalStorage(Storage);

/// Why something could not be kept, read or taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StorageError {
    /// There is no room left. What was there before is untouched.
    Full,
    /// The browser refuses; the text is its reason.
    Blocked(String),
}

impl fmt::Display for StorageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StorageError::Full => f.write_str("the browser's storage for this site is full"),
            StorageError::Blocked(why) => write!(f, "the browser refuses to store anything: {why}"),
        }
    }
}

impl std::error::Error for StorageError {}

/// Browsers agree on neither the name nor the number of the error for a full storage.
impl From<JsValue> for StorageError {
    fn from(thrown: JsValue) -> StorageError {
        let full = thrown.dyn_ref::<DomException>().is_some_and(|error| {
            let (name, code) = (error.name(), error.code());
            name == "QuotaExceededError" || name == "NS_ERROR_DOM_QUOTA_REACHED" || code == 22 || code == 1014
        });
        if full { StorageError::Full } else { StorageError::Blocked(words(&thrown)) }
    }
}

impl LocalStorage {
    /// Opens it, and looks whether it can be read. That it takes writes, only a write can tell.
    ///
    /// # Errors
    /// The storage is absent or forbidden.
    pub fn open() -> Result<LocalStorage, BrowserError> {
        let doing = "opening the browser's storage";
        let refused = |thrown| BrowserError::thrown(doing, &thrown);
        let window = window().ok_or_else(|| BrowserError::new(doing, "there is no window"))?;
        let storage = window.local_storage().map_err(refused)?;
        let storage = storage.ok_or_else(|| BrowserError::new(doing, "it is switched off"))?;
        storage.length().map_err(refused)?;
        Ok(LocalStorage(storage))
    }

    /// All keys, in no order, as they are at this moment.
    ///
    /// # Errors
    /// The browser refuses.
    pub fn keys(&self) -> Result<Vec<String>, StorageError> {
        // Not `key(i)` for each number: that is quadratic in Firefox, and other tabs may write
        // in between.
        let keys = Reflect::own_keys(&self.0)?;
        Ok(keys.iter().filter_map(|key| key.as_string()).collect())
    }

    /// What is kept under a key. Half a surrogate pair comes out as U+FFFD.
    ///
    /// # Errors
    /// The browser refuses.
    pub fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        Ok(self.0.get_item(key)?)
    }

    /// Keeps a value under a key, in place of the old one.
    ///
    /// # Errors
    /// The storage is full or the browser refuses; then the old value is still there.
    pub fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        Ok(self.0.set_item(key, value)?)
    }

    /// Takes a key and its value away. A key that is not there is no error.
    ///
    /// # Errors
    /// The browser refuses.
    pub fn remove(&self, key: &str) -> Result<(), StorageError> {
        Ok(self.0.remove_item(key)?)
    }
}

/// Calls when another tab has written or taken away a key, with that key; with `None` when it has
/// taken away everything at once. What this tab does itself is not told.
pub fn on_storage(f: impl Fn(Option<String>) + 'static) -> Listener {
    // A tab that has never read its storage may not be told of changes to it.
    if let Some(Ok(Some(storage))) = window().map(|window| window.local_storage()) {
        storage.length().or_log("reading the browser's storage");
    }
    Listener::on_window("storage", move |event| {
        if let Some(event) = event.dyn_ref::<StorageEvent>() {
            f(event.key());
        }
    })
}
