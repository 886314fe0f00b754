//! Bounds and pieces: whatever is tied to a mark stays tied.

use super::super::Record;
use super::*;
use crate::annotation::{Anchor, Content, Form, Place};
use crate::text::CodePointOffset;
use MarkKind::{Claim, Cue, Source};

/// The claim *We knew,* with its voice, its cue, a note, a tag and a verdict.
fn told() -> Hand {
    let mut hand = Hand::reading(STORY);
    hand.mark(Claim, "We knew,").mark(Source, "one senior official").mark(Cue, "said one");
    let claim = hand.claim();
    hand.act(Intent::SetNote(claim.clone(), "ask again".into()));
    hand.act(Intent::SetTags(claim, vec!["bridge".into()]));
    hand
}

#[test]
fn new_bounds_keep_all_that_is_tied_to_a_mark() {
    #[track_caller]
    fn check(phrase: &str, to: &str) {
        let mut hand = told();
        let (old, spans) = (Mark::clone(hand.on(phrase)), hand.spans(to));
        hand.step(Intent::SetBounds(old.id.clone(), spans.clone()));
        let new = Mark::clone(hand.on(to));
        let expected =
            Mark { place: Place::Placed(spans), content: new.content.clone(), modified: new.modified, ..old };
        assert_eq!(new, expected);
        assert_eq!(new.claim().map(|c| &c.said_by), expected.claim().map(|c| &c.said_by));
        assert_eq!(hand.last(), (Verb::SetBounds, to, ""));
    }
    check("We knew,", "knew");
    check("We knew,", "We knew,” said one senior official, who");
    check("We knew,", "We knew, … Nobody acted.");
    check("We knew,", "safe.\n“We knew");
    check("one senior official", "official");
    check("said one", "said");
}

#[test]
fn the_same_bounds_are_no_step() {
    let mut hand = told();
    let (id, spans) = (hand.id("We knew,"), hand.spans("We knew,"));
    hand.refused(Intent::SetBounds(id, spans));
}

#[test]
fn a_form_is_guessed_anew_only_if_it_was_a_guess() {
    #[track_caller]
    fn check(chosen: Option<Form>, to: &str, expected: Form) {
        let mut hand = Hand::reading(STORY);
        hand.mark(Claim, "We knew,");
        let claim = hand.claim();
        chosen.map(|form| hand.act(Intent::SetForm(claim.clone(), form)));
        let spans = hand.spans(to);
        hand.act(Intent::SetBounds(claim, spans));
        assert_eq!(hand.on(to).claim().expect("a claim").form, Some(expected));
    }
    check(None, "knew", Form::Direct);
    check(None, "We knew,” said", Form::Mixed);
    check(None, "a third of the freight", Form::Reported);
    check(Some(Form::Mixed), "knew", Form::Mixed);
    check(Some(Form::Reported), "We knew,” said", Form::Reported);
}

#[test]
fn spans_that_touch_are_one_and_the_last_stays() {
    #[track_caller]
    fn check(add: &[&str], remove: &[usize], expected: &str) {
        let mut hand = Hand::reading(STORY);
        hand.mark(Claim, "We knew,");
        let claim = hand.claim();
        for phrase in add {
            let span = hand.span(phrase);
            hand.step(Intent::AddSpan(claim.clone(), span));
        }
        for at in remove {
            hand.act(Intent::RemoveSpan(claim.clone(), *at));
        }
        assert_eq!(hand.quotes(), [expected]);
    }
    check(&["Nobody acted."], &[], "We knew, … Nobody acted.");
    check(&["Nobody acted.", "the bridge is safe"], &[], "the bridge is safe … We knew, … Nobody acted.");
    check(&["” said"], &[], "We knew,” said");
    check(&["knew,” said", "Nobody"], &[0], "Nobody");
    check(&["Nobody acted."], &[1], "We knew,");
    check(&["Nobody acted."], &[0, 0], "Nobody acted.");
    check(&["Nobody acted."], &[2, 7], "We knew, … Nobody acted.");
    check(&[], &[0], "We knew,");
    check(&["a third"], &[1], "We knew,");
}

#[test]
fn adding_what_is_there_is_no_step() {
    let mut hand = told();
    let (claim, span) = (hand.claim(), hand.span("knew"));
    hand.refused(Intent::AddSpan(claim, span));
}

#[test]
fn an_orphan_that_is_given_bounds_is_placed() {
    let anchor = Anchor {
        quote: "long gone".into(),
        prefix: String::new(),
        suffix: String::new(),
        position: CodePointOffset(3)..CodePointOffset(12),
    };
    for add in [true, false] {
        let mut hand = Hand::reading(STORY);
        let lost = Mark { place: Place::Orphan(vec![anchor.clone()]), ..Mark::clone(told().on("We knew,")) };
        let lost = Mark { content: Content::Note("claim".into()), ..lost };
        let id = lost.id.clone();
        hand.act(Intent::Merge(vec![Record::Mark(Rc::new(lost))]));
        assert_eq!(hand.quotes(), ["long gone"]);
        hand.refused(Intent::RemoveSpan(id.clone(), 0));
        let span = hand.span("Nobody acted.");
        hand.step(if add { Intent::AddSpan(id, span) } else { Intent::SetBounds(id, span.into()) });
        assert_eq!(hand.on("Nobody acted.").spans(), Some(&span.into()));
    }
}

#[test]
fn spans_of_another_text_are_refused() {
    let mut hand = told();
    let claim = hand.claim();
    let longer = Text::new("é".repeat(400));
    let cuts = Text::new("a".repeat(200));
    let quote = STORY.find('“').expect("a quotation mark") + 1;
    let cut = cuts.span(ByteOffset(quote)..ByteOffset(quote + 5)).expect("a span");
    for span in [longer.whole().expect("a span"), cut] {
        hand.refused(Intent::SetBounds(claim.clone(), span.into()));
        hand.refused(Intent::AddSpan(claim.clone(), span));
        hand.refused(Intent::Mark(Claim, span.into()));
        hand.refused(Intent::MarkLabel("x".into(), span.into()));
    }
}

#[test]
fn bounds_changed_again_at_once_are_one_step() {
    #[track_caller]
    fn check(waits: &[i64], expected: usize) {
        let mut hand = told();
        let (claim, steps) = (hand.claim(), hand.session.history.undo_steps().len());
        for (wait, to) in waits.iter().zip(["We", "knew", "We knew", "We knew,”"]) {
            hand.clock += wait;
            let spans = hand.spans(to);
            hand.act(Intent::SetBounds(claim.clone(), spans));
        }
        assert_eq!(hand.session.history.undo_steps().len() - steps, expected);
        for _ in 0..expected {
            hand.act(Intent::Undo);
        }
        assert_eq!(hand.id("We knew,"), claim);
    }
    check(&[10, 10, 10, 10], 1);
    check(&[10, 1_500, 1_500, 1_500], 1);
    check(&[10, 1_999, 2_000], 2);
    check(&[10, 2_500, 2_500], 3);
}

#[test]
fn bounds_of_two_marks_or_with_a_step_between_are_two_steps() {
    let mut hand = told();
    let (claim, mention, steps) =
        (hand.claim(), hand.id("one senior official"), hand.session.history.undo_steps().len());
    let (knew, official, we) = (hand.spans("knew"), hand.spans("official"), hand.spans("We"));
    hand.act(Intent::SetBounds(claim.clone(), knew.clone()));
    hand.act(Intent::SetBounds(mention, official));
    hand.act(Intent::SetBounds(claim.clone(), we));
    hand.act(Intent::SetNote(claim.clone(), "between".into()));
    hand.act(Intent::SetBounds(claim, knew));
    assert_eq!(hand.session.history.undo_steps().len() - steps, 5);
}
