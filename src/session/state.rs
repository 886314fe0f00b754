//! The state of one article's annotation, as a value.

use std::rc::Rc;

use super::{Change, Hand, History, Origin, Record, RecordId, Transaction, Verb};
use crate::annotation::{Mark, MarkId, MarkSet, Register, Timestamp};
use crate::article::{Article, ArticleId, Details};

/// One article with all that is said about it. Cloning is cheap but for two lists of pointers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The article's name in the store.
    pub id: ArticleId,
    /// What is read; it never changes within a session.
    pub article: Rc<Article>,
    /// What is known about it.
    pub details: Rc<Details>,
    /// Whether it was taken out of the library.
    pub removed: bool,
    /// The voices.
    pub sources: Rc<Register>,
    /// The marks.
    pub marks: Rc<MarkSet>,
    /// The mark being worked on. It is neither stored nor undone.
    pub in_hand: Option<MarkId>,
    /// The claim in hand, while its tie is only our guess: then marking its source replaces it.
    pub(super) guessed: Option<MarkId>,
    /// A mention just made whose voice was entered with it and has no name, like *he*: the next
    /// digit says who that is. It is neither stored nor undone.
    pub fresh: Option<MarkId>,
    /// When it came into the library.
    pub added: Timestamp,
    /// When it was last changed.
    pub changed: Timestamp,
    /// What can be undone and redone.
    pub history: History,
}

impl Session {
    /// An article with nothing said about it.
    #[must_use]
    pub fn new(id: ArticleId, article: Rc<Article>) -> Session {
        Session {
            id,
            article,
            details: Rc::default(),
            removed: true,
            sources: Rc::default(),
            marks: Rc::default(),
            in_hand: None,
            guessed: None,
            fresh: None,
            added: Timestamp::default(),
            changed: Timestamp::default(),
            history: History::default(),
        }
    }

    /// The session after a transaction. It obeys: whatever was planned is done, and no transaction
    /// is refused.
    #[must_use]
    pub fn apply(&self, transaction: &Transaction) -> Session {
        let mut next = self.clone();
        next.follow(transaction);
        let touched =
            |id: &MarkId| transaction.change.edits().any(|(edited, _)| *edited == RecordId::Mark(id.clone()));
        next.guessed = next.guessed.filter(|id| !touched(id));
        next.fresh = next.fresh.filter(|id| match transaction.origin {
            Origin::Remote | Origin::Import => !touched(id),
            Origin::Local => transaction.step.verb == Verb::Tie && ties_through(&transaction.change, id),
            Origin::Undo | Origin::Redo => false,
        });
        next.adopt(&transaction.change);
        next
    }

    /// Takes in when a transaction was made, and what of it can be undone.
    pub(super) fn follow(&mut self, transaction: &Transaction) {
        if self.added == Timestamp::default() {
            self.added = transaction.at;
        }
        self.changed = self.changed.max(transaction.at);
        self.history.follow(transaction);
    }

    /// The session with what a plan leaves in hand; with nothing if there is no such mark.
    #[must_use]
    pub fn hold(self, hand: &Hand) -> Session {
        let (in_hand, guessed) = match hand {
            Hand::Keep => return self,
            Hand::Take(id) => (Some(id), None),
            Hand::Guessed(id) => (Some(id), Some(id.clone())),
            Hand::Drop => (None, None),
            Hand::Fresh(id) => {
                let held =
                    if self.claim_in_hand().is_some() { self } else { self.hold(&Hand::Take(id.clone())) };
                return Session { fresh: Some(id.clone()), ..held };
            }
        };
        let in_hand = in_hand.filter(|id| self.marks.get(id).is_some()).cloned();
        Session { in_hand, guessed, fresh: None, ..self }
    }

    /// The mark in hand.
    #[must_use]
    pub fn hand(&self) -> Option<&Rc<Mark>> {
        self.marks.get(self.in_hand.as_ref()?)
    }

    /// The mark in hand if it is a claim.
    #[must_use]
    pub fn claim_in_hand(&self) -> Option<&Rc<Mark>> {
        self.hand().filter(|mark| mark.claim().is_some())
    }

    /// The record with this name as it is now.
    #[must_use]
    pub fn record(&self, id: &RecordId) -> Option<Record> {
        match id {
            RecordId::Article => (!self.removed).then(|| Record::Article(self.details.clone())),
            RecordId::Source(id) => self.sources.get(id).cloned().map(Record::Source),
            RecordId::Mark(id) => self.marks.get(id).cloned().map(Record::Mark),
        }
    }

    /// Adds an edit that makes a record what is given, to a change.
    pub(super) fn put(&self, change: &mut Change, record: Record) {
        let id = record.id();
        let before = self.record(&id);
        change.edit(id, before, Some(record));
    }

    /// Adds an edit that removes a record, to a change.
    pub(super) fn drop(&self, change: &mut Change, id: RecordId) {
        let before = self.record(&id);
        change.edit(id, before, None);
    }

    fn adopt(&mut self, change: &Change) {
        for (id, edit) in change.edits() {
            match (&edit.after, id) {
                (Some(record), _) => self.set(record),
                (None, RecordId::Article) => self.removed = true,
                (None, RecordId::Source(id)) => Rc::make_mut(&mut self.sources).remove(id),
                (None, RecordId::Mark(id)) => Rc::make_mut(&mut self.marks).remove(id),
            }
        }
        let gone = |id: &MarkId| self.marks.get(id).is_none();
        if self.fresh.as_ref().is_some_and(gone) {
            self.fresh = None;
        }
        if self.in_hand.as_ref().is_some_and(gone) {
            self.in_hand = None;
        }
    }

    pub(super) fn set(&mut self, record: &Record) {
        match record {
            Record::Article(details) => {
                self.details = details.clone();
                self.removed = false;
            }
            Record::Source(source) => Rc::make_mut(&mut self.sources).insert(source.clone()),
            Record::Mark(mark) => Rc::make_mut(&mut self.marks).insert(mark.clone()),
        }
    }

    /// The first transaction of an article: its details, and what a file said about it.
    #[must_use]
    pub fn first(details: Details, records: Vec<Record>, at: Timestamp, by: String) -> Transaction {
        let mut change = Change::default();
        let object = details.title.clone();
        let all = std::iter::once(Record::Article(Rc::new(details))).chain(records);
        for record in all {
            change.edit(record.id(), None, Some(record));
        }
        let step = super::Step { verb: Verb::AddArticle, object };
        Transaction { change, step, origin: Origin::Import, at, by }
    }
}

/// Whether a change does nothing but tie claims through this mention.
fn ties_through(change: &Change, mention: &MarkId) -> bool {
    let ties = |record: &Record| {
        let Record::Mark(mark) = record else { return false };
        let ties = mark.claim().map(|claim| claim.said_by.attributions()).unwrap_or_default();
        ties.iter().any(|tie| tie.mention.as_ref() == Some(mention))
    };
    let all: Vec<_> = change.edits().collect();
    !all.is_empty() && all.iter().all(|(_, edit)| edit.after.as_ref().is_some_and(ties))
}
