//! Promise: every step is kept under a key of its own, and nothing unreadable is ever overwritten.

mod kept;
mod key;
mod load;
mod memory;
mod replay;
mod store;
#[cfg(test)]
mod tests;
mod vault;
mod write;

pub use kept::Keepsake;
pub use key::{EntryKey, KeptKey, Key, Thing};
pub use load::{Aside, Loaded, Why};
pub use memory::MemoryStore;
pub use replay::Shelf;
pub use store::{KeyValue, StoreError};
pub use vault::{Errand, HERE, Kept, MayGo, MirrorState, Noticed, United, Vault};
pub use write::Journal;
