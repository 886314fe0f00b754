//! What became of a mark's words when its article got another text.

use super::{Mark, Outcome, Place};
use crate::text::Text;

/// How a mark came to stand elsewhere or over other words than it was made on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Drift {
    /// The same words elsewhere among the other marks.
    Moved,
    /// Other words stand there now. These are the ones it was made on; never empty.
    Changed(String),
}

impl Drift {
    /// The words it was made on, if others stand there now.
    #[must_use]
    pub fn former(&self) -> Option<&str> {
        match self {
            Drift::Moved => None,
            Drift::Changed(former) => Some(former),
        }
    }
}

impl Mark {
    /// The mark as it stands in a new version of its text, by what was found of it there. Words that
    /// are other than those it was made on are remembered until somebody finds them right, over
    /// any number of versions; words that are back are not.
    #[must_use]
    pub fn carried(&self, old: &Text, new: &Text, outcome: Outcome) -> Mark {
        let was = self.drift.as_ref().and_then(Drift::former);
        let former = was.map_or_else(|| self.quote(old), str::to_owned);
        let (place, moved) = match outcome {
            Outcome::Placed(spans) | Outcome::Changed(spans) => (Place::Placed(spans), false),
            Outcome::Moved(spans) => (Place::Placed(spans), true),
            Outcome::Orphan(anchors) => (Place::Orphan(anchors), false),
        };
        let mark = Mark { place, ..self.clone() };
        if mark.spans().is_none() {
            return mark;
        }
        let reads = mark.quote(new);
        let moved = moved || self.drift == Some(Drift::Moved);
        let drift = if former.is_empty() || reads == former {
            moved.then_some(Drift::Moved)
        } else {
            Some(Drift::Changed(former))
        };
        Mark { drift, ..mark }
    }
}

/// How many marks stand how in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Places {
    /// The same words at their place.
    pub placed: usize,
    /// The same words elsewhere.
    pub moved: usize,
    /// Other words.
    pub changed: usize,
    /// Nowhere.
    pub orphans: usize,
}

impl Places {
    /// What came of looking for marks.
    #[must_use]
    pub fn count(outcomes: &[Outcome]) -> Places {
        let mut places = Places::default();
        for outcome in outcomes {
            *match outcome {
                Outcome::Placed(_) => &mut places.placed,
                Outcome::Moved(_) => &mut places.moved,
                Outcome::Changed(_) => &mut places.changed,
                Outcome::Orphan(_) => &mut places.orphans,
            } += 1;
        }
        places
    }

    /// How marks stand now.
    pub fn of<'a>(marks: impl Iterator<Item = &'a Mark>) -> Places {
        let mut places = Places::default();
        for mark in marks {
            *match &mark.drift {
                _ if mark.spans().is_none() => &mut places.orphans,
                Some(Drift::Changed(_)) => &mut places.changed,
                Some(Drift::Moved) => &mut places.moved,
                None => &mut places.placed,
            } += 1;
        }
        places
    }

    /// How many are to be looked at.
    #[must_use]
    pub fn open(self) -> usize {
        self.moved + self.changed + self.orphans
    }
}
