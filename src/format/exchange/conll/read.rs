//! Tables of tokens become articles.

use std::collections::BTreeMap;

use super::tokens::{Row, Tag, documents};
use super::{COLUMNS, KINDS, TABLES, is_named};
use crate::annotation::{Attribution, Content, Place, SaidBy};
use crate::format::exchange::build::{Build, RECORDS, Told};
use crate::format::exchange::{At, Fault, Given, Misread, Part, Read, labels};
use crate::format::native::{Document, Remark};
use crate::text::{ByteOffset, Span, Spans, is_space};

/// Reads each table with the text of the same name; without one, the text is put together of its tokens. The
/// tables of one kind that stand beside the whole one are left out.
pub(super) fn read(given: &Given<'_>) -> Result<Read, Misread> {
    let mut told = Told::default();
    let mut read = Vec::new();
    let tables: Vec<&Part> = match given.parts {
        [only] => vec![only],
        parts => parts.iter().filter(|part| is_named(part) && !is_extra(part, parts)).collect(),
    };
    for table in tables {
        let at = |line, fault| Misread { at: place(given, table, line), fault };
        let lines = utf8(table)?;
        let text = given.parts.iter().find(|part| is_text_of(part, table));
        let all = documents(lines);
        // A table without a token is the table of a text without one.
        let all = if all.is_empty() && text.is_some() { vec![Vec::new()] } else { all };
        for rows in all {
            told.article = Some(read.len());
            let text = text.map(utf8).transpose()?;
            read.push(document(&rows, text, &mut told).map_err(|(line, fault)| at(line, fault))?);
        }
    }
    if read.is_empty() { Err(Misread::whole(Fault::NotThis)) } else { Ok(told.with(read)) }
}

fn utf8(part: &Part) -> Result<&str, Misread> {
    let not = |_not| Misread { at: At::Part(part.name.clone()), fault: Fault::NotUtf8 };
    std::str::from_utf8(&part.bytes).map_err(not)
}

fn place(given: &Given<'_>, table: &Part, line: usize) -> At {
    if given.parts.len() > 1 { At::PartLine(table.name.clone(), line) } else { At::Line(line) }
}

/// The name of a part with its folder, without its ending.
fn path(part: &Part) -> &str {
    part.name.rsplit_once('.').map_or(&part.name, |(path, _)| path)
}

fn is_text_of(part: &Part, table: &Part) -> bool {
    !std::ptr::eq(part, table) && part.ending().eq_ignore_ascii_case("txt") && path(part) == path(table)
}

fn is_extra(part: &Part, parts: &[Part]) -> bool {
    let whole = path(part).rsplit_once('.').filter(|(_, table)| TABLES.contains(table));
    whole.is_some_and(|(whole, _)| parts.iter().any(|other| is_named(other) && path(other) == whole))
}

fn document(rows: &[Row<'_>], text: Option<&str>, told: &mut Told) -> Result<Document, (usize, Fault)> {
    if rows.len() > RECORDS {
        return Err((RECORDS, Fault::TooMany(RECORDS)));
    }
    let is_ours = is_ours(rows);
    let tokens = rows.iter().map(|row| token(row, is_ours)).collect::<Result<Vec<_>, _>>()?;
    let put_together;
    let text = match text {
        Some(text) => text,
        None => {
            put_together = put(rows, &tokens);
            &put_together
        }
    };
    let build = Build::new(text).map_err(|fault| (1, fault))?;
    let spans = align(&build, rows, &tokens)?;
    let mut reading = Reading { build, spans, at: [Vec::new(), Vec::new(), Vec::new()] };
    if is_ours {
        for (nth, column) in (COLUMNS - KINDS.len()..COLUMNS).enumerate() {
            reading.column(rows, column, Some(nth))?;
        }
        reading.link(rows, told);
    } else {
        reading.column(rows, usize::MAX, None)?;
    }
    Ok(reading.build.finish())
}

/// Whether these are our columns: they begin with two offsets.
fn is_ours(rows: &[Row<'_>]) -> bool {
    let offset =
        |row: &Row<'_>, at: usize| row.columns.get(at).is_some_and(|cell| cell.parse::<usize>().is_ok());
    rows.iter().all(|row| row.columns.len() == COLUMNS && offset(row, 0) && offset(row, 1))
}

/// The token of a line: behind the offsets in our own, behind its number in CoNLL-U, else the first column.
fn token<'a>(row: &Row<'a>, is_ours: bool) -> Result<&'a str, (usize, Fault)> {
    let is_numbered =
        row.columns.len() >= 10 && row.columns.first().is_some_and(|first| first.parse::<usize>().is_ok());
    let column = if is_ours { 2 } else { usize::from(is_numbered) };
    let token = row.columns.get(column).filter(|token| !token.is_empty() && row.columns.len() > 1);
    token.copied().ok_or_else(|| odd(row, &row.columns.join(" "), "a token and a tag"))
}

fn odd(row: &Row<'_>, found: &str, wanted: &'static str) -> (usize, Fault) {
    (row.line, Fault::Odd { found: found.to_owned(), wanted })
}

/// A text of tokens: spaces between them, each sentence on a line of its own.
fn put(rows: &[Row<'_>], tokens: &[&str]) -> String {
    let mut text = String::new();
    for (row, token) in rows.iter().zip(tokens) {
        if !text.is_empty() {
            text.push(if row.begins { '\n' } else { ' ' });
        }
        text.push_str(token);
    }
    text
}

/// The places of the tokens, one behind the other; only white space may stand between them.
fn align(build: &Build, rows: &[Row<'_>], tokens: &[&str]) -> Result<Vec<Span>, (usize, Fault)> {
    let text = &build.text;
    let mut spans = Vec::with_capacity(tokens.len());
    let mut at = 0;
    for (row, token) in rows.iter().zip(tokens) {
        let rest = text.as_str().get(at..).unwrap_or_default();
        let start = at + rest.len() - rest.trim_start_matches(is_space).len();
        let end = start + token.len();
        let is_there = text.as_str().get(start..end) == Some(token);
        let span = text.span(ByteOffset(start)..ByteOffset(end)).filter(|_| is_there);
        spans.push(span.ok_or((row.line, Fault::OtherText))?);
        at = end;
    }
    Ok(spans)
}

struct Reading {
    build: Build,
    /// The places of the tokens.
    spans: Vec<Span>,
    /// The numbers of the marks of each of our columns.
    at: [Vec<usize>; 3],
}

/// A mark that is open: its label, its first token and its last.
type Open<'a> = Option<(&'a str, usize, usize)>;

impl Reading {
    /// The marks of a column; of the last one, if there are fewer.
    fn column(&mut self, rows: &[Row<'_>], column: usize, nth: Option<usize>) -> Result<(), (usize, Fault)> {
        let mut open: Open<'_> = None;
        for (token, row) in rows.iter().enumerate() {
            let cell = row.columns.get(column).or(row.columns.last()).copied().unwrap_or_default();
            let tag = Tag::of(cell);
            let tag = tag.ok_or_else(|| odd(row, cell, "a tag such as B-Claim, I-Claim or O"))?;
            // No tag goes from one sentence to the next.
            let before = open.take();
            let goes_on = before.filter(|(label, ..)| {
                !row.begins && matches!(tag, Tag::Inside(name) | Tag::Ends(name) if name == *label)
            });
            if goes_on.is_none() {
                self.close(before, nth);
            }
            open = match (tag, goes_on) {
                (Tag::Inside(_) | Tag::Ends(_), Some((label, first, _))) => Some((label, first, token)),
                (Tag::Begins(label) | Tag::Inside(label) | Tag::Ends(label) | Tag::Alone(label), _) => {
                    Some((label, token, token))
                }
                (Tag::Outside, _) => None,
            };
            if matches!(tag, Tag::Ends(_) | Tag::Alone(_)) {
                self.close(open.take(), nth);
            }
        }
        self.close(open, nth);
        Ok(())
    }

    fn close(&mut self, open: Open<'_>, nth: Option<usize>) {
        let Some((label, first, last)) = open else { return };
        let ends = self.spans.get(first).zip(self.spans.get(last));
        let span = ends.and_then(|(first, last)| self.build.text.span(first.start()..last.end()));
        let Some(span) = span else { return };
        let words = self.build.text.slice(span).to_owned();
        let label = labels::of_tag(label);
        // Whose mention it is, our own links say afterwards.
        let source = if nth.is_some() { "".into() } else { self.voice(label, &words) };
        let content = labels::content(label, || source);
        let at = self.build.marks.len();
        if let Some(column) = nth.and_then(|nth| self.at.get_mut(nth)) {
            column.push(at);
        }
        self.build.mark("", Place::Placed(Spans::from(span)), content);
    }

    fn voice(&mut self, label: &str, words: &str) -> crate::annotation::SourceId {
        if label == labels::SOURCE { self.build.named_source(words) } else { "".into() }
    }

    /// What our own tokens say of the marks that begin with them.
    fn link(&mut self, rows: &[Row<'_>], told: &mut Told) {
        let starts: BTreeMap<ByteOffset, usize> =
            self.spans.iter().enumerate().map(|(nth, span)| (span.start(), nth)).collect();
        let [sources, cues, claims] = std::mem::take(&mut self.at);
        let said = |build: &Build, at: usize| {
            let start = build.marks.get(at).and_then(|mark| Some(mark.spans()?.hull().start()));
            let row = start.and_then(|start| rows.get(*starts.get(&start)?));
            row.and_then(|row| row.columns.get(COLUMNS - KINDS.len() - 1).copied()).unwrap_or_default()
        };
        for at in &sources {
            let voice = said(&self.build, *at).split('|').find(|link| number(link, 's').is_some());
            let Some(mark) = self.build.marks.get(*at).filter(|mark| mark.mentions().is_some()) else {
                continue;
            };
            let words = mark.quote(&self.build.text);
            let source = match voice {
                Some(voice) => self.build.source(voice, &words),
                None => self.build.named_source(&words),
            };
            if let Some(mark) = self.build.marks.get_mut(*at) {
                mark.content = Content::Source(source);
            }
        }
        for at in claims {
            let links = said(&self.build, at).split('|').filter(|link| link.starts_with('m'));
            let mut ties = Vec::new();
            for link in links {
                match tie(&self.build, link, &sources, &cues) {
                    Some(tie) => ties.push(tie),
                    None => told.tell("", Remark::LeftOut(link.to_owned())),
                }
            }
            if let Some(Content::Claim(claim)) = self.build.marks.get_mut(at).map(|mark| &mut mark.content) {
                claim.said_by = SaidBy::or_open(ties);
            }
        }
    }
}

/// The number behind a letter.
fn number(link: &str, letter: char) -> Option<usize> {
    link.strip_prefix(letter)?.parse::<usize>().ok()?.checked_sub(1)
}

/// The tie that a link means: `m1/c3`.
fn tie(build: &Build, link: &str, sources: &[usize], cues: &[usize]) -> Option<Attribution> {
    let (mention, cue) = link.split_once('/').map_or((link, None), |(mention, cue)| (mention, Some(cue)));
    let mention = *sources.get(number(mention, 'm')?)?;
    let source = build.marks.get(mention)?.mentions()?.clone();
    let cue = match cue {
        Some(cue) => Some(*cues.get(number(cue, 'c')?)?),
        None => None,
    };
    // Marks have no names yet: they are called by their number.
    let name = |at: usize| format!("m{}", at + 1).as_str().into();
    Some(Attribution { mention: Some(name(mention)), cue: cue.map(name), ..Attribution::to(source) })
}
