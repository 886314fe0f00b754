//! Promise: a session changes only by transactions: an intent is planned, applied, and can be taken back.

mod change;
mod history;
mod intent;
mod mark;
mod merge;
mod plan;
mod read;
mod state;
mod tie;
mod transaction;
mod voice;

pub use change::{Change, Edit, Record, RecordId};
pub use history::History;
pub use intent::{Direction, Intent};
pub use plan::{Hand, Plan, follow_up, plan};
pub use read::{Voice, claims, mentions_of, nearest_sources, neighbour, voice_of};
pub use state::Session;
pub use transaction::{Origin, Stamp, Step, Transaction, Verb};

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;
