//! What holds for every text.

use std::collections::BTreeSet;

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::arbitrary::{spanned, string};
use super::{
    ByteOffset, CodePointOffset, Span, Spans, Text, Utf16Offset, clean, sentence_around, trim,
    widen_to_graphemes,
};

/// Every place between two characters, counted naively in bytes, UTF-16 units and code points.
fn places(text: &str) -> Vec<(usize, usize, usize)> {
    let mut places = vec![(0, 0, 0)];
    for c in text.chars() {
        let (byte, utf16, code_point) = places[places.len() - 1];
        places.push((byte + c.len_utf8(), utf16 + c.len_utf16(), code_point + 1));
    }
    places
}

fn bytes_of(spans: impl IntoIterator<Item = Span>) -> BTreeSet<usize> {
    spans.into_iter().flat_map(|span| span.start().0..span.end().0).collect()
}

proptest! {
    #[test]
    fn every_place_converts_to_every_unit_and_back(string in string()) {
        let text = Text::new(string.clone());
        for (byte, utf16, code_point) in places(&string) {
            prop_assert_eq!(text.byte_at_utf16(Utf16Offset(utf16)), Some(ByteOffset(byte)));
            let Some(span) = text.span(ByteOffset(0)..ByteOffset(byte)) else { continue };
            prop_assert_eq!(text.utf16(span), Utf16Offset(0)..Utf16Offset(utf16));
            prop_assert_eq!(text.code_points(span), CodePointOffset(0)..CodePointOffset(code_point));
        }
    }

    #[test]
    fn a_span_is_the_same_through_every_unit((text, span) in spanned(string())) {
        prop_assert_eq!(text.span(span.start()..span.end()), Some(span));
        prop_assert_eq!(text.span_utf16(text.utf16(span)), Some(span));
        prop_assert_eq!(text.span_code_points(text.code_points(span)), Some(span));
        let slice = text.slice(span);
        let (utf16, points) = (text.utf16(span), text.code_points(span));
        prop_assert_eq!(utf16.end.0 - utf16.start.0, slice.encode_utf16().count());
        prop_assert_eq!(points.end.0 - points.start.0, slice.chars().count());
        prop_assert_eq!(format!("{}{slice}{}", text.before(span.start()), text.after(span.end())), text.as_str());
    }

    #[test]
    fn no_place_inside_a_character_or_past_the_end_is_taken(string in string(), past in 1_usize..9) {
        let text = Text::new(string.clone());
        let known: BTreeSet<_> = places(&string).into_iter().map(|(_, utf16, _)| utf16).collect();
        for utf16 in 0..text.utf16_len().0 + past {
            prop_assert_eq!(text.byte_at_utf16(Utf16Offset(utf16)).is_some(), known.contains(&utf16));
        }
        for byte in 0..text.len().0 + past {
            let taken = text.span(ByteOffset(0)..ByteOffset(byte)).is_some();
            prop_assert_eq!(taken, byte > 0 && byte <= string.len() && string.is_char_boundary(byte));
        }
        let end = text.code_point_len().0;
        prop_assert_eq!(text.span_code_points(CodePointOffset(0)..CodePointOffset(end + past)), None);
    }

    #[test]
    fn no_range_makes_a_panic(string in string(), a in any::<usize>(), b in any::<usize>()) {
        let text = Text::new(string);
        prop_assert!(text.span(ByteOffset(a)..ByteOffset(b)).is_none_or(|span| span.byte_len() == b - a));
        let _ = (text.span_utf16(Utf16Offset(a)..Utf16Offset(b)), text.byte_at_utf16(Utf16Offset(a)));
        let _ = (text.span_code_points(CodePointOffset(a)..CodePointOffset(b)), text.before(ByteOffset(a)));
        prop_assert_eq!(text.after(ByteOffset(usize::MAX)), "");
    }

    #[test]
    fn spans_are_sorted_apart_and_cover_the_same_characters(
        pairs in prop::collection::vec((0_usize..60, 1_usize..9), 1..12)
    ) {
        let text = Text::new("x".repeat(80));
        let given: Vec<Span> = pairs.iter()
            .map(|(start, len)| text.span(ByteOffset(*start)..ByteOffset(start + len)).expect("inside"))
            .collect();
        let covered = bytes_of(given.iter().copied());
        let spans = Spans::new(given.clone()).expect("at least one");
        let joined: Vec<Span> = spans.iter().collect();
        prop_assert!(joined.windows(2).all(|two| two[0].end() < two[1].start()), "{joined:?}");
        prop_assert_eq!(spans.byte_len(), covered.len());
        prop_assert_eq!(Spans::new(given.into_iter().rev().collect()), Some(spans.clone()));
        let hull = bytes_of([spans.hull()]);
        prop_assert_eq!((hull.first(), hull.last()), (covered.first(), covered.last()));
        prop_assert!((0..80).all(|byte| spans.contains(ByteOffset(byte)) == covered.contains(&byte)));
        prop_assert_eq!(bytes_of(joined), covered);
    }

    #[test]
    fn overlap_intersection_and_distance_agree(
        (text, a) in spanned(string()), c in any::<prop::sample::Index>(), d in any::<prop::sample::Index>()
    ) {
        let edges: Vec<usize> = places(text.as_str()).into_iter().map(|place| place.0).collect();
        let (c, d) = (edges[c.index(edges.len())], edges[d.index(edges.len())]);
        let Some(b) = text.span(ByteOffset(c.min(d))..ByteOffset(c.max(d))) else { return Ok(()) };
        let shared: BTreeSet<usize> = bytes_of([a]).intersection(&bytes_of([b])).copied().collect();
        prop_assert_eq!(a.overlaps(b), !shared.is_empty());
        prop_assert_eq!(bytes_of(a.intersection(b)), shared);
        prop_assert_eq!(a.distance(b), b.distance(a));
        prop_assert!(!a.overlaps(b) || a.distance(b) == 0);
    }

    #[test]
    fn cleaning_twice_changes_nothing_more(raw in string()) {
        let once = clean(&raw);
        let twice = clean(&once.text);
        prop_assert_eq!(&twice.text, &once.text);
        let left = once.text.contains(|c: char| {
            (c.is_control() && c != '\n' && c != '\t') || matches!(c, '\u{feff}' | '\u{a0}' | '\u{2028}')
        });
        prop_assert!(!left, "{:?}", once.text);
        prop_assert_eq!(once.repairs.is_empty(), once.text == raw && !raw.contains('\u{fffd}'));
    }

    #[test]
    fn widening_cuts_no_grapheme((text, span) in spanned(string())) {
        let wide = widen_to_graphemes(&text, span);
        let edges: BTreeSet<usize> =
            text.as_str().grapheme_indices(true).map(|(at, _)| at).chain([text.len().0]).collect();
        let start = edges.range(..=span.start().0).next_back().expect("0 is an edge");
        let end = edges.range(span.end().0..).next().expect("the end is an edge");
        prop_assert_eq!((wide.start().0, wide.end().0), (*start, *end));
        prop_assert_eq!(widen_to_graphemes(&text, wide), wide);
    }

    #[test]
    fn trimming_leaves_no_space_and_takes_nothing_else((text, span) in spanned(string())) {
        match trim(&text, span) {
            None => prop_assert!(text.slice(span).chars().all(char::is_whitespace)),
            Some(inner) => {
                prop_assert_eq!(text.slice(inner), text.slice(span).trim());
                prop_assert_eq!(trim(&text, inner), Some(inner));
                prop_assert_eq!(span.intersection(inner), Some(inner));
            }
        }
    }

    #[test]
    fn a_sentence_stays_in_its_block((text, span) in spanned(string())) {
        let whole = text.whole().expect("not empty");
        let sentence = sentence_around(&text, whole, span);
        prop_assert_eq!(whole.intersection(sentence), Some(sentence));
        if let Some(inner) = trim(&text, span) {
            prop_assert_eq!(sentence.intersection(inner), Some(inner), "holds what it is about");
        }
    }
}
