//! Random texts for property tests, in every room.
//!
//! Half of a purely random text would be unassigned code points, so the characters that break
//! programs are drawn on purpose: what takes two UTF-16 units, what joins its neighbour, what runs
//! from right to left, what the clean-up changes.

use proptest::prelude::*;

use super::{ByteOffset, Span, Text};

/// One character, or a few that belong together.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => "[a-zA-Z .,]",
        2 => "[\n\t]",
        2 => "[éßœŁçñ“”‘’«»—…]",
        2 => "[\u{300}-\u{30f}\u{200d}\u{fe0f}\u{1f3fd}]",
        1 => Just("👩‍👩‍👧‍👦".to_owned()),
        1 => Just("🇩🇪🇫🇷🇪".to_owned()),
        2 => "[漢字かなカナ한글\u{1100}\u{1161}\u{11a8}\u{3000}]",
        2 => "[שלוםمرحباक्षि]",
        2 => "[\r\u{0}\u{1}\u{b}\u{c}\u{7f}\u{85}\u{9f}\u{2028}\u{2029}\u{a0}\u{2009}\u{202f}\u{feff}\u{200b}\u{ad}\u{2060}\u{fffd}]",
        1 => any::<char>().prop_map(String::from),
    ]
}

/// A text of up to a few hundred characters: long enough to cross checkpoints of the index.
pub(crate) fn string() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..160).prop_map(|pieces| pieces.concat())
}

/// A text in which the same few passages stand again and again.
pub(crate) fn repetitive() -> impl Strategy<Value = String> {
    let passage = prop::sample::select(vec!["one official said ", "aa", "a", "🙂", "e\u{301}", "\n", "漢"]);
    prop::collection::vec(passage, 1..60).prop_map(|passages| passages.concat())
}

/// A text that is not empty, with a span of it.
pub(crate) fn spanned(texts: impl Strategy<Value = String>) -> impl Strategy<Value = (Text, Span)> {
    let filled = texts.prop_filter("a span needs a character", |text| !text.is_empty());
    (filled, any::<prop::sample::Index>(), any::<prop::sample::Index>()).prop_map(|(string, a, b)| {
        let edges: Vec<usize> = string.char_indices().map(|(at, _)| at).chain([string.len()]).collect();
        let start = a.index(edges.len() - 1);
        let end = start + 1 + b.index(edges.len() - 1 - start);
        let text = Text::new(string);
        let span = text.span(ByteOffset(edges[start])..ByteOffset(edges[end])).expect("between characters");
        (text, span)
    })
}
