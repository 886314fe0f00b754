//! The stored form of a snapshot: what an article had become, each record with the write it comes
//! from.
//!
//! ```text
//! 5d1e0c2a {"v":2,"added":1772618400000,"changed":1772618480000,"steps":4,
//!           "folds":["1772618490000-k3-0"],"tabs":["k3","z9"],
//!           "turns":[[1772618400000,0,0],[1772618480000,1,0]],
//!           "details":{"title":"The bridge"},"gone":{"sources":["s1"]},"body":{…}}
//! ```
//!
//! The turns stand in the order of the records' names: the article's details, the sources by id,
//! the marks by id, those that were removed among them.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::decode::{body, needed, placed};
use super::encode::{Records, WireBody, wire_body};
use super::records::{Stretch, opened, records};
use super::{Body, EntryError, Turn, VERSION, seal};
use crate::annotation::{Mark, Timestamp};
use crate::article::Details;
use crate::format::json::{Expected, Fields, Flaw, Path, Reader, parse};
use crate::format::read;
use crate::format::wire;
use crate::session::{Record, RecordId};
use crate::text::Text;

/// What an article had become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// What is read.
    pub body: Body,
    /// Each record ever written with its latest write; `None` for one that was removed.
    pub records: BTreeMap<RecordId, (Turn, Option<Record>)>,
    /// The details that an article had which was removed, so that it can come back with them.
    pub was: Option<(Turn, Rc<Details>)>,
    /// When the article came into the library.
    pub added: Timestamp,
    /// When it was last changed.
    pub changed: Timestamp,
    /// How many steps are folded into it.
    pub steps: u64,
    /// The folds that are in it, itself among them; under each name there is a past.
    pub folds: Vec<Turn>,
}

/// A snapshot whose marks are not in their places yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawSnapshot {
    /// All but the marks that have a place.
    snapshot: Snapshot,
    edits: BTreeMap<RecordId, Option<Record>>,
    unplaced: Vec<(Mark, Vec<Stretch>)>,
    turns: Vec<Turn>,
}

#[derive(serde::Serialize)]
struct Line<'a> {
    v: u64,
    added: i64,
    changed: i64,
    steps: u64,
    folds: Vec<String>,
    tabs: Vec<&'a str>,
    turns: Vec<(u64, usize, u64)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    was: Option<Was<'a>>,
    #[serde(flatten)]
    records: Records<'a>,
    body: WireBody<'a>,
}

#[derive(serde::Serialize)]
struct Was<'a> {
    turn: String,
    details: wire::Details<'a>,
}

impl Snapshot {
    /// Writes a snapshot to be stored under `key`. `text` is the text of its article.
    #[must_use]
    pub fn encode(&self, text: &Text, key: &str) -> String {
        let mut tabs = Vec::new();
        let turns = self.records.values().map(|(turn, _)| {
            let tab = tabs.iter().position(|tab| *tab == &*turn.tab).unwrap_or_else(|| {
                tabs.push(&*turn.tab);
                tabs.len() - 1
            });
            (turn.time, tab, turn.n)
        });
        let turns = turns.collect();
        let was = |(turn, details): &'_ (Turn, Rc<Details>)| (turn.to_string(), details.clone());
        let was = self.was.as_ref().map(was);
        seal::write(
            &Line {
                v: VERSION,
                added: self.added.0,
                changed: self.changed.0,
                steps: self.steps,
                folds: self.folds.iter().map(Turn::to_string).collect(),
                tabs,
                turns,
                was: was
                    .as_ref()
                    .map(|(turn, details)| Was { turn: turn.clone(), details: (&**details).into() }),
                records: Records::of(self.records.iter().map(|(id, (_, after))| (id, after)), text),
                body: wire_body(&self.body),
            },
            key,
        )
    }

    /// Reads a snapshot that was stored under `key`.
    ///
    /// # Errors
    ///
    /// If the value or its key was changed since it was written, or if a newer version wrote it.
    pub fn decode(value: &str, key: &str) -> Result<RawSnapshot, EntryError> {
        let mut reader = Reader::strict();
        let line = seal::line(value, key, VERSION, &mut reader)?;
        Ok(raw(line, &mut reader)?)
    }
}

impl RawSnapshot {
    /// What is read.
    #[must_use]
    pub fn body(&self) -> &Body {
        &self.snapshot.body
    }

    /// The folds that are in it.
    #[must_use]
    pub fn folds(&self) -> &[Turn] {
        &self.snapshot.folds
    }

    /// The latest time that it speaks of, in milliseconds since 1970.
    #[must_use]
    pub fn latest(&self) -> u64 {
        let Snapshot { added, changed, folds, was, .. } = &self.snapshot;
        let turns = self.turns.iter().chain(folds).chain(was.iter().map(|(turn, _)| turn));
        let times = turns.map(|turn| turn.time).chain([added.0.unsigned_abs(), changed.0.unsigned_abs()]);
        times.max().unwrap_or_default()
    }

    /// Puts the marks in their places in the article's text.
    ///
    /// # Errors
    ///
    /// If the text does not have a place that the snapshot speaks of.
    pub fn settle(self, text: &Text) -> Result<Snapshot, EntryError> {
        let RawSnapshot { mut snapshot, mut edits, unplaced, turns } = self;
        for (mark, stretches) in unplaced {
            let record = placed(mark, stretches, text)?;
            edits.insert(record.id(), Some(record));
        }
        if edits.len() != turns.len() {
            return Err(EntryError::WrongShape { path: "turns".to_owned() });
        }
        let both = edits.into_iter().zip(turns);
        snapshot.records.extend(both.map(|((id, after), turn)| (id, (turn, after))));
        Ok(snapshot)
    }
}

fn raw(mut line: Fields<'_, '_>, reader: &mut Reader) -> Result<RawSnapshot, Flaw> {
    let snapshot = Snapshot {
        body: needed(opened(&mut line, "body", reader, body)?, &line, "body")?,
        records: BTreeMap::new(),
        was: opened(&mut line, "was", reader, was)?,
        added: needed(line.number("added")?.map(Timestamp), &line, "added")?,
        changed: needed(line.number("changed")?.map(Timestamp), &line, "changed")?,
        steps: needed(line.number("steps")?, &line, "steps")?,
        folds: folds(&mut line, reader)?,
    };
    let turns = turns(&mut line, reader)?;
    let mut edits = BTreeMap::new();
    let unplaced = records(&mut line, &mut edits, reader)?;
    line.dismiss(reader)?;
    Ok(RawSnapshot { snapshot, edits, unplaced, turns })
}

fn was(mut was: Fields<'_, '_>, reader: &mut Reader) -> Result<(Turn, Rc<Details>), Flaw> {
    let turn = was.needed_text("turn")?;
    let turn = turn_of(&turn, &was.path.field("turn"))?;
    let details = opened(&mut was, "details", reader, read::details)?;
    let details = needed(details, &was, "details")?;
    was.dismiss(reader)?;
    Ok((turn, Rc::new(details)))
}

fn folds(line: &mut Fields<'_, '_>, reader: &mut Reader) -> Result<Vec<Turn>, Flaw> {
    let path = line.path.field("folds");
    let printed = line.texts("folds", reader)?;
    printed.iter().enumerate().map(|(at, printed)| turn_of(printed, &path.item(at))).collect()
}

fn turn_of(printed: &str, path: &Path<'_>) -> Result<Turn, Flaw> {
    Turn::parse(printed).ok_or_else(|| Flaw::Refused { path: path.to_string() })
}

fn turns(line: &mut Fields<'_, '_>, reader: &mut Reader) -> Result<Vec<Turn>, Flaw> {
    let tabs: Vec<Rc<str>> = line.texts("tabs", reader)?.into_iter().map(Rc::from).collect();
    let path = line.path.field("turns");
    let items = line.list("turns", reader)?.unwrap_or_default();
    let turn = |(at, raw)| {
        let place = path.item(at);
        let (time, tab, n) = parse::<(u64, usize, u64)>(raw, &place, Expected::List)?;
        let tab = tabs.get(tab).ok_or_else(|| Flaw::Refused { path: place.to_string() })?;
        Ok(Turn { time, tab: tab.clone(), n })
    };
    items.into_iter().enumerate().map(turn).collect()
}
