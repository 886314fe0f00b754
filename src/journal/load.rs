//! All that is stored, read once when the page opens.

use std::collections::BTreeMap;

use super::key::{EntryKey, KeptKey, OURS};
use super::replay::{Texts, replay};
use super::store::units;
use super::{Keepsake, Key, KeyValue, Shelf, StoreError};
use crate::article::ArticleId;
use crate::format::entry::EntryError;
use crate::format::sha256_hex;

/// All that is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// The articles that can be read, by id; removed ones too, as long as they can come back.
    pub shelves: Vec<Shelf>,
    /// The state that counts of each thing kept beside the articles.
    pub kept: Vec<(KeptKey, Keepsake)>,
    /// What cannot be read. It stays where it is.
    pub aside: Vec<Aside>,
    /// Whether a newer version has written here. Then this one must not.
    pub newer: bool,
    /// The room taken by all keys that begin with `sayso/`, in UTF-16 units, keys and values
    /// together.
    pub used: usize,
}

/// Something stored that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// The key it is stored under.
    pub key: String,
    /// The value, whole.
    pub value: String,
    /// Why it cannot be read.
    pub why: Why,
}

/// Why something stored cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The entry itself is not sound.
    Entry(EntryError),
    /// The entry is sound, but the one that begins its article is missing or cannot be read.
    NoBeginning,
    /// The entry is sound, but the text of its article is missing or not the one that was stored.
    NoText,
    /// It is a text, but not the one its key speaks of.
    OtherText,
    /// No version so far has written such a key.
    UnknownKey,
}

/// A key and its value.
#[derive(Debug, Clone)]
pub(super) struct Stored {
    pub(super) key: String,
    pub(super) value: String,
}

impl Stored {
    pub(super) fn aside(self, why: Why) -> Aside {
        Aside { key: self.key, value: self.value, why }
    }
}

/// All keys of this program with their values, by key.
pub(super) fn ours(store: &impl KeyValue) -> Result<Vec<Stored>, StoreError> {
    let mut keys = store.keys()?;
    keys.retain(|key| key.starts_with(OURS));
    keys.sort_unstable();
    let mut all = Vec::with_capacity(keys.len());
    for key in keys {
        // Another tab may have taken it out since the keys were listed.
        if let Some(value) = store.get(&key)? {
            all.push(Stored { key, value });
        }
    }
    Ok(all)
}

/// Sorts what is stored, and replays each article.
pub(super) fn load(store: &impl KeyValue) -> Result<Loaded, StoreError> {
    let all = ours(store)?;
    let used = all.iter().map(|stored| units(&stored.key) + units(&stored.value)).sum();
    let mut sorted = Sorted::default();
    all.into_iter().for_each(|stored| sorted.put(stored));
    let Sorted { entries, texts, kept, mut aside, mut newer } = sorted;
    let each = entries
        .into_iter()
        .filter_map(|(id, entries)| replay(id, entries.into_values().collect(), &texts, &mut aside));
    let shelves = each.collect();
    newer |= aside.iter().any(|aside| matches!(aside.why, Why::Entry(EntryError::Newer { .. })));
    Ok(Loaded { shelves, kept: latest(kept), aside, newer, used })
}

/// The greatest key of each thing, with what stands under it.
fn latest(mut kept: Vec<(KeptKey, Keepsake)>) -> Vec<(KeptKey, Keepsake)> {
    kept.sort_unstable_by(|(one, _), (other, _)| other.cmp(one));
    kept.dedup_by_key(|(key, _)| key.thing);
    kept
}

/// What is stored, by what it is.
#[derive(Default)]
struct Sorted {
    entries: BTreeMap<ArticleId, BTreeMap<EntryKey, Stored>>,
    texts: Texts,
    kept: Vec<(KeptKey, Keepsake)>,
    aside: Vec<Aside>,
    newer: bool,
}

impl Sorted {
    fn put(&mut self, stored: Stored) {
        match Key::parse(&stored.key) {
            Key::Entry(key) => {
                self.entries.entry(key.article.clone()).or_default().insert(key, stored);
            }
            Key::Text(sha256) if sha256_hex(&stored.value) == sha256 => {
                self.texts.insert(sha256, stored.value);
            }
            Key::Text(_) => self.aside.push(stored.aside(Why::OtherText)),
            Key::Kept(key) => match Keepsake::decode(&key, &stored.value) {
                Ok(keepsake) => self.kept.push((key, keepsake)),
                Err(error) => self.aside.push(stored.aside(Why::Entry(error))),
            },
            Key::Newer => self.newer = true,
            Key::Unknown => self.aside.push(stored.aside(Why::UnknownKey)),
            Key::Other => {}
        }
    }
}
