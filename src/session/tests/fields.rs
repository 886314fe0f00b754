//! Evidence, tags, extra fields, labels, and what a stamp leaves on a mark.

use super::super::Plan;
use super::*;
use crate::annotation::{Answer, Evidence};
use MarkKind::{Claim, Note, Source};

fn claim() -> (Hand, MarkId) {
    let mut hand = Hand::reading(STORY);
    hand.mark(Claim, "We knew,");
    let claim = hand.claim();
    (hand, claim)
}

fn evidence(url: &str) -> Evidence {
    Evidence { url: url.into(), ..Evidence::default() }
}

#[test]
fn evidence_is_added_changed_and_removed() {
    let (mut hand, claim) = claim();
    hand.step(Intent::SetEvidence(claim.clone(), 0, evidence("a")));
    hand.step(Intent::SetEvidence(claim.clone(), 1, evidence("b")));
    hand.step(Intent::SetEvidence(claim.clone(), 0, evidence("c")));
    hand.refused(Intent::SetEvidence(claim.clone(), 0, evidence("c")));
    hand.refused(Intent::SetEvidence(claim.clone(), 3, evidence("d")));
    let urls = |hand: &Hand| -> Vec<String> {
        hand.on("We knew,").claim().expect("a claim").evidence.iter().map(|e| e.url.clone()).collect()
    };
    assert_eq!(urls(&hand), ["c", "b"]);
    hand.refused(Intent::RemoveEvidence(claim.clone(), 2));
    hand.step(Intent::RemoveEvidence(claim, 0));
    assert_eq!(urls(&hand), ["b"]);
}

#[test]
fn tags_are_tidy() {
    let (mut hand, claim) = claim();
    let tags = |all: &[&str]| all.iter().map(ToString::to_string).collect::<Vec<_>>();
    hand.step(Intent::SetTags(claim.clone(), tags(&[" bridge  works ", "", "tax", "bridge works", "\n"])));
    assert_eq!(hand.on("We knew,").tags, ["bridge works", "tax"]);
    hand.refused(Intent::SetTags(claim.clone(), tags(&["bridge works", "tax "])));
    hand.step(Intent::SetTags(claim, Vec::new()));
}

#[test]
fn extra_fields_are_sorted_and_an_empty_answer_is_none() {
    let (mut hand, claim) = claim();
    let set = |name: &str, answer| Intent::SetField(claim.clone(), name.into(), answer);
    hand.step(set("tone", Some(Answer::Text("calm".into()))));
    hand.step(set("checkable", Some(Answer::YesNo(true))));
    hand.step(set("weight", Some(Answer::Number("1.5".into()))));
    hand.step(set("tone", Some(Answer::Text("angry".into()))));
    let names: Vec<_> = hand.on("We knew,").fields.iter().map(|(name, _)| name.clone()).collect();
    assert_eq!(names, ["checkable", "tone", "weight"]);
    assert_eq!(hand.last(), (Verb::SetField, "tone", ""));
    hand.refused(set("none", None));
    hand.refused(set("none", Some(Answer::Text("  ".into()))));
    hand.step(set("tone", Some(Answer::Text(String::new()))));
    hand.step(set("weight", None));
    assert_eq!(hand.on("We knew,").fields, [("checkable".into(), Answer::YesNo(true))]);
}

#[test]
fn only_claims_have_extra_fields_and_evidence() {
    let mut hand = Hand::reading(STORY);
    hand.mark(Source, "one senior official");
    let mention = hand.id("one senior official");
    hand.refused(Intent::SetField(mention.clone(), "tone".into(), Some(Answer::YesNo(true))));
    hand.refused(Intent::SetEvidence(mention, 0, evidence("a")));
}

#[test]
fn a_label_is_marked_in_one_step_and_once() {
    let mut hand = Hand::reading(STORY);
    let spans = hand.spans("We knew,");
    hand.step(Intent::MarkLabel("framing".into(), spans.clone()));
    assert_eq!(hand.last(), (Verb::MarkLabel, "framing", "We knew,"));
    let first = hand.session.in_hand.clone();
    hand.act(Intent::LetGo).refused(Intent::MarkLabel("framing".into(), spans.clone()));
    assert_eq!(hand.session.in_hand, first);
    hand.step(Intent::MarkLabel("irony".into(), spans.clone()));
    hand.refused(Intent::Mark(Note, spans));
    assert_eq!(hand.quotes().len(), 2);
}

#[test]
fn a_mark_says_under_which_codebook_it_was_changed() {
    let (mut hand, claim) = claim();
    let mut under = |codebook: &str, intent: Intent| {
        hand.clock += 1;
        let stamp = Stamp { codebook: codebook.into(), ..stamp(hand.clock) };
        let Plan { transaction, .. } = plan(&hand.session, &intent, &stamp);
        hand.session = hand.session.apply(&transaction.expect("a change"));
        hand.on("We knew,").codebook.clone()
    };
    let note = |note: &str| Intent::SetNote(claim.clone(), note.into());
    assert_eq!(under("", note("a")), "");
    assert_eq!(under("Own, version 2", note("b")), "Own, version 2");
    assert_eq!(under("", note("c")), "Own, version 2");
    assert_eq!(under("Own, version 3", Intent::NoSource(claim.clone())), "Own, version 3");
}
