//! Sayso: a reader for news articles in which every claim can be tied to the source that makes it.
//!
//! The crate is one house of rooms, in reading order below. Each room keeps one promise (the first
//! line of its `mod.rs`), has one door (what its `mod.rs` re-exports) and may visit only the rooms
//! that `tests/rooms.rs` allows. The inner rooms are pure and run natively; the last three exist
//! only on `wasm32`. `ARCHITECTURE.md` is the bird's-eye view.

pub mod apart;
pub mod suggest;
pub mod text;

pub mod article;

pub mod intake;

pub mod annotation;

pub mod session;

pub mod insight;

pub mod margin;

pub mod settings;

pub mod codebook;

pub mod format;

pub mod journal;

pub mod words;

pub mod errand;

#[cfg(target_arch = "wasm32")]
pub mod browser;

#[cfg(target_arch = "wasm32")]
pub mod view;

#[cfg(target_arch = "wasm32")]
pub mod app;
