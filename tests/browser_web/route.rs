//! The route in the address.

use sayso::browser::{go, hash, on_route};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Location;

use crate::stage::{tell, told};

#[wasm_bindgen(module = "/tests/browser_web/support.js")]
extern "C" {
    fn entries() -> u32;
    fn back();
}

fn location() -> Location {
    web_sys::window().unwrap().location()
}

#[wasm_bindgen_test]
fn every_route_comes_back_as_it_was() {
    for route in ["article/7", "50%", "a b/ç🙂", "%41", "q?x=1&y=#2", ""] {
        go(route);
        assert_eq!(hash(), route);
    }
}

#[wasm_bindgen_test]
fn a_route_that_does_not_decode_comes_as_it_is() {
    location().set_hash("100%&%zz").unwrap();
    assert_eq!(hash(), "100%&%zz");
    go("");
}

#[wasm_bindgen_test]
async fn going_adds_an_entry_that_back_returns_from() {
    hears("start", || go("start")).await;
    let before = entries();
    hears("next place", || go("next place")).await;
    assert_eq!(entries(), before + 1);
    go("next place");
    assert_eq!(entries(), before + 1, "it is the route already");
    hears("start", back).await;
    hears("", || go("")).await;
}

/// Does something, and waits until a route is told. Earlier changes may be told late, so others are
/// passed over; a test that waits in vain is ended by the runner.
async fn hears(route: &'static str, act: impl FnOnce()) {
    let mut listener = None;
    told(|resolve| {
        listener = Some(on_route(move |now| {
            if now == route {
                tell(&resolve, &now);
            }
        }));
        act();
    })
    .await;
    drop(listener);
}
