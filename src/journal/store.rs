//! What the journal asks of whatever keeps its strings.

use std::rc::Rc;

/// A store of strings under string keys, such as a browser's local storage.
pub trait KeyValue {
    /// All keys, in any order, those of others included.
    ///
    /// # Errors
    ///
    /// If the store cannot be read.
    fn keys(&self) -> Result<Vec<String>, StoreError>;

    /// The value of a key; `None` if it has none.
    ///
    /// # Errors
    ///
    /// If the store cannot be read.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Gives a key a value, wholly or not at all.
    ///
    /// # Errors
    ///
    /// If there is no room, or the store cannot be written. Then the key has the value it had.
    fn set(&self, key: &str, value: &str) -> Result<(), StoreError>;

    /// Takes a key out. Nothing happens if it is not there.
    ///
    /// # Errors
    ///
    /// If the store cannot be written.
    fn remove(&self, key: &str) -> Result<(), StoreError>;
}

/// Why a store did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreError {
    /// There is no room left.
    Full,
    /// The store is not to be had at all, for this reason in the browser's own words.
    Blocked(String),
}

impl<K: KeyValue + ?Sized> KeyValue for Rc<K> {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        (**self).keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        (**self).get(key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        (**self).set(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        (**self).remove(key)
    }
}

/// The room a string takes, in UTF-16 units, as browsers count it.
pub(super) fn units(string: &str) -> usize {
    string.encode_utf16().count()
}
