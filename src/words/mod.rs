//! Promise: every sentence that the screen can say is here, a function each.
#![allow(missing_docs, reason = "a sentence says itself what it says")]

mod screen;
mod steps;
mod terms;
mod trouble;

pub use screen::*;
pub use steps::*;
pub use terms::*;
pub use trouble::*;
