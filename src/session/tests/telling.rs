//! Who says it and with which word, in one step.

use super::super::Told;
use super::*;
use MarkKind::{Claim, Cue, Source};

/// After a few marks, takes a telling for the claim *We knew,*; phrases may be empty.
#[track_caller]
fn check(before: impl FnOnce(&mut Hand), source: &str, cue: &str, told: &str, marks: usize) -> Hand {
    let mut hand = Hand::reading(STORY);
    hand.mark(Claim, "We knew,").act(Intent::LetGo);
    before(&mut hand);
    let claim = hand.id("We knew,");
    let span = |phrase: &str| (!phrase.is_empty()).then(|| hand.span(phrase));
    let telling = Told { source: span(source), cue: span(cue) };
    hand.step(Intent::TakeTelling(claim, telling));
    assert_eq!(hand.told(), told);
    assert_eq!(hand.quotes().len(), marks);
    hand
}

const OFFICIAL: &str = "one senior official";

#[test]
fn all_three_are_one_step() {
    let told = "We knew, < one senior official (one senior official, said one)";
    let hand = check(|_| (), OFFICIAL, "said one", told, 3);
    assert_eq!(hand.last(), (Verb::Tie, OFFICIAL, ""));
    assert_eq!(hand.session.history.undo_steps().len(), 2);
}

#[test]
fn what_is_marked_already_is_used() {
    let marked = |hand: &mut Hand| {
        hand.mark(Source, OFFICIAL).mark(Cue, "said one").act(Intent::LetGo);
        let claim = hand.id("We knew,");
        hand.act(Intent::NoSource(claim));
    };
    check(marked, OFFICIAL, "said one", "We knew, < one senior official (one senior official, said one)", 3);
}

#[test]
fn a_voice_of_that_name_is_used() {
    let named = |hand: &mut Hand| {
        hand.act(Intent::AddSource("One senior official".into(), None));
    };
    let told = "We knew, < One senior official (one senior official, -)";
    let hand = check(named, OFFICIAL, "", told, 2);
    assert_eq!(hand.last(), (Verb::Tie, "One senior official", ""));
}

#[test]
fn a_guess_gives_way_and_a_choice_stays() {
    let mut hand = Hand::reading("The board met. “Safe,” an aide said, it says.");
    hand.mark(Source, "The board").act(Intent::LetGo).mark(Claim, "Safe,");
    let (claim, aide, cue) = (hand.claim(), hand.span("an aide"), hand.span("said"));
    let telling = Told { source: Some(aide), cue: Some(cue) };
    let mut chosen = Hand { session: hand.session.clone(), clock: hand.clock };
    hand.act(Intent::TakeTelling(claim.clone(), telling));
    assert_eq!(hand.told(), "Safe, < an aide (an aide, said)");
    let board = chosen.source("The board");
    chosen.act(Intent::NoSource(claim.clone())).act(Intent::Tie(claim.clone(), board));
    chosen.act(Intent::TakeTelling(claim, telling));
    assert_eq!(chosen.told(), "Safe, < The board (The board, -) + an aide (an aide, said)");
}

#[test]
fn a_tie_to_the_same_voice_gets_what_it_lacks() {
    let tied = |hand: &mut Hand| {
        let claim = hand.id("We knew,");
        hand.act(Intent::AddSource(OFFICIAL.into(), Some(claim)));
    };
    check(tied, OFFICIAL, "said one", "We knew, < one senior official (one senior official, said one)", 3);
}

#[test]
fn a_cue_alone_joins_a_tie_without_one() {
    let tied = |hand: &mut Hand| {
        let claim = hand.id("We knew,");
        hand.act(Intent::AddSource(OFFICIAL.into(), Some(claim)));
    };
    let hand = check(tied, "", "said one", "We knew, < one senior official (-, said one)", 2);
    assert_eq!(hand.last(), (Verb::MarkCue, "said one", ""));
    check(|_| (), "", "said one", "We knew, < ?", 2);
}

#[test]
fn nothing_told_or_told_of_no_claim_changes_nothing() {
    let mut hand = Hand::reading(STORY);
    hand.mark(Claim, "We knew,").act(Intent::LetGo).mark(Cue, "said one");
    let (claim, cue, span) = (hand.id("We knew,"), hand.id("said one"), hand.span(OFFICIAL));
    hand.refused(Intent::TakeTelling(claim.clone(), Told::default()));
    hand.refused(Intent::TakeTelling(cue, Told { source: Some(span), cue: None }));
    hand.refused(Intent::TakeTelling("none".into(), Told { source: Some(span), cue: None }));
    let full = Told { source: Some(span), cue: Some(hand.span("said one")) };
    hand.act(Intent::TakeTelling(claim.clone(), full)).refused(Intent::TakeTelling(claim, full));
}
