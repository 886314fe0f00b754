//! Where in a text each short stretch stands: made once, then asked for every quote.

use crate::text::Text;

/// Bytes of a gram. Eight fit a machine word, and of eight letters a quarter survive even if every
/// seventh letter of a passage is changed.
pub(super) const GRAM: usize = 8;

/// Bytes of the text that one step takes in: about a millisecond.
const STRIDE: usize = 1 << 16;

/// The least number of rows is two to this power, lest strangers share rows in a short text.
const LEAST_BITS: u32 = 16;

/// Of a text that is longer than this, in bytes, one gram of four is kept, by its hash: there a
/// passage has grams enough, and the work is less.
const THINNED: usize = 1 << 17;

/// A number below 2^64 near its golden section (Knuth's multiplicative hashing).
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// The grams of a text, each in the row of its hash, as a counting sort leaves them: first the
/// grams of each row are counted, then each is put where its row ends.
pub(super) struct Grams {
    text: Text,
    shift: u32,
    /// How many rows there are; grams of rows past these are left out.
    rows: usize,
    /// While counting, how many a row holds; while filling, where the next one goes; then, where
    /// the row starts. One more than there are rows.
    starts: Vec<u32>,
    /// The places of all grams, in bytes, row by row.
    places: Vec<u32>,
    phase: Phase,
    /// How far the phase has come, in bytes, and the last bytes before that.
    at: usize,
    last: u64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    Counting,
    Filling,
    Ready,
}

impl Grams {
    /// An index that is still to be made by [`Grams::advance`]. A text past four gigabytes has none.
    pub(super) fn new(text: &Text) -> Grams {
        let len = text.len().0;
        let bits = len.next_power_of_two().trailing_zeros().clamp(LEAST_BITS, 24);
        let fits = u32::try_from(len).is_ok();
        let rows = if fits { (1 << bits) >> if len > THINNED { 2 } else { 0 } } else { 0 };
        Grams {
            text: text.clone(),
            shift: u64::BITS - bits,
            rows,
            starts: vec![0; rows + 1],
            places: Vec::new(),
            phase: if fits { Phase::Counting } else { Phase::Ready },
            at: 0,
            last: 0,
        }
    }

    /// Does a stretch of the work. Returns whether there is more to do.
    pub(super) fn advance(&mut self) -> bool {
        match self.phase {
            Phase::Counting => self.count(),
            Phase::Filling => self.fill(),
            Phase::Ready => {}
        }
        self.phase != Phase::Ready
    }

    /// How much of the work is done, in parts of `whole`.
    pub(super) fn done(&self, whole: usize) -> usize {
        let len = self.text.len().0.max(1);
        match self.phase {
            Phase::Counting => whole * self.at.min(len) / len / 2,
            Phase::Filling => whole * (len + self.at.min(len)) / len / 2,
            Phase::Ready => whole,
        }
    }

    fn count(&mut self) {
        let (text, shift, rows) = (self.text.clone(), self.shift, self.rows);
        let starts = &mut self.starts;
        let (at, last) = scan(text.as_str(), self.at, self.last, |_, gram| {
            if let Some(count) = row_of(gram, shift, rows).and_then(|row| starts.get_mut(row)) {
                *count += 1;
            }
        });
        (self.at, self.last) = (at, last);
        if at >= text.len().0 {
            self.sum();
        }
    }

    /// Counts become the ends of the rows.
    fn sum(&mut self) {
        let mut all = 0;
        for count in &mut self.starts {
            all += *count;
            *count = all;
        }
        self.places = vec![0; all as usize];
        (self.phase, self.at, self.last) = (Phase::Filling, 0, 0);
    }

    fn fill(&mut self) {
        let (text, shift, rows) = (self.text.clone(), self.shift, self.rows);
        let (starts, places) = (&mut self.starts, &mut self.places);
        let (at, last) = scan(text.as_str(), self.at, self.last, |place, gram| {
            let start = row_of(gram, shift, rows).and_then(|row| starts.get_mut(row));
            let Some(start) = start else { return };
            *start = start.saturating_sub(1);
            if let (Some(slot), Ok(place)) = (places.get_mut(*start as usize), u32::try_from(place)) {
                *slot = place;
            }
        });
        (self.at, self.last) = (at, last);
        if at >= text.len().0 {
            self.phase = Phase::Ready;
        }
    }

    /// Places, in bytes, where a gram may stand: all where it does, and few others. `None` if grams
    /// like this are left out.
    pub(super) fn row(&self, gram: u64) -> Option<&[u32]> {
        let row = row_of(gram, self.shift, self.rows)?;
        let (from, to) = (self.starts.get(row)?, self.starts.get(row + 1)?);
        self.places.get(*from as usize..*to as usize)
    }
}

#[inline(always)]
fn row_of(gram: u64, shift: u32, rows: usize) -> Option<usize> {
    usize::try_from(gram.wrapping_mul(GOLDEN) >> shift).ok().filter(|row| *row < rows)
}

/// Calls `visit` with place and value of each gram that ends in the next stretch and starts with a
/// whole character. Returns where the stretch ended and its last bytes.
fn scan(text: &str, from: usize, mut last: u64, mut visit: impl FnMut(usize, u64)) -> (usize, u64) {
    let mut at = from;
    let to = from.saturating_add(STRIDE).min(text.len());
    for byte in text.as_bytes().get(from..to).unwrap_or_default() {
        last = last << 8 | u64::from(*byte);
        at += 1;
        // A byte of the form 10xxxxxx continues a character.
        if at >= GRAM && last >> 62 != 0b10 {
            visit(at - GRAM, last);
        }
    }
    (at, last)
}

/// Calls `visit` with place and value of each gram of a short text.
pub(super) fn each(text: &str, mut visit: impl FnMut(usize, u64)) {
    let (mut at, mut last) = (0, 0);
    while at < text.len() {
        (at, last) = scan(text, at, last, &mut visit);
    }
}
