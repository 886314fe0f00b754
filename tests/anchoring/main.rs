//! How often, and how fast, anchors are found again in a text that was edited.
//!
//! `edited` makes its own texts and always runs. `published` reads inputs made elsewhere, a folder
//! with `fuzzy-base.json` and `fuzzy-<case>.json`, and prints a table with times:
//!
//! ```sh
//! SAYSO_FUZZY_INPUTS=/folder cargo test --release --test anchoring -- --ignored --nocapture
//! ```
//!
//! `--release` builds as the page is built, for size; with
//! `CARGO_PROFILE_RELEASE_OPT_LEVEL=3` before it, for speed.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "inputs that cannot be read, and a generator that goes astray, fail the test"
)]

mod edited;
mod generate;
mod published;
mod tally;
