//! Naming a state, going back to one, and taking the version that lost.

use super::super::{Origin, RecordId, Transaction, Verb};
use super::*;
use MarkKind::{Claim, Source};

#[test]
fn a_name_is_a_step_that_changes_and_undoes_nothing() {
    let mut hand = Hand::reading(STORY);
    hand.mark(Claim, "We knew,").act(Intent::LetGo).act(Intent::Undo);
    let before = hand.session.clone();
    let named = plan(&hand.session, &Intent::NameState("  Before  the call ".into()), &stamp(50)).transaction;
    let named = named.expect("a step");
    assert_eq!((named.step.verb, named.step.object.as_str()), (Verb::NameState, "Before the call"));
    assert_eq!((named.origin, named.change.is_empty()), (Origin::Local, true));
    hand.session = hand.session.apply(&named);
    assert_eq!(hand.session.history, before.history, "what was undone can still be done again");
    assert_eq!((hand.session.records(), hand.session.changed), (before.records(), Timestamp(50)));
    hand.refused(Intent::NameState(" \n".into()));
}

#[test]
fn an_earlier_state_comes_back_in_one_step() {
    let mut hand = Hand::reading(STORY);
    hand.mark(Claim, "We knew,").mark(Source, "one senior official");
    let then = hand.session.records();
    let official = hand.source("one senior official");
    hand.act(Intent::RemoveSource(official)).mark(Claim, "Nobody acted.");
    hand.step(Intent::RestoreState(then.clone(), "4 March, 10:12".into()));
    assert_eq!(hand.session.records(), then);
    assert_eq!(hand.last(), (Verb::RestoreState, "4 March, 10:12", ""));
    hand.refused(Intent::RestoreState(then, "again".into()));
}

#[test]
fn a_state_without_the_article_leaves_it_in_the_library() {
    let mut hand = Hand::reading(STORY);
    hand.mark(Claim, "We knew,");
    hand.step(Intent::RestoreState(Vec::new(), "then".into()));
    assert!(!hand.session.removed && hand.session.marks.iter().len() == 0);
}

#[test]
fn the_version_that_lost_can_be_taken() {
    let mut hand = Hand::reading(STORY);
    hand.mark(Claim, "We knew,");
    let claim = hand.claim();
    let id = RecordId::Mark(claim.clone());
    let ours = hand.session.record(&id);
    let theirs = plan(&hand.session, &Intent::SetNote(claim, "theirs".into()), &stamp(99)).transaction;
    let theirs = Transaction { origin: Origin::Remote, ..theirs.expect("a change") };
    hand.session = hand.session.apply(&theirs);
    hand.clock = 100;
    hand.step(Intent::TakeOther(id.clone(), ours.clone()));
    assert_eq!((hand.session.record(&id), hand.last().1), (ours.clone(), "We knew,"));
    hand.refused(Intent::TakeOther(id.clone(), ours.clone()));
    hand.step(Intent::TakeOther(id.clone(), None));
    assert_eq!(hand.session.record(&id), None);
    hand.step(Intent::TakeOther(id, ours.clone()));
    hand.refused(Intent::TakeOther(RecordId::Article, ours));
    assert_eq!(hand.last().0, Verb::TakeOther);
}

#[test]
fn undoing_what_is_folded_can_be_done_again() {
    let mut hand = Hand::reading(STORY);
    hand.mark(Claim, "We knew,");
    let with = hand.session.records();
    let undo = plan(&hand.session, &Intent::Undo, &stamp(60)).transaction.expect("a step");
    let base = super::super::Base { records: with.clone(), ..Default::default() };
    let article = hand.session.article.clone();
    hand.session = Session::resume(hand.session.id.clone(), article, &base, &[undo]);
    assert_eq!(hand.session.marks.iter().len(), 0);
    hand.clock = 60;
    hand.act(Intent::Redo);
    assert_eq!(hand.session.records(), with);
    assert_eq!(hand.session.history.undo_steps().len(), 1);
}

#[test]
fn what_two_tabs_undid_is_replayed_each_with_its_own() {
    let mut hand = Hand::reading(STORY);
    hand.mark(Claim, "We knew,").act(Intent::LetGo);
    let undone = plan(&hand.session, &Intent::Undo, &stamp(61)).transaction.expect("a step");
    hand.mark(Claim, "Nobody acted.");
    // The other tab's undo was of the first claim; replayed here, the second is the last step.
    hand.session = hand.session.apply(&undone);
    assert_eq!(hand.quotes(), ["Nobody acted."]);
    assert_eq!(hand.last(), (Verb::MarkClaim, "Nobody acted.", ""));
    hand.clock = 70;
    hand.act(Intent::Redo);
    assert_eq!(hand.quotes(), ["We knew,", "Nobody acted."]);
}
