//! The search over the open article and its marks, and the filters beside it.

use std::rc::Rc;

use super::desk::State;
use crate::browser;
use crate::session::{Direction, Hit, Intent, search};
use crate::view::{Find, Page, Tab};

impl State {
    pub(super) fn open_search(&mut self) {
        let filters = self.find.as_ref().is_some_and(|find| find.filters);
        self.unfold(filters, false);
    }

    /// Opens the search with its filters unfolded, or folds them.
    pub(super) fn show_filters(&mut self, filters: bool) {
        self.unfold(filters, filters);
    }

    fn unfold(&mut self, filters: bool, to_filters: bool) {
        if !matches!(self.page, Page::Article(_, Tab::Annotate)) {
            return;
        }
        let old = self.find.as_deref().cloned().unwrap_or_default();
        self.find = Some(Rc::new(Find { filters, to_filters, focus: old.focus + 1, ..old }));
    }

    pub(super) fn search(&mut self, words: String) {
        let Some(old) = self.find.as_deref().cloned() else { return };
        let hits = self.hits(&words);
        self.find = Some(Rc::new(Find { words, hits, at: 0, ..old }));
        self.show_hit();
    }

    /// What was found changes with the marks and with the filter.
    pub(super) fn search_again(&mut self) {
        let Some(old) = self.find.clone() else { return };
        let hits = self.hits(&old.words);
        let at = old.hit().and_then(|hit| hits.iter().position(|other| other == hit));
        let at = at.unwrap_or(old.at.min(hits.len().saturating_sub(1)));
        if hits != old.hits {
            self.find = Some(Rc::new(Find { hits, at, ..Find::clone(&old) }));
        }
    }

    /// Goes to the next or previous hit, and round the ends.
    pub(super) fn search_step(&mut self, direction: Direction) {
        let Some(old) = self.find.as_deref().filter(|find| !find.hits.is_empty()) else { return };
        let last = old.hits.len() - 1;
        let at = match direction {
            Direction::Next if old.at == last => 0,
            Direction::Next => old.at + 1,
            Direction::Previous => old.at.checked_sub(1).unwrap_or(last),
        };
        self.find = Some(Rc::new(Find { at, ..old.clone() }));
        self.show_hit();
    }

    /// A mark that was found is taken in hand, unless one is being placed; a place is shown by the
    /// article.
    fn show_hit(&mut self) {
        if self.pencil.placing.is_some() {
            return;
        }
        let hit = self.find.as_ref().and_then(|find| find.hit().cloned());
        if let Some(Hit::Mark(id)) = hit {
            self.work(&Intent::Take(id));
        }
    }

    /// The place found stays selected, so that a letter marks it; a mark stays in hand.
    pub(super) fn close_search(&mut self) {
        let Some(find) = self.find.take() else { return };
        let (Some(session), Some(island)) = (self.open().cloned(), self.slot.get()) else { return };
        browser::focus_by_id("main");
        if let Some(Hit::Place(span)) = find.hit() {
            self.select_span(&session, &island, *span);
        }
    }

    /// Where the words stand, in the text and in the marks that are shown.
    fn hits(&self, words: &str) -> Vec<Hit> {
        let Some(session) = self.open() else { return Vec::new() };
        search(session, words, &|mark| self.filter.passes(session, mark, &self.settings.name))
    }
}
