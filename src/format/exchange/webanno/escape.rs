//! What stands for a character that means something in the table.

/// What a person wrote, as a cell has it. The format has no sign for a carriage return in a cell; a line of
/// the table must not end there, so it stands as in the text.
pub(super) fn value(text: &str) -> String {
    let mut cell = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\\' | '[' | ']' | '|' | '_' | ';' | '*' => cell.extend(['\\', c]),
            '-' if rest.peek() == Some(&'>') => cell.push_str("\\-"),
            '\t' => cell.push_str("\\t"),
            '\n' => cell.push_str("\\n"),
            '\r' => cell.push_str("\\r"),
            c => cell.push(c),
        }
    }
    cell
}

/// What a cell says.
pub(super) fn plain(cell: &str) -> String {
    unescaped(cell, |c, next| match c {
        '\\' | '[' | ']' | '|' | '_' | ';' | '*' => Some(c),
        '-' if next == Some('>') => Some(c),
        't' => Some('\t'),
        'n' => Some('\n'),
        'r' => Some('\r'),
        _ => None,
    })
}

/// A line of the article, as the table has it.
pub(super) fn line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => line.push_str("\\\\"),
            '\t' => line.push_str("\\t"),
            '\n' => line.push_str("\\n"),
            '\u{c}' => line.push_str("\\f"),
            '\r' => line.push_str("\\r"),
            '\u{8}' => line.push_str("\\b"),
            '\u{b}' => line.push(c),
            '\0'..='\u{1f}' => line.extend(['\\', c]),
            c => line.push(c),
        }
    }
    line
}

/// What a line of the article says. Up to version 3.1 it was written as a string of Java.
pub(super) fn text(line: &str, java: bool) -> String {
    let decoded;
    let line = if java {
        decoded = units(line);
        &decoded
    } else {
        line
    };
    unescaped(line, |c, _| match c {
        't' => Some('\t'),
        'n' => Some('\n'),
        'f' => Some('\u{c}'),
        'r' => Some('\r'),
        'b' => Some('\u{8}'),
        '\\' | '\0'..='\u{1f}' => Some(c),
        '"' | '\'' | '/' if java => Some(c),
        _ => None,
    })
}

/// Takes backslashes away before what they stand for; others stay.
fn unescaped(text: &str, means: impl Fn(char, Option<char>) -> Option<char>) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let mut ahead = rest.clone();
        match ahead.next().filter(|_| c == '\\').and_then(|next| means(next, ahead.clone().next())) {
            Some(meant) => {
                plain.push(meant);
                rest = ahead;
            }
            None => plain.push(c),
        }
    }
    plain
}

/// Puts characters in the place of their UTF-16 units, `\u00e9`; what is escaped otherwise stays so.
fn units(text: &str) -> String {
    let mut all: Vec<u16> = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        all.extend(before.encode_utf16());
        let unit = escape.get(2..6).filter(|_| escape.starts_with("\\u"));
        match unit.and_then(|hex| u16::from_str_radix(hex, 16).ok()) {
            Some(unit) => {
                all.push(unit);
                rest = escape.get(6..).unwrap_or_default();
            }
            None => {
                let end = escape.char_indices().nth(2).map_or(escape.len(), |(end, _)| end);
                all.extend(escape.get(..end).unwrap_or_default().encode_utf16());
                rest = escape.get(end..).unwrap_or_default();
            }
        }
    }
    all.extend(rest.encode_utf16());
    String::from_utf16_lossy(&all)
}

/// A cell cut at a sign that no backslash stands before.
pub(super) fn split(cell: &str, sign: char) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut escaped) = (0, false);
    for (at, c) in cell.char_indices() {
        if c == sign && !escaped {
            pieces.push(cell.get(start..at).unwrap_or_default());
            start = at + c.len_utf8();
        }
        escaped = c == '\\' && !escaped;
    }
    pieces.push(cell.get(start..).unwrap_or_default());
    pieces
}

/// What a cell says, and what stands in brackets behind it: figures alone, or two numbers with `_` between.
pub(super) fn bracketed(cell: &str) -> (&str, Option<&str>) {
    let parted = cell.strip_suffix(']').and_then(|rest| rest.rsplit_once('['));
    let is_number = |inside: &str| inside.starts_with(|c: char| c.is_ascii_digit());
    match parted {
        Some((value, inside))
            if is_number(inside) && inside.chars().all(|c| c.is_ascii_digit() || c == '_') =>
        {
            (value, Some(inside))
        }
        _ => (cell, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_escaped_comes_back() {
        for text in
            ["", "plain", "a\\b|c;d[1]_*->e\t\n\r", "\\n", "\\", "->", "-", "->->", "é🙂\u{2028}\u{b}", "\\-"]
        {
            assert_eq!(plain(&value(text)), text, "{text:?}");
            assert_eq!(super::text(&line(text), false), text, "{text:?}");
            assert_eq!(split(&value(text), '|').len(), 1, "{text:?}");
            assert_eq!(bracketed(&format!("{}[7]", value(text))), (value(text).as_str(), Some("7")));
        }
        let low: String = ('\0'..='\u{1f}').collect();
        assert_eq!(text(&line(&low), false), low);
    }

    #[test]
    fn older_texts_are_strings_of_java() {
        assert_eq!(text(r#"Caf\u00e9 \uD83D\uDE42 \"x\" \\u00e9\u12"#, true), "Café 🙂 \"x\" \\u00e9\\u12");
        assert_eq!(text(r"Caf\u00e9", false), "Caf\\u00e9");
    }

    #[test]
    fn signs_behind_a_backslash_part_nothing() {
        assert_eq!(split(r"a\|b|c\\|d", '|'), [r"a\|b", r"c\\", "d"]);
        assert_eq!(split("", ';'), [""]);
        assert_eq!(bracketed(r"a\[1\]"), (r"a\[1\]", None));
        assert_eq!(bracketed("1-1[0_2]"), ("1-1", Some("0_2")));
        assert_eq!(bracketed("x[]"), ("x[]", None));
    }
}
