//! The mirror's side: what is to be carried there, and what came of it.
//!
//! The mirror answers later, so somebody else moves it: he takes an [`Batch`], carries it out wholly
//! or not at all, and says what came of it. Batchs are taken in the order in which things changed.

use super::{Beat, Due, Held, Vault};
use crate::journal::store::units;
use crate::journal::{KeyValue, StoreError};

/// Units that one batch holds at most, if it holds more than one key: a page stays quick.
const LOAD: usize = 1 << 18;

/// Whether there is a mirror.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MirrorState {
    /// It was not asked yet what it has, or has not answered.
    Awaited,
    /// What it has is known.
    Open,
    /// It is not to be had, for this reason.
    Gone(StoreError),
}

/// What is to be carried to the mirror, in this order and all at once.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// Keys with their values; `None` takes a key out.
    pub changes: Vec<(String, Option<String>)>,
    beats: Vec<Beat>,
    /// Which asking of the mirror it follows.
    asked: u64,
}

impl<L: KeyValue> Vault<L> {
    /// Whether there is a mirror.
    #[must_use]
    pub fn mirror(&self) -> MirrorState {
        self.held.borrow().state.clone()
    }

    /// What is to be carried to the mirror now; `None` if it has all, or may not be written.
    #[must_use]
    pub fn take_batch(&self) -> Option<Batch> {
        self.held.borrow_mut().take(LOAD)
    }

    /// All that is not certain to be in the mirror, even what is on its way: for a page that may end
    /// in this moment.
    #[must_use]
    pub fn take_last_batch(&self) -> Option<Batch> {
        let mut held = self.held.borrow_mut();
        if !held.writes_mirror() {
            return None;
        }
        let mut due: Vec<(Beat, String)> =
            held.image.iter().map(|(key, item)| (item.mirror, key.clone())).collect();
        due.retain(|(beat, _)| *beat > 0);
        due.sort_unstable();
        held.mirror = Due::default();
        held.mirror.put_back(due);
        held.take(usize::MAX)
    }

    /// The batch was carried out.
    pub fn carried(&self, batch: &Batch) {
        let mut held = self.held.borrow_mut();
        if !held.back(batch) {
            return;
        }
        for ((key, _), beat) in batch.changes.iter().zip(&batch.beats) {
            if let Some(item) = held.image.get_mut(key).filter(|item| item.mirror == *beat) {
                item.mirror = 0;
                held.tidy(key);
            }
        }
    }

    /// The batch was not carried out, for this reason; it is due again.
    pub fn not_carried(&self, batch: Batch, why: StoreError) {
        let mut held = self.held.borrow_mut();
        if !held.back(&batch) {
            return;
        }
        let keys = batch.changes.into_iter().map(|(key, _)| key);
        held.mirror.put_back(batch.beats.into_iter().zip(keys).collect());
        held.state = MirrorState::Gone(why);
    }

    /// The mirror is not to be had, for this reason. What it has is unknown from now on.
    pub fn mirror_gone(&self, why: StoreError) {
        self.held.borrow_mut().state = MirrorState::Gone(why);
    }

    /// The mirror is asked again what it has.
    pub fn mirror_awaited(&self) {
        self.held.borrow_mut().state = MirrorState::Awaited;
    }
}

impl Held {
    fn writes_mirror(&self) -> bool {
        self.state == MirrorState::Open && !self.frozen
    }

    fn take(&mut self, load: usize) -> Option<Batch> {
        if !self.writes_mirror() {
            return None;
        }
        let mut batch = Batch { asked: self.asked, ..Batch::default() };
        let mut taken = 0;
        while taken < load
            && let Some((beat, key)) = self.mirror.pop()
        {
            // What changed again since has a later beat of its own.
            let Some(item) = self.image.get(&key).filter(|item| item.mirror == beat) else { continue };
            taken += units(&key) + item.value.as_deref().map_or(0, units);
            batch.changes.push((key, item.value.clone()));
            batch.beats.push(beat);
        }
        if batch.changes.is_empty() {
            return None;
        }
        self.on_the_way += 1;
        Some(batch)
    }

    /// A batch has come back; whether what came of it still tells something. Once the mirror was
    /// asked anew what it has, it does not.
    fn back(&mut self, batch: &Batch) -> bool {
        let counts = batch.asked == self.asked;
        if counts {
            self.on_the_way = self.on_the_way.saturating_sub(1);
        }
        counts
    }

    /// Whether the mirror has everything.
    pub(super) fn is_mirrored(&self) -> bool {
        self.state == MirrorState::Open && self.mirror.is_empty() && self.on_the_way == 0
    }
}
