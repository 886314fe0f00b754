//! Rows become paragraphs.

use std::collections::BTreeMap;

use super::mend::Words;
use super::rows::Row;
use crate::intake::Piece;

/// How most of a document is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Setting {
    /// The size of most letters.
    pub(super) size: f64,
    /// From one line to the next.
    leading: f64,
}

/// A paragraph as it was joined.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Paragraph {
    pub(super) pieces: Vec<Piece>,
    pub(super) size: f64,
    pub(super) strong: bool,
    pub(super) lines: usize,
    /// The row that came last, and the edges of its flow.
    last: Row,
    edges: (f64, f64),
    flow: usize,
}

impl Setting {
    /// Found out by counting.
    pub(super) fn of(flows: &[Vec<Row>]) -> Setting {
        // In half points.
        let mut sizes: BTreeMap<i64, usize> = BTreeMap::new();
        for row in flows.iter().flatten() {
            *sizes.entry((row.size * 2.0).round() as i64).or_default() += row.text().chars().count();
        }
        let most = sizes.iter().max_by_key(|(_, count)| **count).map_or(20, |(size, _)| *size);
        let size = (most as f64 / 2.0).max(1.0);
        let pairs = flows.iter().flat_map(|rows| rows.iter().zip(rows.iter().skip(1)));
        let steps = pairs.map(|(above, below)| below.y - above.y);
        let mut steps: Vec<f64> = steps.filter(|step| *step > 0.8 * size && *step < 3.0 * size).collect();
        steps.sort_by(f64::total_cmp);
        let leading = steps.get(steps.len() / 2).copied().unwrap_or(1.2 * size);
        Setting { size, leading }
    }
}

/// Joins rows to paragraphs; tells how many words were whole again.
pub(super) fn join(flows: Vec<Vec<Row>>, setting: &Setting) -> (Vec<Paragraph>, usize) {
    let words = Words::of(&flows);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut mended = 0;
    for (flow, rows) in flows.into_iter().enumerate() {
        let left = rows.iter().map(|row| row.left).fold(f64::MAX, f64::min);
        let right = rows.iter().map(|row| row.right).fold(f64::MIN, f64::max);
        for row in rows {
            match paragraphs.last_mut().filter(|last| last.goes_on(&row, flow, setting)) {
                Some(last) => mended += usize::from(last.add(row, (left, right), flow, &words)),
                None => paragraphs.push(Paragraph::new(row, (left, right), flow)),
            }
        }
    }
    (paragraphs, mended)
}

impl Paragraph {
    fn new(row: Row, edges: (f64, f64), flow: usize) -> Paragraph {
        let (size, strong) = (row.size, row.is_strong());
        Paragraph { pieces: row.pieces.clone(), size, strong, lines: 1, last: row, edges, flow }
    }

    pub(super) fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    fn add(&mut self, row: Row, edges: (f64, f64), flow: usize, words: &Words) -> bool {
        let mended = words.append(&mut self.pieces, &row.pieces);
        self.strong &= row.is_strong();
        self.lines += usize::from(!row.is_level(&self.last));
        (self.last, self.edges, self.flow) = (row, edges, flow);
        mended
    }

    /// Whether a row is one more line of it.
    fn goes_on(&self, row: &Row, flow: usize, setting: &Setting) -> bool {
        let same_size = (row.size - self.last.size).abs() < 0.08 * setting.size.max(row.size);
        if flow == self.flow && row.is_level(&self.last) {
            return true;
        }
        let start = row.text();
        if !same_size || is_item(&start) || (self.strong != row.is_strong() && self.is_whole()) {
            return false;
        }
        if flow != self.flow {
            return !self.is_whole() && self.size <= 1.08 * setting.size;
        }
        let step = (row.y - self.last.y) / (row.size / setting.size).max(0.5);
        step < 1.35 * setting.leading && !self.is_ended_by(row)
    }

    /// Whether its last line ends as a sentence, or as a headline does.
    fn is_whole(&self) -> bool {
        let text = self.last.text();
        let end = text.trim_end().trim_end_matches(['”', '"', '’', '»', ')', ']']);
        end.ends_with(['.', '!', '?', ':', '…']) || self.strong
    }

    /// Whether a row is set in, or its last line stops short: so a new paragraph begins in the same column.
    fn is_ended_by(&self, row: &Row) -> bool {
        let em = row.size;
        let set_in = row.left > self.last.left + 0.8 * em && row.left > self.edges.0 + 0.8 * em;
        let hangs = is_item(&self.text());
        let short = self.last.right < self.edges.1 - 0.15 * (self.edges.1 - self.edges.0);
        (set_in && !hangs) || (short && self.is_whole() && !self.strong)
    }
}

/// Whether a line begins an item of a list.
pub(super) fn is_item(line: &str) -> bool {
    let line = line.trim_start();
    let mark = line.split_whitespace().next().unwrap_or_default();
    let bullet =
        ["•", "◦", "▪", "–", "-", "*", "‣", "·", "●", "■", "o"].contains(&mark) && line.len() > mark.len();
    let number = mark.strip_suffix(['.', ')']).unwrap_or_default();
    let number = (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    bullet || (number && line.len() > mark.len())
}
