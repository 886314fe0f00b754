//! One column of cards while it is being arranged.

use super::{FAR, Stands, Wanted};

/// A card on its way to its place.
#[derive(Debug, Clone, Copy)]
struct Card {
    wanted: Wanted,
    /// Whether it is the one in hand, which never folds.
    held: bool,
    folded: bool,
    /// Where it stands at present.
    top: i64,
}

impl Card {
    fn height(&self) -> i64 {
        i64::from(if self.folded { self.wanted.folded } else { self.wanted.full }.max(0))
    }

    fn line(&self) -> i64 {
        i64::from(self.wanted.top)
    }
}

/// Cards in order, with the gap between any two of them.
pub(super) struct Column {
    cards: Vec<Card>,
    hand: Option<usize>,
    gap: i64,
}

impl Column {
    pub(super) fn new(wanted: &[Wanted], hand: Option<usize>, gap: i32) -> Column {
        let card = |(at, wanted): (usize, &Wanted)| {
            let wanted = Wanted { folded: wanted.folded.min(wanted.full), ..*wanted };
            Card { wanted, held: hand == Some(at), folded: false, top: 0 }
        };
        let cards: Vec<Card> = wanted.iter().enumerate().map(card).collect();
        Column { hand: hand.filter(|at| *at < cards.len()), cards, gap: i64::from(gap.max(0)) }
    }

    /// What stands before the one in hand folds where it would not fit above it otherwise.
    pub(super) fn fold_what_cannot_fit(&mut self) {
        let Some(at) = self.hand else { return };
        let (before, rest) = self.cards.split_at_mut(at);
        let needed: i64 = before.iter().map(|card| card.height() + self.gap).sum();
        if rest.first().is_some_and(|held| held.line() < needed) {
            before.iter_mut().for_each(|card| card.folded = true);
        }
    }

    /// Finds the best place for each card as it is now, open or folded.
    ///
    /// With the heights of all cards before it taken off, a card may not stand above the one before:
    /// what is left to find is the nearest rising sequence, which pooling neighbours finds.
    pub(super) fn settle(&mut self) {
        let mut above = 0;
        let offsets: Vec<i64> = self
            .cards
            .iter()
            .map(|card| {
                let offset = above;
                above += card.height() + self.gap;
                offset
            })
            .collect();
        let wanted = || self.cards.iter().zip(&offsets).map(|(card, offset)| card.line() - offset);
        let held = self.hand.and_then(|at| wanted().nth(at)).map(|place| place.max(0));
        let (before, after) = (self.hand.unwrap_or(0), self.hand.map_or(0, |at| at + 1));
        let upper = rising(wanted().take(before)).into_iter().map(|place| place.min(held.unwrap_or(place)));
        let lower = rising(wanted().skip(after)).into_iter().map(|place| place.max(held.unwrap_or(place)));
        let places: Vec<i64> = upper.chain(held).chain(lower).collect();
        for ((card, place), offset) in self.cards.iter_mut().zip(places).zip(offsets) {
            card.top = place.max(0) + offset;
        }
    }

    /// Folds every run of touching cards in which one is too far from its line; whether any folded.
    pub(super) fn fold_the_crowded(&mut self) -> bool {
        let (gap, mut folded) = (self.gap, false);
        for run in self.cards.chunk_by_mut(|one, next| one.top + one.height() + gap == next.top) {
            if run.iter().any(|card| !card.held && (card.top - card.line()).abs() > i64::from(FAR)) {
                for card in run.iter_mut().filter(|card| !card.held && !card.folded) {
                    card.folded = true;
                    folded = true;
                }
            }
        }
        folded
    }

    /// Opens folded cards that have room enough where they stand.
    pub(super) fn unfold_where_there_is_room(&mut self) {
        let mut below = i64::MAX;
        for card in self.cards.iter_mut().rev() {
            if card.folded && card.top + i64::from(card.wanted.full) + self.gap <= below {
                card.folded = false;
            }
            below = card.top;
        }
    }

    pub(super) fn stands(&self) -> Vec<Stands> {
        let stands =
            |card: &Card| Stands { top: i32::try_from(card.top).unwrap_or(i32::MAX), folded: card.folded };
        self.cards.iter().map(stands).collect()
    }
}

/// The rising sequence nearest to this one by least squares, rounded down to whole numbers:
/// neighbours out of order are pooled and share their mean.
fn rising(wanted: impl Iterator<Item = i64>) -> Vec<i64> {
    let mut pools: Vec<(i64, i64)> = Vec::new();
    for value in wanted {
        let mut pool = (value, 1);
        while let Some((sum, count)) = pools.pop_if(|last| mean(*last) >= mean(pool)) {
            pool = (pool.0 + sum, pool.1 + count);
        }
        pools.push(pool);
    }
    pools
        .iter()
        .flat_map(|pool| std::iter::repeat_n(mean(*pool), usize::try_from(pool.1).unwrap_or(0)))
        .collect()
}

fn mean((sum, count): (i64, i64)) -> i64 {
    sum.div_euclid(count.max(1))
}
