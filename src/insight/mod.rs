//! Promise: what an article rests on is counted, each figure defined in one place.

mod sourcing;

pub use sourcing::{Share, Sourcing, sourcing};
