//! All that is stored, read once when the page opens.

use std::collections::BTreeMap;

use super::gone::Goners;
use super::key::{FoldKey, GoneKey, KeptKey, OURS};
use super::replay::{Pile, Read, Texts};
use super::store::units;
use super::{Journal, Keepsake, Key, KeyValue, Shelf, StoreError};
use crate::article::ArticleId;
use crate::format::entry::{EntryError, Gone, Past, Replaced};
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
    /// Pasts that no snapshot stands for: what is folded into them shows once they are unpacked,
    /// see [`Journal::packed`], and all is loaded again.
    pub wanting: Vec<FoldKey>,
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
    /// It stood where a sound value has taken its place since.
    Replaced,
    /// It speaks of a time that no calendar has. Whatever was done later would never count.
    BeyondTime,
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

/// The greatest key of each thing, with what stands under it.
fn latest(mut kept: Vec<(KeptKey, Keepsake)>) -> Vec<(KeptKey, Keepsake)> {
    kept.sort_unstable_by(|(one, _), (other, _)| other.cmp(one));
    kept.dedup_by_key(|(key, _)| key.thing);
    kept
}

/// What is stored, by what it is.
#[derive(Default)]
pub(super) struct Sorted {
    pub(super) piles: BTreeMap<ArticleId, Pile>,
    pub(super) texts: Texts,
    pub(super) aside: Vec<Aside>,
    kept: Vec<(KeptKey, Keepsake)>,
    gone: Vec<(GoneKey, Gone)>,
    newer: bool,
}

impl Sorted {
    pub(super) fn put(&mut self, stored: Stored) {
        match Key::parse(&stored.key) {
            Key::Entry(key) => drop(self.pile(&key.article).entries.insert(key, stored)),
            Key::Snapshot(key) => drop(self.pile(&key.article).snapshots.insert(key, stored)),
            Key::Text(sha256) if sha256_hex(&stored.value) == sha256 => {
                self.texts.insert(sha256, stored.value);
            }
            Key::Text(_) => self.aside.push(stored.aside(Why::OtherText)),
            Key::Newer => self.newer = true,
            Key::Unknown => self.aside.push(stored.aside(Why::UnknownKey)),
            Key::Here | Key::Other => {}
            key => self.decode(&key, stored),
        }
    }

    fn pile(&mut self, article: &ArticleId) -> &mut Pile {
        self.piles.entry(article.clone()).or_default()
    }

    /// What can be judged by itself.
    fn decode(&mut self, key: &Key, stored: Stored) {
        let (name, value) = (&stored.key, &stored.value);
        let done = match key {
            Key::Kept(key) => Keepsake::decode(key, value).map(|kept| self.kept.push((key.clone(), kept))),
            Key::Past(key) => {
                Past::decode(value, name).map(|_| self.pile(&key.article).pasts.push(key.clone()))
            }
            Key::Gone(key) => Gone::decode(value, name).map(|gone| self.gone.push((key.clone(), gone))),
            Key::Aside(_) => Replaced::decode(value, name).map(|was| self.aside.push(replaced(was))),
            _ => Ok(()),
        };
        if let Err(error) = done {
            self.aside.push(stored.aside(Why::Entry(error)));
        }
    }
}

fn replaced(was: Replaced) -> Aside {
    Aside { key: was.key, value: was.value, why: Why::Replaced }
}

impl<S: KeyValue> Journal<S> {
    /// Reads all that is stored. Nothing is written and nothing is taken out. What other tabs write
    /// later is compared with what was found, so it is for a page that takes all of it over.
    ///
    /// # Errors
    ///
    /// If the store cannot be read at all. What cannot be read in it is no error, see
    /// [`Loaded::aside`].
    pub fn load(&mut self) -> Result<Loaded, StoreError> {
        let all = ours(&self.store)?;
        let used = all.iter().map(|stored| units(&stored.key) + units(&stored.value)).sum();
        let mut sorted = Sorted::default();
        all.into_iter().for_each(|stored| sorted.put(stored));
        self.gone = Goners::of(sorted.gone);
        let (mut shelves, mut aside, mut wanting) = (Vec::new(), sorted.aside, Vec::new());
        sorted.piles.retain(|id, _| !self.gone.holds(id));
        for (id, pile) in sorted.piles {
            let (read, lost) = pile.read(&self.unpacked);
            wanting.extend(lost);
            shelves.extend(self.shelve(id, read, &sorted.texts, &mut aside));
        }
        self.tallies.retain(|id, _| shelves.iter().any(|shelf| shelf.id == *id));
        let newer = |aside: &Aside| matches!(aside.why, Why::Entry(EntryError::Newer { .. }));
        let newer = sorted.newer || aside.iter().any(newer);
        Ok(Loaded { shelves, kept: latest(sorted.kept), aside, wanting, newer, used })
    }

    /// Reads one article anew. `None` if there is none that can be read.
    ///
    /// # Errors
    ///
    /// If the store cannot be read at all.
    pub fn shelf(&mut self, id: &ArticleId) -> Result<Option<Shelf>, StoreError> {
        let (read, _) = self.pile(id)?.read(&self.unpacked);
        let texts = self.texts(&read)?;
        Ok(self.shelve(id.clone(), read, &texts, &mut Vec::new()))
    }

    /// What is stored of one article, but for its text; nothing if it is gone.
    pub(super) fn pile(&self, id: &ArticleId) -> Result<Pile, StoreError> {
        let mut sorted = Sorted::default();
        for key in self.store.keys()? {
            let wanted = !self.gone.holds(id) && Key::parse(&key).article() == Some(id);
            if wanted && let Some(value) = self.store.get(&key)? {
                sorted.put(Stored { key, value });
            }
        }
        Ok(sorted.piles.remove(id).unwrap_or_default())
    }

    /// The texts that an article may be read in.
    pub(super) fn texts(&self, read: &Read) -> Result<Texts, StoreError> {
        let mut sorted = Sorted::default();
        for body in read.bodies() {
            for key in [Key::old_text(&body.sha256), Key::text(&body.sha256)] {
                if let Some(value) = self.store.get(&key)? {
                    sorted.put(Stored { key, value });
                }
            }
        }
        Ok(sorted.texts)
    }

    fn shelve(&mut self, id: ArticleId, read: Read, texts: &Texts, aside: &mut Vec<Aside>) -> Option<Shelf> {
        let (shelf, tally) = read.open(texts, aside)?.shelve(id.clone(), &self.tab);
        let before = self.tallies.get(&id).cloned().unwrap_or_default();
        self.tallies.insert(id, tally.after(&before, &self.tab));
        Some(shelf)
    }
}
