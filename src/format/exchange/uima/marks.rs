//! Annotations become marks.

mod ties;

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use super::graph::Graph;
use super::links::{self, End, Known, Link, Links};
use super::others::{Skipped, answers, unknown};
use super::record::NO_SOURCE;
use super::schema::{
    ANSWER, ARTICLE, ATTRIBUTION, CLAIM, CUE, EVIDENCE, Kind, MENTION, NOTE, UNPLACED, VOICE,
};
use super::types::{Class, short};
use crate::annotation::{Anchor, Answer, Content, MarkKind, Place, SaidBy, SourceId, decimal, describe};
use crate::format::exchange::build::{Build, Told};
use crate::format::exchange::{json, labels};
use crate::format::json::{Flaw, Path, Reader};
use crate::format::native::{Document, Remark, distinct, time};
use crate::format::read;
use crate::format::word::Word as _;
use crate::text::{CodePointOffset, Span, Spans};

/// The marks of the article.
pub(super) struct Marks<'a> {
    graph: Graph<'a>,
    build: Build,
    /// The text they belong to.
    sofa: Option<usize>,
    /// Which source and which mark each structure became, by its place in the file.
    voices: BTreeMap<usize, usize>,
    marks: BTreeMap<usize, usize>,
    /// Whether the register did not come along, as where a program kept annotations alone.
    no_register: bool,
    links: Links,
    /// The evidence of claims and the answers about marks.
    evidence: BTreeMap<usize, Vec<usize>>,
    answers: BTreeMap<usize, Vec<usize>>,
    /// Mentions of which it is not said whom they mention, and what that may be called.
    mentions: Vec<(usize, Option<String>)>,
}

impl<'a> Marks<'a> {
    pub(super) fn new(graph: Graph<'a>, build: Build, sofa: Option<usize>) -> Marks<'a> {
        Marks {
            graph,
            build,
            sofa,
            voices: BTreeMap::new(),
            marks: BTreeMap::new(),
            no_register: false,
            links: Links::default(),
            evidence: BTreeMap::new(),
            answers: BTreeMap::new(),
            mentions: Vec::new(),
        }
    }

    /// Reads the register.
    pub(super) fn voices(&mut self, reader: &mut Reader) -> Result<(), Flaw> {
        let voices = self.graph.of(&VOICE, self.sofa);
        self.no_register = voices.is_empty() && self.graph.of(&ARTICLE, self.sofa).is_empty();
        for at in voices {
            let record = json::raw(&self.graph.record(at, &VOICE, reader)?);
            let path = self.path(at);
            self.voices.insert(at, self.build.sources.len());
            self.build.sources.push(read::source(&record, &Path::Field(&Path::Root, &path), reader)?);
        }
        Ok(())
    }

    /// Finds out what belongs to what.
    pub(super) fn belongings(&mut self, reader: &mut Reader, skipped: &mut Skipped) -> Result<(), Flaw> {
        self.evidence = self.graph.owned(&EVIDENCE, ("@claim", self.sofa), skipped);
        self.answers = self.graph.owned(&ANSWER, ("@mark", self.sofa), skipped);
        for kind in [&CLAIM, &MENTION, &CUE, &NOTE] {
            for at in self.graph.of(kind, self.sofa) {
                self.links.take(&mut self.graph, at, reader)?;
            }
        }
        self.links.tell(&self.graph, self.sofa, skipped);
        Ok(())
    }

    /// What a structure is, if it is to become a mark; what else it is may be told.
    pub(super) fn class(&self, at: usize, skipped: &mut Skipped) -> Option<Class> {
        let node = self.graph.node(at)?;
        if self.graph.is_elsewhere(node, self.sofa) {
            return None;
        }
        let class = match node.class {
            Class::Unknown if node.number("begin").is_some() && node.number("end").is_some() => {
                Class::Annotation
            }
            class => class,
        };
        let is_in = self.graph.is_in(node, self.sofa);
        match class {
            Class::Sofa | Class::List => None,
            Class::Document
                if node.names().all(|name| ["begin", "end", "language", "@sofa"].contains(&name)) =>
            {
                None
            }
            Class::Ours(kind) if !kind.is_member() => None,
            Class::Ours(_) | Class::Annotation if is_in => Some(class),
            _ => {
                skipped.one(&node.path, short(&node.kind));
                None
            }
        }
    }

    /// Takes a mark of ours.
    pub(super) fn ours(
        &mut self,
        at: usize,
        kind: &Kind,
        reader: &mut Reader,
        told: &mut Told,
        skipped: &mut Skipped,
    ) -> Result<(), Flaw> {
        let path = self.path(at);
        let mut record = self.graph.record(at, kind, reader)?;
        if !record.has("kind") {
            record.put("kind", json::raw(&word(kind)));
        }
        let is_mention = record.text("kind").as_deref() == Some(MarkKind::Source.word());
        if is_mention && (self.no_register || !record.has("source")) {
            record.add_text("source", "");
            let name = self.graph.node(at).and_then(|node| node.text("voice"));
            self.mentions.push((self.build.marks.len(), name));
        }
        let evidence = self.evidence.remove(&at).unwrap_or_default();
        let evidence: Result<Vec<_>, _> =
            evidence.into_iter().map(|one| self.graph.record(one, &EVIDENCE, reader)).collect();
        record.add("evidence", &evidence?);
        let mut mark =
            read::mark(&json::raw(&record), &Path::Field(&Path::Root, &path), reader, time::take)?.mark;
        mark.place =
            if kind.name == UNPLACED.name { self.anchors(at, reader)? } else { self.place(at, told) };
        mark.fields = self.answers(at, kind, skipped);
        let no_source = self.graph.node(at).and_then(|node| node.raw(NO_SOURCE));
        if let (Content::Claim(claim), Some("true")) = (&mut mark.content, no_source.map(RawValue::get)) {
            claim.said_by = SaidBy::Nobody;
        }
        self.marks.insert(at, self.build.marks.len());
        self.build.marks.push(mark);
        Ok(())
    }

    /// Takes an annotation of another program as a note of its type.
    pub(super) fn other(&mut self, at: usize, told: &mut Told, skipped: &mut Skipped) {
        let place = self.place(at, told);
        let Some(node) = self.graph.node(at) else { return };
        let content = labels::content(short(&node.kind), || SourceId::from(""));
        let fields = answers(node, None, skipped);
        if matches!(content, Content::Source(_)) {
            self.mentions.push((self.build.marks.len(), None));
        }
        self.marks.insert(at, self.build.marks.len());
        self.build.mark("", place, content).fields = fields.into_iter().collect();
    }

    /// Takes what is no mark; it was read already, but for what no type of ours has.
    pub(super) fn unknown(&self, at: usize, kind: &Kind, skipped: &mut Skipped) {
        if let Some(node) = self.graph.node(at) {
            unknown(node, kind, skipped);
        }
    }

    fn path(&self, at: usize) -> String {
        self.graph.node(at).map(|node| node.path.clone()).unwrap_or_default()
    }

    fn target(&self, at: usize, feature: &str) -> Option<usize> {
        self.graph.target(self.graph.node(at)?.number(feature)?)
    }

    /// Where an annotation and its further pieces stand; without a place if one of them has none.
    fn place(&self, at: usize, told: &mut Told) -> Place {
        let further = self.links.pieces.get(&at).into_iter().flatten();
        let spans: Vec<Option<Span>> = std::iter::once(&at).chain(further).map(|at| self.span(*at)).collect();
        let all: Option<Vec<Span>> = spans.iter().copied().collect();
        all.and_then(Spans::new).map_or_else(
            || {
                told.tell(&self.path(at), Remark::NotFound { quote: String::new() });
                let there = spans.into_iter().flatten();
                Place::Orphan(there.map(|span| describe(&self.build.text, span)).collect())
            },
            Place::Placed,
        )
    }

    fn span(&self, at: usize) -> Option<Span> {
        self.graph.span(self.graph.node(at)?, &self.build)
    }

    /// Where a mark without a place stood.
    fn anchors(&mut self, at: usize, reader: &mut Reader) -> Result<Place, Flaw> {
        let all = self.graph.list(at, "anchors", reader)?;
        let anchor = |at: usize| {
            let node = self.graph.node(at)?;
            let text = |name| node.text(name).unwrap_or_default();
            let end = |name| CodePointOffset(node.number(name).unwrap_or_default());
            let position = end("first")..end("behind");
            Some(Anchor { quote: text("quote"), prefix: text("prefix"), suffix: text("suffix"), position })
        };
        Ok(Place::Orphan(all.into_iter().filter_map(anchor).collect()))
    }

    /// Answers, and features that other programs added.
    fn answers(&mut self, at: usize, kind: &Kind, skipped: &mut Skipped) -> Vec<(String, Answer)> {
        let own = self.answers.remove(&at).unwrap_or_default();
        let Some(node) = self.graph.node(at) else { return Vec::new() };
        let mut found = answers(node, Some(kind), skipped);
        for node in own.into_iter().filter_map(|at| self.graph.node(at)) {
            let number =
                || node.text("number").map(|text| decimal(&text).map_or(Answer::Text(text), Answer::Number));
            let yes = || node.raw("yes").map(|raw| Answer::YesNo(raw.get() == "true"));
            let answer = node.text("text").map(Answer::Text).or_else(number).or_else(yes);
            if let Some(answer) = answer {
                found.insert(node.text("field").unwrap_or_default(), answer);
            }
        }
        found.into_iter().collect()
    }

    /// The article with its marks, each with a name of its own, and with its ties.
    pub(super) fn finish(
        mut self,
        reader: &mut Reader,
        told: &mut Told,
        skipped: &mut Skipped,
    ) -> Result<Document, Flaw> {
        distinct(&mut self.build.sources, &mut self.build.marks);
        self.register();
        for at in self.graph.of(&ATTRIBUTION, self.sofa) {
            if self.tie(at, reader, told)?.is_none() {
                skipped.one(&self.path(at), short(ATTRIBUTION.name));
            }
        }
        let mut known = Known::of(&self.build.marks);
        for Link { from, to, role } in std::mem::take(&mut self.links.ties) {
            let end = self.marks.get(&to).and_then(|to| self.build.marks.get(*to)).and_then(End::of);
            let done = self
                .marks
                .get(&from)
                .zip(end)
                .and_then(|(at, end)| known.tie(*at, self.build.marks.get_mut(*at)?, &role, end));
            if done.is_none() {
                skipped.one(&self.path(from), &links::called(&role));
            }
        }
        for at in std::mem::take(&mut self.evidence).into_values().flatten() {
            skipped.one(&self.path(at), short(EVIDENCE.name));
        }
        for at in std::mem::take(&mut self.answers).into_values().flatten() {
            skipped.one(&self.path(at), short(ANSWER.name));
        }
        Ok(self.build.finish())
    }

    /// Gives mentions that name nobody a voice of that name, else of their words.
    fn register(&mut self) {
        for (mark, name) in std::mem::take(&mut self.mentions) {
            let Some(place) = self.build.marks.get(mark).map(|mark| mark.place.clone()) else { continue };
            let name = name.unwrap_or_else(|| self.build.words(&place));
            let source = self.build.named_source(&name);
            if let Some(mark) = self.build.marks.get_mut(mark) {
                mark.content = Content::Source(source);
            }
        }
    }
}

/// The kind of the marks of one of our types.
fn word(kind: &Kind) -> &'static str {
    match short(kind.name) {
        "Claim" => MarkKind::Claim.word(),
        "Mention" => MarkKind::Source.word(),
        "Cue" => MarkKind::Cue.word(),
        _ => MarkKind::Note.word(),
    }
}
