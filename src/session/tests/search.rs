//! The text and the marks are searched at once.

use super::Hand;
use crate::annotation::{MarkId, MarkKind};
use crate::session::{Direction, Hit, Intent, neighbour, search};

/// What was found, as words: a place in the text by itself, a mark in brackets.
fn found(hand: &Hand, words: &str, hidden: Option<&MarkId>) -> Vec<String> {
    let text = &hand.session.article.text;
    let shown = |mark: &crate::annotation::Mark| Some(&mark.id) != hidden;
    let hits = search(&hand.session, words, &shown);
    let say = |hit| match hit {
        Hit::Place(span) => text.slice(span).to_owned(),
        Hit::Mark(id) => format!("[{}]", hand.session.marks.get(&id).expect("a mark").quote(text)),
    };
    hits.into_iter().map(say).collect()
}

fn marked() -> (Hand, MarkId) {
    let mut hand = Hand::reading("The toll stays. The bridge is safe. The board said so.");
    hand.mark(MarkKind::Claim, "The bridge is safe");
    let claim = hand.session.in_hand.clone().expect("a claim");
    hand.act(Intent::SetNote(claim.clone(), "ask the Board".into()));
    (hand, claim)
}

#[test]
fn places_and_marks_come_in_reading_order() {
    let (hand, claim) = marked();
    assert_eq!(found(&hand, "board", None), ["[The bridge is safe]", "board"]);
    assert_eq!(found(&hand, "the board", None), ["[The bridge is safe]", "The board"]);
    assert_eq!(found(&hand, "toll", None), ["toll"]);
    assert_eq!(found(&hand, "board", Some(&claim)), ["board"], "what is not shown is not found");
    assert_eq!(found(&hand, " ", None), [""; 0]);
    assert_eq!(found(&hand, "nowhere", None), [""; 0]);
}

#[test]
fn the_next_mark_is_one_that_is_shown() {
    let (mut hand, claim) = marked();
    hand.mark(MarkKind::Note, "The toll");
    let note = hand.session.in_hand.clone().expect("a note");
    let next = |hand: &Hand, hidden: Option<&MarkId>| {
        neighbour(&hand.session, Direction::Next, &|mark| Some(&mark.id) != hidden)
    };
    assert_eq!(next(&hand, None), Some(claim.clone()));
    assert_eq!(next(&hand, Some(&claim)), Some(note.clone()), "round the ends");
    assert_eq!(next(&hand, Some(&note)), Some(claim), "from a mark that is itself not shown");
    assert_eq!(neighbour(&hand.session, Direction::Previous, &|_| false), None);
}
