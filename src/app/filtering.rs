//! Which marks of the open article are shown.

use std::rc::Rc;

use super::desk::State;
use crate::session::Filter;
use crate::words;

impl State {
    /// Shows only what passes, and says how much that is.
    pub(super) fn sift(&mut self, filter: Filter) {
        let Some(session) = self.open().cloned() else { return };
        let me = &self.settings.name;
        let shown = session.marks.iter().filter(|mark| filter.passes(&session, mark, me)).count();
        let voice = filter.source.as_ref().and_then(|id| session.sources.get(id));
        let alone = Filter { source: filter.source.clone(), ..Filter::default() } == filter;
        let sentence = match voice {
            _ if filter.is_open() => words::all_shown(),
            Some(voice) if alone => words::only_shown(&voice.name, shown),
            Some(_) | None => words::sifted(&session, &filter, shown),
        };
        self.filter = Rc::new(filter);
        self.search_again();
        self.say(sentence);
    }

    /// A voice that has gone, be it by a merge or in another tab, hides nothing any more.
    pub(super) fn mend_filter(&mut self) {
        let gone = |session: &Rc<crate::session::Session>| {
            self.filter.source.as_ref().is_some_and(|id| session.sources.get(id).is_none())
        };
        if self.open().is_some_and(gone) {
            self.filter = Rc::new(Filter { source: None, ..Filter::clone(&self.filter) });
        }
    }
}
