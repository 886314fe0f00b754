use super::Unit::{Block, Character, Sentence, Word};
use super::Way::{self, Back, Forward};
use super::{Unit, step};
use crate::article::{Article, plain};
use crate::text::ByteOffset;

fn article(text: &str) -> Article {
    plain(text).expect("a text").article
}

/// Steps from `|` and shows where the caret came to.
#[track_caller]
fn check(unit: Unit, way: Way, written: &str, expected: &str) {
    let from = written.find('|').expect("a caret");
    let mut text = written.replace('|', "");
    let to = step(&article(&text), ByteOffset(from), unit, way);
    text.insert(to.0, '|');
    assert_eq!(text, expected, "{unit:?} {way:?} from {written}");
}

#[test]
fn characters_are_what_people_see() {
    check(Character, Forward, "a|e\u{301}b", "ae\u{301}|b");
    check(Character, Back, "a👩‍👩‍👧|b", "a|👩‍👩‍👧b");
    check(Character, Forward, "one|\n\ntwo", "one\n\n|two");
    check(Character, Back, "one\n\n|two", "one|\n\ntwo");
    check(Character, Forward, "end|", "end|");
    check(Character, Back, "|end", "|end");
}

#[test]
fn words_end_forward_and_start_back() {
    check(Word, Forward, "the| well-known fact", "the well-known| fact");
    check(Word, Back, "the well-kn|own", "the |well-known");
    check(Word, Forward, "he| said.\n\nSo it goes.", "he said|.\n\nSo it goes.");
    check(Word, Forward, "he said|.\n\nSo it goes.", "he said.|\n\nSo it goes.");
    check(Word, Forward, "he said.|\n\nSo it goes.", "he said.\n\nSo| it goes.");
    check(Word, Back, "he said.\n\n|So it goes.", "he |said.\n\nSo it goes.");
    check(Word, Back, "“|We knew", "|“We knew");
    check(Word, Forward, "so 🙂| it", "so 🙂 it|");
}

#[test]
fn sentences_and_blocks_start() {
    check(Sentence, Forward, "It |is. It was.\n\nSo.", "It is. |It was.\n\nSo.");
    check(Sentence, Forward, "It is. It| was.\n\nSo.", "It is. It was.\n\n|So.");
    check(Sentence, Forward, "It is. It was.\n\nS|o.", "It is. It was.\n\nSo.|");
    check(Sentence, Back, "It is. It| was.", "It is. |It was.");
    check(Sentence, Back, "It is. It was.\n\n|So.", "It is. |It was.\n\nSo.");
    check(Block, Forward, "It |is.\n\nSo.", "It is.\n\n|So.");
    check(Block, Forward, "It is.\n\nS|o.", "It is.\n\nSo.|");
    check(Block, Back, "It is.\n\nS|o.", "It is.\n\n|So.");
    check(Block, Back, "It is.\n\n|So.", "|It is.\n\nSo.");
}

#[test]
fn a_place_no_caret_may_have_is_mended() {
    let text = article("é one\n\n\n\ntwo");
    for (from, unit, way, to) in [
        (1, Character, Forward, 2),
        (1, Character, Back, 0),
        (8, Character, Forward, 10),
        (8, Character, Back, 6),
        (usize::MAX, Word, Forward, 13),
        (usize::MAX, Character, Back, 13),
    ] {
        assert_eq!(step(&text, ByteOffset(from), unit, way), ByteOffset(to), "{unit:?} {way:?} from {from}");
    }
    let bare = Article { blocks: Vec::new(), ..text };
    assert_eq!(step(&bare, ByteOffset(3), Word, Forward), ByteOffset(3));
}

#[cfg(not(target_arch = "wasm32"))]
mod properties {
    use std::collections::BTreeSet;

    use places::edges;
    use proptest::prelude::*;

    use super::super::{Unit, Way, step};
    use crate::article::{Article, plain};
    use crate::text::ByteOffset;
    use crate::text::arbitrary::string;

    const UNITS: [Unit; 4] = [Unit::Character, Unit::Word, Unit::Sentence, Unit::Block];

    mod places {
        use crate::article::Article;
        use crate::text::{ByteOffset, grapheme_after};

        /// Every place that a caret may have, in order.
        pub(super) fn edges(article: &Article) -> Vec<ByteOffset> {
            let mut edges = Vec::new();
            for block in &article.blocks {
                let mut at = Some(block.span.start());
                while let Some(place) = at.filter(|place| *place <= block.span.end()) {
                    edges.push(place);
                    at = grapheme_after(&article.text, block.span, place);
                }
            }
            edges
        }
    }

    fn read(string: &str) -> Option<Article> {
        plain(string).ok().map(|parsed| parsed.article)
    }

    proptest! {
        #[test]
        fn steps_by_character_visit_every_place_both_ways(string in string()) {
            let Some(article) = read(&string) else { return Ok(()) };
            let edges = edges(&article);
            for two in edges.windows(2) {
                prop_assert_eq!(step(&article, two[0], Unit::Character, Way::Forward), two[1]);
                prop_assert_eq!(step(&article, two[1], Unit::Character, Way::Back), two[0]);
            }
        }

        #[test]
        fn a_step_goes_on_to_a_place_that_a_caret_may_have(string in string()) {
            let Some(article) = read(&string) else { return Ok(()) };
            let edges = edges(&article);
            let allowed: BTreeSet<ByteOffset> = edges.iter().copied().collect();
            let (first, last) = (edges[0], edges[edges.len() - 1]);
            for unit in UNITS {
                for from in &edges {
                    let forward = step(&article, *from, unit, Way::Forward);
                    let back = step(&article, *from, unit, Way::Back);
                    prop_assert!(allowed.contains(&forward) && allowed.contains(&back));
                    prop_assert!(forward > *from || (*from == last && forward == last), "{unit:?} from {from}");
                    prop_assert!(back < *from || (*from == first && back == first), "{unit:?} from {from}");
                    let returned = step(&article, forward, unit, Way::Back);
                    prop_assert!(first <= returned && returned < forward || *from == last);
                }
            }
        }

        #[test]
        fn no_place_makes_a_panic(string in string(), from in any::<usize>(), near in 0_usize..400) {
            let Some(article) = read(&string) else { return Ok(()) };
            let end = article.text.len();
            for (unit, way) in UNITS.iter().flat_map(|unit| [(*unit, Way::Forward), (*unit, Way::Back)]) {
                prop_assert!(step(&article, ByteOffset(from), unit, way) <= end);
                prop_assert!(step(&article, ByteOffset(near), unit, way) <= end);
            }
        }
    }
}
