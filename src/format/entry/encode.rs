//! An entry becomes a string.

use std::ops::Range;

use super::{Body, Entry, VERSION, seal};
use crate::annotation::{self, Place, Timestamp};
use crate::format::wire;
use crate::format::word::{Word as _, inline_words};
use crate::session::{Record, RecordId};
use crate::text::{CodePointOffset, Text};

#[derive(serde::Serialize)]
struct Line<'a> {
    v: u64,
    at: i64,
    #[serde(skip_serializing_if = "str::is_empty")]
    by: &'a str,
    step: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    object: &'a str,
    origin: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    seen: Option<u64>,
    #[serde(flatten)]
    records: Records<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<WireBody<'a>>,
}

/// Records as entries and snapshots have them.
#[derive(serde::Serialize, Default)]
pub(super) struct Records<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    details: Option<wire::Details<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<wire::Source<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    marks: Vec<wire::Mark<'a, Span, i64>>,
    #[serde(skip_serializing_if = "Gone::is_empty")]
    gone: Gone<'a>,
}

/// A span in its place is two numbers; an orphan's is its anchor.
#[derive(serde::Serialize)]
#[serde(untagged)]
enum Span {
    Placed([usize; 2]),
    Lost(wire::Anchor),
}

/// The ids of removed records.
#[derive(serde::Serialize, Default)]
struct Gone<'a> {
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    article: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    marks: Vec<&'a str>,
}

impl Gone<'_> {
    fn is_empty(&self) -> bool {
        !self.article && self.sources.is_empty() && self.marks.is_empty()
    }
}

#[derive(serde::Serialize)]
pub(super) struct WireBody<'a> {
    sha256: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    blocks: Vec<(&'static str, usize, usize)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    inlines: Vec<(&'static str, usize, usize, &'a str)>,
}

/// Writes an entry to be stored under `key`. `text` is the text of its article.
#[must_use]
pub fn encode(entry: &Entry, text: &Text, key: &str) -> String {
    seal::write(&line(entry, text), key)
}

fn line<'a>(entry: &'a Entry, text: &Text) -> Line<'a> {
    Line {
        v: VERSION,
        at: entry.at.0,
        by: &entry.by,
        step: entry.step.verb.word(),
        object: &entry.step.object,
        origin: entry.origin.word(),
        seen: entry.seen,
        records: Records::of(entry.edits.iter(), text),
        body: entry.body.as_ref().map(wire_body),
    }
}

impl<'a> Records<'a> {
    /// Records as they become, by name; `None` for one that is removed.
    pub(super) fn of(
        edits: impl Iterator<Item = (&'a RecordId, &'a Option<Record>)>,
        text: &Text,
    ) -> Records<'a> {
        let mut records = Records::default();
        for (id, after) in edits {
            match after {
                Some(record) => records.put(record, text),
                None => records.gone.put(id),
            }
        }
        records
    }

    fn put(&mut self, record: &'a Record, text: &Text) {
        match record {
            Record::Article(details) => self.details = Some((&**details).into()),
            Record::Source(source) => self.sources.push((&**source).into()),
            Record::Mark(mark) => self.marks.push(wire::Mark::new(mark, spans(&mark.place, text), time)),
        }
    }
}

impl<'a> Gone<'a> {
    fn put(&mut self, id: &'a RecordId) {
        match id {
            RecordId::Article => self.article = true,
            RecordId::Source(id) => self.sources.push(&id.0),
            RecordId::Mark(id) => self.marks.push(&id.0),
        }
    }
}

fn spans(place: &Place, text: &Text) -> Vec<Span> {
    match place {
        Place::Placed(spans) => {
            spans.iter().map(|span| Span::Placed(pair(&text.code_points(span)))).collect()
        }
        Place::Orphan(anchors) => anchors.iter().cloned().map(lost).collect(),
    }
}

fn lost(anchor: annotation::Anchor) -> Span {
    Span::Lost(anchor.into())
}

fn pair(at: &Range<CodePointOffset>) -> [usize; 2] {
    [at.start.0, at.end.0]
}

/// 0 stands for an unknown time, and is left out like all that is unknown.
fn time(at: Timestamp) -> Option<i64> {
    Some(at.0).filter(|at| *at != 0)
}

pub(super) fn wire_body(body: &Body) -> WireBody<'_> {
    let blocks = body.blocks.iter().map(|(kind, at)| (kind.word(), at.start.0, at.end.0));
    let inlines = body.inlines.iter().map(|(kind, at)| {
        let (word, address) = inline_words(kind);
        (word, at.start.0, at.end.0, address)
    });
    WireBody { sha256: &body.sha256, blocks: blocks.collect(), inlines: inlines.collect() }
}
