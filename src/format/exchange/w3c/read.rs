//! Collections become articles: put together as a file of our own, which is read as any other.

use serde_json::Value;

use super::{ARTICLE, MARK, NAMESPACE};
use crate::format::exchange::own_file::{self, Fields, bare, raw};
use crate::format::exchange::{At, Fault, Given, Misread, Read};
use crate::format::native::{Document, ImportNotice, Remark};

pub(super) fn read(given: &Given<'_>) -> Result<Read, Misread> {
    let mut all = Read::default();
    for part in given.parts {
        let text = std::str::from_utf8(&part.bytes).map_err(|_not| Misread::whole(Fault::NotUtf8))?;
        let read = collection(text, given.beside)?;
        let before = all.documents.len();
        all.documents.extend(read.documents);
        let moved =
            |notice: ImportNotice| ImportNotice { article: notice.article.map(|at| at + before), ..notice };
        all.notices.extend(read.notices.into_iter().map(moved));
        all.unlisted += read.unlisted;
    }
    Ok(all)
}

fn collection(text: &str, beside: Option<&Document>) -> Result<Read, Misread> {
    let wrong = |error: serde_json::Error| Misread::whole(Fault::NotJson(error.to_string()));
    // A list of annotations without a collection around it is what some programs write.
    if text.trim_start().starts_with('[') {
        let items: Vec<Fields> = serde_json::from_str(text).map_err(wrong)?;
        return assemble(bare(beside)?, items, "");
    }
    let mut whole: Fields = serde_json::from_str(text).map_err(wrong)?;
    let article = match whole.remove(ARTICLE) {
        Some(article) => serde_json::from_str(article.get()).map_err(wrong)?,
        None => bare(beside)?,
    };
    let (items, path) = match (whole.remove("first"), whole.remove("items")) {
        (Some(first), _) => {
            let mut page: Fields = serde_json::from_str(first.get())
                .map_err(|_not| at("first", Fault::Missing("items".to_owned())))?;
            (page.remove("items"), "first.")
        }
        (None, Some(items)) => (Some(items), ""),
        // A collection without annotations has no page; else it is one annotation.
        (None, None) if whole.contains_key("target") => return assemble(article, vec![whole], ""),
        (None, None) => (None, ""),
    };
    let items = items.map_or(Ok(Vec::new()), |items| serde_json::from_str(items.get())).map_err(wrong)?;
    assemble(article, items, path)
}

fn at(path: &str, fault: Fault) -> Misread {
    Misread { at: At::Path(path.to_owned()), fault }
}

/// Puts article and annotations together as a file of our own, and reads that.
fn assemble(mut article: Fields, items: Vec<Fields>, path: &str) -> Result<Read, Misread> {
    let (mut marks, mut places, mut left_out) = (Vec::new(), Vec::new(), Vec::new());
    // What our own marks carry says what the links between them say.
    let is_whole = items.iter().any(|item| item.contains_key(MARK));
    for (nth, item) in items.into_iter().enumerate() {
        let place = format!("{path}items[{nth}]");
        match mark(item) {
            Item::Mark(fields) => {
                marks.push(fields);
                places.push(place);
            }
            Item::Link { ours } if ours && is_whole => {}
            Item::Link { .. } => left_out.push(place),
        }
    }
    if !marks.is_empty() {
        article.insert("marks".to_owned(), raw(&marks));
    }
    let (documents, mut notices, unlisted) = own_file::read(&[article], |path| in_items(path, &places))?;
    let left = |path| ImportNotice { article: Some(0), path, what: Remark::LeftOut("linking".to_owned()) };
    notices.extend(left_out.into_iter().map(left));
    Ok(Read { documents, notices, unlisted })
}

/// The place of a mark among the annotations of the file.
fn in_items(path: &str, places: &[String]) -> String {
    let found = path.strip_prefix("articles[0].marks[").and_then(|rest| rest.split_once(']'));
    let place = found.and_then(|(nth, rest)| Some((places.get(nth.parse::<usize>().ok()?)?, rest)));
    place.map_or_else(|| path.replacen("articles[0]", ARTICLE, 1), |(place, rest)| format!("{place}{rest}"))
}

/// What an annotation is.
enum Item {
    /// A mark.
    Mark(Fields),
    /// One that links others, and whether it links marks of ours.
    Link { ours: bool },
}

fn mark(mut item: Fields) -> Item {
    let motivation: Option<Value> =
        item.get("motivation").and_then(|raw| serde_json::from_str(raw.get()).ok());
    let own = item.remove(MARK).and_then(|own| serde_json::from_str::<Fields>(own.get()).ok());
    let links = motivation.is_some_and(|it| it == "linking");
    let value = |name: &str| item.get(name).and_then(|raw| serde_json::from_str::<Value>(raw.get()).ok());
    let bodies = listed(value("body").or_else(|| value("bodyValue")));
    let targets = listed(value("target"));
    if own.is_none() && links {
        let prefix = format!("{NAMESPACE}mark:");
        let ours = targets.iter().any(|target| target.as_str().is_some_and(|iri| iri.starts_with(&prefix)));
        return Item::Link { ours };
    }
    let mut fields = own.unwrap_or_else(|| foreign(&bodies, value("id")));
    fields.insert("spans".to_owned(), raw(&targets.iter().filter_map(span).collect::<Vec<_>>()));
    let comments = texts(&bodies, "commenting");
    if !comments.is_empty() {
        fields.insert("note".to_owned(), raw(&comments.join("\n")));
    }
    let tags = texts(&bodies, "tagging");
    if !tags.is_empty() {
        fields.insert("tags".to_owned(), raw(&tags));
    }
    for name in ["created", "modified"] {
        if let Some(time) = item.remove(name) {
            fields.insert(name.to_owned(), time);
        }
    }
    if let Some(creator) =
        item.remove("creator").and_then(|raw| serde_json::from_str::<Value>(raw.get()).ok())
    {
        let name = ["name", "nickname", "id"].iter().find_map(|name| creator.get(*name)).unwrap_or(&creator);
        fields.insert("creator".to_owned(), raw(name));
    }
    Item::Mark(fields)
}

/// One thing or several.
fn listed(value: Option<Value>) -> Vec<Value> {
    match value {
        Some(Value::Array(several)) => several,
        Some(one) => vec![one],
        None => Vec::new(),
    }
}

/// The texts of bodies of one purpose. A body without any is a comment.
fn texts(bodies: &[Value], purpose: &str) -> Vec<String> {
    let of = |body: &&Value| match body.get("purpose").and_then(Value::as_str) {
        Some(found) => found == purpose,
        None => purpose == "commenting",
    };
    let text = |body: &Value| body.get("value").unwrap_or(body).as_str().map(str::to_owned);
    bodies.iter().filter(of).filter_map(text).collect()
}

/// What an annotation of another program is: a note, under the label that classifies it, unless it names
/// one of our kinds.
fn foreign(bodies: &[Value], id: Option<Value>) -> Fields {
    let class = |kind: &str| {
        let prefix = format!("{NAMESPACE}{kind}:");
        bodies.iter().find_map(|body| body.get("source")?.as_str()?.strip_prefix(&prefix).map(str::to_owned))
    };
    let mut fields = Fields::new();
    // A mention needs its source, which only a file of ours has.
    let kind =
        class("kind").filter(|kind| kind == "claim" || kind == "cue").unwrap_or_else(|| "note".to_owned());
    if kind == "note"
        && let Some(label) = texts(bodies, "classifying").into_iter().next()
    {
        fields.insert("label".to_owned(), raw(&label));
    }
    if kind == "claim" {
        for name in ["form", "verdict"] {
            if let Some(word) = class(name) {
                fields.insert(name.to_owned(), raw(&word.replace("%20", " ")));
            }
        }
    }
    fields.insert("kind".to_owned(), raw(&kind));
    if let Some(Value::String(id)) = id {
        fields.insert("id".to_owned(), raw(&id));
    }
    fields
}

/// Where a target lies, by the selectors that text has. Those of other kinds are not read; then the mark is
/// an orphan that keeps what is known.
fn span(target: &Value) -> Option<Value> {
    let selectors = listed(target.get("selector").cloned());
    let mut span = serde_json::Map::new();
    for selector in &selectors {
        let names: &[(&str, &str)] = match selector.get("type").and_then(Value::as_str) {
            Some("TextQuoteSelector") => &[("exact", "quote"), ("prefix", "prefix"), ("suffix", "suffix")],
            Some("TextPositionSelector") => &[("start", "start"), ("end", "end")],
            _ => &[],
        };
        for (theirs, ours) in names {
            if let Some(value) = selector.get(*theirs) {
                span.insert((*ours).to_owned(), value.clone());
            }
        }
    }
    (!selectors.is_empty()).then_some(Value::Object(span))
}
