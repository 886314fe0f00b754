//! What counts as right.

use std::ops::Range;

/// Shares of a run.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    all: usize,
    there: usize,
    right: usize,
    /// Of the right ones, those whose ends are within two characters.
    to_the_letter: usize,
    wrong: usize,
    gone: usize,
    orphans: usize,
}

fn percent(part: usize, whole: usize) -> f64 {
    let count = |number: usize| f64::from(u32::try_from(number).unwrap());
    if whole == 0 { 100.0 } else { 100.0 * count(part) / count(whole) }
}

impl Tally {
    /// Counts an answer. It is right if the two ranges share four fifths of the stretch that both
    /// cover; where nothing is left to be found, only *nowhere* is right.
    pub(crate) fn count(&mut self, answer: Option<Range<usize>>, truth: Option<Range<usize>>) {
        self.all += 1;
        self.there += usize::from(truth.is_some());
        self.gone += usize::from(truth.is_none());
        match (answer, truth) {
            (None, None) => self.orphans += 1,
            (None, Some(_)) => {}
            (Some(_), None) => self.wrong += 1,
            (Some(is), Some(should)) => {
                let shared = is.end.min(should.end).saturating_sub(is.start.max(should.start));
                let both = is.end.max(should.end) - is.start.min(should.start);
                let right = shared * 5 >= both * 4;
                self.right += usize::from(right);
                self.wrong += usize::from(!right);
                let close = is.start.abs_diff(should.start) <= 2 && is.end.abs_diff(should.end) <= 2;
                self.to_the_letter += usize::from(right && close);
            }
        }
    }

    /// Percent of the passages that are there which were found.
    pub(crate) fn right(&self) -> f64 {
        percent(self.right, self.there)
    }

    /// Percent of the passages that are there whose ends are within two characters.
    pub(crate) fn to_the_letter(&self) -> f64 {
        percent(self.to_the_letter, self.there)
    }

    /// Percent of all answers that name a wrong place.
    pub(crate) fn wrong(&self) -> f64 {
        percent(self.wrong, self.all)
    }

    /// Percent of the passages that are gone which are reported so.
    pub(crate) fn orphans(&self) -> f64 {
        percent(self.orphans, self.gone)
    }
}
