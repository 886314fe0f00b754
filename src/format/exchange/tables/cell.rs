//! What stands in a cell, and what it says in our own file.

use serde_json::value::RawValue;

use super::Cell;
use crate::format::exchange::own_file::raw;

/// Columns that hold JSON, numbers, and yes or no; all others hold text.
const JSON: [&str; 2] = ["fields", "more"];
const NUMBERS: [&str; 2] = ["start", "end"];
const FLAGS: [&str; 2] = ["moved", "orphan"];

/// A value of our own file as a cell.
pub(super) fn of(value: &RawValue) -> Cell {
    let json = value.get();
    if let Ok(text) = serde_json::from_str::<String>(json) {
        return Cell::Text(text);
    }
    if let Ok(tags) = serde_json::from_str::<Vec<String>>(json) {
        return Cell::Text(join(&tags));
    }
    json.parse().map_or_else(|_| Cell::Text(json.to_owned()), Cell::Number)
}

/// What a cell says in our own file; `None` if it is empty, the wanted if something else should stand there.
pub(super) fn value(column: &str, cell: &Cell) -> Result<Option<Box<RawValue>>, &'static str> {
    let text = match cell {
        Cell::Empty => return Ok(None),
        Cell::Text(text) if text.is_empty() => return Ok(None),
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
    };
    Ok(Some(match column {
        _ if NUMBERS.contains(&column) => raw(&number(&text).ok_or("a whole number")?),
        _ if FLAGS.contains(&column) => raw(&text.eq_ignore_ascii_case("true")),
        _ if JSON.contains(&column) => RawValue::from_string(text).map_err(|_not| "JSON")?,
        "tags" => raw(&split(&text)),
        _ => raw(&text),
    }))
}

/// A whole number, as spreadsheet programs may write it.
pub(super) fn number(text: &str) -> Option<usize> {
    let text = text.trim();
    let whole = text.split_once('.').filter(|(_, rest)| rest.bytes().all(|digit| digit == b'0'));
    whole.map_or(text, |(whole, _)| whole).parse().ok()
}

/// Several texts in one cell, between semicolons: `\;` is a semicolon, `\\` a backslash, and `\-` a text
/// with nothing in it.
pub(super) fn join(texts: &[String]) -> String {
    let one = |text: &String| match text.as_str() {
        "" => "\\-".to_owned(),
        text => text.replace('\\', "\\\\").replace(';', "\\;"),
    };
    texts.iter().map(one).collect::<Vec<_>>().join(";")
}

/// The texts of such a cell.
pub(super) fn split(cell: &str) -> Vec<String> {
    let (mut texts, mut text) = (Vec::new(), String::new());
    let mut letters = cell.chars();
    while let Some(c) = letters.next() {
        match c {
            ';' => texts.push(std::mem::take(&mut text)),
            '\\' => text.extend(letters.next().filter(|c| *c != '-')),
            c => text.push(c),
        }
    }
    texts.push(text);
    texts
}

#[cfg(test)]
mod tests {
    use super::{join, number, split};

    #[test]
    fn several_texts_come_back_out_of_one_cell() {
        for texts in [&["a"][..], &["", ""], &["a;b", "\\", "-"], &["\\-", ";"], &["", "a"], &["a\\;"]] {
            let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
            assert_eq!(split(&join(&texts)), texts);
        }
        assert_eq!(split("toll; ferry"), ["toll", " ferry"]);
    }

    #[test]
    fn numbers_are_read_as_spreadsheets_write_them() {
        let check = |text: &str, expected: Option<usize>| assert_eq!(number(text), expected, "{text}");
        for (text, expected) in [("5", 5), ("5.0", 5), (" 1200 ", 1200), ("0", 0), ("10", 10)] {
            check(text, Some(expected));
        }
        for text in ["", "-1", "5.5", "x", "1e3"] {
            check(text, None);
        }
    }
}
