//! An article on its way from the worker to the page: its text, and what was said about it as it is
//! stored. The page reads that anyway, so files of any format can come in without its knowing them.

use std::rc::Rc;

use super::entry::{Body, Entry, EntryError, decode, encode};
use crate::annotation::Timestamp;
use crate::article::{Article, ArticleId, Details};
use crate::session::{Record, Session};
use crate::text::Text;

/// The key that the entry is sealed with; nothing is ever stored under it.
const KEY: &str = "parcel";

/// An article that was packed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parcel {
    /// Its name, if what it came from gives one.
    pub id: Option<ArticleId>,
    /// Its text.
    pub text: String,
    /// The rest, as an entry of the journal.
    pub entry: String,
}

/// An article that was unpacked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unpacked {
    /// What is read.
    pub article: Article,
    /// What is known about it.
    pub details: Details,
    /// What was said about it.
    pub records: Vec<Record>,
}

impl Parcel {
    /// Packs an article.
    #[must_use]
    pub fn pack(id: Option<ArticleId>, article: &Article, details: Details, said: Vec<Record>) -> Parcel {
        let first = Session::first(details, said, Timestamp::default(), String::new());
        let entry = Entry { body: Some(Body::of(article)), ..Entry::of(&first) };
        let entry = encode(&entry, &article.text, KEY);
        Parcel { id, text: article.text.as_str().to_owned(), entry }
    }

    /// Unpacks it.
    ///
    /// # Errors
    ///
    /// If it was changed on its way.
    pub fn unpack(&self) -> Result<Unpacked, EntryError> {
        let raw = decode(&self.entry, KEY)?;
        let body = raw.body().ok_or_else(|| EntryError::WrongShape { path: "body".to_owned() })?;
        let article = body.article(Text::new(self.text.as_str())).ok_or(EntryError::OutOfText)?;
        let mut unpacked = Unpacked { article, details: Details::default(), records: Vec::new() };
        let entry = raw.settle(&unpacked.article.text)?;
        for record in entry.edits.into_values().flatten() {
            match record {
                Record::Article(details) => unpacked.details = Rc::unwrap_or_clone(details),
                said @ (Record::Source(_) | Record::Mark(_)) => unpacked.records.push(said),
            }
        }
        Ok(unpacked)
    }
}
