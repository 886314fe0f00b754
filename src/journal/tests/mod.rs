//! What is kept comes back, and what cannot be read is kept all the same.

mod adopting;
mod damage;
mod frozen;
mod going;
mod keeping;
mod receiving;
mod replaying;
mod room;

use std::rc::Rc;

use super::*;
use crate::annotation::{Content, Mark, Place, Timestamp};
use crate::article::{Article, ArticleId, Block, BlockKind, Details, Foreign};
use crate::format::entry::Turn;
use crate::session::{Base, Change, Origin, Record, RecordId, Step, Transaction, Verb};
use crate::text::Text;

/// A store, and a way to open it as a tab.
struct Bench {
    store: Rc<MemoryStore>,
}

impl Bench {
    fn new() -> Bench {
        Bench { store: Rc::default() }
    }

    fn tab(&self, name: &str) -> Journal<Rc<MemoryStore>> {
        Journal::new(Rc::clone(&self.store), name)
    }

    fn load(&self) -> Loaded {
        self.tab("reader").load().expect("a store in memory can be read")
    }

    /// All keys and values.
    fn all(&self) -> Vec<(String, String)> {
        self.tab("reader").raw_dump().expect("a store in memory can be read")
    }

    fn set(&self, key: &str, value: &str) {
        self.store.set(key, value).expect("there is room");
    }
}

/// A store with the article *a* of three entries: its first, and one each for the marks *m1* and
/// *m2*.
fn bench_with_article() -> Bench {
    let bench = Bench::new();
    let mut tab = bench.tab("t");
    tab.add(&id("a"), &article(TEXT), &added("A", 1)).expect("there is room");
    tab.append(&id("a"), &Text::new(TEXT), &noted("m1", "one", 2)).expect("there is room");
    tab.append(&id("a"), &Text::new(TEXT), &noted("m2", "two", 3)).expect("there is room");
    bench
}

const TEXT: &str = "He said “no”. \u{1f642}";

fn id(id: &str) -> ArticleId {
    id.into()
}

fn article(text: &str) -> Article {
    let text = Text::new(text);
    let blocks = text.whole().map(|span| Block { kind: BlockKind::Paragraph, span });
    Article { text, blocks: blocks.into_iter().collect(), inlines: Vec::new() }
}

fn details(title: &str) -> Record {
    Record::Article(Rc::new(Details { title: title.to_owned(), ..Details::default() }))
}

/// A note over all of [`TEXT`].
fn note(id: &str, words: &str) -> Record {
    Record::Mark(Rc::new(Mark {
        id: id.into(),
        place: Place::Placed(Text::new(TEXT).whole().expect("not empty").into()),
        content: Content::Note(String::new()),
        note: words.to_owned(),
        tags: Vec::new(),
        fields: Vec::new(),
        creator: String::new(),
        codebook: String::new(),
        created: Timestamp(0),
        modified: Timestamp(0),
        drift: None,
        foreign: Foreign::default(),
    }))
}

fn mark(id: &str) -> RecordId {
    RecordId::Mark(id.into())
}

fn transaction(
    verb: Verb,
    at: i64,
    id: RecordId,
    before: Option<Record>,
    after: Option<Record>,
) -> Transaction {
    let mut change = Change::default();
    change.edit(id, before, after);
    let step = Step { verb, object: String::new() };
    Transaction { change, step, origin: Origin::Local, at: Timestamp(at), by: String::new() }
}

/// JSON behind the checksum that it has under a key.
fn seal(json: &str, key: &str) -> String {
    crate::format::entry::sealed(json, key)
}

fn added(title: &str, at: i64) -> Transaction {
    transaction(Verb::AddArticle, at, RecordId::Article, None, Some(details(title)))
}

fn noted(id: &str, words: &str, at: i64) -> Transaction {
    transaction(Verb::SetNote, at, mark(id), None, Some(note(id, words)))
}

/// The notes of a shelf as they end up, by mark.
fn notes(shelf: &Shelf) -> Vec<String> {
    let mut records = std::collections::BTreeMap::new();
    for (id, edit) in shelf.entries.iter().flat_map(|entry| entry.change.edits()) {
        assert_eq!(records.get(id), edit.before.as_ref(), "an edit knows what was before it");
        match &edit.after {
            Some(record) => drop(records.insert(id.clone(), record.clone())),
            None => drop(records.remove(id)),
        }
    }
    let note = |record: Record| match record {
        Record::Mark(mark) => Some(format!("{}: {}", mark.id, mark.note)),
        Record::Article(_) | Record::Source(_) => None,
    };
    records.into_values().filter_map(note).collect()
}
