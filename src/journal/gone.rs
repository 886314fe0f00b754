//! Deleting for good, so that nothing brings it back by accident, and bringing it back on purpose.

use std::collections::{BTreeMap, BTreeSet};

use super::key::{EntryKey, GoneKey};
use super::{Journal, Key, KeyValue, StoreError};
use crate::article::ArticleId;
use crate::format::entry::{Gone, Turn};

/// Which articles were deleted for good, and which of them are back.
#[derive(Debug, Clone, Default)]
pub(super) struct Goners(BTreeMap<ArticleId, (Turn, bool)>);

impl Goners {
    pub(super) fn of(notes: Vec<(GoneKey, Gone)>) -> Goners {
        let mut goners = Goners::default();
        notes.into_iter().for_each(|(key, gone)| goners.note(key, &gone));
        goners
    }

    /// Takes a note in; of two on an article the later counts.
    pub(super) fn note(&mut self, key: GoneKey, gone: &Gone) {
        let id = ArticleId::from(gone.article.as_str());
        if self.0.get(&id).is_none_or(|(last, _)| key.turn >= *last) {
            self.0.insert(id, (key.turn, gone.back));
        }
    }

    /// Whether an article is gone.
    pub(super) fn holds(&self, id: &ArticleId) -> bool {
        self.0.get(id).is_some_and(|(_, back)| !back)
    }

    /// When the latest note on an article was written.
    fn time(&self, id: &ArticleId) -> u64 {
        self.0.get(id).map_or(0, |(turn, _)| turn.time.saturating_add(1))
    }
}

impl<S: KeyValue> Journal<S> {
    /// Whether an article was deleted for good, as far as this tab has heard.
    #[must_use]
    pub fn is_gone(&self, id: &ArticleId) -> bool {
        self.gone.holds(id)
    }

    /// Another tab has deleted an article for good, or brought it back: which one, and whether it is
    /// back. `None` if nothing is stored there that can be read.
    pub fn hear(&mut self, key: &GoneKey) -> Option<(ArticleId, bool)> {
        let name = key.to_string();
        let gone = Gone::decode(&self.store.get(&name).ok()??, &name).ok()?;
        self.gone.note(key.clone(), &gone);
        let id = ArticleId::from(gone.article.as_str());
        let back = !self.gone.holds(&id);
        Some((id, back))
    }

    /// Takes all of an article out for good, and its text unless another article uses it or may
    /// use it. That it is gone is noted first, so that a fault on the way leaves nothing that comes
    /// back half.
    ///
    /// # Errors
    ///
    /// If there is no room for the note, or the store cannot be read or written.
    pub fn forget(&mut self, id: &ArticleId) -> Result<(), StoreError> {
        let text = self.lone_text(id)?;
        self.note_gone(id, false)?;
        self.sweep_article(id)?;
        self.tallies.remove(id);
        self.unpacked.retain(|past, _| past.article != *id);
        for key in text.iter().flat_map(|sha256| [Key::text(sha256), Key::old_text(sha256)]) {
            self.store.remove(&key)?;
        }
        Ok(())
    }

    /// Notes that an article is gone, or back, later than all notes on it so far.
    pub(super) fn note_gone(&mut self, id: &ArticleId, back: bool) -> Result<(), StoreError> {
        let time = self.gone.time(id).max(self.next.0).max(self.latest(id));
        let mut key = GoneKey { turn: Turn { time, tab: self.tab.clone(), n: 0 } };
        while self.store.get(&key.to_string())?.is_some() {
            key.turn.n += 1;
        }
        let (name, gone) = (key.to_string(), Gone { article: id.to_string(), back });
        self.store.set(&name, &gone.encode(&name))?;
        self.gone.note(key, &gone);
        Ok(())
    }

    /// Takes out all keys of an article.
    fn sweep_article(&self, id: &ArticleId) -> Result<(), StoreError> {
        for key in self.store.keys()? {
            if Key::parse(&key).article() == Some(id) {
                self.store.remove(&key)?;
            }
        }
        Ok(())
    }

    /// Takes out what is left of articles that are gone, which a fault may have left here.
    ///
    /// # Errors
    ///
    /// If the store cannot be read or written.
    pub fn sweep(&mut self) -> Result<(), StoreError> {
        for key in self.store.keys()? {
            if Key::parse(&key).article().is_some_and(|id| self.gone.holds(id)) {
                self.store.remove(&key)?;
            }
        }
        Ok(())
    }

    /// The hash of an article's text, if it is certain that no other article needs it: not where
    /// something is stored that cannot be read.
    fn lone_text(&mut self, id: &ArticleId) -> Result<Option<String>, StoreError> {
        self.meet_all()?;
        let Some(tally) = self.tallies.get(id) else { return Ok(None) };
        let sha256 = &tally.text;
        let shared = self.tallies.iter().any(|(other, tally)| other != id && tally.text == *sha256);
        let read = |article: &ArticleId| self.tallies.contains_key(article) || self.gone.holds(article);
        let keys = self.store.keys()?;
        let doubtful = keys.iter().map(|key| Key::parse(key)).any(|key| match &key {
            Key::Newer | Key::Unknown => true,
            key => key.article().is_some_and(|article| !read(article)),
        });
        Ok((!shared && !doubtful).then(|| sha256.clone()))
    }

    /// Reads the articles that this tab does not know yet.
    fn meet_all(&mut self) -> Result<(), StoreError> {
        let keys = self.store.keys()?;
        let all: BTreeSet<ArticleId> =
            keys.iter().filter_map(|key| Key::parse(key).article().cloned()).collect();
        for id in all {
            if !self.tallies.contains_key(&id) {
                self.shelf(&id)?;
            }
        }
        Ok(())
    }

    /// The latest time at which anything of an article was written, as far as its keys tell.
    fn latest(&self, id: &ArticleId) -> u64 {
        let keys = self.store.keys().unwrap_or_default();
        let entry = |key: &String| match Key::parse(key) {
            Key::Entry(EntryKey { article, turn, .. }) if article == *id => Some(turn.time),
            _ => None,
        };
        keys.iter().filter_map(entry).max().unwrap_or_default()
    }
}
