//! A store that lasts as long as the page.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::store::units;
use super::{KeyValue, StoreError};

/// A store in memory: for tests, and for a page whose browser bars it from storage.
#[derive(Debug, Default)]
pub struct MemoryStore {
    values: RefCell<BTreeMap<String, String>>,
    room: Option<usize>,
}

impl MemoryStore {
    /// A store without limits.
    #[must_use]
    pub fn new() -> MemoryStore {
        MemoryStore::default()
    }

    /// A store with room for so many UTF-16 units, keys and values together.
    #[must_use]
    pub fn with_room(units: usize) -> MemoryStore {
        MemoryStore { room: Some(units), ..MemoryStore::default() }
    }

    /// UTF-16 units in use, keys and values together.
    #[must_use]
    pub fn used(&self) -> usize {
        self.values.borrow().iter().map(|(key, value)| units(key) + units(value)).sum()
    }

    /// Whether there is room for a key with this value in place of the one it has.
    fn fits(&self, key: &str, value: &str) -> bool {
        let Some(room) = self.room else { return true };
        let old = self.values.borrow().get(key).map_or(0, |old| units(key) + units(old));
        self.used() - old + units(key) + units(value) <= room
    }
}

impl KeyValue for MemoryStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.values.borrow().keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.values.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        if !self.fits(key, value) {
            return Err(StoreError::Full);
        }
        self.values.borrow_mut().insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.values.borrow_mut().remove(key);
        Ok(())
    }
}
