use super::{Quotes, snap};
use crate::text::{ByteOffset, Span, Text};

/// A text, and the span between `[` and `]` in it.
fn marked(written: &str) -> (Text, Span) {
    let start = written.find('[').expect("an opening bracket");
    let end = written.find(']').expect("a closing bracket") - 1;
    let text = Text::new(written.replace(['[', ']'], ""));
    let span = text.span(ByteOffset(start)..ByteOffset(end)).expect("a stretch of the text");
    (text, span)
}

#[track_caller]
fn check_with(quotes: Quotes, written: &str, expected: &str) {
    let (text, span) = marked(written);
    let snapped = snap(&text, text.whole().expect("not empty"), span, quotes);
    assert_eq!(snapped.map(|span| text.slice(span)).unwrap_or_default(), expected, "{written}");
}

#[track_caller]
fn check(written: &str, expected: &str) {
    check_with(Quotes::Keep, written, expected);
    check_with(Quotes::Leave, written, expected);
}

#[test]
fn words_are_taken_whole() {
    check("the [brid]ge is safe", "bridge");
    check("the b[ridge i]s safe", "bridge is");
    check("th[e ]bridge", "the");
    check("the[ bridge ]is", "bridge");
    check("a well-kn[own] fact", "well-known");
    check("they do[n’t] know", "don’t");
    check("the official[s] don't", "officials");
    check("the [officials]’ plan", "officials’");
    check("in the ’[90]s", "’90s");
    check("it cost $[3].5 million", "$3.5");
    check("some 20[%] more", "20%");
    check("AT[&]T said", "AT&T");
    check("at −[5] degrees", "−5");
    check("caf[e]\u{301}s close", "cafe\u{301}s");
    check("彼は[知]っていた", "知");
}

#[test]
fn what_hangs_at_the_edges_is_left_out() {
    check("[The board, ]however", "The board");
    check("[, however, ]he said", "however");
    check("the toll[: it stays;] so", "it stays");
    check("so[ — he said — ]it", "he said");
    check("[(see below]) he said", "see below");
    check("[the bridge (a lift bridge)] is", "the bridge (a lift bridge)");
    check("so [(a) and (b)].", "(a) and (b)");
    check("[. The board said] so", "The board said");
}

#[test]
fn a_full_stop_belongs_to_a_whole_sentence() {
    check("[It is closed.] So be it.", "It is closed.");
    check("It is [closed.] So be it.", "closed");
    check("[It is closed]. So be it.", "It is closed");
    check("“It is safe. [It is closed.]” So.", "It is closed.");
    check("It is [closed!] So be it.", "closed!");
    check("in the [U.S]. for now", "U.S.");
    check("He said [it is...] well", "it is...");
}

#[test]
fn quotation_marks_come_in_pairs() {
    check_with(Quotes::Keep, "[“We knew,”] she said", "“We knew,”");
    check_with(Quotes::Leave, "[“We knew,”] she said", "We knew");
    check("“[We knew],” she said", "We knew");
    check_with(Quotes::Keep, "“[We knew,”] she said", "“We knew,”");
    check_with(Quotes::Leave, "“[We knew,”] she said", "We knew");
    check("“We [knew,”] she said", "knew");
    check("[“We] knew,” she said", "We");
    check("“We [knew,” she said]", "knew,” she said");
    check("[She said “no]”", "She said “no”");
    check("[the “planned” works “had begun]”", "the “planned” works “had begun”");
    check("[“Yes,” he said, “no]”", "“Yes,” he said, “no”");
    check_with(Quotes::Leave, "[“‘Trust me,’”] she said", "Trust me");
    check_with(Quotes::Leave, "['We knew,'] she said", "We knew");
    check_with(Quotes::Keep, "['We knew,'] she said", "'We knew,'");
    check_with(Quotes::Leave, "[''We knew,''] she said", "We knew");
    check("[We knew,”] she said", "We knew");
}

#[test]
fn signs_between_spaces_are_words() {
    check("so [🙂 ]then", "🙂");
    check("a [👩‍👩‍👧,] b", "👩‍👩‍👧");
    check("a [→ b]", "→ b");
    check("5 [%] more", "%");
    check("1 [+] 1", "+");
}

#[test]
fn nothing_may_be_left() {
    for written in ["a[ ]b", "a[, ]b", "so[ — ]it", "“no[,”] he", "a[…]b", "[!] a", "[“]a”b", "'[']U.S"]
    {
        let (text, span) = marked(written);
        let snapped = snap(&text, text.whole().expect("not empty"), span, Quotes::Leave);
        let left = snapped.map(|span| text.slice(span));
        assert!(left.is_none() || written == "“no[,”] he", "{written}: {left:?}");
    }
    let (text, span) = marked("one [two] three");
    let elsewhere = text.span(ByteOffset(0)..ByteOffset(3)).expect("one");
    assert_eq!(snap(&text, elsewhere, span, Quotes::Keep), None);
}

#[cfg(not(target_arch = "wasm32"))]
mod properties {
    use proptest::prelude::*;

    use super::super::{Quotes, snap};
    use crate::text::arbitrary::{repetitive, spanned, string};
    use crate::text::{Text, widen_to_graphemes, words};

    fn quoting() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "“", "”", "‘", "’", "\"", "'", "„", "«", "»", "we knew", "s", " ", ", ", ".", "(", ")", "-", "—",
            "é", "U.S", "\u{301}", "🙂",
        ]);
        prop::collection::vec(piece, 1..30).prop_map(|pieces| pieces.concat())
    }

    fn any_text() -> impl Strategy<Value = String> {
        prop_oneof![string(), quoting(), quoting(), repetitive()]
    }

    proptest! {
        #[test]
        fn snapping_stays_inside_cuts_nothing_and_is_done_once(
            (text, span) in spanned(any_text()), keep in any::<bool>()
        ) {
            let whole = text.whole().expect("not empty");
            let quotes = if keep { Quotes::Keep } else { Quotes::Leave };
            let Some(snapped) = snap(&text, whole, span, quotes) else { return Ok(()) };
            prop_assert_eq!(whole.intersection(snapped), Some(snapped));
            prop_assert_eq!(widen_to_graphemes(&text, snapped), snapped);
            prop_assert_eq!(snap(&text, whole, snapped, quotes), Some(snapped));
            prop_assert!(!text.slice(snapped).ends_with([' ', ',']));
            for word in words(&text, whole) {
                prop_assert!(!word.overlaps(snapped) || word.intersection(snapped) == Some(word), "a word is cut");
            }
        }

        #[test]
        fn a_selection_that_touches_a_word_leaves_something((text, span) in spanned(any_text())) {
            let whole = text.whole().expect("not empty");
            if words(&text, whole).into_iter().any(|word| word.overlaps(span)) {
                prop_assert!(snap(&text, whole, span, Quotes::Leave).is_some());
            }
        }

        #[test]
        fn words_are_in_order_and_apart(string in any_text()) {
            let text = Text::new(string);
            let Some(whole) = text.whole() else { return Ok(()) };
            let words = words(&text, whole);
            prop_assert!(words.windows(2).all(|two| two[0].end() <= two[1].start()));
            prop_assert!(words.iter().all(|word| !text.slice(*word).contains([' ', '\n', '\t'])));
        }
    }
}
