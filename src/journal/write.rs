//! The journal itself, and what it adds.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::gone::Goners;
use super::key::{EntryKey, Layout};
use super::load;
use super::replay::Unpacked;
use super::store::units;
use super::tally::Tally;
use super::{Key, KeyValue, StoreError};
use crate::article::{Article, ArticleId};
use crate::format::entry::{Body, Entry, Replaced, Turn, encode};
use crate::format::sha256_hex;
use crate::session::Transaction;
use crate::text::Text;

/// Keeps every transaction under a key of its own, so that tabs never write over each other and
/// a step costs the same however many there are.
#[derive(Debug)]
pub struct Journal<S> {
    pub(super) store: S,
    pub(super) tab: Rc<str>,
    /// The time of the last write of this tab, and the next number in that millisecond.
    pub(super) next: (u64, u64),
    /// What is known of each article.
    pub(super) tallies: BTreeMap<ArticleId, Tally>,
    /// What was deleted for good.
    pub(super) gone: Goners,
    /// What is folded, as far as it was unpacked.
    pub(super) unpacked: Unpacked,
}

impl<S: KeyValue> Journal<S> {
    /// A journal of one tab. `tab` is a name that no other open tab has; only its ASCII letters
    /// and digits are used.
    pub fn new(store: S, tab: &str) -> Journal<S> {
        let tab: String = tab.chars().filter(char::is_ascii_alphanumeric).collect();
        Journal {
            store,
            tab: tab.into(),
            next: (0, 0),
            tallies: BTreeMap::new(),
            gone: Goners::default(),
            unpacked: Unpacked::new(),
        }
    }

    /// Says that this version has been here, so that tabs of older ones stop writing.
    ///
    /// # Errors
    ///
    /// If there is no room or the store is blocked.
    pub fn arrive(&mut self) -> Result<(), StoreError> {
        let key = Key::here();
        match self.store.get(&key)? {
            Some(_) => Ok(()),
            None => self.store.set(&key, "2"),
        }
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
        let (key, sha256) = (Key::text(&body.sha256), body.sha256.clone());
        let known = self.has_text(&body.sha256)?;
        if !known {
            self.replace(&key, article.text.as_str())?;
        }
        let entry = Entry { body: Some(body), ..Entry::of(transaction) };
        let written = self.write(id, &article.text, entry);
        if written.is_ok() {
            self.tallies.entry(id.clone()).or_default().text = sha256;
        } else if !known {
            self.store.remove(&key)?;
        }
        written
    }

    /// Whether a text is stored, and is the one that its key names.
    pub(super) fn has_text(&self, sha256: &str) -> Result<bool, StoreError> {
        for key in [Key::text(sha256), Key::old_text(sha256)] {
            if self.store.get(&key)?.is_some_and(|text| sha256_hex(&text) == sha256) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Gives a key its one sound value. What else stood there is set aside whole.
    pub(super) fn replace(&self, key: &str, sound: &str) -> Result<(), StoreError> {
        if let Some(value) = self.store.get(key)? {
            let (under, kept) = set_aside(key, &value);
            self.store.set(&under, &kept)?;
        }
        self.store.set(key, sound)
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
        self.write(id, text, Entry::of(transaction))
    }

    fn write(&mut self, id: &ArticleId, text: &Text, mut entry: Entry) -> Result<(), StoreError> {
        let tally = self.tallies.entry(id.clone()).or_default();
        let (seen, at) = (tally.seen, u64::try_from(entry.at.0).unwrap_or_default());
        let time = tally.time_for(entry.edits.keys(), &self.tab, at);
        entry.seen = Some(seen);
        let key = self.unused(id, time)?;
        let name = key.to_string();
        self.store.set(&name, &encode(&entry, text, &name))?;
        self.next = (key.turn.time, key.turn.n + 1);
        let tally = self.tallies.entry(id.clone()).or_default();
        for record in entry.edits.keys() {
            tally.wrote(record, &key.turn, seen);
        }
        Ok(())
    }

    /// A turn later than all writes of this tab, under which nothing is stored yet.
    fn unused(&self, id: &ArticleId, time: u64) -> Result<EntryKey, StoreError> {
        let time = time.max(self.next.0);
        let n = if self.next.0 == time { self.next.1 } else { 0 };
        let turn = Turn { time, tab: self.tab.clone(), n };
        let mut key = EntryKey { article: id.clone(), turn, layout: Layout::Two };
        while self.store.get(&key.to_string())?.is_some() {
            key.turn.n += 1;
        }
        Ok(key)
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

    /// Everything that is stored of one article, its text among it, by key: enough to bring it back
    /// with [`Journal::adopt`].
    ///
    /// # Errors
    ///
    /// If the store cannot be read.
    pub fn raw_of(&self, id: &ArticleId) -> Result<Vec<(String, String)>, StoreError> {
        let text = self.tallies.get(id).map(|tally| tally.text.as_str());
        let mut all = self.raw_dump()?;
        all.retain(|(key, _)| match Key::parse(key) {
            Key::Text(sha256) => Some(sha256.as_str()) == text,
            key => key.article() == Some(id),
        });
        Ok(all)
    }

    /// The room taken by all keys that begin with `sayso/`, in UTF-16 units, keys and values
    /// together.
    ///
    /// # Errors
    ///
    /// If the store cannot be read.
    pub fn used(&self) -> Result<usize, StoreError> {
        let all = load::ours(&self.store)?;
        Ok(all.iter().map(|stored| units(&stored.key) + units(&stored.value)).sum())
    }
}

/// The key and the value under which a damaged value is kept once a sound one takes its place. The
/// same value of the same key is kept once.
#[must_use]
pub fn set_aside(key: &str, value: &str) -> (String, String) {
    let under = Key::aside(&sha256_hex(&format!("{key} {value}")));
    let replaced = Replaced { key: key.to_owned(), value: value.to_owned() };
    let kept = replaced.encode(&under);
    (under, kept)
}
