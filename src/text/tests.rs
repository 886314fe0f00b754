//! Cases of the room, as tables.

use super::{
    ByteOffset, CodePointOffset, Repair, Span, Spans, Text, Utf16Offset, clean, sentence_around, trim,
    widen_to_graphemes, word_count,
};

/// The span of the first occurrence of these words.
fn find(text: &Text, words: &str) -> Span {
    let at = text.as_str().find(words).expect("the words stand in the text");
    text.span(ByteOffset(at)..ByteOffset(at + words.len())).expect("whole characters")
}

#[test]
fn a_place_has_one_number_in_each_unit() {
    fn check(before: &str, utf16: usize, code_point: usize) {
        let text = Text::new(format!("{before}X"));
        let span = find(&text, "X");
        assert_eq!(text.utf16(span), Utf16Offset(utf16)..Utf16Offset(utf16 + 1), "{before}");
        assert_eq!(text.code_points(span), CodePointOffset(code_point)..CodePointOffset(code_point + 1));
        assert_eq!(text.byte_at_utf16(Utf16Offset(utf16)), Some(span.start()), "{before}");
    }
    check("", 0, 0);
    check("said ", 5, 5);
    check("é", 1, 1);
    check("e\u{301}", 2, 2);
    check("🙂", 2, 1);
    check("👩‍👧", 5, 3);
    check("שלום", 4, 4);
    check(&"🙂".repeat(200), 400, 200);
    check(&"a".repeat(128), 128, 128);
}

#[test]
fn what_is_no_stretch_of_the_text_is_refused() {
    let text = Text::new("a🙂b");
    let by_byte = |start, end| text.span(ByteOffset(start)..ByteOffset(end));
    let by_unit = |start, end| text.span_utf16(Utf16Offset(start)..Utf16Offset(end));
    let by_point = |start, end| text.span_code_points(CodePointOffset(start)..CodePointOffset(end));
    for refused in [by_byte(1, 1), by_byte(1, 3), by_byte(2, 5), by_byte(0, 7), by_byte(5, 1), by_byte(9, 12)]
    {
        assert_eq!(refused, None);
    }
    for refused in [by_unit(1, 2), by_unit(2, 3), by_unit(0, 5), by_unit(3, 1), by_unit(1, 1)] {
        assert_eq!(refused, None);
    }
    for refused in [by_point(0, 4), by_point(2, 1), by_point(3, 3)] {
        assert_eq!(refused, None);
    }
    assert_eq!(by_byte(1, 5), by_unit(1, 3));
    assert_eq!(by_byte(1, 5), by_point(1, 2));
    assert_eq!(Text::new("").whole(), None);
}

#[test]
fn a_span_of_another_text_reads_as_nothing_and_never_panics() {
    let (long, short) = (Text::new("a long text"), Text::new("é"));
    let foreign = find(&long, "text");
    assert_eq!(short.slice(foreign), "");
    assert_eq!(short.utf16(foreign), Utf16Offset(1)..Utf16Offset(1));
    assert_eq!(short.before(ByteOffset(1)), "é", "a place inside a character is not in the text");
    assert_eq!(short.after(ByteOffset(1)), "");
}

#[test]
fn spans_join_what_touches() {
    let text = Text::new("0123456789");
    let check = |given: &[(usize, usize)], expected: &[&str]| {
        let spans = given.iter().filter_map(|(a, b)| text.span(ByteOffset(*a)..ByteOffset(*b))).collect();
        let joined = Spans::new(spans).map(|spans| spans.iter().map(|s| text.slice(s)).collect::<Vec<_>>());
        assert_eq!(joined.unwrap_or_default(), expected);
    };
    check(&[], &[]);
    check(&[(4, 6), (0, 2)], &["01", "45"]);
    check(&[(0, 2), (2, 4)], &["0123"]);
    check(&[(0, 9), (2, 4), (9, 10)], &["0123456789"]);
    check(&[(0, 3), (0, 3)], &["012"]);
}

#[test]
fn a_broken_quotation_reads_with_an_ellipsis() {
    let text = Text::new("“A,” she said, “B.”");
    let spans = Spans::new(vec![find(&text, "B."), find(&text, "A,")]).expect("two");
    assert_eq!(spans.quote(&text), "A, … B.");
    assert_eq!(text.slice(spans.hull()), "A,” she said, “B.");
    assert_eq!(spans.distance(&find(&text, "she").into()), "” ".len());
}

#[test]
fn clean_up_changes_what_nobody_sees() {
    fn check(raw: &str, text: &str, repairs: &[(Repair, usize)]) {
        let cleaned = clean(raw);
        assert_eq!((cleaned.text.as_str(), cleaned.repairs.as_slice()), (text, repairs), "{raw:?}");
    }
    check("", "", &[]);
    check("as it is\n\tkept", "as it is\n\tkept", &[]);
    check("a\r\nb\rc\u{2028}d", "a\nb\nc\nd", &[(Repair::LineEnd, 3)]);
    check("\r\r\n\n\r", "\n\n\n\n", &[(Repair::LineEnd, 3)]);
    check("10\u{202f}000\u{a0}€", "10 000 €", &[(Repair::Space, 2)]);
    check("\u{feff}co\u{ad}op", "coop", &[(Repair::Invisible, 2)]);
    check("a\0b\u{9d}c\u{7f}", "abc", &[(Repair::Control, 3)]);
    check("caf\u{fffd}", "caf\u{fffd}", &[(Repair::Unreadable, 1)]);
    check("a\u{200d}b\u{200c}c\u{200f}d\u{3000}e", "a\u{200d}b\u{200c}c\u{200f}d\u{3000}e", &[]);
}

#[test]
fn edges_of_what_is_read() {
    fn check(marked: &str, whole: &str, expected: &str, act: impl Fn(&Text, Span) -> Option<Span>) {
        let text = Text::new(whole);
        let acted = act(&text, find(&text, marked));
        assert_eq!(
            acted.map(|span| text.slice(span)).unwrap_or_default(),
            expected,
            "{marked:?} in {whole:?}"
        );
    }
    check(" said \n", "he said \n", "said", trim);
    check(" \u{3000}\n", "a \u{3000}\nb", "", trim);
    let widen = |text: &Text, span| Some(widen_to_graphemes(text, span));
    check("e", "cafe\u{301}s", "e\u{301}", widen);
    check("\u{301}s", "cafe\u{301}s", "e\u{301}s", widen);
    check("👧", "a👩‍👧b", "👩‍👧", widen);
    check("af", "cafe\u{301}", "af", widen);
    let sentence = |text: &Text, span| Some(sentence_around(text, text.whole()?, span));
    check("closed", "It is safe. It is closed. So be it.", "It is closed.", sentence);
    check("safe. It", "It is safe. It is closed. So be it.", "It is safe. It is closed.", sentence);
}

#[test]
fn words_are_counted_as_people_count_them() {
    for (text, count) in [("", 0), ("don’t panic", 2), ("3.5 % — of it", 3), ("…", 0)] {
        assert_eq!(word_count(text), count, "{text}");
    }
}
