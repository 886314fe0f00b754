//! Tables become articles.

use std::ops::Range;

use super::annotations::{Annotations, Unit};
use super::header::Declared;
use super::sentences::Body;
use super::take::Taking;
use super::{BEGINS, NOTHING, is_table};
use crate::format::exchange::build::{Build, RECORDS, Told};
use crate::format::exchange::{At, Fault, Given, Misread, Part, Read};
use crate::format::native::{Document, Remark};

/// Reads each table as an article of its own; so several annotators of a text make several articles.
pub(super) fn read(given: &Given<'_>) -> Result<Read, Misread> {
    let mut told = Told::default();
    let mut documents = Vec::new();
    for part in given.parts.iter().filter(|part| is_table(part)) {
        told.article = Some(documents.len());
        documents.push(table(part, given.parts.len() > 1, &mut told)?);
    }
    if documents.is_empty() { Err(Misread::whole(Fault::NotThis)) } else { Ok(told.with(documents)) }
}

fn table(part: &Part, packed: bool, told: &mut Told) -> Result<Document, Misread> {
    let place = |line| if packed { At::PartLine(part.name.clone(), line) } else { At::Line(line) };
    let misread = |(line, fault)| Misread { at: place(line), fault };
    let text = std::str::from_utf8(&part.bytes).map_err(|_not| misread((1, Fault::NotUtf8)))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (annotations, text) = rows(text, told).map_err(misread)?;
    let build = Build::new(&text).map_err(|fault| misread((1, fault)))?;
    Ok(Taking::new(build, &annotations).document(told))
}

/// The annotations, and the text that they are of.
fn rows(text: &str, told: &mut Told) -> Result<(Annotations, String), (usize, Fault)> {
    let lines = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).enumerate();
    let mut lines = lines.map(|(nth, line)| (nth + 1, line)).peekable();
    let version = lines.next().and_then(|(_, line)| line.strip_prefix(BEGINS)).unwrap_or_default();
    let mut body = Body::new(matches!(version.trim(), "0" | "1"));
    let mut layers = Vec::new();
    while let Some(layer) = lines.peek().and_then(|(_, line)| Declared::of(line)) {
        layers.push(layer);
        lines.next();
    }
    let mut annotations = Annotations::of(layers);
    for (number, line) in lines {
        if let Some(text) = line.strip_prefix("#Text=") {
            body.line(text);
        } else if !line.is_empty() && !line.starts_with('#') {
            row(number, line, &mut body, &mut annotations, told).map_err(|fault| (number, fault))?;
        }
        if annotations.all.len() + annotations.relations.len() > RECORDS {
            return Err((number, Fault::TooMany(RECORDS)));
        }
    }
    Ok((annotations, body.finish()))
}

/// A token or a part of one.
fn row(
    line: usize,
    text: &str,
    body: &mut Body,
    annotations: &mut Annotations,
    told: &mut Told,
) -> Result<(), Fault> {
    let odd = |found: &str, wanted| Fault::Odd { found: found.to_owned(), wanted };
    let columns: Vec<&str> = text.split('\t').collect();
    let [name, offsets, words, cells @ ..] = &*columns else {
        return Err(odd(text, "a token with its offsets"));
    };
    let at = range(offsets).ok_or_else(|| odd(offsets, "offsets such as 0-4"))?;
    let found = if name.contains('.') { body.part(&at) } else { body.token(&at, words)? };
    let found = found.ok_or_else(|| odd(name, "a line that begins with #Text="))?;
    let is_said = cells.iter().any(|cell| !cell.is_empty() && *cell != NOTHING);
    if found.moved && is_said {
        told.tell(&format!("line {line}"), Remark::FoundByWords { quote: (*words).to_owned() });
    }
    annotations.take(&Unit { line, name, at: found.at, words }, cells);
    Ok(())
}

/// Offsets such as `10-14`.
fn range(offsets: &str) -> Option<Range<usize>> {
    let (start, end) = offsets.split_once('-')?;
    let (start, end) = (start.parse::<u32>().ok()?, end.parse::<u32>().ok()?);
    (start <= end).then_some(start as usize..end as usize)
}
