//! What other tabs write while this one is open.

use std::collections::BTreeMap;

use super::key::EntryKey;
use super::tally::Last;
use super::{Journal, KeyValue};
use crate::format::entry::{Entry, Turn, decode};
use crate::session::{Origin, Record, RecordId, Transaction};
use crate::text::Text;

/// What another tab has done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// Its step, with only the edits that count here.
    pub transaction: Transaction,
    /// The records that both tabs have changed, neither knowing of the other.
    pub conflicts: Vec<Conflict>,
}

/// A record that this tab and another one have changed, neither knowing of the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The record.
    pub id: RecordId,
    /// The version that lost; `None` if that one had removed the record.
    pub other: Option<Record>,
    /// Whether the version that lost is the one of this tab.
    pub ours_lost: bool,
}

impl<S: KeyValue> Journal<S> {
    /// Reads what another tab has stored under a key. `text` is the text of its article, and `before`
    /// tells what each record is here. Applied to the session, the transaction leads to what loading
    /// would lead to, in whatever order such steps arrive. `None` if nothing is stored there that can
    /// be read: the next loading tells of that.
    pub fn receive(
        &mut self,
        key: &EntryKey,
        text: &Text,
        before: impl Fn(&RecordId) -> Option<Record>,
    ) -> Option<Received> {
        let name = key.to_string();
        let entry = decode(&self.store.get(&name).ok()??, &name).ok()?.settle(text).ok()?;
        if self.gone.holds(&key.article) {
            return None;
        }
        let before: BTreeMap<RecordId, Option<Record>> = {
            let ids = entry.edits.keys().map(|id| (id.clone(), before(id)));
            ids.collect()
        };
        let conflicts = self.conflicts(key, &entry, &before);
        let winning = self.winning(key, entry);
        let transaction = winning.into_transaction(|id| before.get(id).cloned().flatten());
        Some(Received { transaction: Transaction { origin: Origin::Remote, ..transaction }, conflicts })
    }

    /// The entry without the edits that do not count, which are taken into the tally.
    fn winning(&mut self, key: &EntryKey, mut entry: Entry) -> Entry {
        let tally = self.tallies.entry(key.article.clone()).or_default();
        if key.turn.tab != self.tab {
            tally.seen = tally.seen.max(key.turn.time);
        }
        entry.edits.retain(|id, _| tally.wrote(id, &key.turn, u64::MAX));
        entry
    }

    fn conflicts(
        &self,
        key: &EntryKey,
        entry: &Entry,
        before: &BTreeMap<RecordId, Option<Record>>,
    ) -> Vec<Conflict> {
        let Some(tally) = self.tallies.get(&key.article) else { return Vec::new() };
        let mut conflicts = Vec::new();
        for (id, theirs) in &entry.edits {
            let ours = before.get(id).cloned().flatten();
            let Some(last) = tally.last(id).filter(|last| last.turn.tab == self.tab) else { continue };
            if ours != *theirs && is_blind(last, &key.turn, entry) {
                let ours_lost = key.turn > last.turn;
                let other = if ours_lost { ours } else { theirs.clone() };
                conflicts.push(Conflict { id: id.clone(), other, ours_lost });
            }
        }
        conflicts
    }
}

/// Whether neither of two writes knew of the other.
fn is_blind(ours: &Last, turn: &Turn, theirs: &Entry) -> bool {
    let other_tab = turn.tab != ours.turn.tab;
    other_tab && ours.seen < turn.time && theirs.seen.is_some_and(|seen| seen < ours.turn.time)
}
