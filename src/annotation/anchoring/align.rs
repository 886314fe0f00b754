//! Where the three parts of a pattern come to stand in a stretch of text, and what each costs.

use std::ops::Range;

use super::columns::Columns;
use super::pattern::Pattern;

/// The best way to see a pattern in a stretch of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Alignment {
    /// Where the middle part stands, in bytes of the stretch.
    pub(super) quote: Range<usize>,
    /// Characters to change, put in or leave out in each of the three parts.
    pub(super) errors: [usize; 3],
}

/// Aligns a pattern with a stretch of text, which may be longer on both sides.
pub(super) fn align(pattern: &Pattern, stretch: &str) -> Alignment {
    let kinds: Vec<u16> = stretch.chars().map(|c| pattern.kind(c)).collect();
    let columns = Columns::new(pattern, &kinds);
    let way = walk(pattern, &columns, &kinds);
    let byte = |column: usize| stretch.char_indices().nth(column).map_or(stretch.len(), |(at, _)| at);
    Alignment { quote: byte(way.start)..byte(way.end), errors: way.errors }
}

/// A way through the table, in columns.
struct Way {
    start: usize,
    end: usize,
    errors: [usize; 3],
}

/// Walks from the best entry of the last row back to the first. What the text has more at an edge
/// of the quote counts as context.
fn walk(pattern: &Pattern, columns: &Columns, kinds: &[u16]) -> Way {
    let Range { start, end } = pattern.quote;
    let (mut row, mut column) = (pattern.len(), columns.end);
    let mut way = Way { start: 0, end: 0, errors: [0; 3] };
    let [prefix, quote, suffix] = &mut way.errors;
    while row > 0 {
        if row == end {
            way.end = column;
        }
        let above = row - 1;
        let leaves_out = columns.leaves_out(column, above);
        let puts_in = !leaves_out && column > 0 && columns.falls(column - 1, above);
        let same = !leaves_out && !puts_in && pattern.has(above, kind_before(kinds, column));
        let part = match row {
            row if row <= start => &mut *prefix,
            row if row < end || row == end && !puts_in => &mut *quote,
            _ => &mut *suffix,
        };
        *part += usize::from(!same);
        column -= usize::from(!leaves_out).min(column);
        if !puts_in {
            row = above;
            way.start = if row == start { column } else { way.start };
        }
    }
    way
}

fn kind_before(kinds: &[u16], column: usize) -> u16 {
    column.checked_sub(1).and_then(|at| kinds.get(at)).copied().unwrap_or_default()
}
