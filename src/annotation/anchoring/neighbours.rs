//! Which of several like places it is, by where its neighbours went.
//!
//! A sentence that stands forty times with the same surroundings cannot be told by its anchor. But
//! what stood near it was shifted as far as it was, so that the place to expect is known.

use super::finder::Found;
use crate::annotation::anchor::Anchor;

/// How far the place may be from where it is expected, whatever the distance of the neighbour: an
/// edited paragraph between the two.
const ROOM: usize = 64;

/// The next best place must be so many times as far away.
const CLEARLY: usize = 4;

/// Old and new places of what was found for certain, in the order of the old ones. Old places are
/// in characters, new ones in bytes: what lies between two neighbours is short, so that this says
/// where something is all the same.
pub(super) struct Neighbours(Vec<(usize, usize)>);

impl Neighbours {
    /// From pairs of an old and a new place.
    pub(super) fn new(pairs: impl Iterator<Item = (usize, usize)>) -> Neighbours {
        let mut pairs: Vec<_> = pairs.collect();
        pairs.sort_unstable();
        Neighbours(pairs)
    }

    /// The one of several places that is near where a neighbour lets it be expected, if no other is.
    pub(super) fn decide(&self, anchor: &Anchor, places: &[Found]) -> Option<Found> {
        let old = anchor.position.start.0;
        let after = self.0.partition_point(|(place, _)| *place < old);
        let before = after.checked_sub(1).and_then(|at| self.0.get(at));
        let both = [before, self.0.get(after)];
        let near: Vec<_> = both.into_iter().flatten().filter_map(|pair| expect(*pair, old, places)).collect();
        let (_, found) = near.into_iter().min_by_key(|(distance, _)| *distance)?;
        Some(found)
    }
}

/// The place that one neighbour lets expect, and how far it is from there.
fn expect((was, is): (usize, usize), old: usize, places: &[Found]) -> Option<(usize, Found)> {
    let expected = (is + old).saturating_sub(was);
    let far = |found: &Found| found.span().start().0.abs_diff(expected);
    let best = places.iter().min_by_key(|found| far(found))?;
    let distance = far(best);
    let rivals = places.iter().filter(|found| found.span() != best.span());
    let alone = rivals.map(far).min().is_none_or(|next| next / CLEARLY > distance);
    (alone && distance <= ROOM + was.abs_diff(old) / 8).then_some((distance, *best))
}
