//! Promise: every sentence that the screen can say is here, a function each.
#![allow(missing_docs, reason = "a sentence says itself what it says")]

/// Defines sentences that never vary.
macro_rules! fixed {
    ($($name:ident = $text:literal;)*) => {
        $(#[doc = concat!("“", $text, "”")]
        pub fn $name() -> String {
            $text.into()
        })*
    };
}

mod arrival;
mod card;
mod codebook;
mod commands;
mod exchange;
mod finding;
mod history;
mod intake;
mod keeping;
mod opening;
mod outgoing;
mod pencil;
mod places;
mod register;
mod screen;
mod settings;
mod steps;
mod storage;
mod terms;
mod trouble;
mod web;

pub use arrival::*;
pub use card::*;
pub use codebook::*;
pub use commands::*;
pub use exchange::*;
pub use finding::*;
pub use history::*;
pub use intake::*;
pub use keeping::*;
pub use opening::*;
pub use outgoing::*;
pub use pencil::*;
pub use places::*;
pub use register::*;
pub use screen::*;
pub use settings::*;
pub use steps::*;
pub use storage::*;
pub use terms::*;
pub use trouble::*;
pub use web::*;
