//! The history of an article, and what it was at any point of it.

use std::rc::Rc;

use super::key::{EntryKey, FoldKey, Part};
use super::replay::Opened;
use super::{Journal, KeyValue};
use crate::annotation::Timestamp;
use crate::article::ArticleId;
use crate::format::entry::{Entry, Turn};
use crate::session::{Origin, Session, Step};

/// One step of an article's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// When it was made.
    pub at: Timestamp,
    /// Who made it; empty if not said.
    pub by: String,
    /// What the step is called.
    pub step: Step,
    /// Where it came from.
    pub origin: Origin,
    /// The tab that made it.
    pub tab: Rc<str>,
    /// How many records it changed.
    pub records: usize,
}

impl<S: KeyValue> Journal<S> {
    /// All steps of an article that are known, the earliest first: those that are not folded, and
    /// those that are if all of them were unpacked, see [`Journal::packed`].
    #[must_use]
    pub fn history(&self, id: &ArticleId) -> Vec<Version> {
        let Some(opened) = self.whole(id) else { return Vec::new() };
        let version = |(key, (_, entry)): (EntryKey, (_, Entry))| Version {
            at: entry.at,
            by: entry.by,
            step: entry.step,
            origin: entry.origin,
            tab: key.turn.tab,
            records: entry.edits.len(),
        };
        opened.entries.into_iter().map(version).collect()
    }

    /// The article as it was after the `n`-th step of its history, counted from 0.
    #[must_use]
    pub fn state_at(&self, id: &ArticleId, n: usize) -> Option<Session> {
        let mut opened = self.whole(id)?;
        let last = opened.entries.keys().nth(n)?.clone();
        opened.entries.retain(|key, _| *key <= last);
        Some(opened.shelve(id.clone(), &self.tab).0.session())
    }

    /// The article with its folded entries in place of its snapshots, if all of them are unpacked.
    fn whole(&self, id: &ArticleId) -> Option<Opened> {
        let (mut read, _) = self.pile(id).ok()?.read(&self.unpacked);
        let texts = self.texts(&read).ok()?;
        let mut folds = read.folds();
        folds.retain(|turn| !self.unpacked.contains_key(&past(id, turn)));
        if folds.is_empty() {
            for turn in read.folds() {
                let entries = self.unpacked.get(&past(id, &turn)).into_iter().flatten();
                entries.for_each(|stored| read.add(stored.clone()));
            }
            read.snapshots.clear();
        }
        read.open(&texts, &mut Vec::new())
    }
}

fn past(id: &ArticleId, turn: &Turn) -> FoldKey {
    FoldKey { article: id.clone(), turn: turn.clone(), part: Part::Past }
}
