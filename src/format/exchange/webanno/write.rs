//! An article becomes a table.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::cells::cell;
use super::header::{Needed, needed};
use super::layers::{MARK, Said, Voices, layer};
use super::schema::schema;
use super::tokens::{Token, tokens};
use super::{BEGINS, escape};
use crate::annotation::{Mark, MarkId};
use crate::format::exchange::{Occasion, Part};
use crate::format::native::Document;
use crate::text::{ByteOffset, Span, Text};

pub(super) fn write(documents: &[Document], _: &Occasion<'_>) -> Vec<Part> {
    let each = documents.iter();
    each.flat_map(|one| [Part::text("article.tsv", table(one)), Part::text("TypeSystem.xml", schema())])
        .collect()
}

/// A token, or a part of one, by its place among the tokens and where in the text the part is.
type Unit = (usize, Option<(usize, usize)>);

/// A piece of a mark: an annotation of its own.
pub(super) struct Piece<'a> {
    /// The place of its layer among ours.
    pub(super) layer: usize,
    pub(super) mark: &'a Mark,
    /// The features that stand at this piece: all at the first, at others what mark it is of.
    pub(super) said: Said,
    /// Whether it is the first of its mark, to which references lead.
    pub(super) is_first: bool,
    /// The number that tells it from all others in the table; the order of the marks is that of these.
    pub(super) number: usize,
}

/// What references to a mark lead to: its first token, or part of one, and its number.
pub(super) type Homes<'a> = BTreeMap<&'a MarkId, (String, usize)>;

fn table(document: &Document) -> String {
    let text = &document.article.text;
    let (pieces, spans) = pieces(document);
    let columns = needed(&pieces);
    let tokens = tokens(text, &spans);
    let units = units(&tokens, &spans);
    let names = names(&tokens, units.keys());
    let homes = homes(&pieces, &units, &names);
    let mut table = format!("{BEGINS}3\n");
    columns.iter().for_each(|needed| table += &(needed.line() + "\n"));
    table.push('\n');
    let mut sentence = 0;
    for (nth, token) in tokens.iter().enumerate() {
        if token.sentence > sentence {
            sentence = token.sentence;
            table += &heading(text, &tokens, nth);
        }
        for (unit, over) in units.range((nth, None)..(nth + 1, None)) {
            let at = unit.1.map_or(token.at.clone(), |(start, end)| start..end);
            let name = names.get(unit).map(String::as_str).unwrap_or_default();
            // Writing into a string cannot fail.
            let _always = write!(table, "{name}\t{}\t", place(text, &at));
            let over: Vec<&Piece<'_>> = over.iter().filter_map(|piece| pieces.get(*piece)).collect();
            table += &words(text.as_str().get(at).unwrap_or_default());
            columns.iter().for_each(|needed| cells(&mut table, needed, &over, &homes));
            table += "\t\n";
        }
    }
    table
}

/// The pieces of all marks, in the order of the marks, and where they are.
fn pieces(document: &Document) -> (Vec<Piece<'_>>, Vec<Span>) {
    let voices = Voices::of(document);
    let (mut pieces, mut spans): (Vec<Piece<'_>>, Vec<Span>) = (Vec::new(), Vec::new());
    for mark in &document.marks {
        let of = mark.spans().into_iter().flat_map(|spans| spans.iter());
        for (nth, span) in of.enumerate() {
            let mut said = if nth == 0 { voices.said(mark) } else { Said::new() };
            if mark.spans().is_some_and(|spans| spans.iter().len() > 1) {
                said.insert(MARK, mark.id.to_string());
            }
            spans.push(span);
            let number = spans.len();
            pieces.push(Piece { layer: layer(mark), mark, said, is_first: nth == 0, number });
        }
    }
    (pieces, spans)
}

/// All tokens, and parts of tokens that pieces lie on, each with the pieces over it.
fn units(tokens: &[Token], spans: &[Span]) -> BTreeMap<Unit, Vec<usize>> {
    let mut units: BTreeMap<Unit, Vec<usize>> =
        (0..tokens.len()).map(|nth| ((nth, None), Vec::new())).collect();
    for (piece, span) in spans.iter().enumerate() {
        let (start, end) = (span.start().0, span.end().0);
        let first = tokens.partition_point(|token| token.at.end <= start);
        let under = tokens.iter().enumerate().skip(first).take_while(|(_, token)| token.at.start < end);
        for (nth, token) in under {
            let part = (token.at.start.max(start), token.at.end.min(end));
            let is_whole = part == (token.at.start, token.at.end);
            units.entry((nth, (!is_whole).then_some(part))).or_default().push(piece);
        }
    }
    units
}

/// What tokens and their parts are called: `2-7` and `2-7.1`.
fn names<'u>(tokens: &[Token], units: impl Iterator<Item = &'u Unit>) -> BTreeMap<Unit, String> {
    let mut part = 0;
    let mut names = BTreeMap::new();
    for unit in units {
        let Some(token) = tokens.get(unit.0) else { continue };
        let name = format!("{}-{}", token.sentence, token.number);
        part = if unit.1.is_some() { part + 1 } else { 0 };
        names.insert(*unit, if part == 0 { name } else { format!("{name}.{part}") });
    }
    names
}

fn homes<'a>(
    pieces: &[Piece<'a>],
    units: &BTreeMap<Unit, Vec<usize>>,
    names: &BTreeMap<Unit, String>,
) -> Homes<'a> {
    let mut homes = Homes::new();
    for (unit, over) in units {
        for piece in over.iter().filter_map(|piece| pieces.get(*piece)).filter(|piece| piece.is_first) {
            let name = names.get(unit).cloned().unwrap_or_default();
            homes.entry(&piece.mark.id).or_insert((name, piece.number));
        }
    }
    homes
}

/// The lines of text above a sentence. The line end that parts it from the next one goes without saying.
fn heading(text: &Text, tokens: &[Token], first: usize) -> String {
    let sentence = tokens.get(first).map(|token| (token.sentence, token.at.start));
    let (sentence, start) = sentence.unwrap_or_default();
    let next = tokens.iter().skip(first).find(|token| token.sentence > sentence);
    let end = next.map_or(text.len().0, |token| token.at.start);
    let all = text.as_str().get(start..end).unwrap_or_default();
    let all = if next.is_some() { all.strip_suffix('\n').unwrap_or(all) } else { all };
    let lines = all.split('\n').map(|line| format!("#Text={}\n", escape::line(line)));
    std::iter::once("\n".to_owned()).chain(lines).collect()
}

/// A place in UTF-16 units.
fn place(text: &Text, at: &std::ops::Range<usize>) -> String {
    format!("{}-{}", text.utf16_at(ByteOffset(at.start)).0, text.utf16_at(ByteOffset(at.end)).0)
}

/// The words of a token. Nobody reads its offsets from them, so they stand as they are where they can.
fn words(words: &str) -> String {
    if words.contains(char::is_control) { escape::line(words) } else { words.to_owned() }
}

fn cells(table: &mut String, needed: &Needed, over: &[&Piece<'_>], homes: &Homes<'_>) {
    let over: Vec<&Piece<'_>> = over.iter().filter(|piece| piece.layer == needed.layer).copied().collect();
    for (nth, column) in needed.columns.iter().enumerate() {
        table.push('\t');
        // The roles of a slot stand in the column before.
        let before = nth.checked_sub(1).and_then(|before| needed.columns.get(before));
        table.push_str(&cell(column, before, &over, homes));
    }
}
