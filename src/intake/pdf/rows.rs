//! Runs that stand side by side become a row.

use super::{Page, Run};
use crate::article::BlockKind;
use crate::intake::Piece;
use crate::intake::line::{Line, Set};

/// Words on one line of one column.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    pub(super) pieces: Vec<Piece>,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) y: f64,
    /// The size of most of its letters.
    pub(super) size: f64,
}

/// A gap that is wider than this many letter sizes parts columns.
const GUTTER: f64 = 1.1;

/// A gap that is wider than this many letter sizes is a space.
const SPACE: f64 = 0.15;

/// Words that stand lower or higher than this many letter sizes are on another line.
const LEVEL: f64 = 0.5;

impl Row {
    pub(super) fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    /// Whether all of it is in bold.
    pub(super) fn is_strong(&self) -> bool {
        self.pieces.iter().all(|piece| piece.strong || piece.text.trim().is_empty())
    }

    /// Whether another row stands on the same line.
    pub(super) fn is_level(&self, other: &Row) -> bool {
        (self.y - other.y).abs() < LEVEL * self.size.max(other.size)
    }
}

/// The rows of a page, from above.
pub(super) fn of(page: &Page) -> Vec<Row> {
    let placed = |run: &&Run| {
        let numbers = [run.x, run.y, run.width, run.size];
        numbers.iter().all(|n| n.is_finite()) && run.size > 0.0 && !run.text.trim().is_empty()
    };
    let mut runs: Vec<&Run> = page.runs.iter().filter(placed).collect();
    runs.sort_by(|a, b| a.y.total_cmp(&b.y));
    let same = |a: &&Run, b: &&Run| b.y - a.y < LEVEL * a.size.max(b.size);
    runs.chunk_by(same).flat_map(|level| rows(level.to_vec())).collect()
}

/// The rows of what stands on one line.
fn rows(mut level: Vec<&Run>) -> Vec<Row> {
    level.sort_by(|a, b| a.x.total_cmp(&b.x));
    // Bold letters are sometimes made by writing twice.
    level.dedup_by(|again, run| again.text == run.text && (again.x - run.x).abs() < SPACE * run.size);
    let near = |a: &&Run, b: &&Run| b.x - (a.x + a.width) < GUTTER * a.size.max(b.size);
    level.chunk_by(near).map(row).collect()
}

fn row(runs: &[&Run]) -> Row {
    let largest = runs.iter().max_by_key(|run| run.text.chars().count());
    let (size, y) = largest.map_or((1.0, 0.0), |run| (run.size, run.y));
    let (left, mut right) = (runs.first().map_or(0.0, |run| run.x), f64::MIN);
    let mut line = Line::default();
    for run in runs {
        let text = run.text.as_str();
        let set = Set { emphasis: run.emphasis, strong: run.strong, link: None };
        let apart = run.x - right > SPACE * run.size;
        if apart && !line.ends_in_space() && !text.starts_with(char::is_whitespace) {
            line.put(" ", &set);
        }
        line.put(text, &set);
        right = right.max(run.x + run.width.max(0.0));
    }
    Row { pieces: line.take(BlockKind::Paragraph).pieces, left, right, y, size }
}
