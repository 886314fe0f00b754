//! Local storage when it works, when it is full, and when it is refused.

use sayso::browser::{LocalStorage, StorageError, on_storage};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{tell, told};

#[wasm_bindgen(module = "/tests/browser_web/support.js")]
extern "C" {
    fn refuse_writes(name: &str, code: u16);
    fn switch_off();
    fn forbid();
    fn restore();
    fn write_elsewhere(key: &str);
    fn clear_elsewhere();
}

#[wasm_bindgen_test]
fn what_is_kept_is_found_again() {
    let storage = LocalStorage::open().unwrap();
    assert_eq!(storage.get("t/none"), Ok(None));
    for value in ["", "plain", "🙂 e\u{301} \u{0}"] {
        storage.set("t/a", value).unwrap();
        assert_eq!(storage.get("t/a"), Ok(Some(value.to_owned())));
    }
    storage.set("t/b", "2").unwrap();
    let mut keys = storage.keys().unwrap();
    keys.sort();
    assert_eq!(keys, ["t/a", "t/b"]);
    storage.remove("t/a").unwrap();
    storage.remove("t/a").unwrap();
    storage.remove("t/b").unwrap();
    assert_eq!(storage.keys(), Ok(Vec::new()));
}

#[wasm_bindgen_test]
fn a_full_storage_says_so_and_keeps_what_it_had() {
    let storage = LocalStorage::open().unwrap();
    storage.set("t/kept", "as it was").unwrap();
    fill(&storage);
    assert_eq!(storage.set("t/kept", &"more".repeat(100)), Err(StorageError::Full));
    assert_eq!(storage.get("t/kept"), Ok(Some("as it was".to_owned())));
    let again = LocalStorage::open().expect("a full storage can be opened");
    for key in again.keys().unwrap() {
        again.remove(&key).unwrap();
    }
    assert_eq!(storage.set("t/kept", "more"), Ok(()));
    storage.remove("t/kept").unwrap();
}

/// Leaves not one unit free.
fn fill(storage: &LocalStorage) {
    let mut size = 1 << 20;
    for n in 0.. {
        match storage.set(&format!("t/fill/{n}"), &"x".repeat(size)) {
            Ok(()) => {}
            Err(StorageError::Full) if size > 0 => size /= 2,
            Err(StorageError::Full) => return,
            Err(error) => panic!("{error}"),
        }
    }
}

#[wasm_bindgen_test]
fn browsers_say_full_and_refused_in_their_own_ways() {
    let storage = LocalStorage::open().unwrap();
    let check = |name: &str, code: u16, expected: StorageError| {
        refuse_writes(name, code);
        let result = storage.set("t/a", "1");
        restore();
        assert_eq!(result, Err(expected), "{name} {code}");
    };
    check("QuotaExceededError", 0, StorageError::Full);
    check("NS_ERROR_DOM_QUOTA_REACHED", 0, StorageError::Full);
    check("Error", 22, StorageError::Full);
    check("Error", 1014, StorageError::Full);
    check("SecurityError", 18, StorageError::Blocked("not now".to_owned()));
}

#[wasm_bindgen_test]
fn a_storage_that_cannot_be_used_is_an_error_in_words() {
    let check = |arrange: fn(), expected: &str| {
        arrange();
        let opened = LocalStorage::open();
        restore();
        assert_eq!(opened.unwrap_err().to_string(), format!("opening the browser's storage: {expected}"));
    };
    check(switch_off, "it is switched off");
    check(forbid, "denied");
    assert!(LocalStorage::open().is_ok());
    refuse_writes("SecurityError", 18);
    assert!(LocalStorage::open().is_ok(), "it can still be read");
    restore();
}

#[wasm_bindgen_test]
async fn what_another_tab_writes_is_told() {
    let mut listener = None;
    let key = told(|resolve| {
        listener = Some(on_storage(move |key| tell(&resolve, &key.unwrap_or_default())));
        write_elsewhere("t/elsewhere");
    })
    .await;
    assert_eq!(key.as_string().as_deref(), Some("t/elsewhere"));
    LocalStorage::open().unwrap().remove("t/elsewhere").unwrap();
    drop(listener);
}

#[wasm_bindgen_test]
async fn that_another_tab_cleared_everything_is_told() {
    let mut listener = None;
    let key = told(|resolve| {
        listener = Some(on_storage(move |key| tell(&resolve, &format!("{key:?}"))));
        clear_elsewhere();
    })
    .await;
    assert_eq!(key.as_string().as_deref(), Some("None"));
    drop(listener);
}
