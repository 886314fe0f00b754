//! Moving the mirror: it is opened beside the page, told what changed, and asked what it has.
//!
//! Nothing waits for it. What it has and local storage lost is shown once it answers; until then the
//! page works with what it read at once.

use std::rc::Rc;

use super::desk::{Desk, State};
use super::packing::{unpack, unpack_wanted};
use super::store::why;
use super::verifying::verify_soon;
use crate::browser::{self, Mirror, StorageError, Timer};
use crate::journal::{Batch, FoldKey, Key, United};
use crate::view::Tone;
use crate::words;

/// The name of the database. `start.js` knows it too: what is stored can be had without the program.
const NAME: &str = "sayso";

/// Milliseconds after which a mirror that does not answer is said to be none.
const PATIENCE: u32 = 10_000;

/// The mirror, as far as it is there.
#[derive(Default)]
pub(super) struct Mirroring {
    pub(super) mirror: Option<Rc<Mirror>>,
    /// How often it was opened: what is heard of an earlier connection tells nothing.
    opened: usize,
    /// Whether a batch is on its way.
    busy: bool,
    /// Whether it has answered since the page was opened, or there is none.
    answered: bool,
    /// Whether this version had been here before the page was opened.
    pub(super) was_here: bool,
    patience: Option<Timer>,
    /// Whether its values were compared, or soon will be.
    pub(super) verified: bool,
    pub(super) later: Option<Timer>,
    /// Whether the address led to nothing that was known yet.
    pub(super) lost_way: bool,
    /// Pasts that no snapshot stands for.
    pub(super) wanting: Vec<FoldKey>,
}

impl Mirroring {
    /// Whether the mirror may still bring what local storage does not have.
    pub(super) fn awaited(&self) -> bool {
        !self.answered
    }
}

/// Opens the mirror, and brings both places together.
pub(super) fn open(state: &mut State, desk: &Desk) {
    let mirroring = &mut state.outbox.mirroring;
    mirroring.mirror = None;
    mirroring.busy = false;
    mirroring.opened += 1;
    let opened = mirroring.opened;
    let late = desk.clone();
    mirroring.patience = Some(browser::after(PATIENCE, move || {
        late.with(|state| state.mirror_failed(&StorageError::Blocked(words::no_answer()), opened));
    }));
    let (lost, then) = (desk.clone(), desk.clone());
    let lost = move || {
        let desk = lost.clone();
        lost.with(|state| state.mirror_lost(opened, &desk));
    };
    Mirror::open(NAME, lost, move |mirror| match mirror {
        Ok(mirror) => ask(&then, Rc::new(mirror), opened),
        Err(error) => then.with(|state| state.mirror_failed(&error, opened)),
    });
}

/// Asks the mirror anew, through the connection that is there or through a new one.
pub(super) fn ask_again(state: &mut State, desk: &Desk) {
    match state.outbox.mirroring.mirror.clone() {
        Some(mirror) => {
            state.outbox.mirroring.mirror = None;
            ask(desk, mirror, state.outbox.mirroring.opened);
        }
        None => open(state, desk),
    }
}

/// Asks the mirror what it has, and reads what is not known here or damaged here.
fn ask(desk: &Desk, mirror: Rc<Mirror>, opened: usize) {
    let then = desk.clone();
    let asked = mirror.clone();
    asked.keys(move |keys| match keys {
        Err(error) => fail(&then, &error, opened),
        Ok(keys) => {
            let wanted = then.quietly(|state| state.wanted(&keys));
            let read = mirror.clone();
            read.get(wanted, move |values| match values {
                Err(error) => fail(&then, &error, opened),
                Ok(values) => compare(&then, Answer { mirror, keys, values, opened }),
            });
        }
    });
}

fn fail(desk: &Desk, error: &StorageError, opened: usize) {
    desk.with(|state| state.mirror_failed(error, opened));
}

/// What the mirror has answered.
struct Answer {
    mirror: Rc<Mirror>,
    keys: Vec<String>,
    values: Vec<(String, String)>,
    opened: usize,
}

/// What says why other things are gone comes in before those.
fn compare(desk: &Desk, mut answer: Answer) {
    if desk.quietly(|state| state.outbox.mirroring.opened != answer.opened) {
        return;
    }
    answer.values.sort_by_key(|(key, _)| rank(key));
    let rest = answer.values.partition_point(|(key, _)| rank(key) == 0);
    let rest = answer.values.split_off(rest);
    let keys: Vec<String> = rest.iter().map(|(key, _)| key.clone()).collect();
    let explaining = std::mem::replace(&mut answer.values, rest);
    let (first, packed) =
        desk.quietly(|state| (state.take_from_mirror(explaining), state.packed_with(&keys)));
    let then = Box::new(move |desk: &Desk| {
        desk.with(|state| state.unite(answer, first));
        unpack_wanted(desk);
        verify_soon(desk);
    });
    unpack(desk, packed, then);
}

/// Notes and snapshots tell why entries are gone, and entries tell which texts are read.
fn rank(key: &str) -> u8 {
    match Key::parse(key) {
        Key::Gone(_) | Key::Snapshot(_) | Key::Past(_) => 0,
        Key::Text(_) => 2,
        _ => 1,
    }
}

/// Tells the mirror what changed, if nothing is on its way; a batch at a time.
pub(super) fn carry(state: &mut State, desk: &Desk) {
    let Mirroring { mirror: Some(mirror), busy: false, .. } = &state.outbox.mirroring else { return };
    let Some(batch) = state.outbox.vault.take_batch() else { return };
    send(desk, mirror, batch);
    state.outbox.mirroring.busy = true;
}

/// Tells the mirror everything that is not certain to be there: the page may end in this moment.
pub(super) fn carry_all(state: &State, desk: &Desk) {
    if let Some(mirror) = &state.outbox.mirroring.mirror
        && let Some(batch) = state.outbox.vault.take_last_batch()
    {
        send(desk, mirror, batch);
    }
}

fn send(desk: &Desk, mirror: &Mirror, batch: Batch) {
    let desk = desk.clone();
    let changes = batch.changes.clone();
    mirror.write(&changes, move |done| {
        desk.with(|state| {
            state.outbox.mirroring.busy = false;
            match done {
                Ok(()) => state.outbox.vault.carried(&batch),
                Err(error) => state.outbox.vault.not_carried(batch, why(error)),
            }
        });
    });
}

impl State {
    /// What is to be read from the mirror: what is not known here, and what is damaged here.
    fn wanted(&self, keys: &[String]) -> Vec<String> {
        let mut wanted = self.outbox.vault.unknown(keys);
        wanted.extend(self.aside.iter().map(|(key, _)| key.clone()).filter(|key| keys.contains(key)));
        wanted
    }

    /// Takes in what the mirror has; the journal knows of it at once.
    pub(super) fn take_from_mirror(&mut self, values: Vec<(String, String)>) -> United {
        let outbox = &self.outbox;
        let united = outbox.vault.take_in(values, &|key| outbox.may_go(key));
        if !(united.new.is_empty() && united.healed.is_empty()) {
            self.load_again();
        }
        united
    }

    /// Both places are brought together.
    fn unite(&mut self, answer: Answer, mut united: United) {
        let mut entries = answer.values;
        let texts = entries.split_off(entries.partition_point(|(key, _)| rank(key) < 2));
        for values in [entries, texts] {
            let more = self.take_from_mirror(values);
            united.restored += more.restored;
            united.healed.extend(more.healed);
        }
        let lacks = self.outbox.vault.open_mirror(&answer.keys);
        let mirroring = &mut self.outbox.mirroring;
        mirroring.patience = None;
        mirroring.mirror = Some(answer.mirror);
        let opening = !std::mem::replace(&mut mirroring.answered, true);
        self.tell_united(if opening { united.restored } else { 0 }, united.healed.len());
        let emptied = answer.keys.is_empty() && (!opening || self.outbox.mirroring.was_here);
        if emptied && lacks > 0 {
            self.tell(Tone::Calm, words::second_copy_was_lost(), None);
        }
        self.settled();
    }

    pub(super) fn tell_united(&mut self, restored: usize, healed: usize) {
        if restored > 0 {
            let emptied = !self.outbox.mirroring.was_here;
            let sentence = if emptied { words::came_back_whole() } else { words::came_back(restored) };
            self.tell(Tone::Calm, sentence, None);
        }
        if healed > 0 {
            self.tell(Tone::Calm, words::healed(healed), None);
        }
    }

    fn mirror_failed(&mut self, error: &StorageError, opened: usize) {
        if self.outbox.mirroring.opened != opened {
            return;
        }
        self.outbox.mirroring.patience = None;
        self.outbox.vault.mirror_gone(why(error.clone()));
        self.outbox.mirroring.answered = true;
        self.settled();
    }

    /// The connection was ended from outside.
    fn mirror_lost(&mut self, opened: usize, desk: &Desk) {
        if self.outbox.mirroring.opened == opened {
            self.outbox.vault.mirror_awaited();
            open(self, desk);
        }
    }
}
