//! Making room: the older steps of every article are packed, one article after the other.

use super::desk::{Desk, State};
use crate::article::ArticleId;
use crate::browser;
use crate::journal::Fold;
use crate::words;

/// The newest steps of an article that stay as they are, so that they can be undone after the page was
/// loaded again.
const LEFT: usize = 50;

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
        self.keep.timer = Some(browser::after(0, move || next(&desk, ids, 0)));
    }

    fn room_is_made(&mut self, sentence: String) {
        self.keep.packing = false;
        self.tell_of_storage(sentence);
    }
}

/// Packs the next article; `freed` is the room made so far, in UTF-16 units.
fn next(desk: &Desk, mut ids: Vec<ArticleId>, freed: i64) {
    while let Some(id) = ids.pop() {
        if let Some(fold) = desk.with(|state| state.outbox.journal().fold(&id, LEFT)) {
            return pack(desk, ids, freed, fold);
        }
    }
    desk.with(|state| state.room_is_made(words::room_made(usize::try_from(freed).unwrap_or_default())));
}

/// Packs, and unpacks for a trial, before anything is replaced.
fn pack(desk: &Desk, ids: Vec<ArticleId>, freed: i64, fold: Fold) {
    let desk = desk.clone();
    let text = fold.past().to_owned();
    browser::deflate(&text.clone(), move |packed| match packed {
        Err(error) => desk.with(|state| state.room_is_made(words::no_room_made(&error.to_string()))),
        Ok(packed) => browser::inflate(&packed.clone(), move |back| {
            let folded = back
                .is_ok_and(|back| back == text)
                .then(|| desk.with(|state| state.outbox.journal().finish_fold(fold, &packed).ok()));
            next(&desk, ids, freed + folded.flatten().map_or(0, |folded| folded.freed));
        }),
    });
}
