//! Local storage: written in the moment something changes, and tried again when it refused.

use super::{Beat, Held, MirrorState, Vault};
use crate::journal::store::units;
use crate::journal::{Key, KeyValue, StoreError};

impl<L: KeyValue> KeyValue for Vault<L> {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let held = self.held.borrow();
        let there = held.image.iter().filter(|(_, item)| item.value.is_some());
        Ok(there.map(|(key, _)| key.clone()).collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.held.borrow().value(key).cloned())
    }

    /// Never refuses: what local storage or the mirror does not take stays due there.
    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.held.borrow_mut().change(key, Some(value.to_owned()));
        self.flush();
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.held.borrow_mut().change(key, None);
        self.flush();
        Ok(())
    }
}

/// What came of one key.
enum Done {
    /// Local storage has followed.
    Followed,
    /// It changed again since; there is a later beat for it.
    Stale,
    Refused(StoreError),
    /// It may not be taken out before what was written earlier is safe.
    Held,
}

impl<L: KeyValue> Vault<L> {
    /// Tries all again that local storage refused, and reads it if that was not possible so far;
    /// `true` if that brought something that was not known.
    pub fn retry(&self) -> bool {
        let brought = !self.held.borrow().readable && self.read_again();
        {
            let mut held = self.held.borrow_mut();
            let refused = std::mem::take(&mut held.refused);
            held.local.put_back(refused);
        }
        self.flush();
        brought
    }

    fn read_again(&self) -> bool {
        let Ok(all) = self.read_local() else { return false };
        let mut held = self.held.borrow_mut();
        let new: Vec<_> = all.into_iter().filter(|(key, _)| !held.image.contains_key(key)).collect();
        let brought = !new.is_empty();
        held.take_over(new);
        brought
    }

    /// Brings local storage up to date, as far as it takes it.
    pub(super) fn flush(&self) {
        if !self.may_write() {
            return;
        }
        self.look_for(&Key::here());
        // What was refused for lack of room may fit once something was taken out.
        while self.pass() {
            let mut held = self.held.borrow_mut();
            let refused = std::mem::take(&mut held.refused);
            held.local.put_back(refused);
        }
        let mut held = self.held.borrow_mut();
        if held.refused.is_empty() {
            held.trouble = None;
        }
    }

    fn may_write(&self) -> bool {
        let held = self.held.borrow();
        held.readable && !held.frozen
    }

    /// Notices that a key is gone which was written and is not due.
    fn look_for(&self, key: &str) {
        let mut held = self.held.borrow_mut();
        let settled = held.image.get(key).is_some_and(|item| item.value.is_some() && item.local == 0);
        if settled && self.local.get(key) == Ok(None) {
            held.cleared = true;
        }
    }

    /// Does what is due, oldest first; whether something was taken out while other things wait for
    /// room.
    fn pass(&self) -> bool {
        let mut freed = false;
        loop {
            let mut held = self.held.borrow_mut();
            let Some((beat, key)) = held.local.pop() else { break };
            match self.follow(&held, beat, &key) {
                Done::Followed => freed |= held.followed(beat, &key),
                Done::Stale => {}
                Done::Held => held.refused.push((beat, key)),
                Done::Refused(why) => {
                    held.trouble = Some(why);
                    held.refused.push((beat, key));
                }
            }
        }
        freed && !self.held.borrow().refused.is_empty()
    }

    fn follow(&self, held: &Held, beat: Beat, key: &str) -> Done {
        let Some(item) = held.image.get(key).filter(|item| item.local == beat) else { return Done::Stale };
        let done = match &item.value {
            None if held.holds_back() => return Done::Held,
            None => self.local.remove(key),
            Some(value) => self.write(key, value),
        };
        match done {
            Ok(()) => Done::Followed,
            Err(why) => Done::Refused(why),
        }
    }

    /// Writes, and reads what was written.
    fn write(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.local.set(key, value)?;
        match self.local.get(key)? {
            Some(there) if there == value => Ok(()),
            _ => Err(StoreError::Blocked("what was written cannot be read again".to_owned())),
        }
    }
}

impl Held {
    /// Whether something refused earlier is in no other place either.
    fn holds_back(&self) -> bool {
        let open = self.state == MirrorState::Open;
        self.refused.iter().any(|(_, key)| {
            self.image.get(key).is_some_and(|item| item.value.is_some() && !(open && item.mirror == 0))
        })
    }

    /// Local storage has followed; whether that made room.
    fn followed(&mut self, beat: Beat, key: &str) -> bool {
        let Some(item) = self.image.get_mut(key).filter(|item| item.local == beat) else { return false };
        item.local = 0;
        let room = item.value.as_ref().map_or(0, |value| units(key) + units(value));
        let freed = room < item.room;
        self.used = self.used - item.room + room;
        item.room = room;
        self.tidy(key);
        freed
    }

    /// What local storage refused and is not a text that the mirror alone may keep: `None` if there
    /// is no such thing, else whether the mirror has all of it.
    pub(super) fn refused_for_good(&self) -> Option<bool> {
        if !self.readable {
            return Some(self.is_mirrored());
        }
        let mut mirror = None;
        for (beat, key) in &self.refused {
            let Some(item) = self.image.get(key).filter(|item| item.local == *beat) else { continue };
            let there = self.state == MirrorState::Open && item.mirror == 0;
            if !(there && matches!(Key::parse(key), Key::Text(_))) {
                mirror = Some(there && mirror != Some(false));
            }
        }
        mirror
    }

    /// Forgets a key that is nowhere any more.
    pub(super) fn tidy(&mut self, key: &str) {
        if self.image.get(key).is_some_and(|item| item.value.is_none() && item.local == 0 && item.mirror == 0)
        {
            self.image.remove(key);
        }
    }
}
