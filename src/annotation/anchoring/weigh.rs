//! Which of several places it is, if any: quote, surroundings and position put into numbers.
//!
//! The surroundings of *all* places are weighed. To weigh them only among those whose quote is
//! nearest goes wrong where a passage stands several times: it takes the one that happens to have
//! been changed least.

use std::ops::Range;

use super::align::Alignment;

/// Points for a character of the surroundings that is as it was; a changed one costs as much.
/// Surroundings that agree no more than chance come to nothing, and never to less.
const CONTEXT: i64 = 4;

/// Points for a character of the quote. Less, because of several like passages the quote is as
/// good a guide to the right one as the edits happened to be.
const QUOTE: i64 = 1;

/// Characters of the surroundings that the edge of a block is worth: what stood first or last in
/// its block is rightly looked for there, even if the next block is another now.
const EDGE: i64 = 16;

/// The most points for standing where it stood.
const POSITION: i64 = 4;

/// Points by which the best must lead, where there were surroundings enough.
const MARGIN: i64 = 48;

/// How well a place suits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Weight {
    /// The place, in bytes of the text.
    pub(super) place: Range<usize>,
    /// All points together.
    points: i64,
    /// Characters of the surroundings that speak for it.
    context: i64,
    /// Characters of the quote that speak for it.
    quote: i64,
    errors: [usize; 3],
}

/// Characters of prefix, quote and suffix, and where the quote was, in bytes.
pub(super) struct Wanted<'a> {
    pub(super) lengths: [usize; 3],
    pub(super) at: usize,
    /// The text in which it is looked for.
    pub(super) text: &'a str,
    /// Whether the quote began and ended a block.
    pub(super) edges: [bool; 2],
}

fn signed(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX / 16).min(i64::MAX / 16)
}

impl Wanted<'_> {
    /// Weighs a place; `None` if so much of the quote is changed that it is another. `from` is
    /// where the stretch begins.
    pub(super) fn weigh(&self, found: &Alignment, from: usize) -> Option<Weight> {
        let part = |at: usize| {
            let (len, errors) = (self.lengths.get(at), found.errors.get(at));
            signed(len.copied().unwrap_or(0)) - 2 * signed(errors.copied().unwrap_or(0))
        };
        let place = from + found.quote.start..from + found.quote.end;
        let (context, quote) = (part(0).max(0) + part(2).max(0) + self.at_edges(&place), part(1));
        let near =
            POSITION - POSITION * signed(place.start.abs_diff(self.at)) / signed(self.text.len().max(1));
        let points = context * CONTEXT + quote * QUOTE + near.max(0);
        // More than nine characters of twenty are changed, or put in.
        let length = self.text.get(place.clone()).map_or(0, |now| now.chars().count());
        let [_, errors, _] = found.errors;
        let other = errors * 20 > self.lengths[1].max(length) * 9;
        (!place.is_empty() && !other).then_some(Weight {
            place,
            points,
            context,
            quote,
            errors: found.errors,
        })
    }

    /// What it is worth that the place is at those edges of a block at which it was.
    fn at_edges(&self, place: &Range<usize>) -> i64 {
        let is_edge =
            |at: Option<usize>| at.and_then(|at| self.text.as_bytes().get(at)).is_none_or(|c| *c == b'\n');
        let is = [is_edge(place.start.checked_sub(1)), is_edge(Some(place.end))];
        let both = self.edges.iter().zip(is);
        both.map(|(was, is)| if *was && is { EDGE } else { 0 }).sum()
    }

    /// All that could speak for a place: characters of the surroundings and of the quote.
    fn most(&self) -> (i64, i64) {
        let [prefix, quote, suffix] = self.lengths.map(signed);
        (prefix + suffix, quote)
    }

    /// Whether a place alone would be believed: either two dozen characters speak for it, or most
    /// of what little there is.
    fn believes(&self, weight: &Weight) -> bool {
        let (context, quote) = self.most();
        let said = weight.context + weight.quote;
        said >= 24 || said * 10 >= (context + quote) * 6
    }

    /// Whether the surroundings of a place leave no doubt, so that no other need be looked for.
    pub(super) fn is_sure(&self, weight: &Weight) -> bool {
        weight.context >= 16
    }

    /// The best place, and those that it does not clearly lead, the better first; none if the best
    /// would not be believed.
    pub(super) fn choose(&self, mut weights: Vec<Weight>) -> Vec<Weight> {
        weights.sort_by_key(|weight| std::cmp::Reverse(weight.points));
        let mut chosen: Vec<Weight> = Vec::new();
        for weight in weights {
            let leads = chosen.first().is_some_and(|best| self.leads(best, &weight));
            if !leads && !chosen.iter().any(|other| other.overlaps(&weight)) {
                chosen.push(weight);
            }
        }
        let several = chosen.len() > 1;
        // What stands several times among strangers only may be any of them, or a new one.
        let believed = |best: &Weight| self.believes(best) && !(several && best.context * 4 < self.most().0);
        if chosen.first().is_some_and(believed) { chosen } else { Vec::new() }
    }

    /// Whether a place is clearly better than another. One where all is as it was always is.
    fn leads(&self, best: &Weight, other: &Weight) -> bool {
        let margin = MARGIN.min(self.most().0 * CONTEXT / 5).max(POSITION + 1);
        let whole = |weight: &Weight| weight.errors == [0, 0, 0];
        best.points - other.points >= margin || whole(best) && !whole(other)
    }
}

impl Weight {
    fn overlaps(&self, other: &Weight) -> bool {
        other.place.start < self.place.end && self.place.start < other.place.end
    }
}
