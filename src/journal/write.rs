//! The journal itself: what it adds, and what it takes out for good.

use super::key::EntryKey;
use super::load::{self, Loaded};
use super::{Key, KeyValue, StoreError};
use crate::annotation::Timestamp;
use crate::article::{Article, ArticleId};
use crate::format::entry::{Body, Entry, decode, encode};
use crate::format::sha256_hex;
use crate::session::Transaction;
use crate::text::Text;

/// Keeps every transaction under a key of its own, so that tabs never write over each other and
/// a step costs the same however many there are.
#[derive(Debug)]
pub struct Journal<S> {
    pub(super) store: S,
    pub(super) tab: String,
    /// The time of the last entry of this tab, and the next number in that millisecond.
    next: (u64, u64),
}

impl<S: KeyValue> Journal<S> {
    /// A journal of one tab. `tab` is a name that no other open tab has; only its ASCII letters
    /// and digits are used.
    pub fn new(store: S, tab: &str) -> Journal<S> {
        let tab = tab.chars().filter(char::is_ascii_alphanumeric).collect();
        Journal { store, tab, next: (0, 0) }
    }

    /// Reads all that is stored. Nothing is written and nothing is taken out.
    ///
    /// # Errors
    ///
    /// If the store cannot be read at all. What cannot be read in it is no error, see
    /// [`Loaded::aside`].
    pub fn load(&self) -> Result<Loaded, StoreError> {
        load::load(&self.store)
    }

    /// Keeps a new article: its text, and the transaction that made it.
    ///
    /// # Errors
    ///
    /// If there is no room or the store is blocked. Then nothing of the article is kept.
    pub fn add(
        &mut self,
        id: &ArticleId,
        article: &Article,
        transaction: &Transaction,
    ) -> Result<(), StoreError> {
        let body = Body::of(article);
        let text_key = Key::text(&body.sha256);
        let stored = self.store.get(&text_key)?;
        if stored.as_deref() != Some(article.text.as_str()) {
            self.store.set(&text_key, article.text.as_str())?;
        }
        let entry = Entry { body: Some(body), ..Entry::of(transaction) };
        let written = self.write(id, &article.text, &entry);
        if written.is_err() && stored.is_none() {
            self.store.remove(&text_key)?;
        }
        written
    }

    /// Keeps a transaction of an article, in one write. `text` is the text of that article.
    ///
    /// # Errors
    ///
    /// If there is no room or the store is blocked. Then nothing has changed.
    pub fn append(
        &mut self,
        id: &ArticleId,
        text: &Text,
        transaction: &Transaction,
    ) -> Result<(), StoreError> {
        self.write(id, text, &Entry::of(transaction))
    }

    fn write(&mut self, id: &ArticleId, text: &Text, entry: &Entry) -> Result<(), StoreError> {
        let key = self.unused(id, entry.at)?;
        let name = key.to_string();
        self.store.set(&name, &encode(entry, text, &name))?;
        self.next = (key.time, key.n + 1);
        Ok(())
    }

    /// A key that has no value yet.
    fn unused(&self, id: &ArticleId, at: Timestamp) -> Result<EntryKey, StoreError> {
        let time = u64::try_from(at.0).unwrap_or_default();
        let n = if self.next.0 == time { self.next.1 } else { 0 };
        let mut key = EntryKey { article: id.clone(), time, tab: self.tab.clone(), n };
        while self.store.get(&key.to_string())?.is_some() {
            key.n += 1;
        }
        Ok(key)
    }

    /// What is stored under the key of an entry; `text` is the text of its article. `None` if nothing
    /// is, or if it cannot be read: the next loading tells of that.
    #[must_use]
    pub fn entry(&self, key: &str, text: &Text) -> Option<Entry> {
        let value = self.store.get(key).ok()??;
        decode(&value, key).ok()?.settle(text).ok()
    }

    /// Takes all of an article out for good, and its text unless another article uses it or may
    /// use it. What is newest goes first, so that a fault on the way leaves an article that can
    /// be read.
    ///
    /// # Errors
    ///
    /// If the store cannot be read or written.
    pub fn forget(&mut self, id: &ArticleId) -> Result<(), StoreError> {
        let loaded = self.load()?;
        let keys = self.store.keys()?.into_iter().filter_map(|key| entry_of(&key, id));
        let mut keys: Vec<EntryKey> = keys.collect();
        keys.sort_unstable();
        for key in keys.iter().rev() {
            self.store.remove(&key.to_string())?;
        }
        match lone_text(&loaded, id) {
            Some(text) => self.store.remove(&Key::text(&sha256_hex(text.as_str()))),
            None => Ok(()),
        }
    }

    /// Everything under `sayso/`, as it is stored, by key: what a person can be given when all
    /// else fails.
    ///
    /// # Errors
    ///
    /// If the store cannot be read.
    pub fn raw_dump(&self) -> Result<Vec<(String, String)>, StoreError> {
        Ok(load::ours(&self.store)?.into_iter().map(|stored| (stored.key, stored.value)).collect())
    }
}

/// The key, if it is that of an entry of this article.
fn entry_of(key: &str, id: &ArticleId) -> Option<EntryKey> {
    match Key::parse(key) {
        Key::Entry(key) => Some(key).filter(|key| key.article == *id),
        _ => None,
    }
}

/// The text of an article, if it is certain that no other article needs it: not where something
/// is stored that cannot be read.
fn lone_text<'a>(loaded: &'a Loaded, id: &ArticleId) -> Option<&'a Text> {
    let text = &loaded.shelves.iter().find(|shelf| shelf.id == *id)?.article.text;
    let shared = loaded.shelves.iter().any(|shelf| shelf.id != *id && shelf.article.text == *text);
    let doubtful = loaded.newer || loaded.aside.iter().any(|aside| entry_of(&aside.key, id).is_none());
    (!shared && !doubtful).then_some(text)
}
