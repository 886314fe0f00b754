//! Promise: a session changes only by transactions: an intent is planned, applied, and can be taken back.

mod bounds;
mod change;
mod edge;
mod edit;
mod filter;
mod history;
mod intent;
mod mark;
mod merge;
mod plan;
mod read;
mod register;
mod restore;
mod resume;
mod search;
mod state;
mod telling;
mod tie;
mod transaction;
mod voice;

pub use change::{Change, Edit, Record, RecordId};
pub use edge::{Edge, with_edge};
pub use filter::{Filter, Whose, find_marks};
pub use history::History;
pub use intent::{Direction, Intent, Told};
pub use plan::{Hand, Plan, follow_up, plan};
pub use read::{
    Voice, can_split, chain, choices, claims, mention_in_hand, mentions_of, nearest_sources, neighbour,
    next_mention, to_refer, voice_of,
};
pub use resume::Base;
pub use search::{Hit, search};
pub use state::Session;
pub use transaction::{Origin, Stamp, Step, Transaction, Verb};

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;
