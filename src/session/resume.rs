//! Going on where an article was left.

use std::rc::Rc;

use super::{Record, Session, Transaction};
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
        let mut start = Session::new(id, article);
        base.records.iter().for_each(|record: &Record| start.set(record));
        (start.added, start.changed) = (base.added, base.changed);
        let mut session = transactions.iter().fold(start, |session, transaction| session.apply(transaction));
        if session.removed {
            session.details = base.details.clone();
        }
        session
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
