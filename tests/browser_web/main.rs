//! The `browser` room in a real browser. `scripts/test` runs this in Chromium and in Firefox.

#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that meets a surprise has failed"
)]

mod files;
mod focus;
mod geometry;
mod hit;
mod island;
mod keys;
mod mirror;
mod page;
mod painter;
mod pointer;
mod route;
mod selection;
mod stage;
mod storage;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
