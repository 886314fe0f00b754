//! Going on where an article was left.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Record, RecordId, Session, Transaction};
use crate::annotation::Timestamp;
use crate::article::{Article, ArticleId, Details};

/// What an article had become before the transactions that are at hand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Base {
    /// Its records; empty if all transactions are at hand.
    pub records: Vec<Record>,
    /// The last details it ever had, after all that is at hand: a removed article comes back with
    /// them.
    pub details: Rc<Details>,
    /// When it came into the library.
    pub added: Timestamp,
    /// When it was last changed.
    pub changed: Timestamp,
}

impl Session {
    /// The session that stored transactions lead to, oldest first, from a base on. Only these
    /// transactions can be undone.
    #[must_use]
    pub fn resume(id: ArticleId, article: Rc<Article>, base: &Base, transactions: &[Transaction]) -> Session {
        let mut session = Session { added: base.added, changed: base.changed, ..Session::new(id, article) };
        let mut records: BTreeMap<RecordId, Record> = BTreeMap::new();
        records.extend(base.records.iter().map(|record| (record.id(), record.clone())));
        for transaction in transactions {
            session.follow(transaction);
            for (id, edit) in transaction.change.edits() {
                match &edit.after {
                    Some(record) => drop(records.insert(id.clone(), record.clone())),
                    None => drop(records.remove(id)),
                }
            }
        }
        session.fill(records.into_values());
        if session.removed {
            session.details = base.details.clone();
        }
        session
    }

    /// Sets all records at once: putting thousands of marks in one by one takes seconds.
    fn fill(&mut self, records: impl Iterator<Item = Record>) {
        let mut marks = Vec::new();
        for record in records {
            match record {
                Record::Mark(mark) => marks.push(mark),
                Record::Article(_) | Record::Source(_) => self.set(&record),
            }
        }
        self.marks = Rc::new(marks.into_iter().collect());
    }

    /// All records as they are now, by name.
    #[must_use]
    pub fn records(&self) -> Vec<Record> {
        let article = (!self.removed).then(|| Record::Article(self.details.clone()));
        let sources = self.sources.iter().cloned().map(Record::Source);
        let marks = self.marks.iter().cloned().map(Record::Mark);
        let mut all: Vec<Record> = article.into_iter().chain(sources).chain(marks).collect();
        all.sort_by_key(Record::id);
        all
    }
}
