//! Articles that were found in files: looked over one after the other, then added or left.

use std::collections::VecDeque;
use std::rc::Rc;

use super::desk::State;
use super::library::show;
use crate::apart::apart;
use crate::article::{ArticleId, Details, Parsed};
use crate::intake::Draft;
use crate::view::{Arrival, Arriving, Dialog, Remedy, Tone};
use crate::words;

/// What was found and is not decided on yet.
#[derive(Default)]
pub(super) struct Arrivals {
    /// The first of them is the one that is looked over.
    waiting: VecDeque<Rc<Arrival>>,
    /// What was not added, the latest last, until the page is left.
    left: Vec<Rc<Arrival>>,
    /// What is said of files that were not taken, since all that waited was decided on.
    refused: Rc<Vec<String>>,
}

impl State {
    /// An article was found in a file.
    pub(super) fn arrive(&mut self, file: String, draft: Draft, remarks: String) {
        self.arrivals.waiting.push_back(Rc::new(Arrival { file, draft, remarks, trouble: None }));
        // How many wait behind it has changed.
        if matches!(self.dialog, Some(Dialog::Arrival(..))) {
            self.dialog = None;
        }
        self.show_arrival();
    }

    /// Shows the first that waits, once nothing else is in the way.
    pub(super) fn show_arrival(&mut self) {
        if self.dialog.is_none() && !self.arrivals.waiting.is_empty() {
            apart(|| self.show_first());
        }
    }

    fn show_first(&mut self) {
        let behind = self.arrivals.waiting.len().saturating_sub(1);
        let first = self.arrivals.waiting.front().cloned();
        let refused = self.arrivals.refused.clone();
        self.dialog = first.map(|first| Dialog::Arrival(first, behind, refused));
    }

    /// A file was not taken. Its message would be behind the dialog, so the dialog says it too.
    pub(super) fn refuse_meanwhile(&mut self, why: String) {
        Rc::make_mut(&mut self.arrivals.refused).push(why);
        if matches!(self.dialog, Some(Dialog::Arrival(..))) {
            self.show_first();
        }
    }

    /// What was said in the dialog is forgotten once nothing waits to be decided on or to be opened.
    pub(super) fn forget_refused(&mut self) {
        if self.arrivals.waiting.is_empty() && !self.errands.is_busy() {
            self.arrivals.refused = Rc::default();
        }
    }

    /// Does what is asked of it.
    pub(super) fn mind_arrival(&mut self, what: Arriving) {
        self.dialog = None;
        match what {
            Arriving::Add(arrival) => self.add_arrivals(&arrival, 1),
            Arriving::AddAll(arrival) => self.add_arrivals(&arrival, usize::MAX),
            Arriving::Leave(arrival) => {
                self.arrivals.waiting.pop_front();
                self.tell(Tone::Calm, words::not_added(&arrival.file), Some(Remedy::Arrival));
                self.arrivals.left.push(arrival);
            }
            Arriving::Again => self.bring_back_left(),
        }
        self.forget_refused();
    }

    fn bring_back_left(&mut self) {
        for arrival in std::mem::take(&mut self.arrivals.left).into_iter().rev() {
            self.arrivals.waiting.push_front(arrival);
        }
        Rc::make_mut(&mut self.notices).retain(|notice| notice.remedy != Some(Remedy::Arrival));
    }

    /// Adds the first as it was mended, and so many of those behind it as they were found. One that cannot
    /// be added stays, with a sentence.
    fn add_arrivals(&mut self, mended: &Rc<Arrival>, count: usize) {
        if self.refuse_if_read_only() {
            return;
        }
        if let Some(first) = self.arrivals.waiting.front_mut() {
            *first = mended.clone();
        }
        let mut added: Vec<(ArticleId, String)> = Vec::new();
        while added.len() < count
            && let Some(arrival) = self.arrivals.waiting.pop_front()
        {
            match arrival.draft.parsed() {
                Ok(parsed) => added.push(self.add_arrival(&arrival, parsed)),
                Err(refusal) => {
                    let trouble = Some(words::refusal(&refusal));
                    self.arrivals
                        .waiting
                        .push_front(Rc::new(Arrival { trouble, ..Arrival::clone(&arrival) }));
                    break;
                }
            }
        }
        let titles: Vec<&str> = added.iter().map(|(_, title)| title.as_str()).collect();
        if !titles.is_empty() {
            self.tell_aloud(words::added(&titles));
        }
        if let Some((id, _)) = added.last().filter(|_| self.arrivals.waiting.is_empty()) {
            show(id);
        }
    }

    fn add_arrival(&mut self, arrival: &Arrival, parsed: Parsed) -> (ArticleId, String) {
        let Parsed { article, details, notices: _ } = parsed;
        let given = Some(details.title.trim()).filter(|title| !title.is_empty());
        let title = given.map_or_else(|| words::without_ending(&arrival.file), str::to_owned);
        let details = Details { title: title.clone(), ..details };
        (self.add_new(article, details, Vec::new()), title)
    }
}
