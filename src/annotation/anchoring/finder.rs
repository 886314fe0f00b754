//! Finds one anchor after the other in a text.

use std::ops::Range;

use super::align::align;
use super::edges::settle;
use super::grams::Grams;
use super::pattern::Pattern;
use super::seeds::{LIMITS, Seeds, seeds};
use super::weigh::{Wanted, Weight};
use crate::annotation::anchor::{Anchor, CONTEXT};
use crate::annotation::occurrences::occurrences;
use crate::text::{ByteOffset, CodePointOffset, Span, Text, widen_to_graphemes};

/// Characters of a quote that are looked for in one piece. Of a longer one both ends are.
const LONG: usize = 512;

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

/// A passage with what stands around it, and where it was, in bytes.
#[derive(Clone, Copy)]
struct Passage<'a> {
    prefix: &'a str,
    quote: &'a str,
    suffix: &'a str,
    at: usize,
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
        let places = match anchor.quote.chars().nth(LONG) {
            _ if anchor.quote.is_empty() => Vec::new(),
            None => self.places(passage),
            Some(_) => self.both_ends(passage).into_iter().collect(),
        };
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

    /// A long passage stands from where it begins to where it ends, unless that is far more or far
    /// less than it was.
    fn both_ends(&self, whole: Passage<'_>) -> Option<Range<usize>> {
        let (head, tail) = (first(whole.quote, LONG / 2), last(whole.quote, LONG / 2));
        let (after, before) = (whole.quote.strip_prefix(head)?, whole.quote.strip_suffix(tail)?);
        let start = self.one_place(Passage { quote: head, suffix: first(after, CONTEXT), ..whole })?.start;
        if self.text.after(ByteOffset(start)).starts_with(whole.quote) {
            return Some(start..start + whole.quote.len());
        }
        let at = start + before.len();
        let end = self.one_place(Passage { prefix: last(before, CONTEXT), quote: tail, at, ..whole })?.end;
        let len = end.checked_sub(start)?;
        (len >= whole.quote.len() / 2 && len / 2 <= whole.quote.len()).then_some(start..end)
    }

    fn one_place(&self, passage: Passage<'_>) -> Option<Range<usize>> {
        let mut places = self.places(passage);
        let only = places.pop();
        only.filter(|_| places.is_empty())
    }

    /// The places that suit a passage, in bytes. Rare grams are asked first; what they leave open,
    /// more frequent ones decide, and where grams tell nothing, a search for the exact words.
    fn places(&self, passage: Passage<'_>) -> Vec<Range<usize>> {
        let pattern = Pattern::new(passage.prefix, passage.quote, passage.suffix);
        let all = [passage.prefix, passage.quote, passage.suffix].concat();
        let mut chosen = Vec::new();
        for limit in LIMITS {
            let Seeds { stretches, crowded } = seeds(self.text.as_str(), &self.grams, &all, limit);
            let sure;
            (chosen, sure) = self.choose(&pattern, passage, stretches);
            if sure || limit > LIMITS[0] && !crowded {
                return chosen;
            }
        }
        let exact = self.to_the_letter(&pattern, passage, &all);
        if exact.is_empty() { chosen } else { exact }
    }

    /// The best of some stretches, and whether there is no doubt that it is.
    fn choose(
        &self,
        pattern: &Pattern,
        passage: Passage<'_>,
        stretches: Vec<Range<usize>>,
    ) -> (Vec<Range<usize>>, bool) {
        let end = pattern.quote.end;
        let lengths = [pattern.quote.start, pattern.quote.len(), pattern.len() - end];
        let edges = [passage.prefix.ends_with('\n'), passage.suffix.starts_with('\n')];
        let wanted = Wanted { lengths, at: passage.at, text: self.text.as_str(), edges };
        let weigh = |stretch: Range<usize>| {
            let from = stretch.start;
            wanted.weigh(&align(pattern, self.text.as_str().get(stretch)?), from)
        };
        let weights: Vec<Weight> = stretches.into_iter().filter_map(weigh).collect();
        let chosen = wanted.choose(weights);
        let sure = matches!(&chosen[..], [only] if wanted.is_sure(only));
        (chosen.into_iter().map(|weight| weight.place).collect(), sure)
    }

    /// The place where quote and surroundings stand to the letter, if there is one such place; else
    /// the best of those with the same quote, if these are few.
    fn to_the_letter(&self, pattern: &Pattern, passage: Passage<'_>, all: &str) -> Vec<Range<usize>> {
        let text = self.text.as_str();
        if let [at] = occurrences(text, all).as_slice() {
            let start = at + passage.prefix.len();
            return Vec::from([start..start + passage.quote.len()]);
        }
        let room = all.len();
        let around = |at: usize| {
            let to = at.saturating_add(room + passage.quote.len()).min(text.len());
            text.floor_char_boundary(at.saturating_sub(room))..text.ceil_char_boundary(to)
        };
        let places = occurrences(text, passage.quote);
        let few = places.len() <= LIMITS[1];
        let stretches = places.into_iter().filter(|_| few).map(around).collect();
        self.choose(pattern, passage, stretches).0
    }
}

fn first(text: &str, most: usize) -> &str {
    let end = text.char_indices().nth(most).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}

fn last(text: &str, most: usize) -> &str {
    let start = text.char_indices().rev().nth(most.saturating_sub(1)).map_or(0, |(at, _)| at);
    text.get(start..).unwrap_or_default()
}
