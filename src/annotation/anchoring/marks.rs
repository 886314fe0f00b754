//! All marks of an article are placed in another text of it.

use super::finder::{Answer, Finder, Found};
use super::neighbours::Neighbours;
use super::order::in_order;
use crate::annotation::anchor::{Anchor, Place, describe};
use crate::text::{Spans, Text};

/// What became of a mark in the other text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The same words in the same order among the other marks, though what was put in before them
    /// may have shifted them.
    Placed(Spans),
    /// The same words elsewhere: other marks that it followed, it now precedes, or the reverse.
    Moved(Spans),
    /// The wording differs. What it was is in the anchors.
    Changed(Spans),
    /// Not found, or not with certainty. The anchors are kept.
    Orphan(Vec<Anchor>),
}

/// The addresses of a place: what is needed to find it in another text.
#[must_use]
pub fn anchors(text: &Text, place: &Place) -> Vec<Anchor> {
    match place {
        Place::Placed(spans) => spans.iter().map(|span| describe(text, span)).collect(),
        Place::Orphan(anchors) => anchors.clone(),
    }
}

/// The placing of marks, step by step, so that a caller can show how far it is, yield in between,
/// or drop it.
///
/// ```
/// use sayso::annotation::{Anchoring, Outcome, describe};
/// use sayso::text::{ByteOffset, Text};
/// let old = Text::new("The mayor said no.");
/// let mayor = describe(&old, old.span(ByteOffset(4)..ByteOffset(9)).expect("a span"));
/// let new = Text::new("On Monday: The mayor said no.");
/// let mut work = Anchoring::new(&new, vec![vec![mayor]]);
/// while work.step() {}
/// let [Outcome::Placed(spans)] = &work.finish()[..] else { panic!("it is shifted only") };
/// assert_eq!(spans.quote(&new), "mayor");
/// ```
pub struct Anchoring {
    finder: Finder,
    marks: Vec<Vec<Anchor>>,
    /// What was found for each span of the marks looked for so far.
    answers: Vec<Vec<Answer>>,
}

impl Anchoring {
    /// The placing of marks, each given by the addresses of its spans, in a text.
    #[must_use]
    pub fn new(text: &Text, marks: Vec<Vec<Anchor>>) -> Anchoring {
        Anchoring { finder: Finder::new(text), marks, answers: Vec::new() }
    }

    /// Does a small part of the work: a stretch of the text is made ready, or a mark is looked
    /// for. Returns whether there is more to do.
    pub fn step(&mut self) -> bool {
        let Some(anchors) = self.marks.get(self.answers.len()) else { return false };
        let unmoved = anchors.iter().all(|anchor| self.finder.unmoved(anchor).is_some());
        if unmoved || !self.finder.prepare() {
            self.answers.push(anchors.iter().map(|anchor| self.finder.look(anchor)).collect());
        }
        self.answers.len() < self.marks.len()
    }

    /// How far it is: marks that have been looked for, and all marks.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        (self.answers.len(), self.marks.len())
    }

    /// What became of the marks, in the order in which they were given. Where several places suit
    /// a mark, its neighbours tell which it is, if they can. Marks that have not been looked for
    /// are orphans.
    #[must_use]
    pub fn finish(self) -> Vec<Outcome> {
        let Anchoring { marks, mut answers, .. } = self;
        answers.resize_with(marks.len(), Vec::new);
        let pairs = marks.iter().flatten().zip(answers.iter().flatten());
        let neighbours = Neighbours::new(pairs.filter_map(|(anchor, answer)| match answer {
            Answer::Here(found) => Some((anchor.position.start.0, found.span().start().0)),
            Answer::OneOf(_) | Answer::Nowhere => None,
        }));
        let decide = |(anchor, answer): (&Anchor, Answer)| match answer {
            Answer::Here(found) => Some(found),
            Answer::OneOf(places) => neighbours.decide(anchor, &places),
            Answer::Nowhere => None,
        };
        let all = marks.iter().zip(answers);
        let found = all.map(|(anchors, answers)| anchors.iter().zip(answers).map(decide).collect());
        outcomes(marks.clone(), found.collect())
    }
}

/// What became of marks, by what was found for each of their spans.
fn outcomes(marks: Vec<Vec<Anchor>>, found: Vec<Vec<Option<Found>>>) -> Vec<Outcome> {
    let starts = |(anchors, found): (&Vec<Anchor>, &Vec<Option<Found>>)| {
        let new = found.first().copied().flatten()?;
        Some((anchors.first()?.position.start.0, new.span().start().0))
    };
    let stayed = in_order(&marks.iter().zip(&found).map(starts).collect::<Vec<_>>());
    let all = marks.into_iter().zip(found).zip(stayed);
    all.map(|((anchors, found), stayed)| outcome(anchors, found, stayed)).collect()
}

/// A mark is placed wholly or not at all.
fn outcome(anchors: Vec<Anchor>, found: Vec<Option<Found>>, stayed: bool) -> Outcome {
    let Some(found) = found.into_iter().collect::<Option<Vec<Found>>>() else {
        return Outcome::Orphan(anchors);
    };
    let changed = found.iter().any(|found| matches!(found, Found::Changed(_)));
    match Spans::new(found.into_iter().map(Found::span).collect()) {
        None => Outcome::Orphan(anchors),
        Some(spans) if changed => Outcome::Changed(spans),
        Some(spans) if stayed => Outcome::Placed(spans),
        Some(spans) => Outcome::Moved(spans),
    }
}
