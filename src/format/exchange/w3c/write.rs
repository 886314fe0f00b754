//! Articles become collections.

use serde::Serialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};

use super::{ARTICLE, CONTEXT, MARK, NAMESPACE, STANDARD, iri};
use crate::annotation::Mark;
use crate::format::exchange::own_file::{self, Fields, take_list};
use crate::format::exchange::{Occasion, Part};
use crate::format::native::Document;

#[derive(Serialize)]
struct Collection<'a> {
    #[serde(rename = "@context")]
    context: Value,
    id: String,
    r#type: &'static str,
    label: &'a str,
    total: usize,
    #[serde(rename = "sayso:article")]
    article: Fields,
    first: Page,
}

#[derive(Serialize)]
struct Page {
    id: String,
    r#type: &'static str,
    #[serde(rename = "partOf")]
    part_of: String,
    #[serde(rename = "startIndex")]
    start_index: usize,
    items: Vec<Annotation>,
}

#[derive(Serialize)]
struct Annotation {
    id: String,
    r#type: &'static str,
    motivation: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<Box<RawValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    modified: Option<Box<RawValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    creator: Option<Value>,
    body: Vec<Value>,
    target: Value,
    #[serde(rename = "sayso:mark", skip_serializing_if = "Option::is_none")]
    mark: Option<Fields>,
}

pub(super) fn write(documents: &[Document], on: &Occasion<'_>) -> Vec<Part> {
    let written = documents.iter().filter_map(|document| {
        let collection = collection(document, on)?;
        #[expect(clippy::expect_used, reason = "strings, numbers and lists under string keys cannot fail")]
        let json = serde_json::to_string_pretty(&collection).expect("strings, numbers and lists are JSON");
        Some(Part::text("jsonld", json + "\n"))
    });
    written.collect()
}

/// The collection of an article; there is always one, as our own file can be read.
fn collection<'a>(document: &'a Document, on: &Occasion<'_>) -> Option<Collection<'a>> {
    let mut article = own_file::articles(std::slice::from_ref(document), on).pop()?;
    let marks = take_list(&mut article, "marks");
    let id = iri("article", &document.id.0);
    let source = source(document);
    let mut items: Vec<Annotation> = marks
        .into_iter()
        .zip(&document.marks)
        .map(|(fields, mark)| annotation(fields, mark, &source))
        .collect();
    items.extend(document.marks.iter().flat_map(|mark| links(mark)));
    Some(Collection {
        context: json!([CONTEXT, {
            "sayso": NAMESPACE,
            ARTICLE: { "@id": "sayso:article", "@type": "@json" },
            MARK: { "@id": "sayso:mark", "@type": "@json" },
        }]),
        id: id.clone(),
        r#type: "AnnotationCollection",
        label: &document.details.title,
        total: items.len(),
        article,
        first: Page {
            id: format!("{id}:page-1"),
            r#type: "AnnotationPage",
            part_of: id,
            start_index: 0,
            items,
        },
    })
}

/// What the annotations are about: the address of the article if it has one that can be an IRI.
fn source(document: &Document) -> String {
    let url = &document.details.url;
    let is_iri = (url.starts_with("https://") || url.starts_with("http://"))
        && !url.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c));
    if is_iri { url.clone() } else { iri("article", &document.id.0) }
}

fn annotation(mut fields: Fields, mark: &Mark, source: &str) -> Annotation {
    let spans = fields.get("spans").and_then(|spans| serde_json::from_str(spans.get()).ok());
    let (created, modified) = (fields.remove("created"), fields.remove("modified"));
    fields.retain(|name, _| !STANDARD.contains(&name.as_str()));
    Annotation {
        id: iri("mark", &mark.id.0),
        r#type: "Annotation",
        motivation: "highlighting",
        created,
        modified,
        creator: (!mark.creator.is_empty()).then(|| json!({ "type": "Person", "name": mark.creator })),
        body: bodies(mark, &fields),
        target: targets(spans.unwrap_or_default(), source),
        mark: Some(fields),
    }
}

/// What is said of the words, where other programs look for it.
fn bodies(mark: &Mark, fields: &Fields) -> Vec<Value> {
    let word = |name: &str| fields.get(name).and_then(|raw| serde_json::from_str::<String>(raw.get()).ok());
    let class = |name: &str, purpose: &str| {
        word(name)
            .map(|word| json!({ "type": "SpecificResource", "source": iri(name, &word), "purpose": purpose }))
    };
    let text = |value: &str, purpose: &str| json!({ "type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose });
    let mut bodies: Vec<Value> = class("kind", "classifying").into_iter().collect();
    bodies.extend(class("source", "identifying"));
    bodies.extend(class("form", "classifying"));
    bodies.extend(class("verdict", "assessing"));
    bodies.extend(word("label").map(|label| text(&label, "classifying")));
    bodies.extend(mark.tags.iter().map(|tag| text(tag, "tagging")));
    bodies.extend((!mark.note.is_empty()).then(|| text(&mark.note, "commenting")));
    bodies
}

/// A target for each piece, with both selectors that the standard has for it.
fn targets(spans: Vec<Value>, source: &str) -> Value {
    if spans.is_empty() {
        return json!(source);
    }
    let target = |span: Value| {
        let text = |name: &str| span.get(name).cloned();
        let mut quote = serde_json::Map::new();
        quote.insert("type".to_owned(), json!("TextQuoteSelector"));
        quote.insert("exact".to_owned(), text("quote").unwrap_or(json!("")));
        for name in ["prefix", "suffix"] {
            if let Some(words) = text(name) {
                quote.insert(name.to_owned(), words);
            }
        }
        let mut selectors = vec![Value::Object(quote)];
        if let (Some(start), Some(end)) = (span.get("start"), span.get("end")) {
            selectors.push(json!({ "type": "TextPositionSelector", "start": start, "end": end }));
        }
        json!({ "type": "SpecificResource", "source": source, "selector": selectors })
    };
    Value::Array(spans.into_iter().map(target).collect())
}

/// For each tie of a claim an annotation that links it to its source, with mention and cue.
fn links(mark: &Mark) -> Vec<Annotation> {
    let ties = mark.claim().map(|claim| claim.said_by.attributions()).unwrap_or_default();
    let link = |(nth, tie): (usize, &crate::annotation::Attribution)| {
        let source = json!({ "type": "SpecificResource", "source": iri("source", &tie.source.0), "purpose": "identifying" });
        let marks = tie.mention.iter().chain(&tie.cue);
        let marks = marks.map(
            |id| json!({ "type": "SpecificResource", "source": iri("mark", &id.0), "purpose": "linking" }),
        );
        Annotation {
            id: format!("{}:tie-{}", iri("mark", &mark.id.0), nth + 1),
            r#type: "Annotation",
            motivation: "linking",
            created: None,
            modified: None,
            creator: None,
            body: std::iter::once(source).chain(marks).collect(),
            target: json!(iri("mark", &mark.id.0)),
            mark: None,
        }
    };
    ties.iter().enumerate().map(link).collect()
}
