use super::*;

/// A store in which the article *a* leaves no more than `left` units.
fn tight(left: usize) -> Bench {
    let used = bench_with_article().store.used();
    let bench = Bench { store: Rc::new(MemoryStore::with_room(used + left)) };
    for (key, value) in bench_with_article().all() {
        bench.set(&key, &value);
    }
    bench
}

#[test]
fn a_full_store_keeps_what_it_has() {
    for left in 0..400 {
        let bench = tight(left);
        let before = bench.all();
        let mut tab = bench.tab("t");
        let appended = tab.append(&id("a"), &Text::new(TEXT), &noted("m3", "three", 4));
        let names = notes(&bench.load().shelves[0]).len();
        match appended {
            Ok(()) => assert_eq!(names, 3),
            Err(error) => assert_eq!((error, bench.all()), (StoreError::Full, before)),
        }
    }
}

#[test]
fn an_article_is_added_wholly_or_not_at_all() {
    let mut seen = [0, 0];
    for left in 0..600 {
        let bench = tight(left);
        let before = bench.all();
        let added = bench.tab("t").add(&id("b"), &article("Another text."), &added("B", 4));
        let loaded = bench.load();
        assert_eq!(loaded.aside, []);
        match added {
            Ok(()) => assert_eq!(loaded.shelves.len(), 2),
            Err(error) => assert_eq!((error, bench.all()), (StoreError::Full, before)),
        }
        seen[usize::from(added_fits(&loaded))] += 1;
    }
    assert!(seen[0] > 100 && seen[1] > 100, "both ways were seen: {seen:?}");
}

fn added_fits(loaded: &Loaded) -> bool {
    loaded.shelves.len() == 2
}

#[test]
fn a_shared_text_survives_an_addition_that_fails() {
    let bench = tight(20);
    assert_eq!(bench.tab("t").add(&id("b"), &article(TEXT), &added("B", 4)), Err(StoreError::Full));
    assert_eq!(bench.load().shelves.len(), 1);
}

#[test]
fn saving_resumes_when_there_is_room() {
    let bench = tight(250);
    let mut tab = bench.tab("t");
    bench.set("other", &"x".repeat(230));
    let step = noted("m3", "three", 4);
    assert_eq!(tab.append(&id("a"), &Text::new(TEXT), &step), Err(StoreError::Full));
    bench.store.remove("other").expect("a store in memory");
    assert_eq!(tab.append(&id("a"), &Text::new(TEXT), &step), Ok(()));
    assert_eq!(notes(&bench.load().shelves[0]).len(), 3);
}

#[test]
fn the_room_in_use_is_counted_as_browsers_do() {
    let bench = bench_with_article();
    bench.set("other", "not counted");
    let other = "othernot counted".len();
    assert_eq!(bench.load().used, bench.store.used() - other);
    let single = Bench::new();
    single.set("sayso/ö", "\u{1f642}");
    assert_eq!(single.load().used, 7 + 2);
}

/// A store that counts its writes, and can be barred.
struct Watched {
    inner: MemoryStore,
    writes: std::cell::Cell<usize>,
    barred: bool,
}

impl Watched {
    fn new(barred: bool) -> Rc<Watched> {
        Rc::new(Watched { inner: MemoryStore::new(), writes: std::cell::Cell::new(0), barred })
    }

    fn open(&self) -> Result<&MemoryStore, StoreError> {
        if self.barred { Err(StoreError::Blocked("SecurityError".to_owned())) } else { Ok(&self.inner) }
    }
}

impl KeyValue for Watched {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.open()?.keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.open()?.get(key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.writes.set(self.writes.get() + 1);
        self.open()?.set(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.writes.set(self.writes.get() + 1);
        self.open()?.remove(key)
    }
}

#[test]
fn a_step_is_one_write_and_loading_is_none() {
    let store = Watched::new(false);
    let mut tab = Journal::new(Rc::clone(&store), "t");
    tab.add(&id("a"), &article(TEXT), &added("A", 1)).expect("there is room");
    assert_eq!(store.writes.take(), 2);
    tab.append(&id("a"), &Text::new(TEXT), &noted("m1", "one", 1)).expect("there is room");
    assert_eq!(store.writes.take(), 1);
    tab.load().expect("it can be read");
    assert_eq!(store.writes.take(), 0);
}

#[test]
fn a_barred_store_says_so() {
    let store = Watched::new(true);
    let mut tab = Journal::new(Rc::clone(&store), "t");
    let blocked = StoreError::Blocked("SecurityError".to_owned());
    assert_eq!(tab.load(), Err(blocked.clone()));
    assert_eq!(tab.add(&id("a"), &article(TEXT), &added("A", 1)), Err(blocked.clone()));
    assert_eq!(tab.append(&id("a"), &Text::new(TEXT), &noted("m", "x", 1)), Err(blocked.clone()));
    assert_eq!(tab.forget(&id("a")), Err(blocked.clone()));
    assert_eq!(tab.raw_dump(), Err(blocked));
}
