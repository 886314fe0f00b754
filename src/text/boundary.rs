//! Edges of white space and of graphemes (UAX #29, through `unicode-segmentation`).

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
    text.whole().map_or(span, |whole| widen_within(text, whole, span))
}

/// As [`widen_to_graphemes`], with a stretch (a block) read by itself: it goes no further than that.
#[must_use]
pub fn widen_within(text: &Text, stretch: Span, span: Span) -> Span {
    let edge = |place: ByteOffset, step: fn(&Text, Span, ByteOffset) -> Option<ByteOffset>| {
        let is_edge = cursor(text, stretch, place).is_boundary(text.slice(stretch), 0).unwrap_or(true);
        if is_edge { place } else { step(text, stretch, place).unwrap_or(place) }
    };
    let range = edge(span.start(), grapheme_before)..edge(span.end(), grapheme_after);
    text.span(range).unwrap_or(span)
}

/// The edge of a user-perceived character next after a place of a stretch, which is read by itself;
/// `None` at its end.
#[must_use]
pub fn grapheme_after(text: &Text, stretch: Span, place: ByteOffset) -> Option<ByteOffset> {
    let found = cursor(text, stretch, place).next_boundary(text.slice(stretch), 0).ok().flatten()?;
    Some(ByteOffset(stretch.start().0 + found))
}

/// The edge of a user-perceived character next before a place of a stretch, which is read by itself;
/// `None` at its start.
#[must_use]
pub fn grapheme_before(text: &Text, stretch: Span, place: ByteOffset) -> Option<ByteOffset> {
    let found = cursor(text, stretch, place).prev_boundary(text.slice(stretch), 0).ok().flatten()?;
    Some(ByteOffset(stretch.start().0 + found))
}

/// A cursor at a place of the stretch, or at the nearest of its ends.
fn cursor(text: &Text, stretch: Span, place: ByteOffset) -> GraphemeCursor {
    let len = text.slice(stretch).len();
    GraphemeCursor::new(place.0.saturating_sub(stretch.start().0).min(len), len, true)
}

/// The words in a stretch of text, as UAX #29 counts them.
#[must_use]
pub fn word_count(text: &str) -> usize {
    text.unicode_words().count()
}
