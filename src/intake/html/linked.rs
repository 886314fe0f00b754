//! What a page says about its article for machines: JSON-LD, in the words of schema.org.

use dom_query::Document;
use html5ever::tendril::StrTendril;
use serde_json::{Map, Value};

use super::known::one_line;

/// How much of what is said for machines is read, in bytes, and of how many things it may speak.
const MOST: usize = 1_000_000;
const THINGS: usize = 2_000;

/// What is said about the article; each is empty if nothing is.
#[derive(Debug, Default)]
pub(super) struct Linked {
    pub(super) headline: String,
    pub(super) authors: String,
    pub(super) publisher: String,
    pub(super) published: String,
    pub(super) language: String,
    pub(super) address: String,
}

/// What the first statement about an article says; `None` if there is none.
pub(super) fn linked(document: &Document) -> Option<Linked> {
    let scripts = document.try_select("script[type='application/ld+json']")?;
    let mut left = MOST;
    let mut fits = |text: &StrTendril| {
        let rest = left.checked_sub(text.len());
        left = rest.unwrap_or(left);
        rest.is_some()
    };
    let texts = scripts.iter().map(|script| script.text()).filter(|text| fits(text));
    let statements: Vec<Value> = texts.filter_map(|text| serde_json::from_str(bare(&text)).ok()).collect();
    let things = things(&statements);
    let article = things.iter().find(is_article)?;
    let text = |name: &str| words(article.get(name), &things);
    let headline = Some(text("headline")).filter(|it| !it.is_empty()).unwrap_or_else(|| text("name"));
    Some(Linked {
        headline,
        authors: text("author"),
        publisher: text("publisher"),
        published: text("datePublished"),
        language: text("inLanguage"),
        address: text("url"),
    })
}

/// A statement without the frame that hides it from readers of XML.
fn bare(text: &str) -> &str {
    let text = text.trim();
    let inner = text.strip_prefix("<![CDATA[").and_then(|text| text.strip_suffix("]]>"));
    inner.unwrap_or(text).trim()
}

/// All things that are spoken of: one, a list of them, or a graph; also those inside of pages.
fn things(statements: &[Value]) -> Vec<&Map<String, Value>> {
    let mut found = Vec::new();
    let mut next: Vec<&Value> = statements.iter().rev().collect();
    while let Some(value) = next.pop().filter(|_| found.len() < THINGS) {
        match value {
            Value::Array(values) => next.extend(values.iter().rev()),
            Value::Object(thing) => {
                found.push(thing);
                next.extend(
                    ["mainEntity", "mainEntityOfPage", "@graph"].iter().filter_map(|name| thing.get(*name)),
                );
            }
            _ => {}
        }
    }
    found
}

fn is_article(thing: &&&Map<String, Value>) -> bool {
    let is = |kind: &Value| {
        kind.as_str().is_some_and(|kind| {
            kind.ends_with("Article") || kind.ends_with("Posting") || kind == "Report" || kind == "Review"
        })
    };
    match thing.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(is),
        Some(kind) => is(kind),
        None => false,
    }
}

/// A text, or the name of a person or a house, or a list of these; what is only pointed to is looked up.
fn words(value: Option<&Value>, things: &[&Map<String, Value>]) -> String {
    match value {
        Some(Value::String(text)) => one_line(text),
        Some(Value::Object(thing)) => name(thing, things),
        Some(Value::Array(values)) => {
            let mut names: Vec<String> = Vec::new();
            for value in values.iter().take(50) {
                let name = match value {
                    Value::String(text) => one_line(text),
                    Value::Object(thing) => name(thing, things),
                    _ => String::new(),
                };
                if !name.is_empty() && !names.contains(&name) {
                    names.push(name);
                }
            }
            names.join(", ")
        }
        _ => String::new(),
    }
}

fn name(thing: &Map<String, Value>, things: &[&Map<String, Value>]) -> String {
    let own = |thing: &Map<String, Value>| thing.get("name").and_then(Value::as_str).map(one_line);
    let same =
        |other: &&&Map<String, Value>| other.get("@id") == thing.get("@id") && other.contains_key("name");
    let pointed = || thing.get("@id").and_then(|_| things.iter().find(same)).and_then(|other| own(other));
    own(thing).or_else(pointed).unwrap_or_default()
}
