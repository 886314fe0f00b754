//! What a transaction does to the records, forwards and backwards.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::annotation::{Mark, MarkId, Source, SourceId};
use crate::article::Details;

/// Names a record within its article.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordId {
    /// The article's details. Removing them removes the article from the library.
    Article,
    /// A voice.
    Source(SourceId),
    /// A mark.
    Mark(MarkId),
}

/// One thing that is stored, compared and replaced as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Record {
    /// The article's details.
    Article(Rc<Details>),
    /// A voice.
    Source(Rc<Source>),
    /// A mark.
    Mark(Rc<Mark>),
}

impl Record {
    /// Its name.
    #[must_use]
    pub fn id(&self) -> RecordId {
        match self {
            Record::Article(_) => RecordId::Article,
            Record::Source(source) => RecordId::Source(source.id.clone()),
            Record::Mark(mark) => RecordId::Mark(mark.id.clone()),
        }
    }
}

/// A record before and after; `None` where it does not exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// As it was.
    pub before: Option<Record>,
    /// As it becomes.
    pub after: Option<Record>,
}

/// A set of edits, one a record.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Change(BTreeMap<RecordId, Edit>);

impl Change {
    /// Adds an edit. A second edit of the same record continues the first; an edit that changes
    /// nothing is left out.
    pub fn edit(&mut self, id: RecordId, before: Option<Record>, after: Option<Record>) {
        let before = self.0.remove(&id).map_or(before, |first| first.before);
        if before != after {
            self.0.insert(id, Edit { before, after });
        }
    }

    /// The edits, by record.
    pub fn edits(&self) -> impl Iterator<Item = (&RecordId, &Edit)> {
        self.0.iter()
    }

    /// This change and then the next, as one.
    #[must_use]
    pub(super) fn then(mut self, next: Change) -> Change {
        for (id, edit) in next.0 {
            self.edit(id, edit.before, edit.after);
        }
        self
    }

    /// Whether nothing changes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The change that takes this one back.
    #[must_use]
    pub fn invert(&self) -> Change {
        let mut inverse = Change::default();
        for (id, edit) in self.edits() {
            inverse.edit(id.clone(), edit.after.clone(), edit.before.clone());
        }
        inverse
    }
}
