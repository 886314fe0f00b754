//! Articles become tasks.

use std::collections::BTreeMap;

use super::config::config;
use super::wire::{About, Annotation, Data, Entry, Meta, Said, Task, Value};
use super::{CONTINUES, CUE, FORM, LABEL, NOTE, SAID_BY, TAGS, TEXT, VERDICT};
use crate::annotation::{Claim, Content, Mark, MarkId, MarkKind, SaidBy, Verdict};
use crate::format::exchange::labels::numbered;
use crate::format::exchange::{Occasion, Part, carried, json, labels};
use crate::format::native::{Document, without_marks};
use crate::format::word::Word as _;
use crate::text::{Span, Text};

pub(super) fn write(documents: &[Document], _: &Occasion<'_>) -> Vec<Part> {
    let tasks: Vec<Task<'_>> =
        documents.iter().enumerate().map(|(at, document)| task(at + 1, document)).collect();
    vec![Part::text("tasks.json", json::pretty(&tasks)), Part::text("config.xml", config(documents))]
}

fn task(id: usize, document: &Document) -> Task<'_> {
    let orphans = document.marks.iter().filter(|mark| mark.spans().is_none());
    let result = Regions::new(document).entries();
    Task {
        id,
        data: Data { text: document.article.text.as_str(), title: &document.details.title },
        meta: Meta {
            sayso: About {
                article: json::raw(&without_marks(document, false)),
                orphans: orphans.map(|mark| carried::mark(mark)).collect(),
            },
        },
        annotations: [Annotation { id, result, was_cancelled: false, ground_truth: false }],
        predictions: [],
    }
}

struct Regions<'a> {
    document: &'a Document,
    /// The first region of each mark, and what kind it is.
    firsts: BTreeMap<&'a MarkId, (String, MarkKind)>,
    entries: Vec<Entry>,
}

impl<'a> Regions<'a> {
    fn new(document: &'a Document) -> Regions<'a> {
        let placed = document.marks.iter().filter(|mark| mark.spans().is_some());
        let first = |(mark, at): (&'a std::rc::Rc<Mark>, usize)| (&mark.id, (format!("r{at}"), mark.kind()));
        Regions { document, firsts: placed.zip(1..).map(first).collect(), entries: Vec::new() }
    }

    fn entries(mut self) -> Vec<Entry> {
        let document = self.document;
        let mut relations = Vec::new();
        for mark in &document.marks {
            self.mark(mark, &mut relations);
        }
        self.entries.extend(relations);
        self.entries
    }

    fn mark(&mut self, mark: &Mark, relations: &mut Vec<Entry>) {
        let Some((first, _)) = self.firsts.get(&mark.id).cloned() else { return };
        let text = &self.document.article.text;
        let label = labels::label(&mark.content);
        for (nth, span) in mark.spans().into_iter().flat_map(|spans| spans.iter()).enumerate() {
            let id = if nth == 0 { first.clone() } else { format!("{first}-{}", nth + 1) };
            let quote = ("text", Said::Words(text.slice(span).to_owned()));
            let said = [quote, ("labels", Said::List(vec![label.clone()]))];
            let meta = (nth == 0).then(|| Meta { sayso: carried::mark(&self.rest(mark)) });
            self.entries.push(region(&id, (LABEL, "labels"), value(text, span, said), meta));
            if nth == 0 {
                self.controls(mark, &id, span);
            } else {
                relations.push(relation(&id, &first, CONTINUES.to_owned()));
            }
        }
        let ties = mark.claim().map(|claim| claim.said_by.attributions()).unwrap_or_default();
        for (nth, tie) in ties.iter().enumerate() {
            let ends = [(&tie.mention, MarkKind::Source, SAID_BY), (&tie.cue, MarkKind::Cue, CUE)];
            for (id, kind, name) in ends {
                let to = id.as_ref().and_then(|id| self.shown(id, kind));
                relations.extend(to.map(|to| relation(&first, to, numbered(name, nth))));
            }
        }
    }

    /// The region of a mark that a relation of a tie can lead to.
    fn shown(&self, id: &MarkId, kind: MarkKind) -> Option<&str> {
        self.firsts.get(id).filter(|(_, is)| *is == kind).map(|(region, _)| region.as_str())
    }

    fn controls(&mut self, mark: &Mark, id: &str, span: Span) {
        let text = &self.document.article.text;
        let mut entry = |from: &'static str, kind: &'static str, name: &'static str, words: Vec<String>| {
            let value = value(text, span, [(name, Said::List(words))]);
            self.entries.push(region(id, (from, kind), value, None));
        };
        if let Some(form) = mark.claim().and_then(|claim| claim.form) {
            entry(FORM, "choices", "choices", vec![form.word().to_owned()]);
        }
        if let Some(verdict) = mark.claim().map(|claim| claim.verdict).filter(|it| *it != Verdict::Unchecked)
        {
            entry(VERDICT, "choices", "choices", vec![verdict.word().to_owned()]);
        }
        if !mark.note.is_empty() {
            entry(NOTE, "textarea", "text", vec![mark.note.clone()]);
        }
        if !mark.tags.is_empty() {
            entry(TAGS, "textarea", "text", mark.tags.clone());
        }
    }

    /// What no control and no relation says of a mark.
    fn rest(&self, mark: &Mark) -> Mark {
        let content = match &mark.content {
            Content::Claim(claim) => Content::Claim(self.rest_of(claim)),
            Content::Note(_) => Content::Note(String::new()),
            other => other.clone(),
        };
        Mark { content, note: String::new(), tags: Vec::new(), ..mark.clone() }
    }

    fn rest_of(&self, claim: &Claim) -> Claim {
        let mut rest = Claim { form: None, verdict: Verdict::Unchecked, ..claim.clone() };
        if let SaidBy::Sources(ties) = &mut rest.said_by {
            for tie in ties {
                tie.mention = tie.mention.take().filter(|id| self.shown(id, MarkKind::Source).is_none());
                tie.cue = tie.cue.take().filter(|id| self.shown(id, MarkKind::Cue).is_none());
            }
        }
        rest
    }
}

fn value<const N: usize>(text: &Text, span: Span, said: [(&'static str, Said); N]) -> Value {
    let at = text.code_points(span);
    Value { start: at.start.0, end: at.end.0, said: said.into_iter().collect() }
}

fn region(
    id: &str,
    (from_name, r#type): (&'static str, &'static str),
    value: Value,
    meta: Option<Meta<Box<serde_json::value::RawValue>>>,
) -> Entry {
    Entry::Region { id: id.to_owned(), from_name, to_name: TEXT, r#type, value, origin: "manual", meta }
}

fn relation(from: &str, to: &str, label: String) -> Entry {
    Entry::Relation {
        from_id: from.to_owned(),
        to_id: to.to_owned(),
        r#type: "relation",
        direction: "right",
        labels: [label],
    }
}
