//! Passages are found again after edits of every kind.

use std::ops::Range;

use sayso::annotation::{Anchor, Anchoring, Outcome, describe};
use sayso::text::{CodePointOffset, Spans, Text};

use crate::generate::{Dice, Traced, edit_letters, edit_words, move_paragraphs, text, whereabouts};
use crate::tally::Tally;

/// Passages that are looked for in each text.
const PASSAGES: usize = 60;

fn plain(traced: &Traced) -> Text {
    Text::new(traced.iter().map(|(c, _)| c).collect::<String>())
}

/// A passage of one line, in characters.
fn passage(dice: &mut Dice, old: &Traced) -> Range<usize> {
    loop {
        let start = dice.below(old.len() - 200);
        let range = start..start + 60 + dice.below(100);
        if !old[range.clone()].iter().any(|(c, _)| *c == '\n') {
            return range;
        }
    }
}

fn code_points(text: &Text, spans: &Spans) -> Range<usize> {
    let range = text.code_points(spans.hull());
    range.start.0..range.end.0
}

fn found(text: &Text, marks: Vec<Vec<Anchor>>) -> Vec<Option<Range<usize>>> {
    let mut work = Anchoring::new(text, marks);
    while work.step() {}
    let place = |outcome| match outcome {
        Outcome::Placed(spans) | Outcome::Moved(spans) | Outcome::Changed(spans) => {
            Some(code_points(text, &spans))
        }
        Outcome::Orphan(_) => None,
    };
    work.finish().into_iter().map(place).collect()
}

/// Edits texts of several seeds and looks for passages of each.
fn tally(edit: fn(&mut Dice, &Traced) -> Traced) -> Tally {
    let mut tally = Tally::default();
    for seed in 1..=8 {
        let mut dice = Dice::new(seed);
        let old = text(&mut dice, 60);
        let edited = edit(&mut dice, &old);
        let ranges: Vec<Range<usize>> = (0..PASSAGES).map(|_| passage(&mut dice, &old)).collect();
        let (before, after) = (plain(&old), plain(&edited));
        let mark = |range: &Range<usize>| {
            let span = before.span_code_points(CodePointOffset(range.start)..CodePointOffset(range.end));
            vec![describe(&before, span.unwrap())]
        };
        let answers = found(&after, ranges.iter().map(mark).collect());
        for (answer, range) in answers.into_iter().zip(&ranges) {
            tally.count(answer, whereabouts(&edited, range));
        }
    }
    tally
}

fn check(edit: fn(&mut Dice, &Traced) -> Traced, right: f64, wrong: f64, orphans: f64) {
    let tally = tally(edit);
    assert!(tally.right() >= right && tally.wrong() <= wrong && tally.orphans() >= orphans, "{tally:?}");
}

#[test]
fn what_is_not_edited_or_only_moved_is_found() {
    check(|_, text| text.clone(), 100.0, 0.0, 100.0);
    check(|dice, text| move_paragraphs(dice, text, 20, 0), 99.5, 0.0, 100.0);
}

#[test]
fn what_is_edited_is_found_and_hardly_ever_in_a_wrong_place() {
    check(|dice, text| edit_words(dice, text, 5), 99.0, 0.5, 100.0);
    check(|dice, text| edit_letters(dice, text, 5), 99.0, 0.5, 100.0);
    check(|dice, text| edit_letters(dice, text, 15), 99.0, 0.5, 100.0);
}

#[test]
fn what_is_gone_is_an_orphan_and_the_rest_is_found() {
    let mixed = |dice: &mut Dice, text: &Traced| {
        let moved = move_paragraphs(dice, text, 20, 10);
        edit_letters(dice, &moved, 5)
    };
    check(mixed, 99.0, 1.0, 95.0);
}
