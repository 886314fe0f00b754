//! Tables as comma-separated values (RFC 4180).

use super::{Cell, Table};
use crate::format::exchange::build::RECORDS;
use crate::format::exchange::{At, Fault, Given, Misread, Part};

const MARK: &str = "\u{feff}";

/// What makes a spreadsheet program take a text for a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

pub(super) fn write(table: &Table) -> Part {
    let mut text = MARK.to_owned();
    let names = table.columns.iter().map(|name| Cell::Text(name.clone())).collect();
    for row in std::iter::once(&names).chain(&table.rows) {
        for (nth, cell) in row.iter().enumerate() {
            if nth > 0 {
                text.push(',');
            }
            match cell {
                Cell::Empty => {}
                Cell::Number(number) => text.push_str(&number.to_string()),
                Cell::Text(cell) => push(&mut text, cell),
            }
        }
        text.push_str("\r\n");
    }
    Part::text(&format!("{}.csv", table.name), text)
}

/// Adds a text, with an apostrophe before what a spreadsheet program would take for a formula.
fn push(text: &mut String, cell: &str) {
    let guard = if is_guarded(cell) { "'" } else { "" };
    if cell.contains([',', '"', '\r', '\n', ';']) || cell.starts_with(' ') || cell.ends_with(' ') {
        text.push_str(&format!("\"{guard}{}\"", cell.replace('"', "\"\"")));
    } else {
        text.push_str(guard);
        text.push_str(cell);
    }
}

/// Whether a text begins as a formula does, behind any number of apostrophes.
fn is_guarded(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(FORMULA)
}

/// A text without the apostrophe that guards it.
fn unguarded(cell: String) -> String {
    match cell.strip_prefix('\'') {
        Some(rest) if is_guarded(rest) => rest.to_owned(),
        _ => cell,
    }
}

/// The names of the columns, if a file begins as a table does.
pub(in crate::format::exchange) fn header(text: &str) -> Vec<String> {
    let text = text.strip_prefix(MARK).unwrap_or(text);
    let line = text.lines().next().unwrap_or_default();
    rows(line, separator(line), "").ok().and_then(|mut rows| rows.pop()).unwrap_or_default()
}

/// Reads tables: each file is one, and has the names of its columns in its first row.
pub(super) fn tables(given: &Given<'_>) -> Result<Vec<Table>, Misread> {
    let tables =
        given.parts.iter().filter(|part| part.ending().eq_ignore_ascii_case("csv") || given.parts.len() == 1);
    tables.map(table).collect()
}

fn table(part: &Part) -> Result<Table, Misread> {
    let name = part.stem().to_owned();
    let text = std::str::from_utf8(&part.bytes)
        .map_err(|_not| Misread { at: At::Part(part.name.clone()), fault: Fault::NotUtf8 })?;
    let text = text.strip_prefix(MARK).unwrap_or(text);
    let mut rows = rows(text, separator(text.lines().next().unwrap_or_default()), &part.name)?.into_iter();
    let columns: Vec<String> =
        rows.next().unwrap_or_default().into_iter().map(|name| name.trim().to_owned()).collect();
    let cell = |text: String| if text.is_empty() { Cell::Empty } else { Cell::Text(unguarded(text)) };
    Ok(Table { name, columns, rows: rows.map(|row| row.into_iter().map(cell).collect()).collect() })
}

/// What stands between the columns: some spreadsheet programs write semicolons or tabs.
fn separator(header: &str) -> char {
    let count = |c: char| header.matches(c).count();
    [',', ';', '\t'].into_iter().rev().max_by_key(|c| count(*c)).unwrap_or(',')
}

/// The rows of a text.
fn rows(text: &str, separator: char, part: &str) -> Result<Vec<Vec<String>>, Misread> {
    let mut rows = Vec::new();
    let (mut row, mut cell) = (Vec::new(), String::new());
    let mut letters = text.chars().peekable();
    let (mut line, mut opened) = (1, None);
    while let Some(c) = letters.next() {
        line += usize::from(c == '\n');
        match (c, opened) {
            ('"', Some(_)) if letters.next_if_eq(&'"').is_some() => cell.push('"'),
            ('"', Some(_)) => opened = None,
            (c, Some(_)) => cell.push(c),
            ('"', None) if cell.is_empty() => opened = Some(line),
            (c, None) if c == separator => row.push(std::mem::take(&mut cell)),
            ('\r', None) if letters.peek() == Some(&'\n') => {}
            ('\n', None) => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            (c, None) => cell.push(c),
        }
        if rows.len() > RECORDS {
            return Err(Misread { at: At::Part(part.to_owned()), fault: Fault::TooMany(RECORDS) });
        }
    }
    if let Some(line) = opened {
        return Err(Misread { at: At::PartLine(part.to_owned(), line), fault: Fault::Unclosed });
    }
    if !(cell.is_empty() && row.is_empty()) {
        row.push(cell);
        rows.push(row);
    }
    Ok(rows)
}
