//! Merging, splitting and referring voices.

use super::super::{choices, mentions_of, to_refer};
use super::*;
use crate::annotation::SourceKind;
use MarkKind::{Claim, Cue, Source};

const TALK: &str = "Ilse Varga warned of cracks. “He knew,” she said of the mayor.\n\
    One official said he would act. He then left.";

/// Two claims: *cracks* by Ilse Varga, *He knew* by *she*.
fn talk() -> Hand {
    let mut hand = Hand::reading(TALK);
    hand.mark(Claim, "cracks").mark(Source, "Ilse Varga").mark(Cue, "warned").act(Intent::LetGo);
    hand.mark(Claim, "He knew,").act(Intent::LetGo);
    hand.mark(Source, "she");
    let (claim, she) = (hand.id("He knew,"), hand.source("she"));
    hand.act(Intent::Tie(claim, she)).act(Intent::LetGo);
    assert_eq!(hand.told(), "cracks < Ilse Varga (Ilse Varga, warned)\nHe knew, < she (she, -)");
    hand
}

/// What is written about a voice: its role, why it is unnamed, a note.
fn write(hand: &mut Hand, name: &str, [role, why, note]: [&str; 3]) {
    let mut source =
        crate::annotation::Source::clone(hand.session.sources.get(&hand.source(name)).expect("there"));
    (source.role, source.why_unnamed, source.note) = (role.into(), why.into(), note.into());
    hand.act(Intent::EditSource(source));
}

#[test]
fn merging_moves_mentions_and_ties() {
    let mut hand = talk();
    let (from, into) = (hand.source("she"), hand.source("Ilse Varga"));
    hand.step(Intent::MergeSources { from, into: into.clone() });
    assert_eq!(hand.told(), "cracks < Ilse Varga (Ilse Varga, warned)\nHe knew, < Ilse Varga (she, -)");
    assert_eq!(hand.names(), ["Ilse Varga"]);
    assert_eq!(mentions_of(&hand.session, &into).count(), 2);
    assert_eq!(hand.last(), (Verb::MergeSources, "she", "Ilse Varga"));
}

#[test]
fn a_claim_of_both_keeps_one_tie_with_the_mention_and_the_cue() {
    for into_first in [true, false] {
        let mut hand = talk();
        let (claim, varga, she) = (hand.id("cracks"), hand.source("Ilse Varga"), hand.source("she"));
        hand.act(Intent::AddSource("the engineer".into(), None));
        let engineer = hand.source("the engineer");
        hand.act(Intent::Join(claim.clone(), she)).act(Intent::Join(claim, engineer.clone()));
        let (from, into) = if into_first { (engineer, varga) } else { (varga, engineer) };
        hand.step(Intent::MergeSources { from, into });
        let name = if into_first { "Ilse Varga" } else { "the engineer" };
        let told = hand.told();
        let first = told.lines().next().expect("a claim");
        assert_eq!(first.matches(&format!("{name} (Ilse Varga, warned)")).count(), 1, "{first}");
        assert_eq!(first.matches(" + ").count(), 1, "{first}");
    }
}

#[test]
fn nothing_written_is_lost_by_merging() {
    #[track_caller]
    fn check(from: [&str; 3], into: [&str; 3], expected: [&str; 3]) {
        let mut hand = talk();
        write(&mut hand, "she", from);
        write(&mut hand, "Ilse Varga", into);
        let (she, varga) = (hand.source("she"), hand.source("Ilse Varga"));
        hand.step(Intent::MergeSources { from: she, into: varga.clone() });
        let source = hand.session.sources.get(&varga).expect("it stays");
        assert_eq!([&source.role, &source.why_unnamed, &source.note], expected);
    }
    check(["", "", ""], ["", "", ""], ["", "", ""]);
    check(["engineer", "fear", "call"], ["", "", ""], ["engineer", "fear", "call"]);
    check(["", "", ""], ["engineer", "fear", "call"], ["engineer", "fear", "call"]);
    check(["", "", "called"], ["", "", "call"], ["", "", "call\ncalled"]);
    check(["", "", "call"], ["", "", "call"], ["", "", "call"]);
    check(["aide", "", ""], ["engineer", "", ""], ["engineer", "", "aide"]);
    check(["aide", "fear", "x"], ["engineer", "law", "y"], ["engineer", "law", "y\naide\nfear\nx"]);
}

#[test]
fn a_voice_is_not_merged_into_itself_or_into_none() {
    let mut hand = talk();
    let she = hand.source("she");
    hand.refused(Intent::MergeSources { from: she.clone(), into: she.clone() });
    hand.refused(Intent::MergeSources { from: she.clone(), into: "none".into() });
    hand.refused(Intent::MergeSources { from: "none".into(), into: she });
}

#[test]
fn a_mention_split_off_takes_its_ties_along() {
    let mut hand = talk();
    let (from, into) = (hand.source("she"), hand.source("Ilse Varga"));
    hand.act(Intent::MergeSources { from, into });
    let mention = hand.id("she");
    hand.step(Intent::SplitMention(mention.clone()));
    assert_eq!(hand.told(), "cracks < Ilse Varga (Ilse Varga, warned)\nHe knew, < she (she, -)");
    assert_eq!(hand.names(), ["Ilse Varga", "she"]);
    assert_eq!(hand.last(), (Verb::SplitMention, "she", "Ilse Varga"));
    hand.refused(Intent::SplitMention(mention));
}

#[test]
fn a_split_mention_never_joins_a_voice_of_its_name() {
    let mut hand = Hand::reading("An official said no. Later an official said yes.");
    hand.mark(Source, "An official").act(Intent::LetGo).mark(Source, "an official");
    assert_eq!(hand.names(), ["An official"]);
    let second = hand.id("an official");
    hand.step(Intent::SplitMention(second));
    assert_eq!(hand.names(), ["An official", "an official"]);
}

#[test]
fn he_is_somebody_else() {
    let mut hand = talk();
    let (she, varga) = (hand.id("she"), hand.source("Ilse Varga"));
    hand.step(Intent::Refer(she.clone(), varga.clone()));
    assert_eq!(hand.told(), "cracks < Ilse Varga (Ilse Varga, warned)\nHe knew, < Ilse Varga (she, -)");
    assert_eq!(hand.names(), ["Ilse Varga"]);
    assert_eq!(hand.last(), (Verb::Refer, "she", "Ilse Varga"));
    hand.refused(Intent::Refer(she, varga));
}

#[test]
fn a_voice_stays_while_anything_stands_on_it() {
    let mut written = talk();
    write(&mut written, "she", ["mayor’s aide", "", ""]);
    let mut claimed = talk();
    let she = claimed.source("she");
    claimed.mark(Claim, "left");
    let claim = claimed.claim();
    claimed.act(Intent::Tie(claim, she));
    for mut hand in [written, claimed] {
        let (mention, varga) = (hand.id("she"), hand.source("Ilse Varga"));
        hand.step(Intent::Refer(mention, varga));
        assert_eq!(hand.names(), ["Ilse Varga", "she"]);
    }
}

#[test]
fn only_mentions_are_split_and_referred() {
    let mut hand = talk();
    let (varga, claim, cue) = (hand.source("Ilse Varga"), hand.id("cracks"), hand.id("warned"));
    for id in [claim, cue, "none".into()] {
        hand.refused(Intent::SplitMention(id.clone()));
        hand.refused(Intent::Refer(id, varga.clone()));
    }
    let mention = hand.id("she");
    hand.refused(Intent::Refer(mention, "none".into()));
}

#[test]
fn a_mention_without_a_name_is_fresh_until_something_else_happens() {
    let mut hand = talk();
    let fresh = |hand: &Hand| {
        hand.session
            .fresh
            .as_ref()
            .map(|id| hand.session.marks.get(id).expect("there").quote(&hand.session.article.text))
    };
    hand.mark(Claim, "he would act").mark(Source, "One official");
    assert_eq!(fresh(&hand).as_deref(), Some("One official"));
    let claim = hand.claim();
    let names: Vec<_> = choices(&hand.session).iter().map(|source| source.name.as_str()).collect();
    assert_eq!(names, ["she", "Ilse Varga"]);
    hand.act(Intent::SetNote(claim, "x".into()));
    assert_eq!(fresh(&hand), None);
    let names: Vec<_> = choices(&hand.session).iter().map(|source| source.name.as_str()).collect();
    assert_eq!(names, ["One official", "she", "Ilse Varga"]);
    for gone in [Intent::LetGo, Intent::Undo] {
        let mut hand = talk();
        hand.mark(Source, "One official");
        assert!(fresh(&hand).is_some());
        hand.act(gone);
        assert_eq!(fresh(&hand), None);
    }
}

#[test]
fn two_keys_tie_he_to_a_voice() {
    let mut hand = talk();
    hand.mark(Source, "One official");
    let mention = to_refer(&hand.session).expect("a fresh mention").id.clone();
    let first = choices(&hand.session).first().expect("a voice").id.clone();
    hand.act(Intent::Refer(mention, first));
    assert_eq!(hand.names(), ["Ilse Varga", "she"]);
    assert_eq!(hand.session.fresh, None);
}

#[test]
fn a_name_is_not_fresh_nor_is_the_only_voice() {
    let mut hand = Hand::reading(TALK);
    hand.mark(Source, "she");
    assert_eq!(hand.session.fresh, None);
    hand.mark(Source, "Ilse Varga");
    assert_eq!(hand.session.fresh, None);
    assert_eq!(hand.session.sources.iter().map(|s| s.kind).next_back(), Some(SourceKind::NamedPerson));
}
