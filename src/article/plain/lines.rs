//! A text as the lines it was typed in.

use super::calendar::is_month;

/// One line that is not blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line<'t> {
    /// What is in it, without white space at its edges.
    pub(super) words: &'t str,
    /// The byte offset in the text at which the words start.
    pub(super) at: usize,
    /// Columns of white space before the words.
    pub(super) indent: usize,
    /// Columns from the margin to the end of the words.
    pub(super) width: usize,
    /// Whether a blank line, or nothing, stands before it.
    pub(super) after_blank: bool,
    /// What it starts with.
    pub(super) lead: Lead,
    /// Whether it is indented below the item of a list that it goes on with.
    pub(super) hangs: bool,
}

/// What a line starts with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    /// The mark or the number of an item in a list.
    Item,
    /// The `>` of a quoted passage.
    Quote,
    /// A word like any other.
    Word,
}

/// The lines of a text that are not blank. Lines end with `LF` alone.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let (mut lines, mut at) = (Vec::new(), 0);
    let mut above = Above::default();
    for raw in text.split('\n') {
        match line(raw, at, &above) {
            Some(line) => {
                above = above.then(&line);
                lines.push(line);
            }
            None => above = Above::default(),
        }
        at += raw.len() + 1;
    }
    lines
}

/// What a line must know of the line above it. The default is a blank line.
#[derive(Default)]
struct Above {
    filled: bool,
    /// The indent of the list item that is being written, if one is.
    item: Option<usize>,
}

impl Above {
    fn then(&self, line: &Line<'_>) -> Above {
        let item = match line.lead {
            Lead::Item => Some(line.indent),
            _ if line.hangs => self.item,
            _ => None,
        };
        Above { filled: true, item }
    }
}

/// `at` is the byte offset of the raw line in the text. `None` for a blank line.
fn line<'t>(raw: &'t str, at: usize, above: &Above) -> Option<Line<'t>> {
    let from_words = raw.trim_start();
    let words = from_words.trim_end();
    if words.is_empty() {
        return None;
    }
    let before = raw.len() - from_words.len();
    let indent = columns(raw.get(..before).unwrap_or_default());
    let lead = lead(words);
    let hangs = lead == Lead::Word && above.item.is_some_and(|item| indent > item);
    let width = indent + columns(words);
    Some(Line { words, at: at + before, indent, width, after_blank: !above.filled, lead, hangs })
}

fn lead(words: &str) -> Lead {
    if words.starts_with('>') {
        Lead::Quote
    } else if is_item(words) {
        Lead::Item
    } else {
        Lead::Word
    }
}

/// Whether the words start with `- `, `* `, `• `, `1. `, `1) `, `a) ` or `(a) `. The fourth of March
/// (`4. März`) is no item.
fn is_item(words: &str) -> bool {
    let Some((mark, rest)) = words.split_once(char::is_whitespace) else { return false };
    if matches!(mark, "-" | "*" | "•" | "‣" | "◦" | "▪" | "·") {
        return rest.contains(char::is_alphanumeric);
    }
    let number = |name: &str| (1..=3).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_digit());
    let letter = |name: &str| name.len() == 1 && name.bytes().all(|byte| byte.is_ascii_lowercase());
    if let Some(name) = mark.strip_suffix(')') {
        let name = name.strip_prefix('(').unwrap_or(name);
        return number(name) || letter(name);
    }
    let first = rest.split_whitespace().next().unwrap_or_default();
    mark.strip_suffix('.').is_some_and(number) && !is_month(first)
}

/// Columns that the characters take where every character is as wide as any other, save that those
/// of East Asian scripts take two, and a tab four.
pub(super) fn columns(characters: &str) -> usize {
    characters.chars().map(|c| if c == '\t' { 4 } else { 1 + usize::from(is_wide(c)) }).sum()
}

/// Columns of the first word, which is what would not have fitted on the line above. East Asian
/// lines break after any character.
pub(super) fn first_word_columns(words: &str) -> usize {
    match words.chars().next() {
        Some(c) if is_wide(c) => 2,
        _ => columns(words.split(|c: char| c.is_whitespace() || is_wide(c)).next().unwrap_or_default()),
    }
}

/// Columns of the longest stretch that no line break could have cut.
pub(super) fn longest_word_columns(words: &str) -> usize {
    words.split(|c: char| c.is_whitespace() || is_wide(c)).map(columns).max().unwrap_or_default()
}

/// Han, Kana, Hangul and the full-width forms.
fn is_wide(c: char) -> bool {
    matches!(c,
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}' | '\u{20000}'..='\u{3fffd}')
}

#[cfg(test)]
mod tests {
    use super::{Lead, columns, first_word_columns, lead, lines, longest_word_columns};

    #[test]
    fn lines_know_their_place() {
        let text = "\n  One – ü\n\n\tTwo  \nThree\n   \n";
        let found: Vec<_> =
            lines(text).into_iter().map(|l| (l.words, l.indent, l.width, l.after_blank)).collect();
        assert_eq!(found, [("One – ü", 2, 9, true), ("Two", 4, 7, true), ("Three", 0, 5, false)]);
        assert!(
            lines(text)
                .iter()
                .all(|line| text.get(line.at..).is_some_and(|rest| rest.starts_with(line.words)))
        );
        assert!(lines(" \n\t\n").is_empty());
    }

    #[test]
    fn a_line_starts_an_item_a_quote_or_nothing() {
        fn check(words: &str, expected: Lead) {
            assert_eq!(lead(words), expected, "{words}");
        }
        for item in ["- a", "* a", "• a", "1. a", "12) a", "a) a", "(b) a", "(3) a", "10.\ta"] {
            check(item, Lead::Item);
        }
        for quote in ["> a", ">a", ">> a", ">"] {
            check(quote, Lead::Quote);
        }
        for word in
            ["-", "-5 degrees", "* * *", "- - -", "A. Smith said", "2026. It was", "4. März 2026", "1.5 m"]
        {
            check(word, Lead::Word);
        }
        check("i.e. a", Lead::Word);
        check("— Oui, dit-il.", Lead::Word);
    }

    #[test]
    fn a_line_below_an_item_hangs() {
        let hangs = |text| lines(text).into_iter().map(|line| line.hangs).collect::<Vec<_>>();
        assert_eq!(
            hangs("- one\n  more\n  and more\n- two\nflush\n  not"),
            [false, true, true, false, false, false]
        );
        assert_eq!(hangs("- one\n\n  apart"), [false, false]);
    }

    #[test]
    fn east_asian_characters_are_wide_and_break_anywhere() {
        assert_eq!(columns("ab 橋の"), 7);
        assert_eq!(first_word_columns("bridge stays"), 6);
        assert_eq!(first_word_columns("橋の"), 2);
        assert_eq!(first_word_columns("PDFを"), 3);
        assert_eq!(longest_word_columns("a 橋の橋の橋の bcd"), 3);
    }
}
