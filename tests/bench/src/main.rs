//! Starts Sayso as a bench drives it: the page that people get, and `window.bench` beside it.
//!
//! `load` and `addAll` show an article and marks as they are and store nothing, as after opening a file.
//! `addOne`, `removeOne` and the mouse go the way of every step: planned, applied, stored, drawn.

#[cfg(target_arch = "wasm32")]
mod page;

#[cfg(target_arch = "wasm32")]
fn main() {
    page::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
