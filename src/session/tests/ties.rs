//! Marks find their ties.

use super::super::{mentions_of, nearest_sources};
use super::*;
use MarkKind::{Claim, Cue, Source};

#[test]
fn a_source_marked_with_a_claim_in_hand_is_tied_to_it() {
    check(
        |hand| {
            hand.mark(Claim, "Nobody acted.").mark(Source, "one senior official");
        },
        "Nobody acted. < one senior official (one senior official, -)",
    );
}

#[test]
fn a_claim_finds_the_mention_and_the_cue_of_its_block() {
    check(
        |hand| {
            hand.mark(Source, "The Harbour Board").mark(Cue, "said").mark(Claim, "the bridge is safe");
        },
        "the bridge is safe < The Harbour Board (The Harbour Board, said)",
    );
}

#[test]
fn a_mention_in_another_block_is_not_guessed() {
    check(
        |hand| {
            hand.mark(Source, "The Harbour Board").act(Intent::LetGo).mark(Claim, "Nobody acted.");
        },
        "Nobody acted. < ?",
    );
}

#[test]
fn a_cue_joins_the_tie_of_its_own_block_only() {
    let mut hand = Hand::reading("“We knew,” said one official.\nThe board said no.");
    hand.mark(Claim, "We knew,").mark(Source, "one official").mark(Cue, "said no");
    assert_eq!(hand.told(), "We knew, < one official (one official, -)");
    hand.mark(Cue, "said");
    assert_eq!(hand.told(), "We knew, < one official (one official, said)");
}

#[test]
fn marking_the_source_of_the_claim_in_hand_replaces_a_guess_and_nothing_else() {
    let mut hand = Hand::reading("The board met. A report says the bridge is safe, an aide said.");
    hand.mark(Source, "The board").act(Intent::LetGo).mark(Claim, "the bridge is safe");
    assert_eq!(hand.told(), "the bridge is safe < The board (The board, -)");
    hand.mark(Source, "A report");
    assert_eq!(hand.told(), "the bridge is safe < A report (A report, -)");
    hand.mark(Source, "an aide");
    assert_eq!(hand.told(), "the bridge is safe < A report (A report, -)");
}

#[test]
fn a_cue_that_ties_another_voice_is_left_to_it() {
    let mut hand = Hand::reading("The board insisted it is safe; a report counts cracks.");
    hand.mark(Claim, "it is safe").mark(Source, "The board").mark(Cue, "insisted");
    hand.mark(Claim, "cracks").mark(Source, "a report");
    assert_eq!(hand.told(), "it is safe < The board (The board, insisted)\ncracks < a report (a report, -)");
}

#[test]
fn digits_replace_and_join_toggles() {
    check(
        |hand| {
            hand.mark(Source, "The Harbour Board").mark(Source, "one senior official").act(Intent::LetGo);
            hand.mark(Claim, "carries a third");
            let (claim, board, official) =
                (hand.claim(), hand.source("The Harbour Board"), hand.source("one senior official"));
            hand.act(Intent::Tie(claim.clone(), board.clone()));
            hand.act(Intent::Tie(claim.clone(), official));
            hand.act(Intent::Join(claim.clone(), board.clone()));
            hand.act(Intent::Join(claim.clone(), board.clone()));
            hand.act(Intent::Join(claim, board));
        },
        "carries a third < one senior official (-, -) + The Harbour Board (-, -)",
    );
}

#[test]
fn no_source_is_a_finding_and_can_be_opened_again() {
    check(
        |hand| {
            hand.mark(Claim, "carries a third");
            let claim = hand.claim();
            hand.act(Intent::NoSource(claim.clone()));
            assert_eq!(hand.told(), "carries a third < nobody");
            hand.act(Intent::NoSource(claim));
        },
        "carries a third < ?",
    );
}

#[test]
fn marking_the_same_words_again_takes_the_mark_in_hand() {
    let mut hand = Hand::reading(STORY);
    hand.mark(Claim, "We knew,").act(Intent::LetGo).mark(Claim, "We knew,");
    assert_eq!(hand.session.marks.iter().len(), 1);
    assert!(hand.session.claim_in_hand().is_some());
}

#[test]
fn a_name_is_entered_once() {
    let mut hand = Hand::reading("The board met. “No,” the Board said.");
    hand.mark(Source, "The board").act(Intent::LetGo).mark(Source, "the Board");
    let board = hand.source("The board");
    assert_eq!(hand.session.sources.iter().len(), 1);
    assert_eq!(mentions_of(&hand.session, &board).count(), 2);
}

#[test]
fn digits_follow_nearness() {
    let mut hand = Hand::reading(STORY);
    hand.mark(Source, "The Harbour Board").mark(Source, "one senior official");
    hand.act(Intent::AddSource("Ilse Varga".into(), None)).act(Intent::LetGo).mark(Claim, "carries a third");
    let claim = hand.session.hand().expect("in hand").clone();
    let names: Vec<_> =
        nearest_sources(&hand.session, &claim, usize::MAX).iter().map(|s| s.name.clone()).collect();
    assert_eq!(names, ["one senior official", "The Harbour Board", "Ilse Varga"]);
}

/// Of many mentions only those around the claim are looked at; as many voices as are asked for stand as if
/// all had been.
#[test]
fn the_nearest_of_many_are_found_nearby() {
    let words: Vec<String> = (100..220).map(|at| format!("Person{at} spoke, they say.")).collect();
    let mut hand = Hand::reading(&words.join("\n\n"));
    for at in (100..220).filter(|at| at % 3 != 1) {
        hand.mark(Source, &format!("Person{at}")).act(Intent::LetGo);
    }
    hand.mark(Claim, "Person160 spoke");
    let claim = hand.session.hand().expect("in hand").clone();
    let names = |enough: usize| -> Vec<String> {
        nearest_sources(&hand.session, &claim, enough).iter().map(|s| s.name.clone()).collect()
    };
    let all = names(usize::MAX);
    assert_eq!(all[..3], ["Person161", "Person159", "Person162"].map(str::to_owned)[..]);
    for enough in [1, 5, 9] {
        assert_eq!(names(enough)[..enough], all[..enough]);
    }
}
