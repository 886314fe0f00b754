//! The records of an entry or a snapshot.

use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use serde_json::value::RawValue;

use crate::annotation::{Mark, Place, Timestamp};
use crate::format::json::{Expected, Fields, Flaw, Path, Reader, parse};
use crate::format::read::{self, each};
use crate::session::{Record, RecordId};
use crate::text::CodePointOffset;

/// Where a span stands, in a text that is not at hand.
pub(super) type Stretch = Range<CodePointOffset>;

/// Records as they become; `None` for one that is removed.
pub(super) type Edits = BTreeMap<RecordId, Option<Record>>;

/// Takes all records, and hands back the marks that have a place.
pub(super) fn records(
    line: &mut Fields<'_, '_>,
    edits: &mut Edits,
    reader: &mut Reader,
) -> Result<Vec<(Mark, Vec<Stretch>)>, Flaw> {
    if let Some(gone) = opened(line, "gone", reader, gone)? {
        edits.extend(gone.into_iter().map(|id| (id, None)));
    }
    if let Some(details) = opened(line, "details", reader, read::details)? {
        put(edits, Record::Article(Rc::new(details)));
    }
    for source in each(line, "sources", reader, read::source)?.unwrap_or_default() {
        put(edits, Record::Source(Rc::new(source)));
    }
    let mut unplaced = Vec::new();
    for (mark, stretches) in each(line, "marks", reader, mark)?.unwrap_or_default() {
        match stretches {
            Some(stretches) => unplaced.push((mark, stretches)),
            None => put(edits, Record::Mark(Rc::new(mark))),
        }
    }
    Ok(unplaced)
}

fn put(edits: &mut Edits, record: Record) {
    edits.insert(record.id(), Some(record));
}

/// Reads a mark, with its stretches unless it is an orphan.
fn mark(raw: &RawValue, path: &Path<'_>, reader: &mut Reader) -> Result<(Mark, Option<Vec<Stretch>>), Flaw> {
    let mut unplaced = read::mark(raw, path, reader, time)?;
    if unplaced.orphan {
        unplaced.mark.place = Place::Orphan(read::anchors(&unplaced, path, reader)?);
        return Ok((unplaced.mark, None));
    }
    let list = path.field("spans");
    let stretch = |(index, raw): (usize, &&RawValue)| {
        parse(raw, &list.item(index), Expected::List).map(|(start, end)| between(start, end))
    };
    let stretches = unplaced.spans.iter().enumerate().map(stretch).collect::<Result<_, _>>()?;
    Ok((unplaced.mark, Some(stretches)))
}

fn time(fields: &mut Fields<'_, '_>, name: &str, _: &mut Reader) -> Result<Timestamp, Flaw> {
    Ok(fields.number(name)?.map(Timestamp).unwrap_or_default())
}

fn gone(mut gone: Fields<'_, '_>, reader: &mut Reader) -> Result<Vec<RecordId>, Flaw> {
    let article = gone.flag("article")?.then_some(RecordId::Article);
    let sources = gone.texts("sources", reader)?;
    let marks = gone.texts("marks", reader)?;
    gone.dismiss(reader)?;
    let sources = sources.iter().map(|id| RecordId::Source(id.as_str().into()));
    let marks = marks.iter().map(|id| RecordId::Mark(id.as_str().into()));
    Ok(article.into_iter().chain(sources).chain(marks).collect())
}

/// Opens an object within the line and reads all of it; `None` if it is absent.
pub(super) fn opened<T>(
    line: &mut Fields<'_, '_>,
    name: &str,
    reader: &mut Reader,
    read: impl Fn(Fields<'_, '_>, &mut Reader) -> Result<T, Flaw>,
) -> Result<Option<T>, Flaw> {
    let path = line.path.field(name);
    let Some(raw) = line.take(name) else { return Ok(None) };
    read(Fields::open(raw, &path, reader)?, reader).map(Some)
}

pub(super) fn between(start: usize, end: usize) -> Stretch {
    CodePointOffset(start)..CodePointOffset(end)
}
