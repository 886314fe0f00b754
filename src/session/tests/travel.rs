//! Removing, undoing, redoing, and what another tab does.

use super::super::{Origin, Transaction, Verb};
use super::*;
use MarkKind::{Claim, Source};

#[test]
fn removing_the_last_mention_removes_a_voice_that_says_nothing() {
    let mut hand = Hand::reading(STORY);
    hand.mark(Source, "The Harbour Board");
    let mention = hand.session.in_hand.clone().expect("the mention");
    hand.act(Intent::RemoveMark(mention));
    assert_eq!(hand.session.sources.iter().len(), 0);
    hand.act(Intent::Undo);
    assert_eq!((hand.session.sources.iter().len(), hand.session.marks.iter().len()), (1, 1));
}

#[test]
fn removing_a_voice_opens_its_claims_and_undoes_wholly() {
    let mut hand = Hand::reading(STORY);
    hand.mark(Claim, "We knew,").mark(Source, "one senior official");
    let (before, official) = (hand.told(), hand.source("one senior official"));
    hand.act(Intent::RemoveSource(official));
    assert_eq!(hand.told(), "We knew, < ?");
    hand.act(Intent::Undo);
    assert_eq!(hand.told(), before);
}

#[test]
fn undo_takes_back_the_tie_before_the_mark_and_shows_the_claim() {
    let mut hand = Hand::reading(STORY);
    hand.mark(Source, "one senior official").act(Intent::LetGo).mark(Claim, "We knew,");
    hand.act(Intent::LetGo).act(Intent::Undo);
    assert_eq!(hand.told(), "We knew, < ?");
    assert!(hand.session.claim_in_hand().is_some());
    assert_eq!(hand.session.history.redo_step().map(|step| step.verb), Some(Verb::Tie));
    hand.act(Intent::Undo).act(Intent::Redo).act(Intent::Redo);
    assert_eq!(hand.told(), "We knew, < one senior official (one senior official, -)");
}

#[test]
fn another_tabs_step_is_never_undone_here() {
    let mut hand = Hand::reading(STORY);
    hand.mark(Claim, "We knew,");
    let claim = hand.claim();
    let stamp = stamp(99);
    let theirs = plan(&hand.session, &Intent::SetNote(claim, "theirs".into()), &stamp).transaction;
    let theirs = Transaction { origin: Origin::Remote, ..theirs.expect("a change") };
    hand.session = hand.session.apply(&theirs);
    hand.act(Intent::Undo);
    assert_eq!(hand.session.hand().map(|mark| mark.note.as_str()), Some("theirs"));
}
