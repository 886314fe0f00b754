use super::{Anchoring, Finder, Found, Outcome, anchors};
use crate::annotation::{Anchor, Place, describe};
use crate::text::{CodePointOffset, Span, Text};

/// The span between `[` and `]`, if there is one, and the text without them.
fn marked(text: &str) -> (Text, Option<Span>) {
    let place = |wanted| text.chars().position(|c| c == wanted);
    let plain = Text::new(text.replace(['[', ']'], ""));
    let span = place('[')
        .zip(place(']'))
        .and_then(|(start, end)| plain.span_code_points(CodePointOffset(start)..CodePointOffset(end - 1)));
    (plain, span)
}

/// Describes what is marked in the first text and expects it where the second is marked, if it is.
fn check(was: &str, is: &str, outcome: fn(Span) -> Found) {
    let (old, span) = marked(was);
    let (new, expected) = marked(is);
    let found = Finder::new(&new).find(&describe(&old, span.unwrap()));
    let words = found.map(|found| new.slice(found.span()));
    assert_eq!(found, expected.map(outcome), "{was:?} in {is:?}: {words:?}");
}

const BEFORE: &str = "The bridge over the river was closed on Monday. ";
const AFTER: &str = " Repairs will take until the spring, the ministry announced.";

#[test]
fn words_that_are_the_same_are_placed_or_moved() {
    check("[one official] said", "[one official] said", Found::Placed);
    check("He [said] no.", "He [said] no.", Found::Placed);
    check("He [said] no.", "On Monday he [said] no.", Found::Moved);
    let quote = "[Nobody was hurt, one official said.]";
    check(&format!("{BEFORE}{quote}{AFTER}"), &format!("{AFTER}\n{BEFORE}{quote}{AFTER}"), Found::Moved);
    check(&format!("{BEFORE}{quote}{AFTER}"), &format!("All new. {quote} So is this."), Found::Moved);
}

#[test]
fn words_that_differ_are_changed_and_the_edges_keep_to_words() {
    fn change(was: &str, is: &str) {
        check(&format!("{BEFORE}{was}{AFTER}"), &format!("Update: {BEFORE}{is}{AFTER}"), Found::Changed);
    }
    change("[Nobody was hurt, one official said.]", "[Nobody was harmed, one official said.]");
    change("[Nobody was hurt], one official said.", "[Nobody was harmed], one official said.");
    change("[Three people were hurt], he said.", "[Four people were hurt], he said.");
    change("[Nobody was hurt], he said.", "[Nobody at all was hurt], he said.");
    change("[Nobody was badly hurt], he said.", "[Nobody was hurt], he said.");
    change("He [stated] that it is safe.", "He [states] that it is safe.");
    change("Лед [тронулся, господа], сказал он.", "Лед [тронулась, господа], сказал он.");
    change("部長は[橋は安全です]と言った。", "部長は[橋は危険です]と言った。");
}

#[test]
fn what_is_gone_or_uncertain_is_an_orphan() {
    let quote = "[Nobody was hurt, one official said.]";
    let was = format!("{BEFORE}{quote}{AFTER}");
    check(&was, &format!("{BEFORE}{AFTER}"), Found::Moved);
    check(&was, &format!("{BEFORE}All of it was torn down in a night.{AFTER}"), Found::Moved);
    check(&was, "", Found::Moved);
    check(&was, "Nobody.", Found::Moved);
    check(&was, &"Sheep graze on the hill behind the church, and it rains. ".repeat(40), Found::Moved);
    let said = "Nobody was hurt, one official said. Something else. ";
    check(&was, &format!("A wholly other start. {said}{said}"), Found::Moved);
    check("[said]", "He said that she said so.", Found::Moved);
}

#[test]
fn of_like_passages_the_surroundings_decide_even_if_another_is_less_changed() {
    let was = format!(
        "He spoke. Nobody was hurt, one official said. And left.\n{BEFORE}[Nobody was hurt, one official said.]{AFTER}"
    );
    let is = format!(
        "New. He spoke. Nobody was hurt, one official said. And left.\n{BEFORE}[Nobody was hurd, one officials said.]{AFTER}"
    );
    check(&was, &is, Found::Changed);
}

#[test]
fn a_long_quote_is_found_by_its_ends() {
    let middle: String = (0..80).map(|n| format!("Sentence {n} says something of its own. ")).collect();
    let (was, is) = (format!("{BEFORE}[{middle}End.]{AFTER}"), middle.replace("Sentence 40", "The fortieth"));
    check(&was, &format!("New.\n{BEFORE}[{middle}End.]{AFTER}"), Found::Moved);
    check(&was, &format!("New.\n{BEFORE}[{is}End.]{AFTER}"), Found::Changed);
    check(&was, &format!("New.\n{BEFORE}{AFTER}"), Found::Moved);
}

#[test]
fn a_text_of_nothing_but_look_alikes_ends_soon_and_in_no_place() {
    let (old, new) = (Text::new("a".repeat(200_000)), Text::new("a".repeat(200_001)));
    let mut anchor =
        describe(&old, old.span_code_points(CodePointOffset(100)..CodePointOffset(300)).unwrap());
    anchor.prefix = "b".to_owned();
    assert_eq!(Finder::new(&new).find(&anchor), None);
}

#[test]
fn wrong_anchors_do_no_harm() {
    let text = Text::new("The 🙂 mayor said so.");
    let odd = [(0, 0), (17, 3), (usize::MAX, usize::MAX), (4, usize::MAX)];
    for (quote, expected) in [("", false), ("mayor", true), ("🙂", true), ("nothing of this", false)] {
        for (start, end) in odd {
            let position = CodePointOffset(start)..CodePointOffset(end);
            let anchor =
                Anchor { quote: quote.into(), prefix: String::new(), suffix: String::new(), position };
            let found = Finder::new(&text).find(&anchor).map(|found| text.slice(found.span()).to_owned());
            assert_eq!(found, expected.then(|| quote.to_owned()), "{quote:?} at {start}..{end}");
        }
    }
}

/// What became of the marks made of these words, each given by its only place in the old text.
fn outcomes(old: &str, quotes: &[&str], new: &str) -> Vec<(&'static str, String)> {
    let (old, new) = (Text::new(old), Text::new(new));
    let mark = |quote: &&str| {
        let at = crate::text::ByteOffset(old.as_str().find(*quote).unwrap());
        let span = old.span(at..crate::text::ByteOffset(at.0 + quote.len())).unwrap();
        anchors(&old, &Place::Placed(span.into()))
    };
    let mut work = Anchoring::new(&new, quotes.iter().map(mark).collect());
    while work.step() {}
    assert_eq!(work.progress(), (quotes.len(), quotes.len()));
    let told = |outcome| match outcome {
        Outcome::Placed(spans) => ("placed", spans.quote(&new)),
        Outcome::Moved(spans) => ("moved", spans.quote(&new)),
        Outcome::Changed(spans) => ("changed", spans.quote(&new)),
        Outcome::Orphan(anchors) => ("orphan", anchors[0].quote.clone()),
    };
    work.finish().into_iter().map(told).collect()
}

#[test]
fn each_mark_of_an_article_has_its_outcome() {
    let one = "First the mayor of the town spoke at length about roads.\n";
    let two = "Then the bishop read a letter from a parish in the hills.\n";
    let three = "In the end the owner of the mill refused to sell it.\n";
    let four = "It had rained all day.";
    let quotes = ["about roads", "a letter from a parish", "owner of the mill", "rained all day"];
    let old = [one, two, three, four].concat();
    let new = ["An editor's note.\n", &two.replace("parish", "farm"), three, four, "\n", one].concat();
    let expected =
        [("moved", "about roads"), ("changed", "a letter from a farm"), ("placed", "owner of the mill")];
    let told = outcomes(&old, &quotes, &new);
    assert_eq!(told[..3], expected.map(|(outcome, words)| (outcome, words.to_owned())));
    assert_eq!(told[3], ("placed", "rained all day".to_owned()));
    let gone = outcomes(&old, &quotes, &[one, two, four].concat());
    assert_eq!(gone[2], ("orphan", "owner of the mill".to_owned()));
}

#[test]
fn neighbours_tell_which_of_several_like_places_it_is() {
    let refrain = "The committee has taken note of the report and will come back to it at its next sitting. ";
    let part = |n: usize| {
        format!(
            "Item {n} of a long and varied day, with a number {n}{n}{n} of its own.\n{refrain}{refrain}{refrain}\n"
        )
    };
    let old = Text::new((0..9).map(part).collect::<String>());
    let new = Text::new(format!("A new beginning of the whole record.\n{}", old.as_str()));
    let starts: Vec<usize> = old.as_str().match_indices("number 4").map(|(at, _)| at).collect();
    let at = old.as_str().match_indices("report and will").find(|(at, _)| *at > starts[0]).unwrap().0
        + refrain.len();
    let span = |at: usize, len: usize| {
        old.span(crate::text::ByteOffset(at)..crate::text::ByteOffset(at + len)).unwrap()
    };
    let (number, report) = (describe(&old, span(starts[0], 12)), describe(&old, span(at, 15)));
    assert_eq!(Finder::new(&new).find(&report), None, "alone it could be in any item");
    let mut work = Anchoring::new(&new, vec![vec![number], vec![report]]);
    while work.step() {}
    let Outcome::Placed(spans) = &work.finish()[1] else { panic!("its neighbour tells") };
    assert_eq!(spans.hull().start().0, at + 37);
}

#[test]
fn work_that_is_broken_off_leaves_orphans() {
    let text = Text::new("He said no.");
    let anchor = describe(&text, text.whole().unwrap());
    let work = Anchoring::new(&text, vec![vec![anchor.clone()]]);
    assert_eq!(work.progress(), (0, 1));
    assert_eq!(work.finish(), [Outcome::Orphan(vec![anchor])]);
}

#[cfg(not(target_arch = "wasm32"))]
mod properties {
    use proptest::prelude::*;
    use unicode_edges::is_edge;

    use super::super::align::align;
    use super::super::pattern::Pattern;
    use super::*;
    use crate::text::arbitrary::{repetitive, spanned, string};
    use crate::text::widen_to_graphemes;

    mod unicode_edges {
        use crate::text::{Span, Text, widen_to_graphemes};

        /// Whether a span cuts no user-perceived character.
        pub(super) fn is_edge(text: &Text, span: Span) -> bool {
            widen_to_graphemes(text, span) == span
        }
    }

    /// The table of Sellers, entry by entry: the least cost of a pattern anywhere in a text.
    fn sellers(pattern: &[char], text: &[char]) -> usize {
        let mut column: Vec<usize> = (0..=pattern.len()).collect();
        let mut best = pattern.len();
        for c in text {
            let mut diagonal = 0;
            for row in 1..=pattern.len() {
                let cost = (diagonal + usize::from(pattern[row - 1] != *c))
                    .min(column[row] + 1)
                    .min(column[row - 1] + 1);
                diagonal = std::mem::replace(&mut column[row], cost);
            }
            best = best.min(column[pattern.len()]);
        }
        best
    }

    fn letters(most: usize) -> impl Strategy<Value = String> {
        prop::collection::vec(prop::sample::select(vec!['a', 'b', 'c', 'é', '漢', '🙂']), 1..most)
            .prop_map(String::from_iter)
    }

    proptest! {
        #[test]
        fn the_bits_come_to_what_the_table_comes_to(
            (prefix, quote, suffix, text) in (letters(90), letters(150), letters(90), letters(400))
        ) {
            let found = align(&Pattern::new(&prefix, &quote, &suffix), &text);
            let pattern: Vec<char> = [prefix, quote, suffix].concat().chars().collect();
            let text_chars: Vec<char> = text.chars().collect();
            prop_assert_eq!(found.errors.iter().sum::<usize>(), sellers(&pattern, &text_chars));
            prop_assert!(text.get(found.quote).is_some());
        }

        #[test]
        fn in_its_own_text_a_span_is_itself((text, span) in spanned(prop_oneof![string(), repetitive()])) {
            prop_assert_eq!(Finder::new(&text).find(&describe(&text, span)), Some(Found::Placed(span)));
        }

        #[test]
        fn whatever_is_looked_for_the_answer_lies_in_the_text_and_cuts_nothing(
            (old, span) in spanned(prop_oneof![string(), repetitive()]),
            new in prop_oneof![string(), repetitive()],
            (start, end) in any::<(usize, usize)>(),
        ) {
            let new = Text::new(new);
            let mut anchor = describe(&old, span);
            anchor.position = CodePointOffset(start)..CodePointOffset(end);
            if let Some(found) = Finder::new(&new).find(&anchor) {
                prop_assert!(!new.slice(found.span()).is_empty());
                prop_assert!(is_edge(&new, found.span()));
            }
        }

        #[test]
        fn what_stands_once_with_its_surroundings_is_found_wherever_it_moved(
            (old, span) in spanned(prop_oneof![string(), repetitive()]), before in string(), after in string()
        ) {
            let anchor = describe(&old, span);
            let whole = [&*anchor.prefix, &anchor.quote, &anchor.suffix].concat();
            let new = Text::new(format!("{before}{whole}{after}"));
            prop_assume!(super::super::super::occurrences::occurrences(new.as_str(), &whole).len() == 1);
            let start = before.len() + anchor.prefix.len();
            let place = crate::text::ByteOffset(start)..crate::text::ByteOffset(start + anchor.quote.len());
            // What stands where it stood is left as it was marked, even if that cuts a character.
            let exact = new.span(place).unwrap();
            let stayed = new.code_points(exact) == anchor.position;
            let expected = if stayed { exact } else { widen_to_graphemes(&new, exact) };
            let found = Finder::new(&new).find(&anchor).map(Found::span);
            prop_assert_eq!(found, Some(expected), "{:?} in {:?}", anchor, new.as_str());
        }

        #[test]
        fn in_an_unrelated_text_nothing_is_found(
            old in "[a-m ]{80,200}", new in "[n-z\n]{0,400}", (start, len) in (0_usize..40, 12_usize..40)
        ) {
            let (old, new) = (Text::new(old), Text::new(new));
            let span = old.span_code_points(CodePointOffset(start)..CodePointOffset(start + len)).unwrap();
            prop_assert_eq!(Finder::new(&new).find(&describe(&old, span)), None);
        }
    }
}
