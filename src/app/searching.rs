//! The search over the open article.

use std::rc::Rc;

use super::desk::State;
use crate::browser;
use crate::session::Direction;
use crate::text::find;
use crate::view::{Find, Page, Tab};

impl State {
    pub(super) fn open_search(&mut self) {
        if !matches!(self.page, Page::Article(_, Tab::Annotate)) {
            return;
        }
        let mut search = self.find.as_deref().cloned().unwrap_or_default();
        search.focus += 1;
        self.find = Some(Rc::new(search));
    }

    pub(super) fn search(&mut self, words: String) {
        let (Some(session), Some(old)) = (self.open(), &self.find) else { return };
        let hits = find(&session.article.text, &words);
        self.find = Some(Rc::new(Find { words, hits, at: 0, focus: old.focus }));
    }

    /// Goes to the next or previous place, and round the ends.
    pub(super) fn search_step(&mut self, direction: Direction) {
        let Some(old) = self.find.as_deref().filter(|find| !find.hits.is_empty()) else { return };
        let last = old.hits.len() - 1;
        let at = match direction {
            Direction::Next if old.at == last => 0,
            Direction::Next => old.at + 1,
            Direction::Previous => old.at.checked_sub(1).unwrap_or(last),
        };
        self.find = Some(Rc::new(Find { at, ..old.clone() }));
    }

    /// The place found stays selected, so that a letter marks it.
    pub(super) fn close_search(&mut self) {
        let Some(search) = self.find.take() else { return };
        if let (Some(session), Some(hit), Some(island)) = (self.open(), search.hit(), self.slot.get()) {
            browser::focus_by_id("main");
            browser::select(&island, session.article.text.utf16(hit));
        }
    }
}
