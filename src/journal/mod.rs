//! Promise: every step is kept under a key of its own, and nothing unreadable is ever overwritten.

mod adopt;
mod fold;
mod going;
mod gone;
mod kept;
mod key;
mod ledger;
mod load;
mod memory;
mod receive;
mod replay;
mod store;
mod tally;
#[cfg(test)]
mod tests;
mod vault;
mod versions;
mod write;

pub use adopt::Adopted;
pub use fold::{Fold, FoldError, Folded};
pub use kept::Keepsake;
pub use key::{EntryKey, FoldKey, GoneKey, KeptKey, Key, Layout, Part, Thing};
pub use load::{Aside, Loaded, Why};
pub use memory::MemoryStore;
pub use receive::{Conflict, Received};
pub use replay::Shelf;
pub use store::{KeyValue, StoreError};
pub use vault::{Batch, Kept, MayGo, MirrorState, Noticed, United, Vault};
pub use versions::Version;
pub use write::{Journal, set_aside};
