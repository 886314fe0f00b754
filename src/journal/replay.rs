//! What is stored of one article becomes its history again.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::Key;
use super::key::{EntryKey, FoldKey};
use super::ledger::Ledger;
use super::load::{Aside, Stored, Why};
use super::tally::Tally;
use crate::annotation::Timestamp;
use crate::article::{Article, ArticleId};
use crate::format::entry::{Body, Entry, Raw, RawSnapshot, Snapshot, Turn, decode};
use crate::session::{Base, Session, Transaction};
use crate::text::Text;

/// One article with what was done to it: what it had become when it was last folded, and the steps
/// since. Of two edits of a record the later one counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shelf {
    /// Its name, for ever.
    pub id: ArticleId,
    /// What is read.
    pub article: Article,
    /// What snapshots bring.
    pub base: Base,
    /// What was done since, in the order of the entries' keys.
    pub entries: Vec<Transaction>,
}

impl Shelf {
    /// The article's session, as it was left.
    #[must_use]
    pub fn session(self) -> Session {
        Session::resume(self.id, Rc::new(self.article), &self.base, &self.entries)
    }
}

/// Texts by their hash, which has been checked.
pub(super) type Texts = BTreeMap<String, String>;

/// All that is stored of one article, but for its text.
#[derive(Debug, Clone, Default)]
pub(super) struct Pile {
    pub(super) entries: BTreeMap<EntryKey, Stored>,
    pub(super) snapshots: BTreeMap<FoldKey, Stored>,
    pub(super) pasts: Vec<FoldKey>,
}

/// Entries that were unpacked, by the past they were in.
pub(super) type Unpacked = BTreeMap<FoldKey, Vec<Stored>>;

/// What a pile holds, as far as it can be read.
#[derive(Default)]
pub(super) struct Read {
    pub(super) entries: BTreeMap<EntryKey, (Stored, Result<Raw, Why>)>,
    pub(super) snapshots: BTreeMap<FoldKey, (Stored, Result<RawSnapshot, Why>)>,
}

/// What is known of an article once it is read.
pub(super) struct Opened {
    pub(super) article: Article,
    pub(super) body: Body,
    pub(super) snapshots: BTreeMap<Turn, Snapshot>,
    pub(super) entries: BTreeMap<EntryKey, (Stored, Entry)>,
}

impl Pile {
    /// Reads all of it. Where no snapshot stands for a past, what was unpacked from it counts as if
    /// it stood here; pasts that are not unpacked are handed back.
    pub(super) fn read(self, unpacked: &Unpacked) -> (Read, Vec<FoldKey>) {
        let mut read = Read::default();
        for (key, stored) in self.snapshots {
            let raw = Snapshot::decode(&stored.value, &stored.key).map_err(Why::Entry);
            read.snapshots.insert(key, (stored, raw));
        }
        self.entries.into_values().for_each(|stored| read.add(stored));
        let mut lost = self.pasts;
        lost.retain(|past| !read.stands_for(&past.turn));
        lost.retain(|past| match unpacked.get(past) {
            Some(entries) => {
                entries.iter().for_each(|stored| read.add(stored.clone()));
                false
            }
            None => true,
        });
        (read, lost)
    }
}

impl Read {
    /// Reads an entry, unless there is one of that key.
    pub(super) fn add(&mut self, stored: Stored) {
        if let Key::Entry(key) = Key::parse(&stored.key)
            && !self.entries.contains_key(&key)
        {
            let raw = decode(&stored.value, &stored.key).map_err(Why::Entry);
            self.entries.insert(key, (stored, raw));
        }
    }

    /// The folds that are in any snapshot that can be read.
    pub(super) fn folds(&self) -> Vec<Turn> {
        let sound = self.snapshots.values().filter_map(|(_, raw)| raw.as_ref().ok());
        let mut folds: Vec<Turn> = sound.flat_map(|raw| raw.folds().to_vec()).collect();
        folds.sort_unstable();
        folds.dedup();
        folds
    }

    /// Whether a snapshot that can be read has this fold in it.
    fn stands_for(&self, fold: &Turn) -> bool {
        self.snapshots.values().any(|(_, raw)| raw.as_ref().is_ok_and(|raw| raw.folds().contains(fold)))
    }

    /// Opens the article. What cannot be read goes to `aside`; if the article's body cannot be had,
    /// that is all of it.
    pub(super) fn open(self, texts: &Texts, aside: &mut Vec<Aside>) -> Option<Opened> {
        match self.article(texts) {
            Ok((article, body)) => Some(self.settle(article, body, aside)),
            Err(why) => {
                let Read { entries, snapshots } = self;
                let entries = entries.into_values().map(|(stored, raw)| (stored, raw.err()));
                let snapshots = snapshots.into_values().map(|(stored, raw)| (stored, raw.err()));
                let all = snapshots.chain(entries);
                aside.extend(all.map(|(stored, error)| stored.aside(error.unwrap_or(why.clone()))));
                None
            }
        }
    }

    /// All bodies there are: those of entries first, in their order.
    pub(super) fn bodies(&self) -> impl Iterator<Item = &Body> {
        let of_entries = self.entries.values().filter_map(|(_, raw)| raw.as_ref().ok()?.body());
        let of_snapshots = self.snapshots.values().filter_map(|(_, raw)| Some(raw.as_ref().ok()?.body()));
        of_entries.chain(of_snapshots)
    }

    /// The article, from the first body there is.
    fn article(&self, texts: &Texts) -> Result<(Article, Body), Why> {
        let body = self.bodies().next().ok_or(Why::NoBeginning)?;
        let text = texts.get(&body.sha256).ok_or(Why::NoText)?;
        let article = body.article(Text::new(text.as_str())).ok_or(Why::NoBeginning)?;
        Ok((article, body.clone()))
    }

    fn settle(self, article: Article, body: Body, aside: &mut Vec<Aside>) -> Opened {
        let text = &article.text;
        let mut snapshots = BTreeMap::new();
        for (key, (stored, raw)) in self.snapshots {
            match raw.and_then(|raw| raw.settle(text).map_err(Why::Entry)) {
                Ok(snapshot) => drop(snapshots.insert(key.turn, snapshot)),
                Err(why) => aside.push(stored.aside(why)),
            }
        }
        let mut entries = BTreeMap::new();
        for (key, (stored, raw)) in self.entries {
            match raw.and_then(|raw| raw.settle(text).map_err(Why::Entry)) {
                Ok(entry) => drop(entries.insert(key, (stored, entry))),
                Err(why) => aside.push(stored.aside(why)),
            }
        }
        Opened { article, body, snapshots, entries }
    }
}

impl Opened {
    /// What the snapshots amount to.
    pub(super) fn ledger(&self) -> Ledger {
        let mut ledger = Ledger::default();
        self.snapshots.values().for_each(|snapshot| ledger.merge(snapshot));
        ledger
    }

    /// Puts the article on its shelf, with the tally of who wrote what, as `tab` has to know it.
    pub(super) fn shelve(self, id: ArticleId, tab: &str) -> (Shelf, Tally) {
        let mut ledger = self.ledger();
        let mut base = self.base(&ledger);
        let turns = self.entries.keys().map(|key| &key.turn);
        let others =
            turns.chain(ledger.written.values().map(|(turn, _)| turn)).filter(|turn| *turn.tab != *tab);
        let seen = others.map(|turn| turn.time).max().unwrap_or_default();
        let folded = !self.snapshots.is_empty();
        let mut transactions = Vec::with_capacity(self.entries.len());
        for (key, (_, entry)) in self.entries {
            let says = entry.edits.is_empty();
            let transaction = advance(&mut ledger, &key.turn, entry);
            // What is in a snapshot already is no step any more.
            if says || !folded || !transaction.change.is_empty() {
                transactions.push(transaction);
            }
        }
        base.details = ledger.details.as_ref().map(|(_, details)| details.clone()).unwrap_or_default();
        let mut tally = Tally::of(&ledger, seen);
        let folds = self.snapshots.into_iter().map(|(turn, snapshot)| (turn, snapshot.folds));
        tally.snapshots.extend(folds);
        tally.text = self.body.sha256;
        (Shelf { id, article: self.article, base, entries: transactions }, tally)
    }

    fn base(&self, ledger: &Ledger) -> Base {
        let first = self.entries.values().next().map(|(_, entry)| entry.at);
        let added = self.snapshots.values().map(|snapshot| snapshot.added);
        let changed = self.snapshots.values().map(|snapshot| snapshot.changed).max();
        Base {
            records: ledger.records().cloned().collect(),
            added: if self.snapshots.is_empty() {
                Timestamp::default()
            } else {
                added.chain(first).min().unwrap_or_default()
            },
            changed: changed.unwrap_or_default(),
            ..Base::default()
        }
    }
}

/// The transaction of an entry, with only the edits that count, and the ledger as it leaves it.
pub(super) fn advance(ledger: &mut Ledger, turn: &Turn, mut entry: Entry) -> Transaction {
    let mut before = BTreeMap::new();
    entry.edits.retain(|id, after| {
        let was = ledger.get(id).cloned();
        let counts = ledger.put(id, turn, after.as_ref());
        before.insert(id.clone(), was);
        counts
    });
    entry.into_transaction(|id| before.get(id).cloned().flatten())
}
