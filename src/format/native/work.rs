//! What one import has done so far.

use super::search::Search;
use crate::text::Text;

/// The search that all marks share, and how far the reading has come.
pub(super) struct Work<'w> {
    /// The text of the article that is open, for a file that leaves its text out.
    pub(super) beside: Option<&'w Text>,
    pub(super) search: Search,
    done: usize,
    all: usize,
    told: u32,
    watch: &'w mut dyn FnMut(u32),
}

impl<'w> Work<'w> {
    /// Work on a file of so many bytes.
    pub(super) fn new(all: usize, beside: Option<&'w Text>, watch: &'w mut dyn FnMut(u32)) -> Work<'w> {
        Work { beside, search: Search::default(), done: 0, all: all.max(1), told: 0, watch }
    }

    /// So many bytes more are read. It is told once for each percent.
    pub(super) fn done(&mut self, bytes: usize) {
        self.done = self.done.saturating_add(bytes).min(self.all);
        let share = u32::try_from(self.done / (self.all / 100).max(1)).unwrap_or(100).min(100);
        if share > self.told {
            self.told = share;
            (self.watch)(share);
        }
    }
}
