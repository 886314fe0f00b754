//! What other tabs write while this one is open.
//!
//! It is looked at a turn later, all of it together: a thousand steps are shown with one drawing.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::desk::{Desk, State};
use super::packing::unpack;
use crate::article::ArticleId;
use crate::browser::{self, Timer};
use crate::journal::{EntryKey, FoldKey, GoneKey, KeptKey, Key, Noticed};
use crate::session::Session;
use crate::view::{Ask, Tone};
use crate::words;

/// What was heard of other tabs and not looked at yet.
#[derive(Default)]
pub(super) struct Heard {
    /// Keys in the order in which they changed.
    keys: Vec<String>,
    /// Whether everything was taken away at once.
    cleared: bool,
    soon: Option<Timer>,
}

impl State {
    /// Another tab has changed a key, or taken away everything.
    pub(super) fn hear(&mut self, key: Option<String>, desk: &Desk) {
        let heard = &mut self.outbox.heard;
        match key {
            Some(key) => heard.keys.push(key),
            None => heard.cleared = true,
        }
        if self.outbox.heard.soon.is_none() {
            let desk = desk.clone();
            self.outbox.heard.soon = Some(browser::after(0, move || listen(&desk)));
        }
    }

    /// Looks at all of local storage: the page is seen again, or something was lost there.
    pub(super) fn look_around(&mut self, desk: &Desk) {
        self.hear(None, desk);
    }

    /// Looks at all of local storage if the last write has found something missing.
    pub(super) fn look_if_cleared(&mut self, desk: &Desk) {
        if self.outbox.vault.was_cleared() {
            self.look_around(desk);
        }
    }

    /// The keys to look at, those that are there before those that are not: what is new may say why
    /// other things are gone.
    fn heard(&mut self) -> (Vec<String>, Vec<String>) {
        let heard = std::mem::take(&mut self.outbox.heard);
        let mut keys = heard.keys;
        if heard.cleared {
            keys.extend(self.outbox.vault.differences());
        }
        keys.sort_unstable();
        keys.dedup();
        keys.into_iter().partition(|key| self.outbox.vault.is_there(key))
    }

    /// Shows what another tab has written, and drops the articles it has deleted for good.
    fn show_news(&mut self, there: &[String]) {
        let outbox = &self.outbox;
        let new = |key: &&String| outbox.vault.notice(key, &|_| false) == Noticed::New;
        let mut news = News::default();
        for key in there.iter().filter(new) {
            news.sort(Key::parse(key));
        }
        if news.newer {
            self.outbox.newer();
        }
        news.kept.iter().for_each(|key| self.follow_kept(key));
        news.gone.iter().for_each(|key| self.follow_gone(key));
        news.folded.iter().for_each(|id| self.look_again(id));
        for (id, entries) in news.entries {
            match self.sessions.get(&id).cloned() {
                Some(session) => self.receive(&session, &entries),
                None => self.look_again(&id),
            }
        }
    }

    /// Other tabs' steps show here, and are never undone here.
    fn receive(&mut self, session: &Rc<Session>, keys: &[EntryKey]) {
        let mut next = Session::clone(session);
        for key in keys {
            let journal = self.outbox.journal();
            let received = journal.receive(key, &session.article.text, |id| next.record(id));
            if let Some(received) = received {
                self.cross(&next, &received);
                self.latest = self.latest.max(received.transaction.at);
                next = next.apply(&received.transaction);
            }
        }
        let id = next.id.clone();
        self.put(next);
        self.past_again(&id);
    }

    /// Another tab has brought an article, or has folded one.
    fn look_again(&mut self, id: &ArticleId) {
        if let Ok(Some(shelf)) = self.outbox.journal().shelf(id) {
            let session = shelf.session();
            let same = self.sessions.get(id).is_some_and(|old| old.records() == session.records());
            if !same {
                self.take_session(session);
            }
        }
    }

    /// Another tab has deleted an article for good, or has brought it back.
    fn follow_gone(&mut self, key: &GoneKey) {
        match self.outbox.journal().hear(key) {
            Some((id, true)) => self.look_again(&id),
            Some((id, false)) => self.deleted_elsewhere(&id),
            None => {}
        }
    }

    /// What is to be unpacked before anybody can say whether these keys were folded.
    pub(super) fn packed_with(&mut self, lost: &[String]) -> Vec<(FoldKey, Vec<u8>)> {
        let mut articles: Vec<ArticleId> = Vec::new();
        for key in lost {
            if let Key::Entry(entry) = Key::parse(key)
                && !articles.contains(&entry.article)
            {
                articles.push(entry.article);
            }
        }
        articles.iter().flat_map(|id| self.outbox.journal().packed(id)).collect()
    }

    /// What was taken away as it may be is forgotten; what was lost is written again.
    fn judge(&mut self, lost: &[String]) {
        let outbox = &self.outbox;
        let may_go = |key: &str| outbox.may_go(key);
        let restored = lost.iter().filter(|key| outbox.vault.notice(key, &may_go) == Noticed::Restored);
        if restored.count() > 0 {
            self.tell(Tone::Calm, words::storage_was_cleared(), None);
        }
    }
}

/// Looks at what was heard.
fn listen(desk: &Desk) {
    // Another tab may have made room, for this program or for another.
    if desk.quietly(|state| state.outbox.waits()) {
        desk.ask(Ask::SaveAgain);
    }
    let (there, lost) = desk.quietly(State::heard);
    if !there.is_empty() {
        desk.with(|state| state.show_news(&there));
    }
    if !lost.is_empty() {
        let packed = desk.quietly(|state| state.packed_with(&lost));
        unpack(desk, packed, Box::new(move |desk| desk.with(|state| state.judge(&lost))));
    }
}

/// What other tabs have written, by what it is.
#[derive(Default)]
struct News {
    entries: BTreeMap<ArticleId, Vec<EntryKey>>,
    folded: Vec<ArticleId>,
    gone: Vec<GoneKey>,
    kept: Vec<KeptKey>,
    newer: bool,
}

impl News {
    fn sort(&mut self, key: Key) {
        match key {
            Key::Entry(key) => self.entries.entry(key.article.clone()).or_default().push(key),
            Key::Snapshot(key) => self.folded.push(key.article),
            Key::Gone(key) => self.gone.push(key),
            Key::Kept(key) => self.kept.push(key),
            Key::Newer => self.newer = true,
            Key::Past(_) | Key::Text(_) | Key::Aside(_) | Key::Here | Key::Unknown | Key::Other => {}
        }
    }
}
