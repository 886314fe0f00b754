//! Promise: guesses about a text, made by rules that can be read, and none rather than a wild one.

mod lexicon;
mod names;
mod stretch;
mod told;

pub use told::{Telling, told_by};
