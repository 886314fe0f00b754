//! Two places for the same keys, and a picture of both in memory.
//!
//! What is written is in the *image* at once, in local storage in the same moment if that takes it,
//! and in the *mirror* as soon as whoever moves the mirror has carried it there. Nothing is lost in
//! memory when a place refuses: the key stays *due* there and is tried again. In each place a key is
//! taken out only after all that was written before it is safe, so a program that ends anywhere
//! leaves in each place, or in the two together, all that it had.

mod due;
mod judge;
mod local;
mod mirror;
#[cfg(test)]
mod tests;

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::key::OURS;
use super::store::units;
use super::{Key, KeyValue, StoreError};
use due::{Beat, Due};

pub use judge::{MayGo, Noticed, United};
pub use mirror::{Batch, MirrorState};

/// What the journal keeps, in two places.
#[derive(Debug)]
pub struct Vault<L> {
    local: L,
    held: RefCell<Held>,
}

/// Where what was written is kept by now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// In both places.
    Twice,
    /// In local storage, and soon in the mirror.
    Soon,
    /// In local storage; there is no mirror, for this reason.
    Once(StoreError),
    /// Local storage refused some of it; `mirror` tells whether the mirror has that part.
    Not {
        /// Why local storage refused.
        why: StoreError,
        /// Whether the mirror has all that local storage refused.
        mirror: bool,
    },
}

/// A key of the image, and where it is due.
#[derive(Debug, Default)]
struct Item {
    /// `None` once it is taken out, until both places have followed.
    value: Option<String>,
    /// The beat at which local storage has to follow; 0 if it has.
    local: Beat,
    /// The same for the mirror.
    mirror: Beat,
    /// The units that key and value take in local storage as it is.
    room: usize,
}

#[derive(Debug)]
struct Held {
    image: BTreeMap<String, Item>,
    local: Due,
    mirror: Due,
    /// Keys that local storage refused; they are tried again when there is a reason to.
    refused: Vec<(Beat, String)>,
    /// Why local storage refused last.
    trouble: Option<StoreError>,
    state: MirrorState,
    /// How often the mirror told what it has.
    asked: u64,
    /// Batchs that have not come back.
    on_the_way: usize,
    /// Whether local storage was read; nothing is written there before.
    readable: bool,
    /// Whether a newer program works here: then nothing is written any more.
    frozen: bool,
    /// Whether local storage was seen without what had been written there.
    cleared: bool,
    beat: Beat,
    /// Units in use by what local storage has.
    used: usize,
}

impl<L: KeyValue> Vault<L> {
    /// Reads local storage. If it cannot be read, nothing is written there before it could be.
    pub fn open(local: L) -> Vault<L> {
        let held = Held {
            image: BTreeMap::new(),
            local: Due::default(),
            mirror: Due::default(),
            refused: Vec::new(),
            trouble: None,
            state: MirrorState::Awaited,
            asked: 0,
            on_the_way: 0,
            readable: false,
            frozen: false,
            cleared: false,
            beat: 0,
            used: 0,
        };
        let vault = Vault { local, held: RefCell::new(held) };
        match vault.read_local() {
            Ok(all) => vault.held.borrow_mut().take_over(all),
            Err(why) => vault.held.borrow_mut().trouble = Some(why),
        }
        vault
    }

    fn read_local(&self) -> Result<Vec<(String, String)>, StoreError> {
        let mut all = Vec::new();
        for key in self.local.keys()? {
            // Another tab may have taken it out since the keys were listed.
            if is_ours(&key)
                && let Some(value) = self.local.get(&key)?
            {
                all.push((key, value));
            }
        }
        Ok(all)
    }

    /// Where what was written is kept by now.
    #[must_use]
    pub fn kept(&self) -> Kept {
        let held = self.held.borrow();
        let refused = held.refused_for_good();
        match (&held.trouble, &held.state) {
            (Some(why), _) if refused.is_some() => {
                Kept::Not { why: why.clone(), mirror: refused == Some(true) }
            }
            (_, MirrorState::Gone(why)) => Kept::Once(why.clone()),
            (_, MirrorState::Awaited) => Kept::Soon,
            (_, MirrorState::Open) if held.is_mirrored() => Kept::Twice,
            (_, MirrorState::Open) => Kept::Soon,
        }
    }

    /// Units in use by what local storage has of this program, keys and values together.
    #[must_use]
    pub fn used(&self) -> usize {
        self.held.borrow().used
    }

    /// A newer program works here: from now on nothing is written.
    pub fn freeze(&self) {
        self.held.borrow_mut().frozen = true;
    }
}

impl Held {
    fn take_over(&mut self, all: Vec<(String, String)>) {
        self.readable = true;
        self.trouble = None;
        all.into_iter().for_each(|(key, value)| self.learn(key, value));
    }

    /// Takes in what local storage has.
    fn learn(&mut self, key: String, value: String) {
        let room = units(&key) + units(&value);
        self.used += room;
        self.image.insert(key, Item { value: Some(value), local: 0, mirror: 0, room });
    }

    fn value(&self, key: &str) -> Option<&String> {
        self.image.get(key)?.value.as_ref()
    }

    /// A key has a new value, or none: both places have to follow.
    fn change(&mut self, key: &str, value: Option<String>) {
        if !self.image.contains_key(key) && value.is_none() {
            return;
        }
        self.beat += 1;
        let item = self.image.entry(key.to_owned()).or_default();
        *item = Item { value, local: self.beat, mirror: self.beat, room: item.room };
        self.local.push(self.beat, key);
        self.mirror.push(self.beat, key);
    }
}

/// Whether a key is one of the journal's, of whatever version.
fn is_ours(key: &str) -> bool {
    key.starts_with(OURS) && Key::parse(key) != Key::Other
}
