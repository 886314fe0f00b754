//! Promise: what an article rests on and what was done to it is counted, each figure defined in one place.

mod reminder;
mod sittings;
mod sourcing;

pub use reminder::backup_due;
pub use sittings::{goes_on, sittings};
pub use sourcing::{Share, Sourcing, Tally, sourcing};
