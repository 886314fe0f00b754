//! What is kept beside the articles: how a person likes to work, and what marks mean.
//!
//! Each state has a key of its own, as entries have, so tabs never write over each other and what
//! cannot be read is never touched. States that no longer count go once a newer one stands.

use super::key::{KeptKey, Layout};
use super::{Journal, Key, KeyValue, StoreError, Thing};
use crate::annotation::Timestamp;
use crate::codebook::Codebook;
use crate::format::entry::{EntryError, Turn};
use crate::format::{codebook, entry, settings};
use crate::settings::Settings;

/// A thing kept beside the articles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Keepsake {
    /// How a person likes to work.
    Settings(Settings),
    /// What marks mean.
    Codebook(Codebook),
    /// A copy of everything was downloaded.
    Backup,
    /// The person was asked whether the browser should keep everything, and said not now.
    Asked,
    /// The person was reminded to download a copy, and put the reminder away.
    Reminded,
}

impl Keepsake {
    /// What it is.
    #[must_use]
    pub fn thing(&self) -> Thing {
        match self {
            Keepsake::Settings(_) => Thing::Settings,
            Keepsake::Codebook(_) => Thing::Codebook,
            Keepsake::Backup => Thing::Backup,
            Keepsake::Asked => Thing::Asked,
            Keepsake::Reminded => Thing::Reminded,
        }
    }

    fn encode(&self, key: &str) -> String {
        match self {
            Keepsake::Settings(settings) => settings::encode(settings, key),
            Keepsake::Codebook(codebook) => codebook::encode(codebook, key),
            Keepsake::Backup | Keepsake::Asked | Keepsake::Reminded => entry::encode_fact(key),
        }
    }

    pub(super) fn decode(key: &KeptKey, value: &str) -> Result<Keepsake, EntryError> {
        let name = key.to_string();
        match key.thing {
            Thing::Settings => settings::decode(value, &name).map(Keepsake::Settings),
            Thing::Codebook => codebook::decode(value, &name).map(Keepsake::Codebook),
            Thing::Backup => entry::decode_fact(value, &name).map(|()| Keepsake::Backup),
            Thing::Asked => entry::decode_fact(value, &name).map(|()| Keepsake::Asked),
            Thing::Reminded => entry::decode_fact(value, &name).map(|()| Keepsake::Reminded),
        }
    }
}

impl Thing {
    /// How many states stay stored. Former codebooks stay for a while: marks are stamped with them.
    fn states(self) -> usize {
        match self {
            Thing::Settings | Thing::Backup | Thing::Asked | Thing::Reminded => 1,
            Thing::Codebook => 10,
        }
    }
}

impl<S: KeyValue> Journal<S> {
    /// Keeps a state of a thing, which from then on is the one that counts if `at` is later than
    /// all others.
    ///
    /// # Errors
    ///
    /// If there is no room or the store is blocked. Then nothing has changed.
    pub fn keep(&mut self, keepsake: &Keepsake, at: Timestamp) -> Result<KeptKey, StoreError> {
        let time = u64::try_from(at.0).unwrap_or_default();
        let turn = Turn { time, tab: self.tab.clone(), n: 0 };
        let mut key = KeptKey { thing: keepsake.thing(), turn, layout: Layout::Two };
        while self.store.get(&key.to_string())?.is_some() {
            key.turn.n += 1;
        }
        let name = key.to_string();
        self.store.set(&name, &keepsake.encode(&name))?;
        self.clear(key.thing)?;
        Ok(key)
    }

    /// What is stored under such a key; `None` if nothing is, or if it cannot be read.
    #[must_use]
    pub fn kept(&self, key: &KeptKey) -> Option<Keepsake> {
        let value = self.store.get(&key.to_string()).ok()??;
        Keepsake::decode(key, &value).ok()
    }

    /// Takes out states that no longer count and can be read; the others are not ours to judge.
    fn clear(&self, thing: Thing) -> Result<(), StoreError> {
        let mut keys = Vec::new();
        for key in self.store.keys()? {
            if let Key::Kept(key) = Key::parse(&key)
                && key.thing == thing
                && self.kept(&key).is_some()
            {
                keys.push(key);
            }
        }
        keys.sort_unstable_by(|one, other| other.cmp(one));
        keys.iter().skip(thing.states()).try_for_each(|key| self.store.remove(&key.to_string()))
    }

    /// Whether a state need not be stored any more, since enough later ones are.
    pub(super) fn is_outdated(&self, key: &KeptKey) -> bool {
        let keys = self.store.keys().unwrap_or_default();
        let later = keys.iter().filter(|other| match Key::parse(other) {
            Key::Kept(other) => other.thing == key.thing && other > *key && self.kept(&other).is_some(),
            _ => false,
        });
        later.count() >= key.thing.states()
    }
}
