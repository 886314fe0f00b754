//! What other tabs write while this one is open.

use std::rc::Rc;

use super::desk::State;
use crate::article::ArticleId;
use crate::journal::{EntryKey, Key};
use crate::session::Session;

impl State {
    /// Follows what another tab has written under a key.
    pub(super) fn follow(&mut self, key: &str) {
        match Key::parse(key) {
            Key::Entry(entry) => match self.sessions.get(&entry.article).cloned() {
                Some(session) => self.receive(&session, &entry),
                None => self.look_again(&entry.article),
            },
            Key::Kept(key) => self.follow_kept(&key),
            Key::Newer => self.outbox.newer(),
            _ => {}
        }
    }

    /// Another tab's step shows here, and is never undone here.
    fn receive(&mut self, session: &Rc<Session>, key: &EntryKey) {
        let journal = self.outbox.journal();
        let received = journal.receive(key, &session.article.text, |id| session.record(id));
        let Some(received) = received else { return };
        self.latest = self.latest.max(received.transaction.at);
        self.put(session.apply(&received.transaction));
    }

    /// Another tab has brought an article.
    fn look_again(&mut self, id: &ArticleId) {
        if let Ok(Some(shelf)) = self.outbox.journal().shelf(id) {
            self.put(shelf.session());
        }
    }
}
