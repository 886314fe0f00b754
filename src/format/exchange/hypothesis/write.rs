//! An article becomes an export.

use std::collections::BTreeMap;

use serde::Serialize;

use super::AUTHORITY;
use super::tags::{Kind, Said};
use crate::annotation::{Mark, SaidBy, SourceId, describe};
use crate::format::exchange::{Occasion, Part, json};
use crate::format::native::{Document, time};
use crate::text::{Span, Text};

#[derive(Serialize)]
struct File<'a> {
    export_date: Option<String>,
    export_userid: &'static str,
    client_version: &'a str,
    annotations: Vec<Annotation<'a>>,
}

#[derive(Serialize)]
struct Annotation<'a> {
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    updated: Option<String>,
    user: String,
    user_info: User<'a>,
    uri: &'a str,
    text: &'a str,
    tags: Vec<String>,
    group: &'static str,
    permissions: Permissions,
    target: [Target<'a>; 1],
    document: About<'a>,
    links: BTreeMap<(), ()>,
    references: [&'static str; 0],
}

#[derive(Serialize)]
struct User<'a> {
    display_name: Option<&'a str>,
}

/// Who may do what: the maker alone, until that is changed there.
#[derive(Serialize)]
struct Permissions {
    read: [String; 1],
    update: [String; 1],
    delete: [String; 1],
}

#[derive(Serialize)]
struct Target<'a> {
    source: &'a str,
    selector: [Selector; 2],
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Selector {
    #[serde(rename = "TextPositionSelector")]
    Position { start: usize, end: usize },
    #[serde(rename = "TextQuoteSelector")]
    Quote { exact: String, prefix: String, suffix: String },
}

#[derive(Serialize)]
struct About<'a> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    title: Vec<&'a str>,
}

pub(super) fn write(documents: &[Document], on: &Occasion<'_>) -> Vec<Part> {
    let annotations = documents.iter().flat_map(annotations).collect();
    let file = File {
        export_date: time::write(on.exported),
        export_userid: "",
        client_version: on.generator,
        annotations,
    };
    vec![Part::text("json", json::pretty(&file))]
}

fn annotations(document: &Document) -> Vec<Annotation<'_>> {
    let voices =
        document.sources.iter().zip(1..).map(|(source, at)| (&source.id, (at, source.name.as_str())));
    let voices = voices.collect();
    let each = document.marks.iter().zip(1..);
    each.flat_map(|(mark, number)| pieces(document, mark, number, &voices)).collect()
}

/// Voices by their names in the register, with their numbers and what they are called.
type Voices<'a> = BTreeMap<&'a SourceId, (usize, &'a str)>;

fn pieces<'a>(
    document: &'a Document,
    mark: &'a Mark,
    number: usize,
    voices: &Voices<'_>,
) -> Vec<Annotation<'a>> {
    let spans: Vec<Span> = mark.spans().into_iter().flat_map(|spans| spans.iter()).collect();
    let several = spans.len() > 1;
    let annotation = |(span, nth): (Span, usize)| {
        let piece = several.then_some((nth, number));
        let said = if nth == 1 {
            Said { piece, ..said(mark, voices) }
        } else {
            Said { piece, kind: Kind::of(&mark.content), ..Said::default() }
        };
        let user = user(&mark.creator);
        let mine = || [user.clone()];
        Annotation {
            id: if nth == 1 { mark.id.to_string() } else { format!("{}-{nth}", mark.id) },
            created: time::write(mark.created),
            updated: time::write(mark.modified),
            user_info: User { display_name: Some(mark.creator.as_str()).filter(|name| !name.is_empty()) },
            uri: uri(document),
            text: if nth == 1 { &mark.note } else { "" },
            tags: said.tags(),
            group: "__world__",
            permissions: Permissions { read: mine(), update: mine(), delete: mine() },
            target: [Target { source: uri(document), selector: selectors(&document.article.text, span) }],
            document: About { title: vec![document.details.title.as_str()] },
            links: BTreeMap::new(),
            references: [],
            user,
        }
    };
    spans.into_iter().zip(1..).map(annotation).collect()
}

/// What is annotated; the client puts the page that is open in its place.
fn uri(document: &Document) -> &str {
    let url = document.details.url.as_str();
    if url.is_empty() { "urn:x-sayso:article" } else { url }
}

/// An account that nobody has, with the letters and digits of the name.
fn user(creator: &str) -> String {
    let plain = |c: &char| c.is_ascii_alphanumeric();
    let name: String = creator.chars().filter(plain).take(30).collect();
    format!("acct:{}@{AUTHORITY}", if name.is_empty() { "nobody" } else { &name })
}

fn said(mark: &Mark, voices: &Voices<'_>) -> Said {
    let claim = mark.claim();
    let ties = claim.map(|claim| claim.said_by.attributions()).unwrap_or_default();
    let named = ties.iter().map(|tie| &tie.source).chain(mark.mentions());
    let named = named.filter_map(|id| voices.get(id)).map(|(number, name)| (*number, (*name).to_owned()));
    Said {
        kind: Kind::of(&mark.content),
        piece: None,
        form: claim.and_then(|claim| claim.form),
        verdict: claim.map(|claim| claim.verdict).unwrap_or_default(),
        nobody: claim.is_some_and(|claim| claim.said_by == SaidBy::Nobody),
        voices: named.collect(),
        own: mark.tags.clone(),
    }
}

fn selectors(text: &Text, span: Span) -> [Selector; 2] {
    let anchor = describe(text, span);
    let at = text.utf16(span);
    [
        Selector::Position { start: at.start.0, end: at.end.0 },
        Selector::Quote { exact: anchor.quote, prefix: anchor.prefix, suffix: anchor.suffix },
    ]
}
