//! Edges of graphemes, words and sentences (UAX #29, through `unicode-segmentation`).

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::{ByteOffset, Span, Text};

/// The span without white space at its edges; `None` if nothing else is in it.
///
/// ```
/// use sayso::text::{Text, trim};
/// let text = Text::new("  said \n");
/// let span = trim(&text, text.whole().expect("not empty")).expect("a word");
/// assert_eq!(text.slice(span), "said");
/// ```
#[must_use]
pub fn trim(text: &Text, span: Span) -> Option<Span> {
    let slice = text.slice(span);
    let start = span.start().0 + (slice.len() - slice.trim_start().len());
    text.span(ByteOffset(start)..ByteOffset(start + slice.trim().len()))
}

/// The least span around this one that cuts no user-perceived character: no accent is taken from
/// its letter, no emoji family is split.
#[must_use]
pub fn widen_to_graphemes(text: &Text, span: Span) -> Span {
    let start = edge(text, span.start(), Side::Before);
    let end = edge(text, span.end(), Side::After);
    text.span(start..end).unwrap_or(span)
}

#[derive(Clone, Copy)]
enum Side {
    Before,
    After,
}

/// The place itself if it is an edge, else the next edge on that side.
fn edge(text: &Text, place: ByteOffset, side: Side) -> ByteOffset {
    let (string, len) = (text.as_str(), text.len().0);
    let mut cursor = GraphemeCursor::new(place.0, len, true);
    if cursor.is_boundary(string, 0).unwrap_or(true) {
        return place;
    }
    let found = match side {
        Side::Before => cursor.prev_boundary(string, 0),
        Side::After => cursor.next_boundary(string, 0),
    };
    ByteOffset(found.ok().flatten().unwrap_or(place.0))
}

/// The words in a stretch of text, as UAX #29 counts them.
#[must_use]
pub fn word_count(text: &str) -> usize {
    text.unicode_words().count()
}

/// The sentence, or the sentences, that the span lies in, looked for inside `within` (a block).
#[must_use]
pub fn sentence_around(text: &Text, within: Span, span: Span) -> Span {
    let base = within.start().0;
    let mut found: Option<(usize, usize)> = None;
    for (at, sentence) in text.slice(within).split_sentence_bound_indices() {
        let (start, end) = (base + at, base + at + sentence.len());
        if start < span.end().0 && span.start().0 < end {
            found = Some((found.map_or(start, |(first, _)| first), end));
        }
    }
    let sentence = found.and_then(|(start, end)| text.span(ByteOffset(start)..ByteOffset(end)));
    sentence.and_then(|sentence| trim(text, sentence)).unwrap_or(span)
}
