//! One annotation, whoever wrote it.

use serde_json::value::RawValue;

use crate::annotation::{Anchor, Timestamp};
use crate::format::exchange::json::{several, string};
use crate::format::json::{Fields, Flaw, Path, Reader};
use crate::format::native::{Remark, time};
use crate::format::read::offset;

/// What is taken of an annotation.
pub(super) struct Annotation<'a> {
    pub(super) id: String,
    pub(super) links: bool,
    pub(super) bodies: Vec<Body>,
    pub(super) targets: Vec<Target>,
    pub(super) creator: String,
    pub(super) created: Timestamp,
    pub(super) modified: Timestamp,
    /// What of ours went along.
    pub(super) mark: Option<&'a RawValue>,
    pub(super) tie: Option<&'a RawValue>,
}

/// Something said about the target: words with a purpose, or another resource.
#[derive(Default)]
pub(super) struct Body {
    pub(super) purpose: String,
    pub(super) value: Option<String>,
    pub(super) iri: String,
}

/// What is annotated: a resource, or a stretch of it.
pub(super) struct Target {
    pub(super) source: String,
    pub(super) anchor: Option<Anchor>,
}

pub(super) fn annotation<'a>(
    raw: &'a RawValue,
    path: &Path<'_>,
    reader: &mut Reader,
) -> Result<Annotation<'a>, Flaw> {
    let mut fields = Fields::open(raw, path, reader)?;
    let motivation = texts(fields.take("motivation"), reader)?;
    let mut bodies = Vec::new();
    for raw in each(fields.take("body"), reader)? {
        bodies.push(body(raw, &path.field("body"), reader)?);
    }
    if let Some(value) = fields.take("bodyValue").and_then(string) {
        bodies.push(Body { value: Some(value), ..Body::default() });
    }
    let mut targets = Vec::new();
    for raw in each(fields.take("target"), reader)? {
        targets.push(target(raw, &path.field("target"), reader)?);
    }
    let created = when(&mut fields, "created", reader)?;
    let modified = when(&mut fields, "modified", reader)?;
    Ok(Annotation {
        id: fields.take("id").and_then(string).unwrap_or_default(),
        links: motivation.iter().any(|each| each == "linking"),
        bodies,
        targets,
        creator: creator(&mut fields, reader)?,
        created,
        modified,
        mark: fields.take("sayso:mark"),
        tie: fields.take("sayso:tie"),
    })
}

/// One or several values; none if there is none.
fn each<'a>(raw: Option<&'a RawValue>, reader: &mut Reader) -> Result<Vec<&'a RawValue>, Flaw> {
    raw.map_or_else(|| Ok(Vec::new()), |raw| several(raw, reader))
}

fn texts(raw: Option<&RawValue>, reader: &mut Reader) -> Result<Vec<String>, Flaw> {
    Ok(each(raw, reader)?.into_iter().filter_map(string).collect())
}

fn when(fields: &mut Fields<'_, '_>, name: &str, reader: &mut Reader) -> Result<Timestamp, Flaw> {
    let Some(written) = fields.take(name).and_then(string) else { return Ok(Timestamp::default()) };
    let read = time::read(&written);
    if read.is_none() {
        reader.tell(&fields.path.field(name), Remark::UnreadTime(written))?;
    }
    Ok(read.unwrap_or_default())
}

/// The name of the first who made it; an address where that is all there is.
fn creator(fields: &mut Fields<'_, '_>, reader: &mut Reader) -> Result<String, Flaw> {
    let path = fields.path.field("creator");
    let Some(raw) = each(fields.take("creator"), reader)?.into_iter().next() else {
        return Ok(String::new());
    };
    if let Some(iri) = string(raw) {
        return Ok(iri);
    }
    let mut agent = Fields::open(raw, &path, reader)?;
    let names = ["name", "nickname", "id"].map(|name| agent.take(name));
    Ok(names
        .into_iter()
        .flatten()
        .filter_map(|raw| texts(Some(raw), reader).ok()?.into_iter().next())
        .next()
        .unwrap_or_default())
}

fn body(raw: &RawValue, path: &Path<'_>, reader: &mut Reader) -> Result<Body, Flaw> {
    if let Some(iri) = string(raw) {
        return Ok(Body { iri, ..Body::default() });
    }
    let mut fields = Fields::open(raw, path, reader)?;
    let purpose = texts(fields.take("purpose"), reader)?.into_iter().next().unwrap_or_default();
    let iri = fields.take("source").or_else(|| fields.take("id")).and_then(string).unwrap_or_default();
    Ok(Body { purpose, value: fields.take("value").and_then(string), iri })
}

fn target(raw: &RawValue, path: &Path<'_>, reader: &mut Reader) -> Result<Target, Flaw> {
    if let Some(source) = string(raw) {
        return Ok(Target { source, anchor: None });
    }
    let mut fields = Fields::open(raw, path, reader)?;
    let source = match fields.take("source").or_else(|| fields.take("id")) {
        Some(raw) => iri(raw, path, reader)?,
        None => String::new(),
    };
    let mut anchor = None;
    let list = path.field("selector");
    for raw in each(fields.take("selector"), reader)? {
        selector(raw, &list, reader, &mut anchor)?;
    }
    Ok(Target { source, anchor })
}

/// An IRI, or the `id` of an object.
fn iri(raw: &RawValue, path: &Path<'_>, reader: &mut Reader) -> Result<String, Flaw> {
    match string(raw) {
        Some(iri) => Ok(iri),
        None => Fields::open(raw, path, reader)?.text_or_empty("id"),
    }
}

/// Takes what a selector says of the place; of kinds that no plain text has, it is told.
fn selector(
    raw: &RawValue,
    path: &Path<'_>,
    reader: &mut Reader,
    anchor: &mut Option<Anchor>,
) -> Result<(), Flaw> {
    let mut fields = Fields::open(raw, path, reader)?;
    let kind = fields.take("type").and_then(string).unwrap_or_default();
    let known = ["TextQuoteSelector", "TextPositionSelector"].contains(&kind.as_str());
    if !known {
        return reader.tell(path, Remark::LeftOut(kind));
    }
    let none = || Anchor {
        quote: String::new(),
        prefix: String::new(),
        suffix: String::new(),
        position: Default::default(),
    };
    let anchor = anchor.get_or_insert_with(none);
    if kind == "TextQuoteSelector" {
        anchor.quote = fields.text_or_empty("exact")?;
        anchor.prefix = fields.text_or_empty("prefix")?;
        anchor.suffix = fields.text_or_empty("suffix")?;
    } else {
        let ends = fields.take("start").and_then(offset).zip(fields.take("end").and_then(offset));
        match ends {
            Some((start, end)) => anchor.position = start..end,
            None => reader.tell(path, Remark::OddOffsets)?,
        }
    }
    Ok(())
}
