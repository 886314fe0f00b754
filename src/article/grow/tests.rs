use super::{grow, sentence_at, word_at};
use crate::article::{Article, plain};
use crate::text::{ByteOffset, Span};

/// An article, and the span between `[` and `]` in it.
fn marked(written: &str) -> (Article, Span) {
    let start = written.find('[').expect("an opening bracket");
    let end = written.find(']').expect("a closing bracket") - 1;
    let article = plain(&written.replace(['[', ']'], "")).expect("a text").article;
    let span = article.text.span(ByteOffset(start)..ByteOffset(end)).expect("a stretch of the text");
    (article, span)
}

/// Grows until nothing changes and lists what it grew to.
#[track_caller]
fn check(written: &str, expected: &[&str]) {
    let (article, mut span) = marked(written);
    let mut grown = Vec::new();
    while grow(&article, span) != span {
        span = grow(&article, span);
        grown.push(article.text.slice(span));
    }
    assert_eq!(grown, expected, "{written}");
}

#[test]
fn a_selection_grows_by_what_people_read() {
    check("[T]he toll stays. So be it.", &["The", "The toll stays.", "The toll stays. So be it."]);
    check("The toll [stays], the board said.\n\nSo.", &["The toll stays", "The toll stays, the board said."]);
    check(
        "“It is [so]. It was,” he said. Why?",
        &[
            "It is so.",
            "It is so. It was,",
            "“It is so. It was,”",
            "“It is so. It was,” he said.",
            "“It is so. It was,” he said. Why?",
        ],
    );
    check("One\n\nT[wo\n\nTh]ree", &["Two\n\nThree"]);
    check("[One]", &[]);
}

#[test]
fn a_place_has_a_word_and_a_sentence() {
    fn at(written: &str) -> (String, String) {
        let place = ByteOffset(written.find('|').expect("a caret"));
        let article = plain(&written.replace('|', "")).expect("a text").article;
        let slice =
            |span: Option<Span>| span.map(|span| article.text.slice(span)).unwrap_or_default().to_owned();
        (slice(word_at(&article, place)), slice(sentence_at(&article, place)))
    }
    #[track_caller]
    fn check(written: &str, word: &str, sentence: &str) {
        assert_eq!(at(written), (word.to_owned(), sentence.to_owned()), "{written}");
    }
    check("The well-kn|own toll. So.", "well-known", "The well-known toll.");
    check("The toll|. So.", "toll", "The toll.");
    check("The toll. |So.", "So", "So.");
    check("The toll —| so.", "", "The toll — so.");
    check("“It is so. It w|as,” he said.", "was", "It was,");
    check("“It is so. It was,” he |said.", "said", "“It is so. It was,” he said.");
    check("“It |is so,” he said. Why?", "is", "“It is so,” he said.");
    check("a|b c", "ab", "ab c");
    check("ab| c", "ab", "ab c");
}

#[cfg(not(target_arch = "wasm32"))]
mod properties {
    use proptest::prelude::*;

    use super::super::{grow, sentence_at, word_at};
    use crate::article::plain;
    use crate::text::arbitrary::{spanned, string};
    use crate::text::{ByteOffset, widen_within};

    fn quoting() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "“", "”", "‘", "’", "\"", "we knew", " ", ", ", ". ", "A", "\n\n", "é",
        ]);
        prop::collection::vec(piece, 1..40).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn growing_takes_more_each_time_and_ends_at_the_blocks(
            (text, span) in spanned(prop_oneof![string(), quoting()])
        ) {
            let Ok(parsed) = plain(text.as_str()) else { return Ok(()) };
            let article = parsed.article;
            let Some(mut span) = article.text.span(span.start()..span.end()) else { return Ok(()) };
            for _ in 0..64 {
                let grown = grow(&article, span);
                prop_assert_eq!(grown.intersection(span), Some(span), "it holds what it grew from");
                if grown == span {
                    break;
                }
                let block = article.block_around(grown);
                let uncut = block.intersection(grown) != Some(grown) || widen_within(&article.text, block, grown) == grown;
                prop_assert!(uncut);
                span = grown;
            }
            prop_assert_eq!(grow(&article, span), span, "it comes to an end");
            let inside = article.blocks.iter().any(|block| block.span.intersection(span) == Some(span));
            if inside {
                prop_assert!(article.blocks.iter().any(|block| block.span == span), "it ends at a block");
            }
        }

        #[test]
        fn words_and_sentences_hold_the_place(string in prop_oneof![string(), quoting()], at in 0_usize..300) {
            let Ok(parsed) = plain(&string) else { return Ok(()) };
            let (article, place) = (parsed.article, ByteOffset(at));
            if let Some(word) = word_at(&article, place) {
                prop_assert!(word.start() <= place && place <= word.end());
            }
            if let Some(sentence) = sentence_at(&article, place) {
                let block = article.block_at(place).map(|block| block.span);
                prop_assert_eq!(block.and_then(|block| block.intersection(sentence)), Some(sentence));
            }
        }
    }
}
