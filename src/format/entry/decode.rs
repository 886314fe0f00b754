//! A string becomes an entry, in two steps: marks can be put in their places only with the text,
//! and which text that is, the article's first entry says.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::records::{Stretch, between, opened, records};
use super::{Body, Entry, EntryError, VERSION, seal};
use crate::annotation::{Mark, Place, Timestamp};
use crate::format::json::{Expected, Fields, Flaw, Reader, parse};
use crate::format::read::each;
use crate::format::word::{self, Word};
use crate::session::{Record, Step};
use crate::text::{Spans, Text};

/// An entry whose marks are not in their places yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raw {
    /// All but the marks that have a place.
    entry: Entry,
    /// Those marks, and where they stand.
    unplaced: Vec<(Mark, Vec<Stretch>)>,
}

/// Reads an entry that was stored under `key`.
///
/// # Errors
///
/// If the value or its key was changed since it was written, or if a newer version wrote it.
pub fn decode(value: &str, key: &str) -> Result<Raw, EntryError> {
    let mut reader = Reader::strict();
    let line = seal::line(value, key, VERSION, &mut reader)?;
    Ok(line_of_this_version(line, &mut reader)?)
}

impl Raw {
    /// The body of the article, if the entry has it.
    #[must_use]
    pub fn body(&self) -> Option<&Body> {
        self.entry.body.as_ref()
    }

    /// When the entry was made, as it says.
    #[must_use]
    pub fn at(&self) -> Timestamp {
        self.entry.at
    }

    /// Puts the marks in their places in the article's text.
    ///
    /// # Errors
    ///
    /// If the text does not have a place that the entry speaks of.
    pub fn settle(self, text: &Text) -> Result<Entry, EntryError> {
        let mut entry = self.entry;
        for (mark, stretches) in self.unplaced {
            let record = placed(mark, stretches, text)?;
            entry.edits.insert(record.id(), Some(record));
        }
        Ok(entry)
    }
}

/// A mark put in its place in the text.
pub(super) fn placed(mark: Mark, stretches: Vec<Stretch>, text: &Text) -> Result<Record, EntryError> {
    let found = stretches.into_iter().map(|stretch| text.span_code_points(stretch));
    let spans = found.collect::<Option<Vec<_>>>().and_then(Spans::new).ok_or(EntryError::OutOfText)?;
    Ok(Record::Mark(Rc::new(Mark { place: Place::Placed(spans), ..mark })))
}

fn line_of_this_version(mut line: Fields<'_, '_>, reader: &mut Reader) -> Result<Raw, Flaw> {
    let verb = needed(line.word("step", reader)?, &line, "step")?;
    let mut entry = Entry {
        edits: BTreeMap::new(),
        step: Step { verb, object: line.text_or_empty("object")? },
        origin: needed(line.word("origin", reader)?, &line, "origin")?,
        at: needed(line.number("at")?.map(Timestamp), &line, "at")?,
        by: line.text_or_empty("by")?,
        seen: line.number("seen")?,
        body: opened(&mut line, "body", reader, body)?,
    };
    let unplaced = records(&mut line, &mut entry.edits, reader)?;
    line.dismiss(reader)?;
    Ok(Raw { entry, unplaced })
}

pub(super) fn body(mut body: Fields<'_, '_>, reader: &mut Reader) -> Result<Body, Flaw> {
    let sha256 = body.needed_text("sha256")?;
    let blocks = each(&mut body, "blocks", reader, |raw, path, _| {
        let (kind, start, end) = parse::<(String, usize, usize)>(raw, path, Expected::List)?;
        let kind = Word::of(&kind).ok_or_else(|| Flaw::Refused { path: path.to_string() })?;
        Ok((kind, between(start, end)))
    })?;
    let inlines = each(&mut body, "inlines", reader, |raw, path, _| {
        let (kind, start, end, address) = parse::<(String, usize, usize, String)>(raw, path, Expected::List)?;
        let kind = word::inline(&kind, &address).ok_or_else(|| Flaw::Refused { path: path.to_string() })?;
        Ok((kind, between(start, end)))
    })?;
    body.dismiss(reader)?;
    Ok(Body { sha256, blocks: blocks.unwrap_or_default(), inlines: inlines.unwrap_or_default() })
}

pub(super) fn needed<T>(value: Option<T>, line: &Fields<'_, '_>, name: &str) -> Result<T, Flaw> {
    value.ok_or_else(|| line.missing(name))
}
