use super::*;
use crate::annotation::{Anchor, Drift, Place, Places};
use crate::session::Record;
use crate::text::CodePointOffset;

/// A story with a mark that reads otherwise, one that moved, one in its place and an orphan.
fn drifted() -> Hand {
    let mut hand = Hand::reading(STORY);
    for words in ["the bridge is safe", "Nobody acted.", "a third of the freight", "one senior official"] {
        hand.mark(MarkKind::Note, words);
    }
    let with = |hand: &Hand, words: &str, alter: &dyn Fn(&mut Mark)| {
        let mut mark = Mark::clone(hand.on(words));
        alter(&mut mark);
        mark.modified = Timestamp(1_000);
        Record::Mark(Rc::new(mark))
    };
    let lost = Anchor {
        quote: "long gone".into(),
        prefix: String::new(),
        suffix: String::new(),
        position: CodePointOffset(3)..CodePointOffset(12),
    };
    let records = vec![
        with(&hand, "the bridge is safe", &|mark| mark.drift = Some(Drift::Changed("all is safe".into()))),
        with(&hand, "Nobody acted.", &|mark| mark.drift = Some(Drift::Moved)),
        with(&hand, "one senior official", &|mark| mark.place = Place::Orphan(vec![lost.clone()])),
    ];
    hand.act(Intent::Merge(records));
    hand
}

fn places(hand: &Hand) -> [usize; 4] {
    let Places { placed, moved, changed, orphans } =
        Places::of(hand.session.marks.iter().map(|mark| &**mark));
    [placed, moved, changed, orphans]
}

#[test]
fn a_place_that_is_found_right_is_looked_at_no_more() {
    let mut hand = drifted();
    assert_eq!(places(&hand), [1, 1, 1, 1]);
    let changed = hand.id("the bridge is safe");
    hand.step(Intent::Accept(vec![changed.clone()]));
    assert_eq!((places(&hand), hand.last()), ([2, 1, 0, 1], (Verb::Accept, "the bridge is safe", "")));
    assert_eq!(hand.on("the bridge is safe").modified, Timestamp(hand.clock - 2));
    hand.refused(Intent::Accept(vec![changed]));
}

#[test]
fn several_are_found_right_in_one_step_and_an_orphan_never_is() {
    let mut hand = drifted();
    let all: Vec<MarkId> = hand.session.marks.iter().map(|mark| mark.id.clone()).collect();
    hand.step(Intent::Accept(all.clone()));
    assert_eq!((places(&hand), hand.last()), ([3, 0, 0, 1], (Verb::Accept, "", "2")));
    hand.refused(Intent::Accept(all));
    hand.refused(Intent::Accept(Vec::new()));
}

#[test]
fn a_mark_that_is_given_another_place_is_right_there() {
    let mut hand = drifted();
    for (words, left) in
        [("long gone", [2, 1, 1, 0]), ("the bridge is safe", [3, 1, 0, 0]), ("Nobody acted.", [4, 0, 0, 0])]
    {
        let (id, spans) = (hand.id(words), hand.spans("The bridge carries"));
        hand.step(Intent::SetBounds(id.clone(), spans));
        assert_eq!(places(&hand), left);
        // Several marks may stand on the same words, so it is moved out of the way.
        let spans = hand.spans("said one");
        hand.act(Intent::SetBounds(id.clone(), spans));
        assert_eq!(hand.session.marks.get(&id).and_then(|mark| mark.drift.clone()), None);
    }
}

#[test]
fn an_orphan_is_removed_like_any_mark() {
    let mut hand = drifted();
    let lost = hand.id("long gone");
    hand.step(Intent::RemoveMark(lost));
    assert_eq!(places(&hand), [1, 1, 1, 0]);
}
