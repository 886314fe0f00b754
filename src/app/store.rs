//! The journal's store, made of what the browser has.

use std::cell::Cell;

use crate::browser::{LocalStorage, StorageError};
use crate::journal::{KeyValue, StoreError};

/// Local storage, or the reason why there is none.
pub(super) struct Store {
    local: Result<LocalStorage, String>,
    written: Cell<usize>,
}

impl Store {
    pub(super) fn open() -> Store {
        let local = LocalStorage::open().map_err(|error| error.to_string());
        Store { local, written: Cell::new(0) }
    }

    /// UTF-16 units written since the page was opened.
    pub(super) fn written(&self) -> usize {
        self.written.get()
    }

    fn local<T>(&self, f: impl FnOnce(&LocalStorage) -> Result<T, StorageError>) -> Result<T, StoreError> {
        let storage = self.local.as_ref().map_err(|why| StoreError::Blocked(why.clone()))?;
        f(storage).map_err(|error| match error {
            StorageError::Full => StoreError::Full,
            StorageError::Blocked(why) => StoreError::Blocked(why),
        })
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
        self.local(|storage| storage.set(key, value))?;
        self.written.update(|units| units + key.encode_utf16().count() + value.encode_utf16().count());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.local(|storage| storage.remove(key))
    }
}
