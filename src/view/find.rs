//! The search as a value.

use crate::session::{Hit, Session};
use crate::text::Span;

/// The search.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Find {
    /// What is looked for.
    pub words: String,
    /// Where it stands in the text, and in which marks, in reading order.
    pub hits: Vec<Hit>,
    /// Which of them is shown.
    pub at: usize,
    /// Whether the filters are unfolded.
    pub filters: bool,
    /// Raised each time the cursor is to go somewhere.
    pub focus: usize,
    /// Whether it goes to the filters, and not into the field.
    pub to_filters: bool,
}

impl Find {
    /// What is shown.
    #[must_use]
    pub fn hit(&self) -> Option<&Hit> {
        self.hits.get(self.at)
    }

    /// Where what is shown stands in the text; `None` for a mark whose place was not found again.
    #[must_use]
    pub fn place(&self, session: &Session) -> Option<Span> {
        match self.hit()? {
            Hit::Place(span) => Some(*span),
            Hit::Mark(id) => session.marks.get(id)?.spans().map(|spans| spans.hull()),
        }
    }

    /// How many places and how many marks were found.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let places = self.hits.iter().filter(|hit| matches!(hit, Hit::Place(_))).count();
        (places, self.hits.len() - places)
    }
}
