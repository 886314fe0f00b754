//! The sources and marks of one article.

use std::rc::Rc;

use super::place::place;
use super::references::Targets;
use super::work::Work;
use super::{ids, time};
use crate::annotation::{Mark, Source};
use crate::format::json::{Fields, Flaw, Path, Reader};
use crate::format::read;
use crate::text::Text;

/// What was said about an article.
pub(super) struct Said {
    pub(super) sources: Vec<Rc<Source>>,
    pub(super) marks: Vec<Rc<Mark>>,
}

/// Takes the register and the marks of an article.
pub(super) fn take(
    fields: &mut Fields<'_, '_>,
    text: &Text,
    reader: &mut Reader,
    work: &mut Work<'_>,
) -> Result<Said, Flaw> {
    let sources = sources(fields, reader)?;
    let marks = marks(fields, text, reader, work)?;
    let (targets, list) = (Targets::of(&sources, &marks), fields.path.field("marks"));
    for (index, mark) in marks.iter().enumerate() {
        targets.check(mark, &list.item(index), reader)?;
    }
    Ok(Said {
        sources: sources.into_iter().map(Rc::new).collect(),
        marks: marks.into_iter().map(Rc::new).collect(),
    })
}

fn sources(fields: &mut Fields<'_, '_>, reader: &mut Reader) -> Result<Vec<Source>, Flaw> {
    let mut sources = read::each(fields, "sources", reader, read::source)?.unwrap_or_default();
    ids::settle(&mut sources, 's', &fields.path.field("sources"), reader)?;
    Ok(sources)
}

fn marks(
    fields: &mut Fields<'_, '_>,
    text: &Text,
    reader: &mut Reader,
    work: &mut Work<'_>,
) -> Result<Vec<Mark>, Flaw> {
    let list = fields.path.field("marks");
    let mut marks = Vec::new();
    for (index, raw) in fields.list("marks", reader)?.unwrap_or_default().into_iter().enumerate() {
        let path: Path<'_> = list.item(index);
        let unplaced = read::mark(raw, &path, reader, time::take)?;
        let (place, drift) = place(&unplaced, text, &path, reader, &mut work.search)?;
        work.done(raw.get().len());
        let drift = unplaced.mark.drift.clone().or(drift);
        marks.push(Mark { place, drift, ..unplaced.mark });
    }
    ids::settle(&mut marks, 'm', &list, reader)?;
    Ok(marks)
}
