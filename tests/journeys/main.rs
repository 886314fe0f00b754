//! Journeys: the page in a real browser, used as a person uses it.
//!
//! `SAYSO_BROWSER=firefox cargo test --test journeys` after `scripts/build`; `scripts/test` makes them
//! in both browsers. Each journey has a server, a driver, a browser and a profile of its own.

#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a journey stops where it fails; indexing a JSON value cannot fail"
)]

mod axe;
mod crowd;
mod driver;
mod early;
mod find;
#[path = "../documents/harm.rs"]
mod harm;
mod input;
mod look;
mod more;
#[path = "../documents/pack.rs"]
mod pack;
mod page;
mod script;
mod server;
mod thing;
mod wire;

mod arrivals;
mod audit;
mod backup;
mod bookmark;
mod broken;
mod cards;
mod caret;
mod codebook;
mod exporting;
mod finding;
mod hand;
mod history;
mod hostile;
mod importing;
mod inlines;
mod keeping;
mod keyboard;
mod keys;
mod long;
mod many;
mod mouse;
mod opens;
mod paper;
mod pencil;
mod places;
mod profile;
mod refusals;
mod register;
mod safety;
mod screens;
mod steps;
mod storage;
mod storm;
mod tabs;
mod telling;
mod touch;
mod twice;
mod verbs;
mod web;
