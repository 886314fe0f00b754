//! The text as tokens and sentences.
//!
//! A sentence goes from its first token to that of the next, with the white space between, so that readers
//! that put sentences one behind the other have the text as it was. White space is a token only where the
//! text begins with more than spaces, and where a mark begins or ends in it.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::text::{Span, Text, pieces, sentences};

/// A token, in bytes, with the number of its sentence and its own number in it; both count from 1.
pub(super) struct Token {
    pub(super) at: Range<usize>,
    pub(super) sentence: usize,
    pub(super) number: usize,
}

/// The tokens of a text, at least one. Only where there is no text at all it is empty.
pub(super) fn tokens(text: &Text, marked: &[Span]) -> Vec<Token> {
    let starts: BTreeSet<usize> = marked.iter().map(|span| span.start().0).collect();
    let ends: BTreeSet<usize> = marked.iter().map(|span| span.end().0).collect();
    let found = text.whole().map(|whole| sentences(text, whole)).unwrap_or_default();
    let begins: BTreeSet<usize> = found.iter().map(|sentence| sentence.start().0).collect();
    let mut tokens: Vec<Token> = Vec::new();
    let mut line_ends = false;
    for (at, is_space) in runs(text) {
        if !is_space {
            let last = tokens.last().map(|last| last.at.start + 1);
            let opens = last.is_some_and(|last| line_ends || begins.range(last..=at.start).next().is_some());
            tokens.push(next(tokens.last(), opens, at));
            line_ends = false;
            continue;
        }
        let run = text.as_str().get(at.clone()).unwrap_or_default();
        let leads = at.start == 0 && (at.end == text.len().0 || run.contains(|c| c != ' '));
        let cut = starts.range(at.clone()).next().is_some()
            || ends.range(at.start + 1..at.end + 1).next().is_some();
        line_ends = run.contains('\n');
        if leads || cut {
            tokens.push(next(tokens.last(), false, at));
        }
    }
    if tokens.is_empty() {
        tokens.push(next(None, false, 0..0));
    }
    tokens
}

/// The token behind the last one.
fn next(last: Option<&Token>, opens: bool, at: Range<usize>) -> Token {
    match last {
        None => Token { at, sentence: 1, number: 1 },
        Some(last) if opens => Token { at, sentence: last.sentence + 1, number: 1 },
        Some(last) => Token { at, sentence: last.sentence, number: last.number + 1 },
    }
}

/// Words and signs one by one, and white space in one piece.
fn runs(text: &Text) -> Vec<(Range<usize>, bool)> {
    let mut runs: Vec<(Range<usize>, bool)> = Vec::new();
    for piece in text.whole().map(|whole| pieces(text, whole)).unwrap_or_default() {
        let is_space = text.slice(piece).chars().all(char::is_whitespace);
        let (start, end) = (piece.start().0, piece.end().0);
        match runs.last_mut() {
            Some((run, true)) if is_space => run.end = end,
            _ => runs.push((start..end, is_space)),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::ByteOffset;

    fn check(text: &str, marked: &[(usize, usize)], expected: &str) {
        let text = Text::new(text);
        let span = |(start, end): &(usize, usize)| text.span(ByteOffset(*start)..ByteOffset(*end)).unwrap();
        let marked: Vec<Span> = marked.iter().map(span).collect();
        let one = |token: &Token| {
            let words = text.as_str().get(token.at.clone()).unwrap();
            format!("{}-{} {words:?}", token.sentence, token.number)
        };
        assert_eq!(tokens(&text, &marked).iter().map(one).collect::<Vec<_>>().join("  "), expected);
    }

    #[test]
    fn words_and_signs() {
        check("It can’t. 🙂 No!", &[], r#"1-1 "It"  1-2 "can’t"  1-3 "."  2-1 "🙂"  2-2 "No"  2-3 "!""#);
        check("one\n two\r\nthree", &[], r#"1-1 "one"  2-1 "two"  3-1 "three""#);
        check("", &[], r#"1-1 """#);
    }

    #[test]
    fn white_space_is_a_token_where_it_must_be() {
        check("  a", &[], r#"1-1 "a""#);
        check(" \ta", &[], r#"1-1 " \t"  2-1 "a""#);
        check(" \n ", &[], r#"1-1 " \n ""#);
        check("a  b", &[(0, 2)], r#"1-1 "a"  1-2 "  "  1-3 "b""#);
        check("a  b", &[(0, 4)], r#"1-1 "a"  1-2 "b""#);
        check("a\n\nb", &[(2, 4)], r#"1-1 "a"  1-2 "\n\n"  2-1 "b""#);
    }
}
