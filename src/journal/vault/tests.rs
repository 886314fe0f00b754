use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use proptest::prelude::*;

use super::*;
use crate::format::sha256_hex;
use crate::journal::MemoryStore;

type Map = BTreeMap<String, String>;

/// Local storage as browsers have it: what was written last is lost when the browser is killed.
#[derive(Debug, Default)]
struct Forgetful {
    now: RefCell<Map>,
    /// What it was after each write since it was last safe.
    before: RefCell<Vec<Map>>,
    room: Cell<Option<usize>>,
    blocked: Cell<bool>,
}

impl Forgetful {
    /// The browser is killed: the last `lost` writes never happened.
    fn killed(&self, lost: usize) {
        let mut before = self.before.borrow_mut();
        for _ in 0..lost {
            if let Some(map) = before.pop() {
                *self.now.borrow_mut() = map;
            }
        }
        before.clear();
    }

    fn used(&self) -> usize {
        self.now.borrow().iter().map(|(key, value)| units(key) + units(value)).sum()
    }

    fn write(&self, f: impl FnOnce(&mut Map)) -> Result<(), StoreError> {
        if self.blocked.get() {
            return Err(StoreError::Blocked("barred".into()));
        }
        self.before.borrow_mut().push(self.now.borrow().clone());
        f(&mut self.now.borrow_mut());
        Ok(())
    }
}

impl KeyValue for Forgetful {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        if self.blocked.get() {
            return Err(StoreError::Blocked("barred".into()));
        }
        Ok(self.now.borrow().keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        if self.blocked.get() {
            return Err(StoreError::Blocked("barred".into()));
        }
        Ok(self.now.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        let old = self.now.borrow().get(key).map_or(0, |old| units(key) + units(old));
        if self.room.get().is_some_and(|room| self.used() - old + units(key) + units(value) > room) {
            return Err(StoreError::Full);
        }
        self.write(|map| {
            map.insert(key.to_owned(), value.to_owned());
        })
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.write(|map| {
            map.remove(key);
        })
    }
}

/// A browser's two places, and the program that works on them.
struct Desk {
    local: Rc<Forgetful>,
    mirror: Map,
    vault: Vault<Rc<Forgetful>>,
}

/// A key that a name stands for; one without a note `x` may not be absent.
fn key(n: u8) -> String {
    format!("sayso/1/a/000000000000{n:01}-t-0")
}

fn note(n: u8) -> String {
    format!("sayso/1/gone{n}")
}

impl Desk {
    fn new() -> Desk {
        let local = Rc::new(Forgetful::default());
        let mut desk = Desk { vault: Vault::open(local.clone()), local, mirror: Map::new() };
        desk.unite();
        desk
    }

    fn may_go(&self, key: &str) -> bool {
        (0..10).any(|n| self::key(n) == key && self.vault.get(&note(n)) == Ok(Some("gone".into())))
    }

    /// The mirror tells what it has.
    fn unite(&mut self) -> United {
        let keys: Vec<String> = self.mirror.keys().cloned().collect();
        let mut unknown = self.vault.unknown(&keys);
        // Notes say why other things are gone, so they come first.
        unknown.sort_by_key(|key| !key.contains("gone"));
        let mut united = United::default();
        for key in unknown {
            let value = self.mirror.get(&key).cloned().expect("it is there");
            united.new.extend(self.vault.take_in(vec![(key, value)], &|key| self.may_go(key)).new);
        }
        self.vault.open_mirror(&keys);
        united
    }

    fn carry(&mut self, batch: &Batch) {
        for (key, value) in &batch.changes {
            match value {
                Some(value) => self.mirror.insert(key.clone(), value.clone()),
                None => self.mirror.remove(key),
            };
        }
    }

    fn carry_one(&mut self) {
        if let Some(batch) = self.vault.take_batch() {
            self.carry(&batch);
            self.vault.carried(&batch);
        }
    }

    fn settle(&mut self) {
        while let Some(batch) = self.vault.take_batch() {
            self.carry(&batch);
            self.vault.carried(&batch);
        }
    }

    /// The browser is killed, and the program starts again.
    fn killed(&mut self, lost: usize) -> United {
        self.local.killed(lost);
        self.vault = Vault::open(self.local.clone());
        self.unite()
    }

    /// Looks at all of local storage; how much was lost there and is written again.
    fn look(&self) -> usize {
        let (there, lost): (Vec<_>, Vec<_>) =
            self.vault.differences().into_iter().partition(|key| self.vault.is_there(key));
        let keys = there.iter().chain(&lost);
        keys.filter(|key| self.vault.notice(key, &|key| self.may_go(key)) == Noticed::Restored).count()
    }

    fn image(&self) -> Map {
        let keys = self.vault.keys().expect("the image is always there");
        keys.into_iter()
            .map(|key| (key.clone(), self.vault.get(&key).expect("read").expect("there")))
            .collect()
    }
}

#[derive(Debug, Clone)]
enum Act {
    Write(u8, u8),
    /// Takes out a key, after a note that it may go.
    TakeOut(u8),
    Carry,
    /// The mirror does not take a batch.
    Refuse,
    Kill(usize),
    Fill,
    Free,
    ClearLocal,
    ClearMirror,
    LookAgain,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => (0..10u8, any::<u8>()).prop_map(|(n, value)| Act::Write(n, value)),
        3 => (0..10u8).prop_map(Act::TakeOut),
        5 => Just(Act::Carry),
        1 => Just(Act::Refuse),
        2 => (0..6usize).prop_map(Act::Kill),
        1 => Just(Act::Fill),
        2 => Just(Act::Free),
        1 => Just(Act::ClearLocal),
        1 => Just(Act::ClearMirror),
        2 => Just(Act::LookAgain),
    ]
}

/// Does something; the keys that may have been lost with it, and with what was not kept twice.
fn perform(desk: &mut Desk, act: &Act) {
    match act {
        // A key is written once, as entries are.
        Act::Write(n, value) if desk.vault.get(&key(*n)) == Ok(None) && !desk.may_go(&key(*n)) => {
            desk.vault.set(&key(*n), &"v".repeat(usize::from(*value))).expect("never refused");
        }
        Act::Write(..) => {}
        Act::TakeOut(n) => {
            desk.vault.set(&note(*n), "gone").expect("never refused");
            desk.vault.remove(&key(*n)).expect("never refused");
        }
        Act::Carry => desk.carry_one(),
        Act::Refuse => {
            if let Some(batch) = desk.vault.take_batch() {
                desk.vault.not_carried(batch, StoreError::Full);
                desk.unite();
            }
        }
        Act::Kill(lost) => drop(desk.killed(*lost)),
        Act::Fill => desk.local.room.set(Some(desk.local.used() + 50)),
        Act::Free => {
            desk.local.room.set(None);
            desk.vault.retry();
        }
        Act::ClearLocal => {
            desk.local.now.borrow_mut().clear();
            desk.local.before.borrow_mut().clear();
            desk.look();
        }
        Act::ClearMirror => {
            desk.mirror.clear();
            desk.vault.mirror_gone(StoreError::Blocked("cleared".into()));
            desk.unite();
        }
        Act::LookAgain => drop(desk.look()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// What was shown as saved is there after any kill, and in the end all places agree.
    #[test]
    fn what_is_kept_twice_is_never_lost(acts in prop::collection::vec(act(), 1..60)) {
        let mut desk = Desk::new();
        let mut safe = Map::new();
        for act in &acts {
            perform(&mut desk, act);
            if matches!(act, Act::ClearMirror) {
                // For a moment there is one place again, and that one forgets.
                safe.clear();
            }
            if desk.vault.kept() == Kept::Twice {
                safe = desk.image();
            }
            for (key, value) in &safe {
                let there = desk.image().get(key).cloned();
                prop_assert!(there.as_ref() == Some(value) || desk.may_go(key), "{act:?} lost {key}");
            }
        }
        desk.local.room.set(None);
        desk.vault.retry();
        desk.settle();
        prop_assert_eq!(desk.vault.kept(), Kept::Twice);
        let image = desk.image();
        prop_assert_eq!(&*desk.local.now.borrow(), &image);
        prop_assert_eq!(&desk.mirror, &image);
        prop_assert_eq!(desk.vault.used(), desk.local.used());
    }

    /// As long as the program runs, it has all that was written, whatever the places do.
    #[test]
    fn memory_loses_nothing(acts in prop::collection::vec(act(), 1..60)) {
        let mut desk = Desk::new();
        let mut model = Map::new();
        for act in acts.iter().filter(|act| !matches!(act, Act::Kill(_))) {
            let before = desk.image();
            perform(&mut desk, act);
            match act {
                Act::Write(n, _) if !before.contains_key(&key(*n)) => {
                    model.extend(desk.image().get_key_value(&key(*n)).map(|(k, v)| (k.clone(), v.clone())));
                }
                Act::TakeOut(n) => {
                    model.remove(&key(*n));
                    model.insert(note(*n), "gone".into());
                }
                _ => {}
            }
            prop_assert_eq!(&desk.image(), &model, "{:?}", act);
        }
    }
}

#[test]
fn it_is_saved_once_both_have_it() {
    let mut desk = Desk::new();
    assert_eq!(desk.vault.kept(), Kept::Twice);
    desk.vault.set(&key(1), "one").expect("never refused");
    assert_eq!(desk.vault.kept(), Kept::Soon);
    let batch = desk.vault.take_batch().expect("it is due");
    assert_eq!(desk.vault.kept(), Kept::Soon, "it is on its way");
    desk.carry(&batch);
    desk.vault.carried(&batch);
    assert_eq!(desk.vault.kept(), Kept::Twice);
    assert_eq!(desk.vault.take_batch(), None);
}

#[test]
fn a_full_local_storage_is_told_and_written_once_there_is_room() {
    let mut desk = Desk::new();
    desk.local.room.set(Some(0));
    desk.vault.set(&key(1), "one").expect("never refused");
    assert_eq!(desk.vault.kept(), Kept::Not { why: StoreError::Full, mirror: false });
    desk.settle();
    assert_eq!(desk.vault.kept(), Kept::Not { why: StoreError::Full, mirror: true });
    desk.local.room.set(None);
    desk.vault.set(&key(2), "two").expect("never refused");
    assert_eq!(desk.local.get(&key(2)), Ok(Some("two".into())), "what is new is tried at once");
    desk.vault.retry();
    desk.settle();
    assert_eq!(desk.vault.kept(), Kept::Twice);
    assert_eq!(*desk.local.now.borrow(), desk.image());
}

#[test]
fn a_long_text_may_live_in_the_mirror_alone() {
    let mut desk = Desk::new();
    let text = "long ".repeat(100);
    let name = Key::text(&sha256_hex(&text));
    desk.local.room.set(Some(200));
    desk.vault.set(&name, &text).expect("never refused");
    desk.vault.set(&key(1), "one").expect("never refused");
    assert_eq!(desk.vault.kept(), Kept::Not { why: StoreError::Full, mirror: false });
    desk.settle();
    assert_eq!(desk.vault.kept(), Kept::Twice);
    assert_eq!(desk.killed(0).new, std::slice::from_ref(&name));
    assert_eq!(desk.vault.get(&name), Ok(Some(text)));
}

#[test]
fn what_is_newer_makes_room_for_itself_only_where_the_mirror_has_it() {
    let fold = |desk: &mut Desk| {
        desk.vault.set("sayso/1/snapshot", &"s".repeat(60)).expect("never refused");
        desk.vault.set(&note(1), "gone").expect("never refused");
        desk.vault.remove(&key(1)).expect("never refused");
    };
    let mut desk = Desk::new();
    desk.vault.set(&key(1), &"e".repeat(100)).expect("never refused");
    desk.settle();
    desk.local.room.set(Some(desk.local.used() + 40));
    fold(&mut desk);
    assert!(desk.local.now.borrow().contains_key(&key(1)), "nothing is safe yet");
    desk.settle();
    desk.vault.retry();
    assert_eq!(desk.vault.kept(), Kept::Twice);
    assert_eq!(*desk.local.now.borrow(), desk.image());
}

#[test]
fn without_a_mirror_it_is_kept_once() {
    let desk = Desk::new();
    desk.vault.mirror_gone(StoreError::Blocked("absent".into()));
    desk.vault.set(&key(1), "one").expect("never refused");
    assert_eq!(desk.vault.kept(), Kept::Once(StoreError::Blocked("absent".into())));
    assert_eq!(desk.vault.take_batch(), None);
    assert_eq!(desk.local.get(&key(1)), Ok(Some("one".into())));
}

#[test]
fn where_local_storage_cannot_be_read_nothing_is_written_before_it_can() {
    let local = Rc::new(Forgetful::default());
    local.set(&key(1), "one").expect("there is room");
    local.blocked.set(true);
    let vault = Vault::open(local.clone());
    vault.set(&key(2), "two").expect("never refused");
    assert!(matches!(vault.kept(), Kept::Not { mirror: false, .. }));
    local.blocked.set(false);
    vault.set(&key(3), "three").expect("never refused");
    assert_eq!(local.keys(), Ok(vec![key(1)]));
    assert!(vault.retry(), "something was there");
    assert_eq!(vault.keys(), Ok(vec![key(1), key(2), key(3)]));
    assert_eq!(local.keys(), Ok(vec![key(1), key(2), key(3)]));
}

#[test]
fn a_damaged_value_is_healed_from_the_other_place_and_kept() {
    let text = "as it was written";
    let name = Key::text(&sha256_hex(text));
    for damaged_here in [true, false] {
        let mut desk = Desk::new();
        desk.vault.set(&name, text).expect("never refused");
        desk.settle();
        let damage = |map: &mut Map| map.insert(name.clone(), "as it was wrottn".into());
        if damaged_here {
            damage(&mut desk.local.now.borrow_mut())
        } else {
            damage(&mut desk.mirror)
        };
        desk.vault = Vault::open(desk.local.clone());
        desk.unite();
        let there = vec![(name.clone(), desk.mirror[&name].clone())];
        assert_eq!(desk.vault.differing(there.clone()), there);
        let united = desk.vault.take_in(there, &|_| false);
        assert_eq!(united.healed.len(), usize::from(damaged_here));
        desk.settle();
        assert_eq!(desk.vault.get(&name), Ok(Some(text.into())));
        assert_eq!(desk.mirror[&name], text);
        assert_eq!(desk.local.get(&name), Ok(Some(text.into())));
        assert!(desk.image().values().any(|value| value.contains("wrottn")), "the damage is set aside");
    }
}

#[test]
fn what_other_tabs_do_is_noticed() {
    let desk = Desk::new();
    let notice = |key: &str| desk.vault.notice(key, &|key| desk.may_go(key));
    desk.local.set(&key(1), "theirs").expect("there is room");
    assert_eq!(notice(&key(1)), Noticed::New);
    assert_eq!(notice(&key(1)), Noticed::Nothing);
    desk.local.remove(&key(1)).expect("it works");
    assert_eq!(notice(&key(1)), Noticed::Restored, "nobody said that it may go");
    assert_eq!(desk.local.get(&key(1)), Ok(Some("theirs".into())));
    desk.local.set(&note(1), "gone").expect("there is room");
    desk.local.remove(&key(1)).expect("it works");
    assert_eq!((notice(&note(1)), notice(&key(1))), (Noticed::New, Noticed::Gone));
    assert_eq!(desk.vault.get(&key(1)), Ok(None));
    assert_eq!(notice("theirs/alone"), Noticed::Nothing);
}

#[test]
fn that_local_storage_was_cleared_is_noticed_with_the_next_write() {
    let desk = Desk::new();
    desk.vault.set(&Key::here(), "2").expect("never refused");
    desk.vault.set(&key(1), "one").expect("never refused");
    desk.local.now.borrow_mut().clear();
    assert!(!desk.vault.was_cleared());
    desk.vault.set(&key(2), "two").expect("never refused");
    assert!(desk.vault.was_cleared());
    assert_eq!(desk.look(), 2);
    assert!(!desk.vault.was_cleared());
    assert_eq!(*desk.local.now.borrow(), desk.image());
}

#[test]
fn a_newer_program_is_not_written_over() {
    let desk = Desk::new();
    desk.vault.freeze();
    desk.vault.set(&key(1), "one").expect("never refused");
    assert_eq!(desk.vault.take_batch(), None);
    assert_eq!(desk.vault.take_last_batch(), None);
    assert!(desk.local.now.borrow().is_empty());
    assert_eq!(desk.vault.get(&key(1)), Ok(Some("one".into())));
}

#[test]
fn a_page_that_may_end_sends_all_that_is_not_certain() {
    let mut desk = Desk::new();
    desk.vault.set(&key(1), "one").expect("never refused");
    let lost = desk.vault.take_batch().expect("it is due");
    desk.vault.set(&key(2), "two").expect("never refused");
    let last = desk.vault.take_last_batch().expect("both are due");
    assert_eq!(last.changes.len(), 2);
    desk.carry(&last);
    desk.vault.carried(&last);
    desk.vault.carried(&lost);
    assert_eq!(desk.vault.kept(), Kept::Twice);
    assert_eq!(desk.vault.take_last_batch(), None);
}

#[test]
fn batches_are_small_enough_for_a_page_to_stay_quick() {
    let desk = Desk::new();
    for n in 0..10 {
        desk.vault.set(&key(n), &"v".repeat(100_000)).expect("never refused");
    }
    let batch = desk.vault.take_batch().expect("ten are due");
    assert_eq!(batch.changes.len(), 3);
}

#[test]
fn the_journal_works_on_a_vault() {
    let vault = Rc::new(Vault::open(MemoryStore::with_room(10)));
    vault.set(&key(1), "one").expect("never refused");
    assert_eq!(crate::journal::Journal::new(vault, "t").raw_dump().map(|all| all.len()), Ok(1));
}
