//! Two places that differ: what is missing in one is there in the other, or was taken out on purpose.

use std::collections::BTreeSet;

use super::{Due, Held, Item, MirrorState, Vault, is_ours};
use crate::format::entry::is_sealed;
use crate::format::sha256_hex;
use crate::journal::{Key, KeyValue, set_aside};

/// What came of looking at a key in local storage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noticed {
    /// Nothing has changed.
    Nothing,
    /// Another tab has written it.
    New,
    /// Another tab has taken it out, as it may.
    Gone,
    /// It was lost or damaged, and is written again.
    Restored,
}

/// What the mirror has brought.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct United {
    /// Keys that were not known.
    pub new: Vec<String>,
    /// How many keys that a place had lost are written there again.
    pub restored: usize,
    /// Keys with a damaged value here, which have their value again.
    pub healed: Vec<String>,
}

/// Whether the absence of a key is in order.
pub type MayGo<'a> = &'a dyn Fn(&str) -> bool;

impl<L: KeyValue> Vault<L> {
    /// Which keys of the mirror are not known here, and so have to be read from it.
    #[must_use]
    pub fn unknown(&self, mirror: &[String]) -> Vec<String> {
        let held = self.held.borrow();
        mirror.iter().filter(|key| is_ours(key) && !held.image.contains_key(*key)).cloned().collect()
    }

    /// Takes in what the mirror has and local storage has not, and what local storage has damaged.
    pub fn take_in(&self, mirror: Vec<(String, String)>, may_go: MayGo<'_>) -> United {
        let mut united = United::default();
        for (key, value) in mirror {
            let known = self.held.borrow().value(&key).cloned();
            match known {
                Some(known) => self.compare(key, &known, value, &mut united),
                None if self.held.borrow().image.contains_key(&key) => {}
                // A text that nobody seems to read does no harm where it is.
                None if may_go(&key) && matches!(Key::parse(&key), Key::Text(_)) => {}
                // The mirror has not followed yet.
                None if may_go(&key) => self.held.borrow_mut().take_out_of_mirror(&key),
                None => {
                    united.restored += usize::from(self.bring(&key, value));
                    united.new.push(key);
                }
            }
        }
        self.flush();
        united
    }

    /// A key that the mirror has and that was not known; whether local storage had lost it.
    fn bring(&self, key: &str, value: String) -> bool {
        let there = self.local.get(key).ok().flatten();
        let lost = there.is_none();
        let mut held = self.held.borrow_mut();
        match there {
            // Another tab has written it in this moment.
            Some(there) if there == value => held.learn(key.to_owned(), value),
            _ => held.change(key, Some(value)),
        }
        lost
    }

    /// Whether this version of the program has been here before.
    #[must_use]
    pub fn was_here(&self) -> bool {
        self.held.borrow().value(&Key::here()).is_some()
    }

    /// Which of the mirror's values are others than what is known, where the mirror has followed.
    #[must_use]
    pub fn differing(&self, mirror: Vec<(String, String)>) -> Vec<(String, String)> {
        let held = self.held.borrow();
        let differs = |(key, value): &(String, String)| {
            let item = held.image.get(key).filter(|item| item.mirror == 0);
            item.and_then(|item| item.value.as_ref()).is_some_and(|known| known != value)
        };
        mirror.into_iter().filter(differs).collect()
    }

    /// The mirror has a value for a key that is known.
    fn compare(&self, key: String, known: &str, value: String, united: &mut United) {
        if known == value {
            return;
        }
        let mut held = self.held.borrow_mut();
        if is_sound(&key, known) || !is_sound(&key, &value) {
            held.set_aside(&key, &value);
            let beat = held.next_beat();
            if let Some(item) = held.image.get_mut(&key) {
                item.mirror = beat;
            }
            held.mirror.push(beat, &key);
            united.restored += 1;
        } else {
            held.set_aside(&key, known);
            held.change(&key, Some(value));
            united.healed.push(key);
        }
    }

    /// The mirror has these keys and no others, and all that is not known here was taken in: from
    /// now on it is brought up to date. Tells how many keys it lacks.
    pub fn open_mirror(&self, mirror: &[String]) -> usize {
        let has: BTreeSet<&str> = mirror.iter().map(String::as_str).collect();
        let mut held = self.held.borrow_mut();
        held.state = MirrorState::Open;
        held.asked += 1;
        held.on_the_way = 0;
        held.mirror = Due::default();
        held.owe_to_mirror(&has)
    }

    /// What another tab has done with a key of local storage.
    pub fn notice(&self, key: &str, may_go: MayGo<'_>) -> Noticed {
        let known = self.held.borrow().value(key).cloned();
        let Ok(there) = self.local.get(key) else { return Noticed::Nothing };
        let noticed = match (there, known) {
            _ if !is_ours(key) || self.held.borrow().is_due_here(key) => Noticed::Nothing,
            (None, None) => Noticed::Nothing,
            (Some(there), Some(known)) if there == known => Noticed::Nothing,
            (Some(there), None) => {
                self.held.borrow_mut().learn(key.to_owned(), there);
                Noticed::New
            }
            (None, Some(_)) if may_go(key) => {
                self.held.borrow_mut().forget(key);
                Noticed::Gone
            }
            (None, Some(_)) => self.write_again(key),
            (Some(there), Some(known)) if is_sound(key, &known) || !is_sound(key, &there) => {
                self.held.borrow_mut().set_aside(key, &there);
                self.write_again(key)
            }
            (Some(there), Some(_)) => {
                self.held.borrow_mut().learn(key.to_owned(), there);
                Noticed::New
            }
        };
        if noticed == Noticed::Restored {
            self.flush();
        }
        noticed
    }

    fn write_again(&self, key: &str) -> Noticed {
        let mut held = self.held.borrow_mut();
        let beat = held.next_beat();
        if let Some(item) = held.image.get_mut(key) {
            item.local = beat;
        }
        held.local.push(beat, key);
        Noticed::Restored
    }

    /// Whether the last writes have found local storage without what had been written there.
    #[must_use]
    pub fn was_cleared(&self) -> bool {
        let seen = std::mem::take(&mut self.held.borrow_mut().cleared);
        seen && self.local.get(&Key::here()) == Ok(None)
    }

    /// Whether local storage has a key.
    #[must_use]
    pub fn is_there(&self, key: &str) -> bool {
        self.local.get(key).is_ok_and(|value| value.is_some())
    }

    /// The keys that are in local storage and not known here, or known here and not there.
    #[must_use]
    pub fn differences(&self) -> Vec<String> {
        let Ok(there) = self.local.keys() else { return Vec::new() };
        let there: BTreeSet<String> = there.into_iter().filter(|key| is_ours(key)).collect();
        let held = self.held.borrow();
        let known = |key: &String| held.value(key).is_some();
        let lost = held.image.iter().filter(|(key, item)| item.value.is_some() && !there.contains(*key));
        let lost = lost.map(|(key, _)| key.clone());
        there.iter().filter(|key| !known(key)).cloned().chain(lost).collect()
    }
}

impl Held {
    fn next_beat(&mut self) -> u64 {
        self.beat += 1;
        self.beat
    }

    /// Whether local storage still has to follow in a key.
    fn is_due_here(&self, key: &str) -> bool {
        self.image.get(key).is_some_and(|item| item.local > 0)
    }

    /// Another tab has taken out a key. It may have ended before it told the mirror.
    fn forget(&mut self, key: &str) {
        if let Some(item) = self.image.remove(key) {
            self.used -= item.room;
        }
        self.take_out_of_mirror(key);
    }

    /// Keeps a damaged value whole under a key of its own.
    fn set_aside(&mut self, key: &str, value: &str) {
        let (under, whole) = set_aside(key, value);
        if self.value(&under).is_none() {
            self.change(&under, Some(whole));
        }
    }

    /// The mirror has a key that local storage rightly has no more.
    fn take_out_of_mirror(&mut self, key: &str) {
        let beat = self.next_beat();
        self.image.insert(key.to_owned(), Item { mirror: beat, ..Item::default() });
        self.mirror.push(beat, key);
    }

    /// Everything in which the mirror differs is due there; how many keys it lacks.
    fn owe_to_mirror(&mut self, has: &BTreeSet<&str>) -> usize {
        let mut lacks = 0;
        let mut due = Vec::new();
        for (key, item) in &mut self.image {
            let (there, wanted) = (has.contains(key.as_str()), item.value.is_some());
            lacks += usize::from(wanted && !there);
            item.mirror = match (wanted, there) {
                (true, true) if item.mirror == 0 => continue,
                (false, false) => 0,
                (true, _) | (false, true) => self.beat + 1,
            };
            if item.mirror > 0 {
                self.beat += 1;
                due.push((self.beat, key.clone()));
            }
        }
        self.mirror.put_back(due);
        self.image.retain(|_, item| item.value.is_some() || item.local > 0 || item.mirror > 0);
        lacks
    }
}

/// Whether a value is what was once written under its key.
fn is_sound(key: &str, value: &str) -> bool {
    match Key::parse(key) {
        Key::Text(sha256) => sha256_hex(value) == sha256,
        Key::Here => value == "2",
        _ => is_sealed(value, key),
    }
}
