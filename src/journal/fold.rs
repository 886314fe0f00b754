//! Folding: many entries become one snapshot, and are packed for the history.
//!
//! What is new is written and read back before anything goes, so a fault at any point leaves
//! everything: what stands in a snapshot and in an entry counts once, see [`super::ledger`].

use super::key::{EntryKey, FoldKey, Part};
use super::load::Stored;
use super::replay::Opened;
use super::{Journal, KeyValue, StoreError};
use crate::article::ArticleId;
use crate::format::entry::{Past, Snapshot, Turn};
use crate::session::RecordId;
use crate::text::Text;

/// What is to be folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fold {
    id: ArticleId,
    turn: Turn,
    text: Text,
    snapshot: Snapshot,
    /// The snapshots that are in it.
    replaced: Vec<Turn>,
    entries: Vec<(EntryKey, String)>,
    past: String,
}

impl Fold {
    /// The entries that are folded, as lines of key, tab and value: what is to be packed.
    #[must_use]
    pub fn past(&self) -> &str {
        &self.past
    }

    /// How many steps are folded.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.entries.len()
    }

    fn key(&self, part: Part) -> FoldKey {
        FoldKey { article: self.id.clone(), turn: self.turn.clone(), part }
    }
}

/// What came of a fold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    /// How many steps were folded.
    pub steps: usize,
    /// How many UTF-16 units less are in use; negative if more are.
    pub freed: i64,
}

/// Why nothing was folded. Everything is as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FoldError {
    /// The store refused.
    Store(StoreError),
    /// What was written did not read back as it should.
    Unlike,
    /// The article was deleted for good in the meantime.
    Gone,
}

impl From<StoreError> for FoldError {
    fn from(error: StoreError) -> FoldError {
        FoldError::Store(error)
    }
}

impl<S: KeyValue> Journal<S> {
    /// What can be folded of an article: all entries but the `leave` newest, which can still be
    /// undone after the page is loaded again. `None` if there are no more than these, or the article
    /// cannot be read.
    #[must_use]
    pub fn fold(&self, id: &ArticleId, leave: usize) -> Option<Fold> {
        let opened = self.opened(id)?;
        let count = opened.entries.len().checked_sub(leave).filter(|count| *count > 0)?;
        let snapshot = self.snapshot(id, &opened, count);
        let turn = snapshot.folds.last()?.clone();
        let entries = opened.entries.into_iter().take(count);
        let entries: Vec<_> = entries.map(|(key, (stored, _))| (key, stored.value)).collect();
        let past = entries.iter().map(|(key, value)| format!("{key}\t{value}\n")).collect();
        let replaced = opened.snapshots.into_keys().collect();
        Some(Fold { id: id.clone(), turn, text: opened.article.text, snapshot, replaced, entries, past })
    }

    /// Folds. `packed` is [`Fold::past`], packed so that it can be unpacked again, which the caller
    /// has tried. The snapshot and the past are written and read back; only then goes what they
    /// replace.
    ///
    /// # Errors
    ///
    /// If anything goes wrong before that. Then everything is as it was. If only what is replaced
    /// cannot be taken out, it stays, counts once, and is folded the next time.
    pub fn finish_fold(&mut self, fold: Fold, packed: &[u8]) -> Result<Folded, FoldError> {
        if self.gone.holds(&fold.id) {
            return Err(FoldError::Gone);
        }
        let before = self.used()?;
        let written = self.write_past(&fold, packed).and_then(|()| self.write_snapshot(&fold));
        if let Err(error) = written {
            self.store.remove(&fold.key(Part::Snapshot).to_string())?;
            self.store.remove(&fold.key(Part::Past).to_string())?;
            return Err(error);
        }
        self.remove_folded(&fold)?;
        let (steps, after) = (fold.steps(), self.used()?);
        self.know(fold);
        let freed = i64::try_from(before).unwrap_or_default() - i64::try_from(after).unwrap_or_default();
        Ok(Folded { steps, freed })
    }

    fn write_past(&self, fold: &Fold, packed: &[u8]) -> Result<(), FoldError> {
        let name = fold.key(Part::Past).to_string();
        let past = Past::of(fold.entries.len() as u64, &fold.past, packed.to_vec());
        self.store.set(&name, &past.encode(&name))?;
        let back = self.store.get(&name)?.and_then(|value| Past::decode(&value, &name).ok());
        if back.as_ref() == Some(&past) { Ok(()) } else { Err(FoldError::Unlike) }
    }

    fn write_snapshot(&self, fold: &Fold) -> Result<(), FoldError> {
        let name = fold.key(Part::Snapshot).to_string();
        self.store.set(&name, &fold.snapshot.encode(&fold.text, &name))?;
        let back = self.store.get(&name)?.and_then(|value| Snapshot::decode(&value, &name).ok());
        let back = back.and_then(|raw| raw.settle(&fold.text).ok());
        if back.as_ref() == Some(&fold.snapshot) { Ok(()) } else { Err(FoldError::Unlike) }
    }

    fn remove_folded(&self, fold: &Fold) -> Result<(), StoreError> {
        for (key, _) in &fold.entries {
            self.store.remove(&key.to_string())?;
        }
        for turn in &fold.replaced {
            let key = FoldKey { article: fold.id.clone(), turn: turn.clone(), part: Part::Snapshot };
            self.store.remove(&key.to_string())?;
        }
        Ok(())
    }

    /// From now on what is folded is known without unpacking it.
    fn know(&mut self, fold: Fold) {
        let tally = self.tallies.entry(fold.id.clone()).or_default();
        tally.snapshots.retain(|turn, _| !fold.replaced.contains(turn));
        tally.snapshots.insert(fold.turn.clone(), fold.snapshot.folds.clone());
        let key = fold.key(Part::Past);
        let entries = fold.entries.into_iter().map(|(key, value)| Stored { key: key.to_string(), value });
        self.unpacked.insert(key, entries.collect());
    }

    /// All that can be read of an article.
    pub(super) fn opened(&self, id: &ArticleId) -> Option<Opened> {
        let (read, _) = self.pile(id).ok()?.read(&self.unpacked);
        let texts = self.texts(&read).ok()?;
        read.open(&texts, &mut Vec::new())
    }

    /// What the article had become after its snapshots and the first `count` entries.
    fn snapshot(&self, id: &ArticleId, opened: &Opened, count: usize) -> Snapshot {
        let mut ledger = opened.ledger();
        let folded = || opened.entries.iter().take(count);
        for (key, (_, entry)) in folded() {
            for (id, after) in &entry.edits {
                ledger.put(id, &key.turn, after.as_ref());
            }
        }
        let snapshots = || opened.snapshots.values();
        let before = snapshots().map(|snapshot| snapshot.steps).max().unwrap_or_default();
        // A file may name any number.
        let steps = before.saturating_add(count as u64);
        let added = snapshots().map(|snapshot| snapshot.added);
        let added = added.chain(opened.entries.values().next().map(|(_, entry)| entry.at)).min();
        let changed = snapshots().map(|snapshot| snapshot.changed);
        let changed = changed.chain(folded().map(|(_, (_, entry))| entry.at)).max();
        let mut folds: Vec<Turn> = snapshots().flat_map(|snapshot| snapshot.folds.clone()).collect();
        // What was unpacked from a past that had lost its snapshot is in this one now.
        folds.extend(self.unpacked.keys().filter(|past| past.article == *id).map(|past| past.turn.clone()));
        folds.sort_unstable();
        folds.dedup();
        folds.push(self.fold_turn(folds.last(), opened.entries.keys().nth(count - 1)));
        let was = ledger.details.clone().filter(|_| ledger.get(&RecordId::Article).is_none());
        let (added, changed) = (added.unwrap_or_default(), changed.unwrap_or_default());
        Snapshot { body: opened.body.clone(), records: ledger.written, was, added, changed, steps, folds }
    }

    /// A turn later than all folds before and all that is folded.
    fn fold_turn(&self, last: Option<&Turn>, newest: Option<&EntryKey>) -> Turn {
        let after = last.map_or(0, |turn| turn.time.saturating_add(1));
        let time = newest.map_or(0, |key| key.turn.time).max(after);
        Turn { time, tab: self.tab.clone(), n: 0 }
    }
}
