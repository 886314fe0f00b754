//! Articles become a collection.

use std::collections::BTreeMap;

use super::wire::{Agent, Annotation, Body, Collection, Page, Piece, Selector, Target, Term};
use super::{CONTEXT, OURS, escaped, iris, named};
use crate::annotation::{Anchor, Attribution, Content, Mark, MarkId, Place, SourceId, Verdict, describe};
use crate::format::exchange::{Occasion, Part, carried, json, labels};
use crate::format::native::{Document, time, without_marks};
use crate::format::word::Word as _;

pub(super) fn write(documents: &[Document], on: &Occasion<'_>) -> Vec<Part> {
    let mut items = Vec::new();
    for (at, (document, iri)) in documents.iter().zip(iris(documents)).enumerate() {
        let voices = document.sources.iter().map(|source| (&source.id, source.name.as_str())).collect();
        let article = Article { document, voices, iri, name: named(at, document) };
        items.extend(document.marks.iter().map(|mark| article.annotation(mark)));
        items.extend(document.marks.iter().flat_map(|mark| article.ties(mark)));
    }
    let id = format!("{OURS}collection");
    let page = || Page {
        id: format!("{id}:1"),
        r#type: "AnnotationPage",
        part_of: id.clone(),
        start_index: 0,
        items: Vec::new(),
    };
    let file = Collection {
        context: (CONTEXT, terms()),
        id: id.clone(),
        r#type: "AnnotationCollection",
        label: label(documents),
        generator: agent("Software", on.generator),
        generated: time::write(on.exported),
        total: items.len(),
        articles: documents.iter().map(|document| json::raw(&without_marks(document, true))).collect(),
        // A page may not be empty.
        first: (!items.is_empty()).then(|| Page { items, ..page() }),
    };
    vec![Part::text("jsonld", json::pretty(&file))]
}

/// Names of ours, all of them JSON to the letter (JSON-LD 1.1, `@json`).
fn terms() -> BTreeMap<&'static str, Term> {
    let literal = |id| (id, Term::Literal { id, r#type: "@json" });
    let prefix = ("sayso", Term::Prefix(OURS));
    [prefix, literal("sayso:articles"), literal("sayso:mark"), literal("sayso:tie")].into_iter().collect()
}

fn label(documents: &[Document]) -> String {
    let titles: Vec<&str> = documents.iter().map(|document| document.details.title.as_str()).collect();
    titles.into_iter().filter(|title| !title.is_empty()).collect::<Vec<_>>().join(" / ")
}

fn agent(r#type: &'static str, name: &str) -> Option<Agent> {
    (!name.is_empty()).then(|| Agent { r#type, name: name.to_owned() })
}

struct Article<'a> {
    document: &'a Document,
    voices: BTreeMap<&'a SourceId, &'a str>,
    /// What is annotated.
    iri: String,
    /// What the names of its annotations begin with.
    name: String,
}

impl Article<'_> {
    fn mark(&self, id: &MarkId) -> String {
        format!("{}:{}", self.name, escaped(&id.0))
    }

    fn annotation(&self, mark: &Mark) -> Annotation {
        Annotation {
            id: self.mark(&mark.id),
            r#type: "Annotation",
            motivation: "classifying",
            creator: agent("Person", &mark.creator),
            created: time::write(mark.created),
            modified: time::write(mark.modified),
            body: self.bodies(mark),
            target: self.target(mark),
            mark: Some(carried::mark(&carried::rest(mark))),
            tie: None,
        }
    }

    fn bodies(&self, mark: &Mark) -> Vec<Body> {
        let mut bodies = vec![text("classifying", &labels::label(&mark.content))];
        if let Some(name) = mark.mentions().and_then(|source| self.voice(source)) {
            bodies.push(text("identifying", name));
        }
        let verdict =
            mark.claim().map(|claim| claim.verdict).filter(|verdict| *verdict != Verdict::Unchecked);
        bodies.extend(verdict.map(|verdict| text("assessing", verdict.word())));
        if !mark.note.is_empty() {
            bodies.push(text("commenting", &mark.note));
        }
        bodies.extend(mark.tags.iter().map(|tag| text("tagging", tag)));
        bodies
    }

    /// What a voice is called; `None` if that is not known.
    fn voice(&self, id: &SourceId) -> Option<&str> {
        self.voices.get(id).copied().filter(|name| !name.is_empty())
    }

    fn target(&self, mark: &Mark) -> Target {
        let anchors = match &mark.place {
            Place::Placed(spans) => {
                spans.iter().map(|span| describe(&self.document.article.text, span)).collect()
            }
            Place::Orphan(anchors) => anchors.clone(),
        };
        let piece = |anchor: Anchor| Piece {
            r#type: "SpecificResource",
            source: self.iri.clone(),
            selector: selectors(anchor),
        };
        let pieces: Vec<Piece> =
            anchors.into_iter().map(piece).filter(|piece| !piece.selector.is_empty()).collect();
        if pieces.is_empty() { Target::Whole(self.iri.clone()) } else { Target::Pieces(pieces) }
    }

    fn ties(&self, mark: &Mark) -> Vec<Annotation> {
        let ties = match &mark.content {
            Content::Claim(claim) => claim.said_by.attributions(),
            _ => &[],
        };
        ties.iter().enumerate().map(|(nth, tie)| self.tie(mark, nth, tie)).collect()
    }

    fn tie(&self, mark: &Mark, nth: usize, tie: &Attribution) -> Annotation {
        let mut body: Vec<Body> =
            self.voice(&tie.source).map(|name| text("identifying", name)).into_iter().collect();
        let other = |purpose, id: &Option<MarkId>| id.as_ref().map(|id| resource(purpose, self.mark(id)));
        body.extend(other("linking", &tie.mention));
        body.extend(other("describing", &tie.cue));
        let claim = self.mark(&mark.id);
        Annotation {
            id: format!("{claim}:tie:{}", nth + 1),
            r#type: "Annotation",
            motivation: "linking",
            creator: None,
            created: None,
            modified: None,
            body,
            target: Target::Whole(claim),
            mark: None,
            tie: Some(carried::tie(tie)),
        }
    }
}

fn text(purpose: &'static str, value: &str) -> Body {
    Body::Text { r#type: "TextualBody", purpose, value: value.to_owned(), format: "text/plain" }
}

fn resource(purpose: &'static str, source: String) -> Body {
    Body::Resource { r#type: "SpecificResource", purpose, source }
}

/// Quote and position, as far as they are known.
fn selectors(anchor: Anchor) -> Vec<Selector> {
    let Anchor { quote, prefix, suffix, position } = anchor;
    let (start, end) = (position.start.0, position.end.0);
    let known = !quote.is_empty() || !prefix.is_empty() || !suffix.is_empty();
    let quote = known.then_some(Selector::Quote { exact: quote, prefix, suffix });
    let position = (start < end).then_some(Selector::Position { start, end });
    quote.into_iter().chain(position).collect()
}
