//! What a sceptic would do to what is kept: a short form here, the long one with
//! `SAYSO_STORM_CASES=10000 cargo test --release --test storms`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that cannot go on should stop"
)]

mod crashes;
mod damage;
mod fixtures;
mod sequences;
mod store;
mod tabs;
mod world;

use proptest::test_runner::Config;

/// As many cases as were asked for, or a few. A case that stands for many by itself has a weight.
fn config(few: u32, weight: u32) -> Config {
    let asked = std::env::var("SAYSO_STORM_CASES").ok().and_then(|cases| cases.parse::<u32>().ok());
    let mut config = Config::with_cases(asked.map_or(few, |cases| cases.div_ceil(weight)));
    config.failure_persistence = None;
    config
}
