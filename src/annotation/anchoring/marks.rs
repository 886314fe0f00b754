//! All marks of an article are placed in another text of it.

use super::finder::{Finder, Found};
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
    /// What was found for the marks before the one in hand, and for that one so far.
    found: Vec<Vec<Option<Found>>>,
}

impl Anchoring {
    /// The placing of marks, each given by the addresses of its spans, in a text.
    #[must_use]
    pub fn new(text: &Text, marks: Vec<Vec<Anchor>>) -> Anchoring {
        Anchoring { finder: Finder::new(text), marks, found: Vec::new() }
    }

    /// Does a small part of the work: a stretch of the text is made ready, or a mark is placed.
    /// Returns whether there is more to do.
    pub fn step(&mut self) -> bool {
        let Some(anchors) = self.marks.get(self.found.len()) else { return false };
        let unmoved: Option<Vec<_>> = anchors.iter().map(|anchor| self.finder.unmoved(anchor)).collect();
        if let Some(spans) = unmoved {
            self.found.push(spans.into_iter().map(|span| Some(Found::Placed(span))).collect());
        } else if !self.finder.prepare() {
            let found = anchors.iter().map(|anchor| self.finder.find(anchor)).collect();
            self.found.push(found);
        }
        self.found.len() < self.marks.len()
    }

    /// How far it is: marks that have been placed, or found to be orphans, and all marks.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        (self.found.len(), self.marks.len())
    }

    /// What became of the marks, in the order in which they were given. Those that have not been
    /// looked for are orphans.
    #[must_use]
    pub fn finish(self) -> Vec<Outcome> {
        let Anchoring { marks, mut found, .. } = self;
        found.resize(marks.len(), Vec::new());
        let starts = |(anchors, found): (&Vec<Anchor>, &Vec<Option<Found>>)| {
            let new = found.first().copied().flatten()?;
            Some((anchors.first()?.position.start.0, new.span().start().0))
        };
        let stayed = in_order(&marks.iter().zip(&found).map(starts).collect::<Vec<_>>());
        let all = marks.into_iter().zip(found).zip(stayed);
        all.map(|((anchors, found), stayed)| outcome(anchors, found, stayed)).collect()
    }
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
