//! Articles become a file.

use super::{Document, UNIT, VERSION, time};
use crate::annotation::{self, Mark, Place, Timestamp, describe};
use crate::article::{Block, Inline};
use crate::format::word::{Word as _, inline_words};
use crate::format::{sha256_hex, wire};
use crate::text::Text;

#[derive(serde::Serialize)]
struct File<'a> {
    format: &'static str,
    version: u64,
    unit: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    exported: Option<String>,
    #[serde(skip_serializing_if = "str::is_empty")]
    generator: &'a str,
    articles: Vec<Article<'a>>,
}

#[derive(serde::Serialize)]
pub(super) struct Article<'a> {
    id: &'a str,
    #[serde(flatten)]
    details: wire::Details<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    sha256: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    blocks: Vec<WireBlock>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    inlines: Vec<WireInline<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<wire::Source<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    marks: Vec<wire::Mark<'a, wire::Anchor, String>>,
}

#[derive(serde::Serialize)]
struct WireBlock {
    kind: &'static str,
    start: usize,
    end: usize,
}

#[derive(serde::Serialize)]
struct WireInline<'a> {
    kind: &'static str,
    start: usize,
    end: usize,
    #[serde(skip_serializing_if = "str::is_empty")]
    url: &'a str,
}

/// Writes articles as one file: all that is known about them, in version 1 of the format.
///
/// `generator` names the program that writes, and may be empty. Time and memory grow with the
/// size of the articles and their marks.
#[must_use]
pub fn export(documents: &[Document], exported: Timestamp, generator: &str) -> String {
    write(documents, exported, generator, true)
}

/// The same without the texts of the articles, which may not be the annotator's to pass on. The quotes of the
/// marks stay, and the hash tells which text it was: opened beside that text, the file is complete.
#[must_use]
pub fn export_without_text(documents: &[Document], exported: Timestamp, generator: &str) -> String {
    write(documents, exported, generator, false)
}

fn write(documents: &[Document], exported: Timestamp, generator: &str, with_text: bool) -> String {
    let file = File {
        format: "sayso",
        version: VERSION,
        unit: UNIT,
        exported: time::write(exported),
        generator,
        articles: documents.iter().map(|document| article(document, with_text)).collect(),
    };
    #[expect(clippy::expect_used, reason = "strings, numbers and lists under string keys cannot fail")]
    let json = serde_json::to_string_pretty(&file).expect("strings, numbers and lists are JSON");
    json + "\n"
}

fn article(document: &Document, with_text: bool) -> Article<'_> {
    let text = &document.article.text;
    Article {
        marks: document.marks.iter().map(|each| mark(text, each)).collect(),
        ..alone(document, with_text)
    }
}

/// An article without its marks.
pub(super) fn alone(document: &Document, with_text: bool) -> Article<'_> {
    let text = &document.article.text;
    Article {
        id: &document.id.0,
        details: (&document.details).into(),
        text: with_text.then_some(text.as_str()),
        sha256: sha256_hex(text.as_str()),
        blocks: document.article.blocks.iter().map(|each| block(text, each)).collect(),
        inlines: document.article.inlines.iter().map(|each| inline(text, each)).collect(),
        sources: document.sources.iter().map(|source| (&**source).into()).collect(),
        marks: Vec::new(),
    }
}

fn block(text: &Text, block: &Block) -> WireBlock {
    let at = text.code_points(block.span);
    WireBlock { kind: block.kind.word(), start: at.start.0, end: at.end.0 }
}

fn inline<'a>(text: &Text, inline: &'a Inline) -> WireInline<'a> {
    let at = text.code_points(inline.span);
    let (kind, url) = inline_words(&inline.kind);
    WireInline { kind, start: at.start.0, end: at.end.0, url }
}

fn mark<'a>(text: &Text, mark: &'a Mark) -> wire::Mark<'a, wire::Anchor, String> {
    let anchors: Vec<annotation::Anchor> = match &mark.place {
        Place::Placed(spans) => spans.iter().map(|span| describe(text, span)).collect(),
        Place::Orphan(anchors) => anchors.clone(),
    };
    wire::Mark::new(mark, anchors.into_iter().map(wire::Anchor::from).collect(), time::write)
}
