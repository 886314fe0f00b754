//! Tasks become articles.

use serde_json::value::RawValue;

use super::marks::Marks;
use super::{OURS, tasks};
use crate::annotation::{Mark, Timestamp};
use crate::article::Details;
use crate::format::exchange::build::{Build, Told};
use crate::format::exchange::json::{open, several, string};
use crate::format::exchange::{At, Fault, Given, Misread, Read, carried};
use crate::format::json::{Fields, Flaw, Path, Reader};
use crate::format::native::{Document, Remark, article_alone, time};
use crate::format::sha256_hex;
use crate::text::Text;

pub(super) fn read(given: &Given<'_>) -> Result<Read, Misread> {
    let part = tasks(given.parts).or(given.parts.first()).ok_or(Misread::whole(Fault::NotThis))?;
    let raw = open(&Given { parts: std::slice::from_ref(part), ..*given })?;
    let mut reader = Reader::forgiving();
    let mut told = Told::default();
    let mut documents = Vec::new();
    let list = raw.get().starts_with('[');
    for (at, raw) in several(raw, &mut reader)?.into_iter().enumerate() {
        told.article = Some(at);
        let path = if list { Path::Root.item(at) } else { Path::Root };
        documents.push(task(raw, &path, &mut reader, &mut told)?);
    }
    told.heard(reader);
    Ok(told.with(documents))
}

fn task(raw: &RawValue, path: &Path<'_>, reader: &mut Reader, told: &mut Told) -> Result<Document, Misread> {
    let mut fields = Fields::open(raw, path, reader)?;
    let (text, title) = data(&mut fields, reader)?;
    let at = path.field("meta");
    let mut own = None;
    if let Some(meta) = fields.take("meta") {
        // What another program keeps there may be anything.
        own = Fields::open(meta, &at, reader).ok().and_then(|mut meta| meta.take(OURS));
    }
    let (build, orphans) = match own {
        Some(raw) => about(raw, &at.field(OURS), &text, reader)?,
        None => (None, Vec::new()),
    };
    let build = match build {
        Some(build) => build,
        None => plain(&text, title).map_err(|fault| Misread { at: At::Path(path.to_string()), fault })?,
    };
    let mut marks = Marks::new(build);
    for annotation in annotations(&mut fields, reader)? {
        results(&annotation, &mut marks, reader, told)?;
    }
    Ok(marks.finish(orphans, told))
}

/// The text: what is called so, else the longest string; and the title, if there is one.
fn data(fields: &mut Fields<'_, '_>, reader: &mut Reader) -> Result<(String, String), Flaw> {
    let at = fields.path.field("data");
    let raw = fields.take("data").ok_or_else(|| fields.missing("data"))?;
    let mut data = Fields::open(raw, &at, reader)?;
    let title = data.take("title").and_then(string).unwrap_or_default();
    if let Some(text) = data.take("text").and_then(string) {
        return Ok((text, title));
    }
    let missing = data.missing("text");
    let strings = data.foreign(reader)?.0.into_iter().filter_map(|(_, raw)| serde_json::from_str(&raw).ok());
    let longest = strings.max_by_key(|text: &String| text.len());
    Ok((longest.ok_or(missing)?, title))
}

fn plain(text: &str, title: String) -> Result<Build, Fault> {
    let mut build = Build::new(text)?;
    build.details = Details { title, ..Details::default() };
    Ok(build)
}

/// What went along of an article, if it is still of this text, and the marks without a place.
fn about(
    raw: &RawValue,
    path: &Path<'_>,
    text: &str,
    reader: &mut Reader,
) -> Result<(Option<Build>, Vec<Mark>), Flaw> {
    let mut fields = Fields::open(raw, path, reader)?;
    let at = path.field("article");
    let article = fields.take("article").ok_or_else(|| fields.missing("article"))?;
    let stated = Fields::open(article, &at, reader)?.text("sha256")?;
    let build = if stated == Some(sha256_hex(text)) {
        Some(Build::of(article_alone(article, &at, reader, Some(&Text::new(text)))?))
    } else {
        reader.tell(&at.field("sha256"), Remark::OtherText)?;
        None
    };
    let list = path.field("orphans");
    let mut orphans = Vec::new();
    for (nth, raw) in fields.list("orphans", reader)?.unwrap_or_default().into_iter().enumerate() {
        orphans.push(carried::read_mark(raw, &list.item(nth), reader)?.0);
    }
    Ok((build, orphans))
}

/// The results of one person, or of one model.
struct Annotation<'a> {
    path: String,
    results: Vec<&'a RawValue>,
    by: String,
    created: Timestamp,
    modified: Timestamp,
}

/// What people made; what a model did only if they made nothing.
fn annotations<'a>(fields: &mut Fields<'a, '_>, reader: &mut Reader) -> Result<Vec<Annotation<'a>>, Flaw> {
    for name in ["annotations", "completions", "predictions"] {
        let list = fields.path.field(name);
        let mut found = Vec::new();
        for (at, raw) in fields.list(name, reader)?.unwrap_or_default().into_iter().enumerate() {
            found.push(annotation(raw, &list.item(at), reader)?);
        }
        if found.iter().any(|one| !one.results.is_empty()) {
            return Ok(found);
        }
    }
    Ok(Vec::new())
}

fn annotation<'a>(raw: &'a RawValue, path: &Path<'_>, reader: &mut Reader) -> Result<Annotation<'a>, Flaw> {
    let mut fields = Fields::open(raw, path, reader)?;
    let by = match fields.take("completed_by").or_else(|| fields.take("model_version")) {
        Some(raw) => person(raw, path, reader)?,
        None => String::new(),
    };
    let mut when =
        |name| fields.take(name).and_then(string).and_then(|at| time::read(&at)).unwrap_or_default();
    let (created, modified) = (when("created_at"), when("updated_at"));
    let results = fields.list("result", reader)?.unwrap_or_default();
    Ok(Annotation { path: path.field("result").to_string(), results, by, created, modified })
}

/// Who it was: an address, a name, or a number.
fn person(raw: &RawValue, path: &Path<'_>, reader: &mut Reader) -> Result<String, Flaw> {
    if let Some(name) = string(raw) {
        return Ok(name);
    }
    if !raw.get().starts_with('{') {
        return Ok(raw.get().to_owned());
    }
    let mut person = Fields::open(raw, path, reader)?;
    let names = ["email", "username", "first_name"].map(|name| person.take(name));
    Ok(names.into_iter().flatten().filter_map(string).find(|name| !name.is_empty()).unwrap_or_default())
}

fn results(
    annotation: &Annotation<'_>,
    marks: &mut Marks,
    reader: &mut Reader,
    told: &mut Told,
) -> Result<(), Flaw> {
    let Annotation { path, by, created, modified, .. } = annotation;
    marks.begin(by, *created, *modified);
    let list = Path::Field(&Path::Root, path);
    for (at, raw) in annotation.results.iter().enumerate() {
        marks.take(raw, &list.item(at), reader)?;
    }
    marks.end(told);
    Ok(())
}
