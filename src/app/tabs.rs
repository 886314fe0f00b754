//! What other tabs write while this one is open.

use std::rc::Rc;

use super::desk::State;
use crate::format::entry::Entry;
use crate::journal::Key;
use crate::session::{Change, Origin, Record, RecordId, Session, Transaction};

impl State {
    /// Follows what another tab has written under a key.
    pub(super) fn follow(&mut self, key: &str) {
        match Key::parse(key) {
            Key::Entry(entry) => match self.sessions.get(&entry.article).cloned() {
                Some(session) => self.receive(&session, key),
                None => self.look_again(),
            },
            Key::Kept(key) => self.follow_kept(&key),
            Key::Newer => self.outbox.newer(),
            Key::Text(_) | Key::Unknown | Key::Other => {}
        }
    }

    /// Another tab's step shows here, and is never undone here.
    fn receive(&mut self, session: &Rc<Session>, key: &str) {
        let Some(entry) = self.outbox.journal().entry(key, &session.article.text) else { return };
        self.latest = self.latest.max(entry.at);
        let transaction = remote(session, entry);
        self.put(session.apply(&transaction));
    }

    /// Another tab has brought an article.
    fn look_again(&mut self) {
        let Ok(loaded) = self.outbox.journal().load() else { return };
        for shelf in loaded.shelves {
            if !self.sessions.contains_key(&shelf.id) {
                self.put(Session::replay(shelf.id, Rc::new(shelf.article), &shelf.entries));
            }
        }
    }
}

/// The entry as a transaction of ours, without what was changed later here: the order of arrival
/// must not decide what the order of time decides on loading.
fn remote(session: &Session, entry: Entry) -> Transaction {
    let at = entry.at;
    let theirs = entry.into_transaction(|id| session.record(id));
    let mut change = Change::default();
    for (id, edit) in theirs.change.edits().filter(|(id, _)| !changed_later(session, id, at)) {
        change.edit(id.clone(), edit.before.clone(), edit.after.clone());
    }
    Transaction { change, origin: Origin::Remote, ..theirs }
}

fn changed_later(session: &Session, id: &RecordId, at: crate::annotation::Timestamp) -> bool {
    matches!(session.record(id), Some(Record::Mark(mark)) if mark.modified > at)
}
