//! Edit distance, 64 characters at a time.
//!
//! The table of Sellers (*The theory and computation of evolutionary distances*, 1980) has a row
//! for each character of the pattern and a column for each of the text; an entry is the least
//! number of characters to change, put in or leave out so that the pattern up to the row is the
//! text up to the column, wherever that began. Neighbours differ by one at most, so Myers (*A fast
//! bit-vector algorithm for approximate string matching based on dynamic programming*, 1999) keeps
//! a column as two bits an entry, one where it is more than the entry above and one where it is
//! less, and computes 64 entries with some fifteen operations. Hyyrö (*Explaining and extending the
//! bit-parallel approximate string matching algorithm of Myers*, 2001) has the form used here, in
//! which words are chained for longer patterns.

use super::pattern::Pattern;

/// Where an entry is one more, or one less, than the entry above.
#[derive(Clone, Copy)]
struct Steps {
    up: u64,
    down: u64,
}

/// All columns of a table, so that the way to its best entry can be walked back.
pub(super) struct Columns {
    steps: Vec<Steps>,
    words: usize,
    /// The column in which the whole pattern costs least, the first of several.
    pub(super) end: usize,
}

impl Columns {
    /// The table of a pattern and a text of these kinds of characters.
    pub(super) fn new(pattern: &Pattern, kinds: &[u16]) -> Columns {
        let words = pattern.words();
        let mut steps = Vec::with_capacity(words * (kinds.len() + 1));
        let mut column = vec![Steps { up: u64::MAX, down: 0 }; words];
        steps.extend_from_slice(&column);
        let (mut cost, mut best) = (pattern.len(), (pattern.len(), 0));
        let top = 1 << (pattern.len().saturating_sub(1) % 64);
        for (at, kind) in kinds.iter().enumerate() {
            let (more, less) = advance(&mut column, pattern.mask(*kind), top);
            cost = (cost + usize::from(more)).saturating_sub(usize::from(less));
            best = best.min((cost, at + 1));
            steps.extend_from_slice(&column);
        }
        Columns { steps, words, end: best.1 }
    }

    fn at(&self, column: usize, row: usize) -> Steps {
        let found = self.steps.get(column * self.words + row / 64);
        found.copied().unwrap_or(Steps { up: u64::MAX, down: 0 })
    }

    /// Whether leaving out the character of this row is a best way to the entry below it.
    pub(super) fn leaves_out(&self, column: usize, row: usize) -> bool {
        self.at(column, row).up >> (row % 64) & 1 == 1
    }

    /// Whether the entry below this row is less than the one above it.
    pub(super) fn falls(&self, column: usize, row: usize) -> bool {
        self.at(column, row).down >> (row % 64) & 1 == 1
    }
}

/// Makes a column the next one. Returns whether the lowest entry became one more, or one less;
/// `lowest` is its bit in the last word.
fn advance(column: &mut [Steps], mask: &[u64], lowest: u64) -> (bool, bool) {
    // The entry above the table is always 0: the pattern may begin anywhere.
    let (mut more, mut less) = (false, false);
    let last = column.len().saturating_sub(1);
    for (at, (steps, equal)) in column.iter_mut().zip(mask).enumerate() {
        let edge = if at == last { lowest } else { 1 << 63 };
        (more, less) = word(steps, *equal, (more, less), edge);
    }
    (more, less)
}

/// One word of a column, by what the entry above it became; `edge` is the bit of the entry whose
/// change is returned.
#[inline(always)]
fn word(steps: &mut Steps, equal: u64, (more, less): (bool, bool), edge: u64) -> (bool, bool) {
    let Steps { up, down } = *steps;
    let vertical = equal | down;
    let equal = equal | u64::from(less);
    let horizontal = ((equal & up).wrapping_add(up) ^ up) | equal;
    let right_more = down | !(horizontal | up);
    let right_less = up & horizontal;
    let (shifted_more, shifted_less) = (right_more << 1 | u64::from(more), right_less << 1 | u64::from(less));
    steps.up = shifted_less | !(vertical | shifted_more);
    steps.down = shifted_more & vertical;
    (right_more & edge != 0, right_less & edge != 0)
}
