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
pub(super) struct Wanted {
    pub(super) lengths: [usize; 3],
    pub(super) at: usize,
    /// Bytes of the text.
    pub(super) text: usize,
}

fn signed(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX / 16).min(i64::MAX / 16)
}

impl Wanted {
    /// Weighs a place; `None` if so much of the quote is changed that it is another. `from` is
    /// where the stretch begins.
    pub(super) fn weigh(&self, found: &Alignment, from: usize) -> Option<Weight> {
        let part = |at: usize| {
            let (len, errors) = (self.lengths.get(at), found.errors.get(at));
            signed(len.copied().unwrap_or(0)) - 2 * signed(errors.copied().unwrap_or(0))
        };
        let (context, quote) = (part(0).max(0) + part(2).max(0), part(1));
        let place = from + found.quote.start..from + found.quote.end;
        let near = POSITION - POSITION * signed(place.start.abs_diff(self.at)) / signed(self.text.max(1));
        let points = context * CONTEXT + quote * QUOTE + near.max(0);
        // More than nine characters of twenty are changed.
        let other = quote * 10 < signed(self.lengths[1]);
        (!place.is_empty() && !other).then_some(Weight {
            place,
            points,
            context,
            quote,
            errors: found.errors,
        })
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

    /// The place that leads by enough, or none.
    pub(super) fn choose(&self, mut weights: Vec<Weight>) -> Option<Weight> {
        weights.sort_by_key(|weight| std::cmp::Reverse(weight.points));
        let mut ranked = weights.into_iter();
        let best = ranked.next()?;
        let overlaps =
            |other: &Weight| other.place.start < best.place.end && best.place.start < other.place.end;
        let rival = ranked.find(|other| !overlaps(other));
        let whole = |weight: &Weight| weight.errors == [0, 0, 0];
        let margin = MARGIN.min(self.most().0 * CONTEXT / 5).max(POSITION + 1);
        let leads =
            rival.is_none_or(|rival| best.points - rival.points >= margin || whole(&best) && !whole(&rival));
        (leads && self.believes(&best)).then_some(best)
    }
}
