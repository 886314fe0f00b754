//! A page that dies between any two changes of the store, and what the next page finds.

use std::rc::Rc;

use proptest::collection::vec;
use proptest::prelude::*;
use sayso::annotation::Timestamp;
use sayso::article::{ArticleId, Details};
use sayso::journal::{Journal, Keepsake, Key, Loaded, StoreError};
use sayso::session::{Record, Session};
use sayso::settings::Settings;

use super::config;
use super::store::Store;
use super::world::{World, act, article, id, pack, shown, unpack};

type Entries = Vec<(String, String)>;

/// A page on a store.
struct Page {
    store: Rc<Store>,
    journal: Journal<Rc<Store>>,
    loaded: Loaded,
}

impl Page {
    fn open(entries: &Entries) -> Page {
        let store = Rc::new(Store::of(entries));
        let mut journal = Journal::new(store.clone(), "page");
        let loaded = journal.load().expect("a store in memory");
        Page { store, journal, loaded }
    }

    /// What is shown of each article.
    fn shows(&self) -> Vec<(ArticleId, (bool, Vec<Record>))> {
        let shelves = self.loaded.shelves.iter().cloned();
        shelves.map(|shelf| (shelf.id.clone(), shown(&shelf.session()))).collect()
    }

    fn steps(&mut self) -> usize {
        for (key, packed) in self.journal.packed(&id()) {
            assert!(self.journal.unpack(&key, &unpack(&packed)));
        }
        self.journal.history(&id()).len()
    }

    fn fold(&mut self, leave: usize) {
        if let Some(fold) = self.journal.fold(&id(), leave) {
            let packed = pack(fold.past());
            self.journal.finish_fold(fold, &packed).ok();
        }
    }

    fn forget(&mut self) -> Result<(), StoreError> {
        self.journal.forget(&id())
    }
}

/// Does something to a store again and again, letting the page die one change later each time, until
/// it lives through it. What each death leaves goes to `check`; what is left in the end is returned.
fn die_everywhere(before: &Entries, deed: impl Fn(&mut Page), check: impl Fn(&Entries)) -> Entries {
    for changes in 0.. {
        let mut page = Page::open(before);
        page.store.left.set(Some(changes));
        deed(&mut page);
        let after = page.store.all();
        check(&after);
        if page.store.left.get() != Some(0) {
            return after;
        }
    }
    unreachable!("it was lived through")
}

/// A store with the article of the world after some steps, and with two others: *b* is read in the
/// same text, *c* in another.
fn storeful(acts: &[super::world::Act], leave: usize) -> Entries {
    let mut world = World::new(1);
    for (at, act) in acts.iter().enumerate() {
        world.act(0, act);
        if at == acts.len() / 2 {
            world.fold(0, leave);
        }
    }
    let mut journal = Journal::new(world.store.clone(), "others");
    for (other, at) in [("b", 2_000), ("c", 3_000)] {
        let details = Details { title: other.to_owned(), ..Details::default() };
        let first = Session::first(details, Vec::new(), Timestamp(at), String::new());
        let mut read = (*article()).clone();
        if other == "c" {
            read.text = sayso::text::Text::new("Another text.");
            read.blocks.clear();
            read.inlines.clear();
        }
        journal.add(&other.into(), &read, &first).expect("there is room");
    }
    world.store.all()
}

proptest! {
    #![proptest_config(config(12, 100))]

    #[test]
    fn a_fold_that_dies_loses_nothing(acts in vec(act(), 1..25), leave in 0_usize..8, first in 0_usize..8) {
        let before = storeful(&acts, first);
        let (shows, steps) = (Page::open(&before).shows(), Page::open(&before).steps());
        let check = |after: &Entries| {
            let mut page = Page::open(after);
            assert_eq!(page.loaded.aside, []);
            assert_eq!(page.shows(), shows);
            assert_eq!(page.steps(), steps);
            page.fold(leave);
            let mut again = Page::open(&page.store.all());
            assert_eq!((again.shows(), again.steps()), (shows.clone(), steps), "folded after all");
        };
        die_everywhere(&before, |page| page.fold(leave), check);
    }

    #[test]
    fn a_deletion_that_dies_leaves_all_or_nothing(acts in vec(act(), 1..12), leave in 0_usize..8) {
        let before = storeful(&acts, leave);
        let shows = Page::open(&before).shows();
        let check = |after: &Entries| {
            let page = Page::open(after);
            assert_eq!(page.loaded.aside, []);
            let others: Vec<_> = shows.iter().filter(|(shown, _)| *shown != id()).cloned().collect();
            assert!(page.shows() == shows || page.shows() == others);
        };
        let deed = |page: &mut Page| drop(page.forget());
        let after = die_everywhere(&before, deed, check);
        prop_assert_eq!(Page::open(&after).loaded.shelves.len(), 2);
        prop_assert!(!after.iter().any(|(key, _)| Key::parse(key).article() == Some(&id())));
    }

    #[test]
    fn what_a_dead_deletion_left_is_swept(acts in vec(act(), 1..12), changes in 1_usize..6) {
        let mut page = Page::open(&storeful(&acts, 0));
        page.store.left.set(Some(changes));
        page.forget().ok();
        let mut page = Page::open(&page.store.all());
        page.journal.sweep().expect("a store in memory");
        let left = page.store.all();
        prop_assert!(!left.iter().any(|(key, _)| Key::parse(key).article() == Some(&id())));
        prop_assert_eq!(Page::open(&left).loaded.shelves.len(), 2);
    }

    /// Restoring that dies is restored by restoring again; what was here before is here all the time.
    #[test]
    fn a_restoration_that_dies_is_done_again(acts in vec(act(), 1..12), leave in 0_usize..8) {
        let backup = storeful(&acts, leave);
        let shows = Page::open(&backup).shows();
        for before in [Vec::new(), deleted(&backup), damaged(&backup)] {
            let there = Page::open(&before).shows();
            let check = |after: &Entries| {
                let mut page = Page::open(after);
                assert!(there.iter().all(|shelf| page.shows().contains(shelf)));
                let adopted = page.journal.adopt(backup.clone());
                assert_eq!((adopted.refused, adopted.trouble), (Vec::new(), None));
                let again = Page::open(&page.store.all());
                assert_eq!(again.shows(), shows);
            };
            let deed = |page: &mut Page| drop(page.journal.adopt(backup.clone()));
            die_everywhere(&before, deed, check);
        }
    }

    #[test]
    fn restoring_twice_doubles_nothing(acts in vec(act(), 1..12), leave in 0_usize..8) {
        let backup = storeful(&acts, leave);
        let mut page = Page::open(&Vec::new());
        let first = page.journal.adopt(backup.clone());
        prop_assert_eq!((first.added, first.known, first.healed), (backup.len(), 0, 0));
        prop_assert_eq!(first.articles.len(), 3);
        let second = page.journal.adopt(backup.clone());
        prop_assert_eq!((second.added, second.known, second.healed), (0, backup.len(), 0));
        prop_assert_eq!(second.articles.len(), 0);
        prop_assert_eq!(page.store.all(), backup);
    }
}

/// The store after the article was deleted for good.
fn deleted(entries: &Entries) -> Entries {
    let mut page = Page::open(entries);
    page.forget().expect("a store in memory");
    page.store.all()
}

/// The store with its texts and every second other value damaged.
fn damaged(entries: &Entries) -> Entries {
    let mut entries = entries.clone();
    for (_, value) in entries.iter_mut().step_by(2) {
        value.push('?');
    }
    entries
}

#[test]
fn an_article_that_dies_while_it_is_added_is_not_there_or_whole() {
    let before = storeful(&[], 0);
    let deed = |page: &mut Page| {
        let details = Details { title: "New".to_owned(), ..Details::default() };
        let first = Session::first(details, Vec::new(), Timestamp(9_000), String::new());
        let mut read = (*article()).clone();
        read.text = sayso::text::Text::new("New text.");
        read.blocks.clear();
        read.inlines.clear();
        page.journal.add(&"new".into(), &read, &first).ok();
    };
    let check = |after: &Entries| {
        let page = Page::open(after);
        assert_eq!(page.loaded.aside, []);
        assert!([3, 4].contains(&page.loaded.shelves.len()));
    };
    let after = die_everywhere(&before, deed, check);
    assert_eq!(Page::open(&after).loaded.shelves.len(), 4);
}

#[test]
fn settings_that_die_while_they_are_kept_are_the_old_or_the_new() {
    let mut page = Page::open(&Vec::new());
    let named = |name: &str| Keepsake::Settings(Settings { name: name.to_owned(), ..Settings::default() });
    page.journal.keep(&named("old"), Timestamp(1)).expect("there is room");
    let check = |after: &Entries| {
        let loaded = Page::open(after).loaded;
        assert!(loaded.kept.len() == 1 && loaded.aside.is_empty());
    };
    let deed = |page: &mut Page| drop(page.journal.keep(&named("new"), Timestamp(2)));
    let after = die_everywhere(&page.store.all(), deed, check);
    assert_eq!(after.len(), 1);
    assert_eq!(Page::open(&after).loaded.kept[0].1, named("new"));
}
