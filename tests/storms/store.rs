//! A store that remembers what was written, and can die in the middle.

use std::cell::{Cell, RefCell};

use sayso::journal::{KeyValue, MemoryStore, StoreError};

/// A store in memory, watched.
#[derive(Debug, Default)]
pub(crate) struct Store {
    inner: MemoryStore,
    /// The keys that were set, in order.
    pub(crate) written: RefCell<Vec<String>>,
    /// After so many more changes nothing is changed any more.
    pub(crate) left: Cell<Option<usize>>,
}

impl Store {
    /// A store with these values.
    pub(crate) fn of(entries: &[(String, String)]) -> Store {
        let store = Store::default();
        entries.iter().for_each(|(key, value)| store.inner.set(key, value).expect("there is room"));
        store
    }

    /// All keys and values.
    pub(crate) fn all(&self) -> Vec<(String, String)> {
        let keys = self.inner.keys().expect("a store in memory");
        let value = |key: &String| self.inner.get(key).expect("a store in memory").expect("a value");
        keys.iter().map(|key| (key.clone(), value(key))).collect()
    }

    /// One more change, if the page still lives.
    fn change(&self) -> Result<(), StoreError> {
        match self.left.get() {
            Some(0) => Err(StoreError::Blocked("the page is dead".to_owned())),
            Some(left) => {
                self.left.set(Some(left - 1));
                Ok(())
            }
            None => Ok(()),
        }
    }
}

impl KeyValue for Store {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.inner.keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.inner.get(key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.change()?;
        self.written.borrow_mut().push(key.to_owned());
        self.inner.set(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.change()?;
        self.inner.remove(key)
    }
}
