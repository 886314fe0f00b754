//! Any sequence of intents can be taken back and made again.

use proptest::prelude::*;

use super::super::{Record, Told, Transaction};
use super::*;
use crate::annotation::{Answer, Drift, Evidence, Form, Source, SourceKind, Verdict};
use crate::text::CodePointOffset;

/// What is done, and to what: numbers, so that random intents meet on the same marks.
type Wish = (u8, usize, usize, usize);

/// As many kinds of wish as [`intent`] knows.
const WISHES: u8 = 35;

fn wish() -> impl Strategy<Value = Wish> {
    (0..WISHES, 0..8_usize, 0..8_usize, any::<u8>().prop_map(usize::from))
}

const PHRASES: [&str; 8] = [
    "The Harbour Board",
    "said",
    "the bridge is safe",
    "We knew,",
    "one senior official",
    "bridge carries",
    "who",
    "said one senior official",
];

/// A stretch of the story, or of another text that does not fit it.
fn stretch(hand: &Hand, start: usize, len: usize) -> Option<Span> {
    let other = Text::new("é".repeat(300));
    let text = if len == 7 { &other } else { &hand.session.article.text };
    text.span_code_points(CodePointOffset(start)..CodePointOffset(start + 1 + len * 3))
}

fn intent(hand: &Hand, (what, a, b, c): Wish) -> Option<Intent> {
    let mark = || hand.session.marks.iter().nth(a).map(|mark| mark.id.clone());
    let voice = |at: usize| hand.session.sources.iter().nth(at).map(|source| source.id.clone());
    let (phrase, part) = (PHRASES[b], || stretch(hand, c, b));
    Some(match what {
        0..=4 => Intent::Mark(MarkKind::ALL[a % 4], hand.spans(phrase)),
        5 => Intent::Take(mark()?),
        6 => Intent::RemoveMark(mark()?),
        7 => Intent::Tie(mark()?, voice(b)?),
        8 => Intent::Join(mark()?, voice(b)?),
        9 => Intent::NoSource(mark()?),
        10 => Intent::SetVerdict(mark()?, Verdict::ALL[b % 5]),
        11 => Intent::SetForm(mark()?, Form::ALL[b % 3]),
        12 => Intent::SetNote(mark()?, phrase.into()),
        13 => Intent::AddSource(phrase.into(), mark()),
        14 => Intent::RemoveSource(voice(b)?),
        15 => {
            let source = Source::clone(hand.session.sources.get(&voice(b)?)?);
            Intent::EditSource(Source { kind: SourceKind::ALL[a % 5], role: phrase.into(), ..source })
        }
        16 => Intent::Take(mark()?),
        17 => Intent::LetGo,
        18 | 19 => Intent::SetBounds(mark()?, part()?.into()),
        20 => Intent::AddSpan(mark()?, part()?),
        21 => Intent::RemoveSpan(mark()?, b),
        22 => Intent::MarkLabel(PHRASES[a].into(), part()?.into()),
        23 => Intent::TakeTelling(mark()?, Told { source: part(), cue: Some(hand.span(phrase)) }),
        24 => Intent::TakeTelling(mark()?, Told { source: Some(hand.span(phrase)), cue: None }),
        25 => Intent::MergeSources { from: voice(a)?, into: voice(b)? },
        26 => Intent::SplitMention(mark()?),
        27 => Intent::Refer(mark()?, voice(b)?),
        28 => Intent::SetEvidence(mark()?, b % 3, Evidence { url: phrase.into(), ..Evidence::default() }),
        29 => Intent::RemoveEvidence(mark()?, b % 3),
        30 => Intent::SetTags(mark()?, vec![phrase.into()]),
        31 => Intent::SetField(mark()?, PHRASES[c % 3].into(), (b > 2).then_some(Answer::YesNo(b > 5))),
        33 => Intent::Accept(vec![mark()?]),
        32 => Intent::EditDetails(Details { title: phrase.into(), ..Details::default() }),
        _ => {
            let mark = hand.session.marks.get(&mark()?)?;
            let drift = (b > 2).then(|| Drift::Changed(phrase.into()));
            let changed =
                Mark { note: phrase.into(), drift, modified: Timestamp(i64::MAX), ..Mark::clone(mark) };
            Intent::Merge(vec![Record::Mark(Rc::new(changed))])
        }
    })
}

/// What holds after every step: no tie and no mention leads nowhere, every span is of the text, and
/// fields are in order.
fn sound(hand: &Hand) {
    hand.told(); // panics on a loose end
    for mark in hand.session.marks.iter() {
        let spans = mark.spans().expect("no step makes an orphan");
        assert!(spans.iter().all(|span| hand.session.article.text.span(span.start()..span.end()).is_some()));
        assert!(mark.mentions().is_none_or(|source| hand.session.sources.get(source).is_some()));
        assert!(mark.fields.is_sorted());
        let ties = mark.claim().map(|claim| claim.said_by.attributions()).unwrap_or_default();
        let twice = |at: usize, source: &SourceId| ties.iter().take(at).any(|tie| tie.source == *source);
        assert!(!ties.iter().enumerate().any(|(at, tie)| twice(at, &tie.source)), "two ties to one voice");
    }
}

proptest! {
    #[test]
    fn undoing_every_step_gives_back_the_start_and_redoing_the_end(
        wishes in prop::collection::vec(wish(), 1..60)
    ) {
        let mut hand = Hand::reading(STORY);
        let start = hand.kept();
        for wish in wishes {
            hand.clock += i64::from(wish.0 % 3) * 1_500; // some bounds are one step with the last
            if let Some(intent) = intent(&hand, wish) {
                hand.act(intent);
                sound(&hand);
            }
        }
        let (end, steps) = (hand.kept(), hand.session.history.undo_steps().len());
        for _ in 0..steps {
            hand.act(Intent::Undo);
            sound(&hand);
        }
        prop_assert_eq!(&start, &hand.kept());
        prop_assert_eq!(hand.session.history.redo_steps().len(), steps);
        for _ in 0..steps {
            hand.act(Intent::Redo);
        }
        prop_assert_eq!(&end, &hand.kept());
    }

    #[test]
    fn a_change_and_its_inverse_cancel(wishes in prop::collection::vec(wish(), 1..30)) {
        let mut hand = Hand::reading(STORY);
        for wish in wishes {
            let Some(intent) = intent(&hand, wish) else { continue };
            if let Some(transaction) = plan(&hand.session, &intent, &stamp(hand.clock + 1)).transaction {
                let there = hand.session.apply(&transaction);
                let back = Transaction { change: transaction.change.invert(), ..transaction };
                let again = there.apply(&back);
                prop_assert_eq!(&again.marks, &hand.session.marks);
                prop_assert_eq!(&again.sources, &hand.session.sources);
                prop_assert_eq!(&again.details, &hand.session.details);
            }
            hand.act(intent);
        }
    }
}
