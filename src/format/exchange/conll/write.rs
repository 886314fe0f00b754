//! Articles become tables of tokens.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::{KINDS, NOTHING, TABLES};
use crate::annotation::{Mark, MarkId, MarkKind, SourceId};
use crate::format::exchange::{Occasion, Part};
use crate::format::native::Document;
use crate::text::{ByteOffset, Span, Text, sentences, tokens};

pub(super) fn write(documents: &[Document], _: &Occasion<'_>) -> Vec<Part> {
    documents.iter().flat_map(one).collect()
}

fn one(document: &Document) -> Vec<Part> {
    let text = &document.article.text;
    let links = links(document);
    let mut whole = String::new();
    let mut of_kind = [String::new(), String::new(), String::new()];
    let mut columns = MARKS.map(|kind| Column::of(document, kind));
    let mut breaks = breaks(document).into_iter().peekable();
    for token in cut_tokens(document) {
        while breaks.next_if(|place| *place <= token.start()).is_some() {
            whole.push('\n');
            of_kind.iter_mut().for_each(|table| table.push('\n'));
        }
        let words = text.slice(token);
        let tags = columns.each_mut().map(|column| column.tag(token));
        let link = links.get(&token.start()).map_or_else(|| NOTHING.to_owned(), |links| links.join("|"));
        let at = text.code_points(token);
        // Writing into a string cannot fail.
        let _always = writeln!(whole, "{}\t{}\t{words}\t{link}\t{}", at.start.0, at.end.0, tags.join("\t"));
        for (table, tag) in of_kind.iter_mut().zip(&tags) {
            let _always = writeln!(table, "{words}\t{tag}");
        }
    }
    let tables =
        TABLES.iter().zip(of_kind).map(|(name, table)| Part::text(&format!("article.{name}.conll"), table));
    let parts = [Part::text("article.txt", text.as_str().to_owned()), Part::text("article.conll", whole)];
    parts.into_iter().chain(tables).collect()
}

/// The kinds in the order of their columns.
const MARKS: [MarkKind; 3] = [MarkKind::Source, MarkKind::Cue, MarkKind::Claim];

/// The marks of a kind in reading order; none lies on another.
fn of_kind(document: &Document, kind: MarkKind) -> impl Iterator<Item = &Mark> {
    document.marks.iter().map(|mark| &**mark).filter(move |mark| mark.kind() == kind)
}

fn spans(mark: &Mark) -> impl Iterator<Item = Span> {
    mark.spans().into_iter().flat_map(|spans| spans.iter())
}

/// What is tagged in one column.
struct Column {
    name: &'static str,
    /// In reading order.
    spans: Vec<Span>,
    next: usize,
}

impl Column {
    fn of(document: &Document, kind: MarkKind) -> Column {
        let name = MARKS.iter().zip(KINDS).find(|(of, _)| **of == kind).map_or("", |(_, name)| name);
        Column { name, spans: of_kind(document, kind).flat_map(spans).collect(), next: 0 }
    }

    /// The tag of a token; tokens come in order.
    fn tag(&mut self, token: Span) -> String {
        while self.spans.get(self.next).is_some_and(|span| span.end() <= token.start()) {
            self.next += 1;
        }
        match self.spans.get(self.next).filter(|span| span.contains(token.start())) {
            Some(span) if span.start() == token.start() => format!("B-{}", self.name),
            Some(_) => format!("I-{}", self.name),
            None => "O".to_owned(),
        }
    }
}

/// Words and signs, in order, cut where a mark begins or ends inside of them.
fn cut_tokens(document: &Document) -> Vec<Span> {
    let text = &document.article.text;
    let Some(whole) = text.whole() else { return Vec::new() };
    let edges: BTreeSet<ByteOffset> = document
        .marks
        .iter()
        .flat_map(|mark| spans(mark))
        .flat_map(|span| [span.start(), span.end()])
        .collect();
    let mut cut = Vec::new();
    for token in tokens(text, whole) {
        let mut start = token.start();
        for edge in edges.range(token.start()..token.end()).chain([&token.end()]) {
            cut.extend(text.span(start..*edge));
            start = *edge;
        }
    }
    cut
}

/// Where sentences begin, but for those inside of a mark: no tag goes from one to the next.
fn breaks(document: &Document) -> Vec<ByteOffset> {
    let text: &Text = &document.article.text;
    let Some(whole) = text.whole() else { return Vec::new() };
    let mut taken: Vec<Span> =
        MARKS.into_iter().flat_map(|kind| of_kind(document, kind)).flat_map(spans).collect();
    taken.sort_unstable_by_key(|span| span.start());
    let mut ahead = taken.into_iter().peekable();
    let mut reach = ByteOffset(0);
    let starts = sentences(text, whole).into_iter().skip(1).map(|sentence| sentence.start());
    let mut breaks = Vec::new();
    for start in starts {
        while let Some(span) = ahead.next_if(|span| span.start() < start) {
            reach = reach.max(span.end());
        }
        if reach <= start {
            breaks.push(start);
        }
    }
    breaks
}

/// What a token says that a mark begins with: of a mention the number of its voice in the register (`s2`), of a
/// claim for each tie the numbers of its mention and its cue in their columns (`m1/c3`).
fn links(document: &Document) -> BTreeMap<ByteOffset, Vec<String>> {
    let number = |kind| -> BTreeMap<&MarkId, usize> {
        of_kind(document, kind).enumerate().map(|(at, mark)| (&mark.id, at + 1)).collect()
    };
    let (mentions, cues) = (number(MarkKind::Source), number(MarkKind::Cue));
    let voices: BTreeMap<&SourceId, usize> =
        document.sources.iter().enumerate().map(|(at, source)| (&source.id, at + 1)).collect();
    let mut links: BTreeMap<ByteOffset, Vec<String>> = BTreeMap::new();
    for mark in &document.marks {
        let Some(start) = spans(mark).next().map(|span| span.start()) else { continue };
        let voice = mark.mentions().and_then(|source| voices.get(source)).map(|number| format!("s{number}"));
        let ties = mark.claim().map(|claim| claim.said_by.attributions()).unwrap_or_default();
        let ties = ties.iter().filter_map(|tie| {
            let mention = mentions.get(tie.mention.as_ref()?)?;
            let cue = tie.cue.as_ref().and_then(|id| cues.get(id));
            Some(cue.map_or_else(|| format!("m{mention}"), |cue| format!("m{mention}/c{cue}")))
        });
        let said: Vec<String> = voice.into_iter().chain(ties).collect();
        if !said.is_empty() {
            links.entry(start).or_default().extend(said);
        }
    }
    links
}
