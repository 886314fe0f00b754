//! Sessions in use: intents in sequence, read back as a line a claim.

use std::rc::Rc;

use proptest::prelude::*;

use super::{
    Direction, Intent, Origin, Session, Stamp, Transaction, Verb, claims, follow_up, mentions_of,
    nearest_sources, plan,
};
use crate::annotation::{Form, MarkKind, SaidBy, SourceId, SourceKind, Timestamp, Verdict};
use crate::article::{Article, ArticleId, Block, BlockKind};
use crate::text::{ByteOffset, Spans, Text};
use MarkKind::{Claim, Cue, Source};

const STORY: &str = "The Harbour Board said on Tuesday that the bridge is safe.\n\
    “We knew,” said one senior official, who asked not to be named. “Nobody acted.”\n\
    The bridge carries a third of the freight.";

/// A session and the counter its stamps come from.
struct Hand {
    session: Session,
    clock: i64,
}

impl Hand {
    fn reading(story: &str) -> Hand {
        let text = Text::new(story);
        let mut at = 0;
        let blocks = story.split('\n').filter_map(|line| {
            let span = text.span(ByteOffset(at)..ByteOffset(at + line.len()));
            at += line.len() + 1;
            span.map(|span| Block { kind: BlockKind::Paragraph, span })
        });
        let blocks = blocks.collect();
        let session = Session::new(ArticleId::from("a"), Rc::new(Article { text, blocks }));
        let details = crate::article::Details { title: "Bridge".into(), ..Default::default() };
        let first = Session::first(details, Vec::new(), Timestamp(1), String::new());
        Hand { session: session.apply(&first), clock: 1 }
    }

    /// As the page does it: plan, apply, then what follows by itself.
    #[expect(clippy::needless_pass_by_value, reason = "cases read better without borrows")]
    fn act(&mut self, intent: Intent) -> &mut Hand {
        self.clock += 1;
        let ids = [format!("m{:05}", self.clock), format!("s{:05}", self.clock)];
        let stamp = Stamp { at: Timestamp(self.clock), by: String::new(), ids };
        let plan = plan(&self.session, &intent, &stamp);
        if let Some(transaction) = &plan.transaction {
            self.session = self.session.apply(transaction);
        }
        self.session = self.session.clone().hold(&plan.hand);
        if let Some(next) = follow_up(&intent, &plan) {
            self.act(next);
        }
        self
    }

    fn spans(&self, phrase: &str) -> Spans {
        let at = self.session.article.text.as_str().find(phrase).expect("the phrase is in the story");
        let range = ByteOffset(at)..ByteOffset(at + phrase.len());
        self.session.article.text.span(range).expect("a span").into()
    }

    fn mark(&mut self, kind: MarkKind, phrase: &str) -> &mut Hand {
        let spans = self.spans(phrase);
        self.act(Intent::Mark(kind, spans))
    }

    fn claim(&self) -> crate::annotation::MarkId {
        self.session.claim_in_hand().expect("a claim in hand").id.clone()
    }

    fn source(&self, name: &str) -> SourceId {
        self.session.sources.iter().find(|s| s.name == name).expect("in the register").id.clone()
    }

    /// One line a claim: `quote < source (mention, cue)`.
    fn told(&self) -> String {
        let text = &self.session.article.text;
        let quote = |id: &Option<crate::annotation::MarkId>| {
            id.as_ref().map_or("-".into(), |id| self.session.marks.get(id).expect("no loose end").quote(text))
        };
        let lines = claims(&self.session).map(|mark| {
            let said = match &mark.claim().expect("a claim").said_by {
                SaidBy::Open => "?".into(),
                SaidBy::Nobody => "nobody".into(),
                SaidBy::Sources(all) => {
                    let each = all.iter().map(|a| {
                        let name = &self.session.sources.get(&a.source).expect("no loose end").name;
                        format!("{name} ({}, {})", quote(&a.mention), quote(&a.cue))
                    });
                    each.collect::<Vec<_>>().join(" + ")
                }
            };
            format!("{} < {said}", mark.quote(text))
        });
        lines.collect::<Vec<_>>().join("\n")
    }
}

#[track_caller]
fn check(gesture: impl FnOnce(&mut Hand), told: &str) {
    let mut hand = Hand::reading(STORY);
    gesture(&mut hand);
    assert_eq!(hand.told(), told);
}

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
    let stamp = Stamp { at: Timestamp(99), by: String::new(), ids: ["x".into(), "y".into()] };
    let theirs = plan(&hand.session, &Intent::SetNote(claim, "theirs".into()), &stamp).transaction;
    let theirs = Transaction { origin: Origin::Remote, ..theirs.expect("a change") };
    hand.session = hand.session.apply(&theirs);
    hand.act(Intent::Undo);
    assert_eq!(hand.session.hand().map(|mark| mark.note.as_str()), Some("theirs"));
}

#[test]
fn digits_follow_nearness() {
    let mut hand = Hand::reading(STORY);
    hand.mark(Source, "The Harbour Board").mark(Source, "one senior official");
    hand.act(Intent::AddSource("Ilse Varga".into(), None)).act(Intent::LetGo).mark(Claim, "carries a third");
    let claim = hand.session.hand().expect("in hand").clone();
    let names: Vec<_> = nearest_sources(&hand.session, &claim).iter().map(|s| s.name.clone()).collect();
    assert_eq!(names, ["one senior official", "The Harbour Board", "Ilse Varga"]);
}

/// Any intent, over a few phrases, so that random ones meet.
fn any_intent() -> impl Strategy<Value = (u8, usize, usize)> {
    (0..17_u8, 0..6_usize, 0..6_usize)
}

const PHRASES: [&str; 6] =
    ["The Harbour Board", "said", "the bridge is safe", "We knew,", "one senior official", "bridge carries"];

fn intent(hand: &Hand, (what, a, b): (u8, usize, usize)) -> Option<Intent> {
    let nth_mark = || hand.session.marks.iter().nth(a).map(|mark| mark.id.clone());
    let nth_source = || hand.session.sources.iter().nth(b).map(|source| source.id.clone());
    Some(match what {
        0..=4 => Intent::Mark(MarkKind::ALL[a % 4], hand.spans(PHRASES[b])),
        5 => Intent::Take(nth_mark()?),
        6 => Intent::RemoveMark(nth_mark()?),
        7 => Intent::Tie(nth_mark()?, nth_source()?),
        8 => Intent::Join(nth_mark()?, nth_source()?),
        9 => Intent::NoSource(nth_mark()?),
        10 => Intent::SetVerdict(nth_mark()?, Verdict::ALL[b % 5]),
        11 => Intent::SetForm(nth_mark()?, Form::ALL[b % 3]),
        12 => Intent::SetNote(nth_mark()?, PHRASES[b].into()),
        13 => Intent::AddSource(PHRASES[b].into(), nth_mark()),
        14 => Intent::RemoveSource(nth_source()?),
        15 => {
            let mut source = crate::annotation::Source::clone(hand.session.sources.get(&nth_source()?)?);
            source.kind = SourceKind::ALL[a % 5];
            Intent::EditSource(source)
        }
        _ => Intent::Go(Direction::Next),
    })
}

proptest! {
    #[test]
    fn undoing_every_step_gives_back_the_start_and_redoing_the_end(
        wishes in prop::collection::vec(any_intent(), 1..40)
    ) {
        let mut hand = Hand::reading(STORY);
        let start = (hand.session.marks.clone(), hand.session.sources.clone());
        for wish in wishes {
            if let Some(intent) = intent(&hand, wish) {
                hand.act(intent);
                hand.told(); // panics on a loose end
            }
        }
        let end = (hand.session.marks.clone(), hand.session.sources.clone());
        while hand.session.history.undo_step().is_some() {
            hand.act(Intent::Undo);
        }
        prop_assert_eq!(&start, &(hand.session.marks.clone(), hand.session.sources.clone()));
        while hand.session.history.redo_step().is_some() {
            hand.act(Intent::Redo);
        }
        prop_assert_eq!(&end, &(hand.session.marks.clone(), hand.session.sources.clone()));
    }

    #[test]
    fn a_change_and_its_inverse_cancel(wishes in prop::collection::vec(any_intent(), 1..20)) {
        let mut hand = Hand::reading(STORY);
        for wish in wishes {
            let Some(intent) = intent(&hand, wish) else { continue };
            let stamp = Stamp { at: Timestamp(7), by: String::new(), ids: ["x".into(), "y".into()] };
            if let Some(transaction) = plan(&hand.session, &intent, &stamp).transaction {
                let there = hand.session.apply(&transaction);
                let back = Transaction { change: transaction.change.invert(), ..transaction };
                let again = there.apply(&back);
                prop_assert_eq!(&again.marks, &hand.session.marks);
                prop_assert_eq!(&again.sources, &hand.session.sources);
            }
            hand.act(intent);
        }
    }
}
