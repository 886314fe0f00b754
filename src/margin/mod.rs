//! Promise: cards stand beside their lines, in order and never on top of each other.
//!
//! Numbers are whole CSS pixels from the top of the column. Nothing here knows what a card is about.

mod column;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

use column::Column;

/// Pixels that a card may be pushed away from its line before the cards around it fold.
pub const FAR: i32 = 200;

/// Folding makes room, and more cards may then be too far away: looked at again this often at most.
const ROUNDS: usize = 8;

/// What a card needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wanted {
    /// Where its line is.
    pub top: i32,
    /// Its height as it is.
    pub full: i32,
    /// Its height folded to one line.
    pub folded: i32,
}

/// What a card gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stands {
    /// Where its upper edge is.
    pub top: i32,
    /// Whether it is folded to one line.
    pub folded: bool,
}

/// Places cards that are given in reading order, with `gap` between any two.
///
/// The one in hand stands at its line and open, unless those before it cannot fit above it even
/// folded. The others stand as near to their lines as can be, in the sense of least squares. Where
/// that would be more than [`FAR`] away, the cards that push each other fold, and those among them
/// that have room enough stay open. Time grows with the number of cards and no faster.
#[must_use]
pub fn arrange(cards: &[Wanted], hand: Option<usize>, gap: i32) -> Vec<Stands> {
    let mut column = Column::new(cards, hand, gap);
    column.fold_what_cannot_fit();
    for _ in 0..ROUNDS {
        column.settle();
        if !column.fold_the_crowded() {
            break;
        }
    }
    column.settle();
    column.unfold_where_there_is_room();
    column.stands()
}
