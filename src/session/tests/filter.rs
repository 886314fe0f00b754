//! Filters, the search in what was written, and claims inside claims.

use super::super::{Filter, Whose, chain, find_marks};
use super::*;
use crate::annotation::{Answer, Content, Evidence, Form, Place, SourceKind, Verdict};
use crate::session::Record;
use MarkKind::{Claim, Cue, Source};

/// Two claims with their voices, a note, and an orphan of somebody else's.
fn page() -> Hand {
    let mut hand = Hand::reading(STORY);
    hand.mark(Claim, "We knew,").mark(Source, "one senior official").mark(Cue, "said one");
    let claim = hand.claim();
    hand.act(Intent::SetVerdict(claim.clone(), Verdict::Disputed));
    hand.act(Intent::SetTags(claim.clone(), vec!["tax".into()]));
    hand.act(Intent::SetNote(claim.clone(), "Ask “again”".into()));
    hand.act(Intent::SetField(claim.clone(), "tone".into(), Some(Answer::Text("Calm".into()))));
    let evidence = Evidence { url: "https://example.org/minutes".into(), ..Evidence::default() };
    hand.act(Intent::SetEvidence(claim, 0, evidence)).act(Intent::LetGo);
    hand.mark(Claim, "the bridge is safe").mark(Source, "The Harbour Board").act(Intent::LetGo);
    let spans = hand.spans("a third");
    hand.act(Intent::MarkLabel("figure".into(), spans)).act(Intent::LetGo);
    let anchor =
        crate::annotation::describe(&Text::new("long gone"), Text::new("long gone").whole().expect("a span"));
    let lost = Mark {
        id: "z".into(),
        place: Place::Orphan(vec![anchor]),
        content: Content::Cue,
        creator: "Ada".into(),
        ..Mark::clone(hand.on("said one"))
    };
    hand.act(Intent::Merge(vec![Record::Mark(Rc::new(lost))]));
    hand
}

#[test]
fn a_filter_passes_what_fits_in_every_way() {
    let hand = page();
    let official = hand.source("one senior official");
    let check = |filter: Filter, expected: &[&str]| {
        let text = &hand.session.article.text;
        let passing = hand.session.marks.iter().filter(|mark| filter.passes(&hand.session, mark, ""));
        assert_eq!(passing.map(|mark| mark.quote(text)).collect::<Vec<_>>(), expected, "{filter:?}");
    };
    let all = Filter::default;
    let every = [
        "The Harbour Board",
        "the bridge is safe",
        "We knew,",
        "said one",
        "one senior official",
        "a third",
        "long gone",
    ];
    check(all(), &every);
    check(Filter { kind: Some(Claim), ..all() }, &["the bridge is safe", "We knew,"]);
    let by = Filter { source: Some(official), ..all() };
    check(by.clone(), &["We knew,", "said one", "one senior official"]);
    check(Filter { kind: Some(Cue), ..by.clone() }, &["said one"]);
    check(Filter { source_kind: Some(SourceKind::Organisation), ..by }, &[]);
    check(Filter { source: Some("none".into()), ..all() }, &[]);
    let kind = Filter { source_kind: Some(SourceKind::Organisation), ..all() };
    check(kind, &["The Harbour Board", "the bridge is safe"]);
    check(Filter { form: Some(Form::Direct), ..all() }, &["We knew,"]);
    check(Filter { verdict: Some(Verdict::Unchecked), ..all() }, &["the bridge is safe"]);
    check(Filter { tag: Some("tax".into()), ..all() }, &["We knew,"]);
    check(Filter { label: Some("figure".into()), ..all() }, &["a third"]);
    check(Filter { label: Some(String::new()), ..all() }, &[]);
    check(Filter { orphan: true, ..all() }, &["long gone"]);
    check(Filter { whose: Some(Whose::Others), ..all() }, &["long gone"]);
    check(Filter { whose: Some(Whose::Mine), orphan: true, ..all() }, &[]);
    assert!(all().is_open() && !Filter { orphan: true, ..all() }.is_open());
}

#[test]
fn what_is_written_is_found() {
    let hand = page();
    let check = |words: &str, expected: &[&str]| {
        let text = &hand.session.article.text;
        let found = find_marks(&hand.session, words);
        let quotes: Vec<_> =
            found.iter().map(|id| hand.session.marks.get(id).expect("there").quote(text)).collect();
        assert_eq!(quotes, expected, "{words:?}");
    };
    check("ask \"AGAIN", &["We knew,"]);
    check("tax", &["We knew,"]);
    check("calm", &["We knew,"]);
    check("tone", &["We knew,"]);
    check("minutes", &["We knew,"]);
    check("figure", &["a third"]);
    check("harbour", &["The Harbour Board", "the bridge is safe"]);
    check("gone", &["long gone"]);
    check("knew", &[]);
    check("tax calm", &[]);
    check("  ", &[]);
}

#[test]
fn a_claim_inside_a_claim_is_a_chain() {
    let mut hand = Hand::reading("Smith said the ministry told him that the road is safe and dry.");
    let outer = "the ministry told him that the road is safe and dry";
    hand.mark(Claim, outer).mark(Source, "Smith").act(Intent::LetGo);
    hand.mark(Claim, "the road is safe and dry").mark(Source, "the ministry").act(Intent::LetGo);
    let (inner, ministry) = (hand.id("the road is safe and dry"), hand.source("the ministry"));
    hand.act(Intent::Tie(inner, ministry.clone())).act(Intent::LetGo).mark(Claim, "safe");
    let check = |hand: &Hand, of: &str, expected: &[&str]| {
        let text = &hand.session.article.text;
        let around: Vec<_> = chain(&hand.session, hand.on(of)).iter().map(|mark| mark.quote(text)).collect();
        assert_eq!(around, expected, "{of}");
    };
    check(&hand, outer, &[]);
    check(&hand, "the road is safe and dry", &[outer]);
    let safe = hand.id("safe");
    hand.act(Intent::NoSource(safe.clone()));
    check(&hand, "safe", &["the road is safe and dry", outer]);
    hand.act(Intent::Tie(safe, ministry));
    check(&hand, "safe", &[outer]);
    check(&hand, "Smith", &[]);
}
