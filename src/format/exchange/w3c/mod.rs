//! W3C Web Annotation (Recommendation of 2017) as JSON-LD: one collection of all marks and ties, its page
//! embedded. Positions count code points.
//!
//! A mark is an annotation with a target a piece; its kind or label is a classifying body, its verdict an
//! assessing one. A tie is an annotation that links: its target is the claim, its bodies are the mention and
//! the cue. What the model has no place for stands under names of our own, as JSON literals: the articles with
//! their texts, and of each mark what is left.

mod annotation;
mod marks;
mod read;
mod wire;
mod write;

use super::json::Shape;
use super::{Codec, Part};
use crate::format::native::Document;

pub(super) const CODEC: Codec = Codec {
    media: "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"",
    single: false,
    loses: &[],
    write: write::write,
    read: Some(read::read),
};

/// The context of the model.
const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// What stands before names that are ours.
const OURS: &str = "urn:x-sayso:";

/// Whether a file is one: an annotation, a list of them, a page or a collection.
pub(super) fn looks(part: &Part, shape: &Shape) -> bool {
    let kind =
        shape.has(&["type"]) && (shape.has(&["target"]) || shape.has(&["items"]) || shape.has(&["first"]));
    let collection = shape.has(&["type", "total", "sayso:articles"]);
    let named = || part.bytes.windows(CONTEXT.len()).any(|at| at == CONTEXT.as_bytes());
    (kind || collection) && (shape.has(&["@context"]) || shape.has(&["target"])) && named()
}

/// What each article is called as the source of targets: the address of its page where it has one that no
/// other has, else a name of our own.
fn iris(documents: &[Document]) -> Vec<String> {
    let url = |document: &Document| Some(document.details.url.clone()).filter(|url| is_iri(url));
    let all: Vec<Option<String>> = documents.iter().map(url).collect();
    let once = |url: &String| all.iter().flatten().filter(|other| *other == url).count() == 1;
    let ours = named;
    let each = documents.iter().zip(&all).enumerate();
    each.map(|(at, (document, url))| url.clone().filter(&once).unwrap_or_else(|| ours(at, document)))
        .collect()
}

/// Our own name of an article.
fn named(at: usize, document: &Document) -> String {
    let id = if document.id.0.is_empty() { (at + 1).to_string() } else { escaped(&document.id.0) };
    format!("{OURS}{id}")
}

/// Whether something is an address of the web that needs no escapes.
fn is_iri(url: &str) -> bool {
    let plain = |c: char| c.is_ascii_graphic() && !"<>\"{}|\\^`[]%".contains(c);
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    url.len() <= 4_000
        && url.chars().all(plain)
        && host.is_some_and(|host| host.starts_with(|c: char| c.is_ascii_alphanumeric()))
}

/// Letters, digits and `-._~` as they are, every other byte as `%` and two digits (RFC 3986, section 2).
fn escaped(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
