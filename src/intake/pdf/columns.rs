//! The rows of a page in the order in which they are read.

use super::rows::Row;

/// Rows that are shorter, in characters, are no lines of a column: they may be cells of a table.
const PROSE: usize = 12;

/// Lines that have to stand side by side to be columns.
const LINES: usize = 3;

/// Above so many rows a page is read from above without looking for columns.
const MANY: usize = 2_000;

/// How often columns may stand in columns.
const DEPTH: usize = 4;

/// The rows in flows: in one flow all stand under one another.
pub(super) fn order(rows: Vec<Row>) -> Vec<Vec<Row>> {
    flows(rows, 0)
}

fn flows(mut rows: Vec<Row>, depth: usize) -> Vec<Vec<Row>> {
    rows.sort_by(|a, b| if a.is_level(b) { a.left.total_cmp(&b.left) } else { a.y.total_cmp(&b.y) });
    let gutter = if depth < DEPTH && rows.len() <= MANY { gutter(&rows) } else { None };
    match gutter {
        Some(x) => bands(rows, x, depth),
        None if rows.is_empty() => Vec::new(),
        None => vec![rows],
    }
}

/// What stands left and right of a gutter, until something stands across it.
fn bands(rows: Vec<Row>, x: f64, depth: usize) -> Vec<Vec<Row>> {
    let mut read = Vec::new();
    let (mut left, mut right, mut across) = (Vec::new(), Vec::new(), Vec::new());
    for row in rows {
        if row.left < x && row.right > x {
            read.extend(flows(std::mem::take(&mut left), depth + 1));
            read.extend(flows(std::mem::take(&mut right), depth + 1));
            across.push(row);
            continue;
        }
        if !across.is_empty() {
            read.push(std::mem::take(&mut across));
        }
        if row.right <= x { left.push(row) } else { right.push(row) }
    }
    read.extend(flows(left, depth + 1));
    read.extend(flows(right, depth + 1));
    if !across.is_empty() {
        read.push(across);
    }
    read
}

/// The place that most lines leave free, with lines on both sides of it.
fn gutter(rows: &[Row]) -> Option<f64> {
    let prose: Vec<&Row> = rows.iter().filter(|row| row.text().chars().count() >= PROSE).collect();
    let gaps: Vec<(f64, f64)> = prose.iter().filter_map(|row| gap(row, &prose)).collect();
    let free = |x: f64| gaps.iter().filter(|(from, to)| *from <= x && x <= *to).count();
    let middles = gaps.iter().map(|(from, to)| f64::midpoint(*from, *to));
    let (lines, x) = middles.map(|x| (free(x), x)).max_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)))?;
    (lines >= LINES).then_some(x)
}

/// From the end of a row to the beginning of the next to its right.
fn gap(row: &Row, all: &[&Row]) -> Option<(f64, f64)> {
    let beside = |other: &&&Row| (other.y - row.y).abs() < row.size.max(other.size) && other.left > row.right;
    let next = all.iter().filter(beside).map(|other| other.left).min_by(f64::total_cmp)?;
    Some((row.right, next))
}
