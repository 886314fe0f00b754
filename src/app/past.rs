//! What the desk knows of an article's history while its panel is open, or an earlier state is shown.

use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use crate::annotation::Timestamp;
use crate::article::ArticleId;
use crate::browser;
use crate::insight::{goes_on, sittings};
use crate::journal::Version;
use crate::session::{Session, Transaction, Verb};
use crate::view::{HistoryView, Looking, Moment, Sitting};
use crate::words;

/// Steps that are listed at once.
const STEPS: usize = 200;

/// Sittings that are listed at once.
const SITTINGS: usize = 50;

/// The history of one article.
pub(super) struct Past {
    pub(super) article: ArticleId,
    versions: Vec<Version>,
    /// The numbers of the steps of each sitting, the earliest first.
    sittings: Vec<Range<usize>>,
    /// How many steps are listed of the sittings that are unfolded, by their first step.
    unfolded: BTreeMap<usize, usize>,
    /// How many sittings are listed.
    listed: usize,
    /// How many packed pasts are still being read.
    pub(super) reading: usize,
    /// Whether one could not be.
    pub(super) gaps: bool,
    pub(super) trouble: Option<String>,
    /// The earlier state that is shown.
    pub(super) shown: Option<Shown>,
    view: Rc<HistoryView>,
}

/// An earlier state that is shown.
#[derive(Clone)]
pub(super) struct Shown {
    step: usize,
    pub(super) session: Rc<Session>,
    pub(super) bar: Rc<Looking>,
    /// What it is called in the name of a step: its name, else its moment.
    pub(super) which: String,
    version: Version,
}

impl Past {
    /// The last sitting is unfolded: it is what most people look for.
    pub(super) fn new(article: ArticleId, versions: Vec<Version>) -> Past {
        let mut past = Past {
            article,
            versions: Vec::new(),
            sittings: Vec::new(),
            unfolded: BTreeMap::new(),
            listed: SITTINGS,
            reading: 0,
            gaps: false,
            trouble: None,
            shown: None,
            view: Rc::default(),
        };
        past.renew(versions);
        past.unfolded.extend(past.sittings.last().map(|last| (last.start, STEPS)));
        past.draw();
        past
    }

    /// Takes a history that may have steps anywhere that were not known. Numbers speak of the list they
    /// were counted in, so what was named by one is found again.
    pub(super) fn renew(&mut self, versions: Vec<Version>) {
        let old = std::mem::replace(&mut self.versions, versions);
        self.sittings = sittings(self.versions.iter().map(who_and_when));
        for (first, listed) in std::mem::take(&mut self.unfolded) {
            let at = old.get(first).and_then(|version| self.find(version));
            let sitting = at.and_then(|at| self.sittings.iter().find(|sitting| sitting.contains(&at)));
            self.unfolded.extend(sitting.map(|sitting| (sitting.start, listed)));
        }
        if let Some(mut shown) = self.shown.take() {
            shown.step = self.find(&shown.version).unwrap_or(shown.step);
            self.shown = Some(shown);
        }
        self.draw();
    }

    fn find(&self, like: &Version) -> Option<usize> {
        let same =
            |version: &Version| (version.at, &version.by, &version.step) == (like.at, &like.by, &like.step);
        self.versions.iter().position(same)
    }

    /// Adds the latest step.
    pub(super) fn add(&mut self, transaction: &Transaction) {
        let version = version(transaction);
        let step = self.versions.len();
        let same =
            self.versions.last().is_some_and(|last| goes_on(who_and_when(last), who_and_when(&version)));
        match self.sittings.last_mut().filter(|_| same) {
            Some(last) => last.end = step + 1,
            None => {
                self.sittings.push(step..step + 1);
                self.unfolded.insert(step, STEPS);
            }
        }
        self.versions.push(version);
        self.draw();
    }

    /// Unfolds a sitting, or folds it again.
    pub(super) fn unfold(&mut self, first: usize) {
        if self.unfolded.remove(&first).is_none() {
            self.unfolded.insert(first, STEPS);
        }
    }

    pub(super) fn more_steps(&mut self, first: usize) {
        *self.unfolded.entry(first).or_default() += STEPS;
    }

    pub(super) fn more_sittings(&mut self) {
        self.listed += SITTINGS;
    }

    /// Shows a session as the state after a step.
    pub(super) fn look(&mut self, step: usize, session: Rc<Session>) {
        let Some(version) = self.versions.get(step) else { return };
        let moment = words::moment(&browser::day(version.at.0), &browser::clock(version.at.0));
        let (which, told) = match version.step.verb {
            Verb::NameState => (words::quoted(&version.step.object), words::by_name(&version.step.object)),
            _ => (moment.clone(), words::after_step(&what(version))),
        };
        let bar = Rc::new(Looking { moment, told });
        self.shown = Some(Shown { step, session, bar, which, version: version.clone() });
    }

    pub(super) fn view(&self) -> Rc<HistoryView> {
        self.view.clone()
    }

    /// Writes the list anew.
    pub(super) fn draw(&mut self) {
        let sittings =
            self.sittings.iter().rev().take(self.listed).map(|sitting| self.sitting(sitting)).collect();
        self.view = Rc::new(HistoryView {
            sittings,
            earlier: self.sittings.len().saturating_sub(self.listed),
            steps: self.versions.len(),
            reading: self.reading > 0,
            gaps: self.gaps,
            shown: self.shown.as_ref().map(|shown| shown.step),
            trouble: self.trouble.clone(),
        });
    }

    fn sitting(&self, steps: &Range<usize>) -> Sitting {
        let all = self.versions.get(steps.clone()).unwrap_or_default();
        let (from, to) = (at(all.first()), at(all.last()));
        let time = words::sitting_time(&browser::day(from), &browser::clock(from), &browser::clock(to));
        let by = all.first().map(|version| version.by.as_str()).unwrap_or_default();
        let listed = self.unfolded.get(&steps.start).copied();
        let numbered = all.iter().enumerate().rev().map(|(at, version)| (steps.start + at, version));
        let moments: Vec<Moment> = match listed {
            Some(listed) => numbered.take(listed).map(moment).collect(),
            None => {
                numbered.filter(|(_, version)| version.step.verb == Verb::NameState).map(moment).collect()
            }
        };
        Sitting {
            first: steps.start,
            time,
            facts: words::sitting_facts(by, all.len()),
            unfolded: listed.is_some(),
            more: listed.map_or(0, |listed| all.len().saturating_sub(listed)),
            moments,
        }
    }
}

/// A step made here, as the journal tells it.
fn version(transaction: &Transaction) -> Version {
    Version {
        at: transaction.at,
        by: transaction.by.clone(),
        step: transaction.step.clone(),
        origin: transaction.origin,
        tab: Rc::default(),
        records: transaction.change.edits().count(),
    }
}

fn who_and_when(version: &Version) -> (Timestamp, &str) {
    (version.at, &version.by)
}

fn at(version: Option<&Version>) -> i64 {
    version.map(|version| version.at.0).unwrap_or_default()
}

fn moment((step, version): (usize, &Version)) -> Moment {
    let named = version.step.verb == Verb::NameState;
    Moment { step, time: browser::clock(version.at.0), what: what(version), named }
}

/// What a step did; of a named state its name alone.
fn what(version: &Version) -> String {
    match version.step.verb {
        Verb::NameState => version.step.object.clone(),
        _ => words::step_in_history(&version.step, version.origin),
    }
}
