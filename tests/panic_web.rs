//! A panic in the page. Alone in its file, for it leaves the program behind.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that meets a surprise has failed")]

use js_sys::{Array, Function};
use sayso::browser::tell_panic;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen(inline_js = "
    export function what_is_told(f) {
        const told = [];
        const listen = event => told.push(event.detail);
        window.addEventListener('sayso-broken', listen);
        try { f(); } catch (error) { told.push(error instanceof WebAssembly.RuntimeError); }
        window.removeEventListener('sayso-broken', listen);
        return told;
    }
")]
extern "C" {
    fn what_is_told(f: &Function) -> Array;
}

#[wasm_bindgen_test]
fn a_panic_is_told_to_the_page() {
    std::panic::set_hook(Box::new(tell_panic));
    let breaking = Closure::<dyn FnMut()>::new(|| panic!("the floor gave way"));
    let told = what_is_told(breaking.as_ref().unchecked_ref());
    assert_eq!(told.length(), 2, "{told:?}");
    let message = told.get(0).as_string().unwrap();
    assert!(message.contains("the floor gave way") && message.contains("panic_web.rs"), "{message}");
    assert_eq!(told.get(1).as_bool(), Some(true));
}
