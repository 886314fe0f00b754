//! The entries of one article become its history again.

use std::collections::BTreeMap;

use super::load::{Aside, Stored, Why};
use crate::article::{Article, ArticleId};
use crate::format::entry::{Body, Entry, Raw, decode};
use crate::session::{Record, RecordId, Transaction};
use crate::text::Text;

/// One article with everything that was ever done to it. Folding the entries in order gives its
/// present state; of two edits of a record the later one counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shelf {
    /// Its name, for ever.
    pub id: ArticleId,
    /// What is read.
    pub article: Article,
    /// What was done, in the order of the entries' keys.
    pub entries: Vec<Transaction>,
}

/// Texts by their hash, which has been checked.
pub(super) type Texts = BTreeMap<String, String>;

/// An entry as it was stored, and what is known of it so far.
struct Read {
    stored: Stored,
    raw: Result<Raw, Why>,
}

/// Replays the entries of one article, given in the order of their keys. What cannot be read goes
/// to `aside`; if the article's body cannot be had, that is all of it.
pub(super) fn replay(
    id: ArticleId,
    entries: Vec<Stored>,
    texts: &Texts,
    aside: &mut Vec<Aside>,
) -> Option<Shelf> {
    let read = entries
        .into_iter()
        .map(|stored| Read { raw: decode(&stored.value, &stored.key).map_err(Why::Entry), stored });
    let read: Vec<Read> = read.collect();
    match open(&read, texts) {
        Ok(article) => {
            let entries = settle(read, &article.text, aside);
            Some(Shelf { id, article, entries })
        }
        Err(why) => {
            aside.extend(
                read.into_iter().map(|Read { stored, raw }| stored.aside(raw.err().unwrap_or(why.clone()))),
            );
            None
        }
    }
}

/// The article, from the first body there is.
fn open(read: &[Read], texts: &Texts) -> Result<Article, Why> {
    let body: &Body = read.iter().find_map(|read| read.raw.as_ref().ok()?.body()).ok_or(Why::NoBeginning)?;
    let text = texts.get(&body.sha256).ok_or(Why::NoText)?;
    body.article(Text::new(text.as_str())).ok_or(Why::NoBeginning)
}

/// The transactions of all entries that can be read, each knowing what was before it.
fn settle(read: Vec<Read>, text: &Text, aside: &mut Vec<Aside>) -> Vec<Transaction> {
    let mut records: BTreeMap<RecordId, Record> = BTreeMap::new();
    let mut transactions = Vec::with_capacity(read.len());
    for Read { stored, raw } in read {
        match raw.and_then(|raw| raw.settle(text).map_err(Why::Entry)) {
            Ok(entry) => transactions.push(advance(&mut records, entry)),
            Err(why) => aside.push(stored.aside(why)),
        }
    }
    transactions
}

/// The transaction of an entry, and the records as it leaves them.
fn advance(records: &mut BTreeMap<RecordId, Record>, entry: Entry) -> Transaction {
    let edits = entry.edits.clone();
    let transaction = entry.into_transaction(|id| records.get(id).cloned());
    for (id, after) in edits {
        match after {
            Some(record) => records.insert(id, record),
            None => records.remove(&id),
        };
    }
    transaction
}
