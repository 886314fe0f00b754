//! Which cards are there, and what stands on each: worked out once for all who need it.

use std::collections::BTreeMap;
use std::rc::Rc;

use yew::prelude::*;

use super::card::Face;
use crate::annotation::{Mark, MarkId, MarkSet, Register, Source};
use crate::browser;
use crate::session::Session;
use crate::view::near::listed;
use crate::view::{Near, Sieve};

/// Milliseconds until more cards follow.
const REST: u32 = 30;

/// The cards that are there, in reading order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::view) struct Listing {
    pub(in crate::view) cards: Vec<Entry>,
    /// How many there would be if all were there.
    pub(super) count: usize,
    /// Whether all have come that are to be there now.
    pub(super) whole: bool,
}

/// A card that is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::view) struct Entry {
    /// Its number in the whole list, from 1.
    pub(super) at: usize,
    pub(in crate::view) mark: Rc<Mark>,
    pub(in crate::view) face: Rc<Face>,
    /// Whether it is there only because it has the focus, and may stand where nothing is laid out.
    pub(in crate::view) stays: bool,
    from: Parts,
}

/// What a face is made of: the same parts make the same face.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Parts {
    voices: Vec<Rc<Source>>,
    cue: Option<Rc<Mark>>,
}

/// What a listing is worked out from.
#[derive(PartialEq, Eq)]
struct Key {
    marks: Rc<MarkSet>,
    sources: Rc<Register>,
    in_hand: Option<MarkId>,
    sieve: Sieve,
    near: Near,
    kept: Option<MarkId>,
}

#[derive(Default)]
struct Keeper {
    key: Option<Key>,
    listing: Rc<Listing>,
}

/// The cards that are there now. Of very many that come near at once some come first, and the others
/// while the page rests.
#[hook]
pub(in crate::view) fn use_listing(
    session: &Rc<Session>,
    sieve: &Sieve,
    near: &Near,
    kept: Option<&MarkId>,
) -> Rc<Listing> {
    let (keeper, rest) = (use_mut_ref(Keeper::default), use_mut_ref(|| None));
    let again = use_force_update();
    let listing = keeper.borrow_mut().now(session, sieve, near, kept);
    let whole = listing.whole;
    use_effect(move || {
        *rest.borrow_mut() = (!whole).then(|| browser::after(REST, move || again.force_update()));
    });
    listing
}

impl Keeper {
    fn now(&mut self, session: &Session, sieve: &Sieve, near: &Near, kept: Option<&MarkId>) -> Rc<Listing> {
        let key = Key {
            marks: session.marks.clone(),
            sources: session.sources.clone(),
            in_hand: session.in_hand.clone(),
            sieve: sieve.clone(),
            near: near.clone(),
            kept: kept.cloned(),
        };
        if !self.listing.whole || self.key.as_ref() != Some(&key) {
            let next = next(&self.listing, session, &key);
            if next != *self.listing {
                self.listing = Rc::new(next);
            }
            self.key = Some(key);
        }
        self.listing.clone()
    }
}

fn next(last: &Listing, session: &Session, key: &Key) -> Listing {
    let (marks, count) = listed(session, &key.sieve, &key.near, key.kept.as_ref());
    let known: BTreeMap<&MarkId, &Entry> = last.cards.iter().map(|entry| (&entry.mark.id, entry)).collect();
    let room = key.near.at_once();
    // Where some are there already others come while the text is read, and are not to be felt.
    let mut room = if known.is_empty() || room == usize::MAX { room } else { room / 3 };
    let mut whole = true;
    let mut cards = Vec::with_capacity(marks.len());
    for (at, mark, stays) in marks {
        let before = known.get(&mark.id).copied();
        let waits = before.is_none() && room == 0 && key.in_hand.as_ref() != Some(&mark.id);
        if waits {
            whole = false;
            continue;
        }
        if before.is_none() {
            room = room.saturating_sub(1);
        }
        cards.push(Entry { stays, ..entry(session, before, at, mark) });
    }
    Listing { cards, count, whole }
}

/// A card; what stood on it is not written again from the same parts.
fn entry(session: &Session, before: Option<&Entry>, at: usize, mark: Rc<Mark>) -> Entry {
    let from = parts(session, &mark);
    let same = |before: &&Entry| Rc::ptr_eq(&before.mark, &mark) && before.from == from;
    let face = before.filter(same).map(|before| before.face.clone());
    let face = face.unwrap_or_else(|| Rc::new(Face::of(session, &mark)));
    // Equal words are the same words: then nobody draws them again.
    let face = before.map(|before| &before.face).filter(|old| **old == face).cloned().unwrap_or(face);
    Entry { at, mark, face, stays: false, from }
}

fn parts(session: &Session, mark: &Mark) -> Parts {
    let ties = mark.claim().map(|claim| claim.said_by.attributions()).unwrap_or_default();
    let named = ties.iter().map(|tie| &tie.source).chain(mark.mentions());
    let voices = named.filter_map(|id| session.sources.get(id)).cloned().collect();
    let cue = ties.first().and_then(|tie| session.marks.get(tie.cue.as_ref()?)).cloned();
    Parts { voices, cue }
}
