use super::{Anchor, CONTEXT, describe, resolve};
use crate::text::{CodePointOffset, Span, Text};

/// The span between `[` and `]`, and the text without them.
fn marked(text: &str) -> (Text, Span) {
    let start = text.chars().position(|c| c == '[').expect("an opening bracket");
    let end = text.chars().position(|c| c == ']').expect("a closing bracket") - 1;
    let text = Text::new(text.replace(['[', ']'], ""));
    let span = text.span_code_points(CodePointOffset(start)..CodePointOffset(end)).expect("a span");
    (text, span)
}

/// Describes what is marked in the first text and expects it where the second is marked.
fn check(was: &str, is: &str) {
    let (old, span) = marked(was);
    let (new, expected) = marked(is);
    let found = resolve(&new, &describe(&old, span));
    assert_eq!(found, Some(expected), "{was:?} in {is:?}: {:?}", found.map(|span| new.slice(span)));
}

#[test]
fn the_address_says_what_stands_there_and_around_it() {
    let (text, span) = marked("The é🙂 mayor [said] so.");
    let anchor = describe(&text, span);
    assert_eq!(anchor.quote, "said");
    assert_eq!(anchor.prefix, "The é🙂 mayor ");
    assert_eq!(anchor.suffix, " so.");
    assert_eq!(anchor.position, CodePointOffset(13)..CodePointOffset(17));
}

#[test]
fn the_surroundings_are_counted_in_characters() {
    let (text, span) = marked(&format!("{0}[x]{0}", "🙂".repeat(CONTEXT + 8)));
    let anchor = describe(&text, span);
    assert_eq!(anchor.prefix, "🙂".repeat(CONTEXT));
    assert_eq!(anchor.suffix, "🙂".repeat(CONTEXT));
}

#[test]
fn a_span_is_found_again_in_a_changed_text() {
    check("[one official] said", "[one official] said");
    check("He [said] no.", "On Monday he [said] no.");
    check("A lead. He [said] no.", "He [said] no.");
    check(
        "[one official] said yes, one official said no",
        "So: [one official] said yes, one official said no",
    );
    check("one official said yes, [one official] said no", "one official said yes – [one official] said no");
    check("a a a [a] b", "xx a a a [a] b");
    check("c[ab]abd", "zc[ab]abd");
}

#[test]
fn occurrences_that_overlap_are_all_weighed() {
    check("ba[aa]c", "xxba[aa]c");
    check("x[ana]nas", "ba, x[ana]nas");
    check("xan[ana]s", "ba, xan[ana]s");
}

#[test]
fn among_equals_the_nearest_is_taken() {
    let text = Text::new("ab.ab.ab.ab.");
    let anchor = |start| Anchor {
        quote: "ab".to_owned(),
        prefix: String::new(),
        suffix: String::new(),
        position: CodePointOffset(start)..CodePointOffset(start + 2),
    };
    for (was, is) in [(1, 0), (4, 3), (5, 6), (100, 9), (usize::MAX - 2, 9)] {
        let found = resolve(&text, &anchor(was)).expect("it stands there");
        assert_eq!(text.code_points(found).start.0, is, "from {was}");
    }
}

#[test]
fn what_is_gone_is_an_orphan() {
    fn check(quote: &str, start: usize, end: usize) {
        let anchor = Anchor {
            quote: quote.to_owned(),
            prefix: "The mayor ".to_owned(),
            suffix: " so.".to_owned(),
            position: CodePointOffset(start)..CodePointOffset(end),
        };
        assert_eq!(resolve(&Text::new("The mayor said so."), &anchor), None, "{quote:?}");
        assert_eq!(resolve(&Text::new(""), &anchor), None, "{quote:?}");
    }
    check("denied", 10, 16);
    check("Said", 10, 14);
    check("", 10, 14);
    check("", 3, 3);
    check("a longer passage than the whole text could ever hold", 0, usize::MAX);
}

#[test]
fn wrong_offsets_do_no_harm() {
    let text = Text::new("The 🙂 mayor said so.");
    for (start, end) in [(0, 0), (17, 3), (usize::MAX, usize::MAX), (4, usize::MAX), (11, 14)] {
        let anchor = Anchor {
            quote: "said".to_owned(),
            prefix: "mayor ".to_owned(),
            suffix: " so".to_owned(),
            position: CodePointOffset(start)..CodePointOffset(end),
        };
        assert_eq!(resolve(&text, &anchor).map(|span| text.slice(span)), Some("said"), "{start}..{end}");
    }
}

#[test]
fn a_text_of_nothing_but_look_alikes_is_searched_in_linear_time() {
    let text = Text::new("a".repeat(400_000));
    let anchor = Anchor {
        quote: "a".repeat(200_000),
        prefix: "b".to_owned(),
        suffix: "c".to_owned(),
        position: CodePointOffset(300_000)..CodePointOffset(500_000),
    };
    let found = resolve(&text, &anchor).expect("it stands there");
    assert_eq!(text.code_points(found).start.0, 200_000, "the nearest to where it was");
}

#[cfg(not(target_arch = "wasm32"))]
mod properties {
    use proptest::prelude::*;

    use super::super::{agreement, describe, resolve};
    use crate::text::arbitrary::{repetitive, spanned, string};
    use crate::text::{ByteOffset, Text};

    proptest! {
        #[test]
        fn in_its_own_text_a_span_is_itself((text, span) in spanned(prop_oneof![string(), repetitive()])) {
            prop_assert_eq!(resolve(&text, &describe(&text, span)), Some(span));
        }

        #[test]
        fn in_a_shifted_text_no_place_agrees_better(
            (text, span) in spanned(prop_oneof![string(), repetitive()]), before in repetitive()
        ) {
            let anchor = describe(&text, span);
            let shifted = Text::new(format!("{before}|{}", text.as_str()));
            let found = resolve(&shifted, &anchor).expect("the quote still stands there");
            prop_assert_eq!(shifted.slice(found), &anchor.quote);
            let at = |place: usize| shifted.span(ByteOffset(place)..ByteOffset(place + anchor.quote.len()));
            let places = (0..shifted.len().0).filter_map(at).filter(|span| shifted.slice(*span) == anchor.quote);
            let best = places.map(|span| agreement(&shifted, &anchor, span)).max();
            let stayed = shifted.code_points(found) == anchor.position;
            prop_assert!(stayed || Some(agreement(&shifted, &anchor, found)) == best);
        }

        #[test]
        fn wherever_it_is_said_to_be_the_quote_is_found(
            (text, span) in spanned(string()), (start, end) in any::<(usize, usize)>()
        ) {
            let mut anchor = describe(&text, span);
            anchor.position = crate::text::CodePointOffset(start)..crate::text::CodePointOffset(end);
            let found = resolve(&text, &anchor).map(|span| text.slice(span).to_owned());
            prop_assert_eq!(found, Some(anchor.quote));
        }
    }
}
