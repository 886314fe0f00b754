//! The edges of a place: what cut no word before cuts none now.

use crate::text::{ByteOffset, Span, Text, trim, widen_to_graphemes};

/// Characters an edge is moved at most to come to the edge of a word.
const REACH: usize = 16;

/// Whether an edge between these two runs through a word.
fn cuts(before: Option<char>, after: Option<char>) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    letter(before) && letter(after)
}

/// The place nearest to this one, and at most [`REACH`] characters away, that cuts no word.
fn nearest(text: &Text, at: usize) -> usize {
    let (before, after) = (text.before(ByteOffset(at)), text.after(ByteOffset(at)));
    if !cuts(before.chars().next_back(), after.chars().next()) {
        return at;
    }
    let letter = |c: &char| c.is_alphanumeric();
    let back: Vec<char> = before.chars().rev().take(REACH).take_while(letter).collect();
    let on: Vec<char> = after.chars().take(REACH).take_while(letter).collect();
    let bytes = |chars: &[char]| chars.iter().map(|c| c.len_utf8()).sum::<usize>();
    match (back.len(), on.len()) {
        (REACH, REACH) => at,
        (back_len, on_len) if back_len <= on_len => at.saturating_sub(bytes(&back)),
        _ => at + bytes(&on),
    }
}

/// The span for a place found for a quote that stood between these two contexts.
pub(super) fn settle(
    text: &Text,
    place: std::ops::Range<usize>,
    (prefix, quote, suffix): (&str, &str, &str),
) -> Option<Span> {
    let mut range = place;
    if !cuts(prefix.chars().next_back(), quote.chars().next()) {
        range.start = nearest(text, range.start);
    }
    if !cuts(quote.chars().next_back(), suffix.chars().next()) {
        range.end = nearest(text, range.end);
    }
    let span = text.span(ByteOffset(range.start)..ByteOffset(range.end))?;
    let bare = quote.trim().len() == quote.len();
    let trimmed = if bare { trim(text, span)? } else { span };
    Some(widen_to_graphemes(text, trimmed))
}
