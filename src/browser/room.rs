//! How much room the browser gives this site, and whether it promises to keep what is there.

use js_sys::{Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{StorageEstimate, StorageManager};

use super::globals::window;

/// What the browser says of all that this site keeps, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Estimate {
    /// In use, by all kinds of storage together.
    pub used: u64,
    /// The most that may be in use.
    pub limit: u64,
}

/// Calls with what the browser says of its room; with `None` if it does not say.
pub fn estimate(then: impl FnOnce(Option<Estimate>) + 'static) {
    ask(StorageManager::estimate, move |said| {
        let number = |said: &StorageEstimate, name: &str| {
            // Whole numbers; no browser gives more than a `f64` can count.
            Reflect::get(said, &name.into()).ok()?.as_f64().map(|bytes| bytes as u64)
        };
        let said: Option<StorageEstimate> = said.map(wasm_bindgen::JsCast::unchecked_into);
        then(said.and_then(|said| {
            Some(Estimate { used: number(&said, "usage")?, limit: number(&said, "quota")? })
        }));
    });
}

/// Calls with whether the browser has promised not to clear away what this site keeps; with `None` if
/// it does not say.
pub fn persisted(then: impl FnOnce(Option<bool>) + 'static) {
    ask(StorageManager::persisted, move |said| then(said.and_then(|said| said.as_bool())));
}

/// Asks the browser for that promise, which may make it ask the person, and calls with its answer.
pub fn persist(then: impl FnOnce(Option<bool>) + 'static) {
    ask(StorageManager::persist, move |said| then(said.and_then(|said| said.as_bool())));
}

/// Asks the storage manager; there is none outside safe contexts.
fn ask(
    question: impl FnOnce(&StorageManager) -> Result<Promise, JsValue>,
    then: impl FnOnce(Option<JsValue>) + 'static,
) {
    let manager = window().and_then(|window| {
        let manager = Reflect::get(&window.navigator(), &"storage".into()).ok()?;
        (!manager.is_undefined()).then(|| wasm_bindgen::JsCast::unchecked_into(manager))
    });
    let promise = manager.and_then(|manager: StorageManager| question(&manager).ok());
    spawn_local(async move {
        then(match promise {
            Some(promise) => JsFuture::from(promise).await.ok(),
            None => None,
        });
    });
}
