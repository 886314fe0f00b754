//! Tokens as taggers count them.

use unicode_segmentation::UnicodeSegmentation;

use super::{ByteOffset, Span, Text, words};

/// The words of a stretch and, each by itself, the signs between them, in order. White space is in none; so
/// is what Python takes for it besides, as most programs that read tokens are written in that.
///
/// ```
/// use sayso::text::{Text, tokens};
/// let text = Text::new("“It’s so-called,” he said …");
/// let tokens: Vec<_> =
///     tokens(&text, text.whole().expect("not empty")).into_iter().map(|token| text.slice(token)).collect();
/// assert_eq!(tokens, ["“", "It’s", "so-called", ",", "”", "he", "said", "…"]);
/// ```
#[must_use]
pub fn tokens(text: &Text, stretch: Span) -> Vec<Span> {
    let mut tokens = Vec::new();
    let mut from = stretch.start();
    for word in words(text, stretch) {
        signs(text, from..word.start(), &mut tokens);
        from = word.end();
        // A word may have white space of the rarer kinds in it.
        pieces(text, word, &mut tokens);
    }
    signs(text, from..stretch.end(), &mut tokens);
    tokens
}

/// Whether a character is white space for Rust or for Python.
#[must_use]
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c)
}

fn signs(text: &Text, between: std::ops::Range<ByteOffset>, tokens: &mut Vec<Span>) {
    let Some(span) = text.span(between) else { return };
    for (at, sign) in text.slice(span).grapheme_indices(true) {
        let start = span.start().0 + at;
        let sign = text.span(ByteOffset(start)..ByteOffset(start + sign.len()));
        sign.into_iter().for_each(|sign| pieces(text, sign, tokens));
    }
}

/// What is left of a span without its white space.
fn pieces(text: &Text, span: Span, tokens: &mut Vec<Span>) {
    let mut start = span.start().0;
    for piece in text.slice(span).split(is_space) {
        tokens.extend(text.span(ByteOffset(start)..ByteOffset(start + piece.len())));
        start += piece.len();
        let space = text.as_str().get(start..).and_then(|rest| rest.chars().next());
        start += space.map_or(0, char::len_utf8);
    }
}
