//! Which absences are in order, and what was folded becoming known again.

use super::key::{FoldKey, Part};
use super::load::Stored;
use super::{Journal, Key, KeyValue};
use crate::article::ArticleId;
use crate::format::entry::{Past, Turn};

impl<S: KeyValue> Journal<S> {
    /// Whether it is in order that a key is not stored (any more): its article is gone, what it held
    /// stands elsewhere, or nobody uses it. Where that is not certain it is not in order, and having
    /// the key back does no harm.
    #[must_use]
    pub fn may_go(&self, key: &str) -> bool {
        let parsed = Key::parse(key);
        if parsed.article().is_some_and(|id| self.gone.holds(id)) {
            return true;
        }
        match &parsed {
            Key::Entry(entry) => self.is_folded(&entry.article, key),
            Key::Snapshot(snapshot) => self.is_superseded(snapshot),
            Key::Kept(kept) => self.is_outdated(kept),
            Key::Text(sha256) => self.is_unused(sha256),
            Key::Other => true,
            Key::Past(_) | Key::Gone(_) | Key::Aside(_) | Key::Here | Key::Newer | Key::Unknown => false,
        }
    }

    /// Whether an entry is known to be in a past that stands, for which a snapshot stands.
    fn is_folded(&self, id: &ArticleId, key: &str) -> bool {
        let holds = |entries: &Vec<Stored>| entries.iter().any(|stored| stored.key == *key);
        let pasts = self.unpacked.iter().filter(|(past, entries)| past.article == *id && holds(entries));
        let mut pasts = pasts.map(|(past, _)| past);
        pasts.any(|past| self.stands(past) && self.covers(id, |_, folds| folds.contains(&past.turn)))
    }

    fn is_superseded(&self, key: &FoldKey) -> bool {
        self.covers(&key.article, |turn, folds| *turn != key.turn && folds.contains(&key.turn))
    }

    /// Whether a snapshot like this stands.
    fn covers(&self, id: &ArticleId, like: impl Fn(&Turn, &[Turn]) -> bool) -> bool {
        let Some(tally) = self.tallies.get(id) else { return false };
        let mut turns = tally.snapshots.iter().filter(|(turn, folds)| like(turn, folds));
        turns.any(|(turn, _)| {
            self.stands(&FoldKey { article: id.clone(), turn: turn.clone(), part: Part::Snapshot })
        })
    }

    fn stands(&self, key: &FoldKey) -> bool {
        self.store.get(&key.to_string()).is_ok_and(|value| value.is_some())
    }

    /// Whether all articles are known, and none is read in this text.
    fn is_unused(&self, sha256: &str) -> bool {
        let mut tallies = self.tallies.iter();
        let used = tallies.any(|(id, tally)| tally.text == *sha256 && !self.gone.holds(id));
        let known = |id: &ArticleId| self.tallies.contains_key(id) || self.gone.holds(id);
        let keys = self.store.keys().unwrap_or_default();
        !used && keys.iter().all(|key| Key::parse(key).article().is_none_or(known))
    }

    /// The pasts of an article that are not unpacked yet, with what was packed.
    #[must_use]
    pub fn packed(&self, id: &ArticleId) -> Vec<(FoldKey, Vec<u8>)> {
        let keys = self.store.keys().unwrap_or_default();
        let past = |key: &String| match Key::parse(key) {
            Key::Past(past) if past.article == *id && !self.unpacked.contains_key(&past) => {
                let value = self.store.get(key).ok()??;
                Some((past, Past::decode(&value, key).ok()?.packed))
            }
            _ => None,
        };
        keys.iter().filter_map(past).collect()
    }

    /// Takes in what was unpacked from a past: from now on it is part of the history. Whether it is
    /// the text that was packed.
    pub fn unpack(&mut self, key: &FoldKey, text: &str) -> bool {
        let name = key.to_string();
        let past = self.store.get(&name).ok().flatten().and_then(|value| Past::decode(&value, &name).ok());
        let holds = past.is_some_and(|past| past.holds(text));
        if holds {
            let entries = text.lines().filter_map(|line| packed_entry(&key.article, line));
            self.unpacked.insert(key.clone(), entries.collect());
        }
        holds
    }
}

/// An entry of this article, as a past has it on a line.
fn packed_entry(article: &ArticleId, line: &str) -> Option<Stored> {
    let (key, value) = line.split_once('\t')?;
    let ours = matches!(Key::parse(key), Key::Entry(entry) if entry.article == *article);
    ours.then(|| Stored { key: key.to_owned(), value: value.to_owned() })
}
