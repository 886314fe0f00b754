//! The journal's store, made of what the browser has.

use crate::browser::{LocalStorage, StorageError};
use crate::journal::{KeyValue, StoreError};

/// Local storage, or the reason why there is none.
pub(super) struct Store(Result<LocalStorage, String>);

impl Store {
    pub(super) fn open() -> Store {
        Store(LocalStorage::open().map_err(|error| error.to_string()))
    }

    fn local<T>(&self, f: impl FnOnce(&LocalStorage) -> Result<T, StorageError>) -> Result<T, StoreError> {
        let storage = self.0.as_ref().map_err(|why| StoreError::Blocked(why.clone()))?;
        f(storage).map_err(why)
    }
}

/// The same reason in the journal's words.
pub(super) fn why(error: StorageError) -> StoreError {
    match error {
        StorageError::Full => StoreError::Full,
        StorageError::Blocked(why) => StoreError::Blocked(why),
    }
}

impl KeyValue for Store {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.local(LocalStorage::keys)
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.local(|storage| storage.get(key))
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.local(|storage| storage.set(key, value))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.local(|storage| storage.remove(key))
    }
}
