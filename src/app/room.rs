//! Making room: the older steps of every article are packed, one article after the other.

use super::desk::{Desk, State};
use crate::article::ArticleId;
use crate::browser;
use crate::journal::{Fold, Key, KeyValue as _};
use crate::view::Saving;
use crate::words;

/// The newest steps of an article that stay as they are, so that they can be undone after the page was
/// loaded again.
const LEFT: usize = 50;

/// Entries of an article from which on its older steps are packed by themselves.
const MANY: usize = 256;

/// Milliseconds after which an article that was opened is packed: the page has come to rest.
const REST: u32 = 4_000;

impl State {
    /// Packs older steps, and says in the end how much room that made.
    pub(super) fn make_room(&mut self, desk: &Desk) {
        if self.keep.packing || self.refuse_if_read_only() {
            return;
        }
        self.keep.packing = true;
        self.weigh();
        let ids: Vec<ArticleId> = self.sessions.keys().cloned().collect();
        let desk = desk.clone();
        // After the page has said that it is at work.
        self.keep.timer = Some(browser::after(0, move || next(&desk, ids, 0, true)));
    }

    fn room_is_made(&mut self, sentence: String, told: bool) {
        self.keep.packing = false;
        if told {
            self.tell_of_storage(sentence);
        }
    }

    /// What is to be packed of the open article, if its entries are many and everything is safe.
    fn long_past(&mut self) -> Option<Fold> {
        if self.keep.packing || self.outbox.saving() != Saving::Saved {
            return None;
        }
        let id = self.open()?.id.clone();
        let keys = self.outbox.vault.keys().unwrap_or_default();
        let of_it = |key: &&String| matches!(Key::parse(key), Key::Entry(key) if key.article == id);
        if keys.iter().filter(of_it).count() <= MANY {
            return None;
        }
        let fold = self.outbox.journal().fold(&id, MANY / 2)?;
        self.keep.packing = true;
        Some(fold)
    }
}

/// Packs the older steps of the open article, if they are many, once the page has come to rest.
pub(super) fn pack_soon(desk: &Desk) {
    let later = desk.clone();
    let pack = move || {
        if let Some(fold) = later.quietly(State::long_past) {
            pack(&later, Vec::new(), 0, fold, false);
        }
    };
    desk.quietly(|state| state.outbox.rest = Some(browser::after(REST, pack)));
}

/// Packs the next article; `freed` is the room made so far, in UTF-16 units.
fn next(desk: &Desk, mut ids: Vec<ArticleId>, freed: i64, told: bool) {
    while let Some(id) = ids.pop() {
        if let Some(fold) = desk.with(|state| state.outbox.journal().fold(&id, LEFT)) {
            return pack(desk, ids, freed, fold, told);
        }
    }
    let sentence = words::room_made(usize::try_from(freed).unwrap_or_default());
    desk.with(|state| state.room_is_made(sentence, told));
}

/// Packs, and unpacks for a trial, before anything is replaced.
fn pack(desk: &Desk, ids: Vec<ArticleId>, freed: i64, fold: Fold, told: bool) {
    let desk = desk.clone();
    let text = fold.past().to_owned();
    browser::deflate(&text.clone(), move |packed| match packed {
        Err(error) => {
            let sentence = words::no_room_made(&error.to_string());
            desk.with(|state| state.room_is_made(sentence, told));
        }
        Ok(packed) => browser::inflate(&packed.clone(), move |back| {
            let folded = back
                .is_ok_and(|back| back == text)
                .then(|| desk.with(|state| state.outbox.journal().finish_fold(fold, &packed).ok()));
            next(&desk, ids, freed + folded.flatten().map_or(0, |folded| folded.freed), told);
        }),
    });
}
