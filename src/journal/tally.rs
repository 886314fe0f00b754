//! What a tab knows of each article: which write of each record counts, and what it has seen.

use std::collections::BTreeMap;

use super::ledger::Ledger;
use crate::format::entry::Turn;
use crate::session::RecordId;

/// What is known of one article.
#[derive(Debug, Clone, Default)]
pub(super) struct Tally {
    /// The write of each record that counts.
    last: BTreeMap<RecordId, Last>,
    /// The latest time of another tab's entries that is known.
    pub(super) seen: u64,
    /// The snapshots that stand, each with the folds that are in it.
    pub(super) snapshots: BTreeMap<Turn, Vec<Turn>>,
    /// The hash of its text.
    pub(super) text: String,
}

/// A write that counts.
#[derive(Debug, Clone)]
pub(super) struct Last {
    pub(super) turn: Turn,
    /// What its writer had seen by then, if that was this tab.
    pub(super) seen: u64,
}

impl Tally {
    /// What loading has found.
    pub(super) fn of(ledger: &Ledger, seen: u64) -> Tally {
        let mut last = BTreeMap::new();
        last.extend(
            ledger
                .written
                .iter()
                .map(|(id, (turn, _))| (id.clone(), Last { turn: turn.clone(), seen: u64::MAX })),
        );
        Tally { last, seen, ..Tally::default() }
    }

    /// What was found by reading anew, together with what is known of the tab's own writes since it
    /// was opened: which they are, and what it had seen by then.
    pub(super) fn after(mut self, before: &Tally, tab: &str) -> Tally {
        for (id, last) in self.last.iter_mut().filter(|(_, last)| *last.turn.tab == *tab) {
            let known = before.last.get(id).filter(|known| known.turn == last.turn);
            last.seen = known.map_or(u64::MAX, |known| known.seen);
        }
        self
    }

    pub(super) fn last(&self, id: &RecordId) -> Option<&Last> {
        self.last.get(id)
    }

    /// A record was written; whether that counts.
    pub(super) fn wrote(&mut self, id: &RecordId, turn: &Turn, seen: u64) -> bool {
        let counts = self.last.get(id).is_none_or(|last| *turn >= last.turn);
        if counts {
            self.last.insert(id.clone(), Last { turn: turn.clone(), seen });
        }
        counts
    }

    /// The first time, not before `time`, at which `tab` can write these records so that it counts.
    pub(super) fn time_for<'a>(&self, ids: impl Iterator<Item = &'a RecordId>, tab: &str, time: u64) -> u64 {
        let mut time = time;
        for last in ids.filter_map(|id| self.last.get(id)) {
            if last.turn.time >= time && *last.turn.tab != *tab {
                time = last.turn.time.saturating_add(1);
            }
            time = time.max(last.turn.time);
        }
        time
    }
}
