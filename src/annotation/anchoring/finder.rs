//! Finds one anchor after the other in a text.

use std::ops::Range;

use super::edges::settle;
use super::grams::Grams;
use super::passage::{Passage, Search, first, last};
use crate::annotation::anchor::{Anchor, CONTEXT};
use crate::text::{ByteOffset, CodePointOffset, Span, Text, widen_to_graphemes};

/// Where the words of an anchor were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// The same words at the same offset.
    Placed(Span),
    /// The same words elsewhere.
    Moved(Span),
    /// Words that are other than they were.
    Changed(Span),
}

impl Found {
    /// The place.
    #[must_use]
    pub fn span(self) -> Span {
        match self {
            Found::Placed(span) | Found::Moved(span) | Found::Changed(span) => span,
        }
    }
}

/// A text that is made ready once for finding any number of anchors in it.
///
/// ```
/// use sayso::annotation::{Finder, Found, describe};
/// use sayso::text::{ByteOffset, Text};
/// let old = Text::new("The bridge was closed on Monday, the mayor said, after an inspection.");
/// let anchor = describe(&old, old.span(ByteOffset(0)..ByteOffset(31)).expect("a span"));
/// let new = Text::new("The bridge was closed on Sunday, the mayor said, after an inspection.");
/// let found = Finder::new(&new).find(&anchor);
/// let Some(Found::Changed(span)) = found else { panic!("it should be there: {found:?}") };
/// assert_eq!(new.slice(span), "The bridge was closed on Sunday");
/// ```
pub struct Finder {
    text: Text,
    grams: Grams,
}

/// What a search came to.
pub(super) enum Answer {
    /// It is here.
    Here(Found),
    /// It is in one of these places, which quote and surroundings do not tell apart.
    OneOf(Vec<Found>),
    /// It is nowhere.
    Nowhere,
}

impl Finder {
    /// A finder for a text. Nothing is computed yet.
    #[must_use]
    pub fn new(text: &Text) -> Finder {
        Finder { text: text.clone(), grams: Grams::new(text) }
    }

    /// Makes ready a little more of the text, for about a millisecond. Returns whether there is
    /// more to do. It need not be called: [`Finder::find`] does what is left.
    pub fn prepare(&mut self) -> bool {
        self.grams.advance()
    }

    /// How much of the text is ready, in parts of `whole`.
    #[must_use]
    pub fn ready(&self, whole: usize) -> usize {
        self.grams.done(whole)
    }

    /// Finds an anchor. `None` if its words are nowhere, if too much of them is changed, or if
    /// several places suit and none of them clearly best.
    pub fn find(&mut self, anchor: &Anchor) -> Option<Found> {
        match self.look(anchor) {
            Answer::Here(found) => Some(found),
            Answer::OneOf(_) | Answer::Nowhere => None,
        }
    }

    /// Looks for an anchor. Where several places suit, these are told.
    pub(super) fn look(&mut self, anchor: &Anchor) -> Answer {
        if let Some(span) = self.unmoved(anchor) {
            return Answer::Here(Found::Placed(span));
        }
        let mut found = self.elsewhere(anchor);
        match (found.pop(), found.is_empty()) {
            (None, _) => Answer::Nowhere,
            (Some(only), true) => Answer::Here(only),
            (Some(last), false) => Answer::OneOf([found, vec![last]].concat()),
        }
    }

    /// The place of an anchor if quote and surroundings are what they were, at the same offset.
    /// It needs nothing prepared.
    #[must_use]
    pub fn unmoved(&self, anchor: &Anchor) -> Option<Span> {
        let span = self.text.span_code_points(anchor.position.clone())?;
        let same = self.text.slice(span) == anchor.quote
            && self.text.before(span.start()).ends_with(&anchor.prefix)
            && self.text.after(span.end()).starts_with(&anchor.suffix);
        same.then_some(span)
    }

    fn elsewhere(&mut self, anchor: &Anchor) -> Vec<Found> {
        while self.prepare() {}
        let passage = Passage {
            prefix: last(&anchor.prefix, CONTEXT),
            quote: &anchor.quote,
            suffix: first(&anchor.suffix, CONTEXT),
            at: self.byte_of(anchor.position.start),
        };
        let places = Search { text: &self.text, grams: &self.grams }.find(passage);
        let spans = places.into_iter().filter_map(|place| self.settled(place, passage));
        spans.map(|span| self.outcome(anchor, span)).collect()
    }

    /// The span at a place: its edges are put right, unless the words are to the letter.
    fn settled(&self, place: Range<usize>, passage: Passage<'_>) -> Option<Span> {
        if self.text.as_str().get(place.clone()) != Some(passage.quote) {
            return settle(&self.text, place, (passage.prefix, passage.quote, passage.suffix));
        }
        let span = self.text.span(ByteOffset(place.start)..ByteOffset(place.end))?;
        Some(widen_to_graphemes(&self.text, span))
    }

    fn outcome(&self, anchor: &Anchor, span: Span) -> Found {
        match self.text.slice(span) == anchor.quote {
            false => Found::Changed(span),
            true if self.text.code_points(span) == anchor.position => Found::Placed(span),
            true => Found::Moved(span),
        }
    }

    fn byte_of(&self, place: CodePointOffset) -> usize {
        let next = CodePointOffset(place.0.saturating_add(1));
        self.text.span_code_points(place..next).map_or(self.text.len().0, |span| span.start().0)
    }
}
