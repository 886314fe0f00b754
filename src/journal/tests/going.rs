//! Which absences are in order.

use super::*;
use crate::settings::Settings;

fn fold(journal: &mut Journal<Rc<MemoryStore>>, leave: usize) -> Folded {
    let fold = journal.fold(&id("a"), leave).expect("something to fold");
    let packed = fold.past().as_bytes().to_vec();
    journal.finish_fold(fold, &packed).expect("there is room")
}

/// The keys of a kind, of those that are or were stored.
fn of<'a>(keys: &'a [String], kind: &str) -> Vec<&'a str> {
    keys.iter().map(String::as_str).filter(|key| key.contains(kind)).collect()
}

fn keys(bench: &Bench) -> Vec<String> {
    bench.all().into_iter().map(|(key, _)| key).collect()
}

#[test]
fn what_is_needed_may_not_go() {
    let bench = bench_with_article();
    let mut tab = bench.tab("t");
    tab.load().expect("a store in memory");
    tab.arrive().expect("there is room");
    tab.keep(&Keepsake::Settings(Settings::default()), Timestamp(1)).expect("there is room");
    for key in keys(&bench) {
        assert!(!tab.may_go(&key), "{key}");
    }
    for key in ["sayso/3/a", "sayso/2/odd", "sayso/2/a/0000000000009-x-0"] {
        assert!(!tab.may_go(key), "{key}");
    }
    assert!(tab.may_go("sayso/probe"));
}

#[test]
fn what_was_folded_may_go_while_its_past_and_its_snapshot_stand() {
    let bench = bench_with_article();
    let before = keys(&bench);
    let mut tab = bench.tab("t");
    tab.load().expect("a store in memory");
    assert_eq!(fold(&mut tab, 1).steps, 2);
    let folded = of(&before, "/a/0000000000001");
    assert!(tab.may_go(folded[0]) && !tab.may_go(of(&before, "/a/0000000000003")[0]));
    let mut other = bench.tab("other");
    other.load().expect("a store in memory");
    assert!(!other.may_go(folded[0]), "who has not unpacked it cannot know");
    let (past, packed) = other.packed(&id("a")).remove(0);
    assert!(other.unpack(&past, &String::from_utf8(packed).expect("text")));
    assert!(other.may_go(folded[0]));
    let after = keys(&bench);
    assert!(!other.may_go(of(&after, "past.")[0]) && !other.may_go(of(&after, "snapshot.")[0]));
    bench.store.remove(of(&after, "snapshot.")[0]).expect("a store in memory");
    assert!(!other.may_go(folded[0]));
}

#[test]
fn a_snapshot_may_go_when_another_has_it_in_it() {
    let bench = bench_with_article();
    let mut tab = bench.tab("t");
    fold(&mut tab, 1);
    let first = of(&keys(&bench), "snapshot.")[0].to_owned();
    fold(&mut tab, 0);
    let second = of(&keys(&bench), "snapshot.")[0].to_owned();
    assert!(first != second && of(&keys(&bench), "past.").len() == 2);
    let mut other = bench.tab("other");
    other.load().expect("a store in memory");
    assert!(other.may_go(&first) && !other.may_go(&second));
    assert_eq!(other.fold(&id("a"), 0), None, "nothing is left to fold");
}

#[test]
fn older_states_may_go_and_texts_that_nobody_reads() {
    let bench = bench_with_article();
    let mut tab = bench.tab("t");
    tab.load().expect("a store in memory");
    let old = tab.keep(&Keepsake::Backup, Timestamp(1)).expect("there is room").to_string();
    let new = tab.keep(&Keepsake::Backup, Timestamp(2)).expect("there is room").to_string();
    assert!(tab.may_go(&old) && !tab.may_go(&new));
    assert_eq!(bench.load().kept.len(), 1);
    let (unused, used) = (Key::text(&"0".repeat(64)), Key::text(&crate::format::sha256_hex(TEXT)));
    assert!(tab.may_go(&unused) && !tab.may_go(&used));
    bench.set("sayso/2/z/0000000000009-t-0", "damaged");
    assert!(!tab.may_go(&unused), "what cannot be read may need it");
}

#[test]
fn what_stands_twice_counts_once() {
    let bench = bench_with_article();
    let before = bench.all();
    let shows = || notes_of(&bench.load().shelves[0]);
    let (first, mut tab) = (shows(), bench.tab("t"));
    fold(&mut tab, 1);
    before.iter().for_each(|(key, value)| bench.set(key, value));
    assert_eq!(shows(), first, "the entries came back from the mirror");
    let folded = fold(&mut tab, 0);
    assert!(folded.freed > 0, "{folded:?}");
    assert_eq!(shows(), first);
    assert_eq!(tab.history(&id("a")).len(), 3);
}

#[test]
fn a_snapshot_that_counts_more_steps_than_there_can_be_is_folded_all_the_same() {
    let bench = bench_with_article();
    fold(&mut bench.tab("t"), 1);
    let key = of(&keys(&bench), "snapshot.")[0].to_owned();
    let value = bench.store.get(&key).expect("a store in memory").expect("a snapshot");
    let json = value.split_once(' ').expect("a sum before the rest").1;
    let more = json.replacen("\"steps\":2", &format!("\"steps\":{}", u64::MAX), 1);
    assert_ne!(more, json);
    bench.set(&key, &seal(&more, &key));
    let shown = notes_of(&bench.load().shelves[0]);
    fold(&mut bench.tab("t"), 0);
    assert_eq!(notes_of(&bench.load().shelves[0]), shown);
}

/// The notes of a shelf as its session has them.
fn notes_of(shelf: &Shelf) -> Vec<String> {
    let note = |record: Record| match record {
        Record::Mark(mark) => Some(format!("{}: {}", mark.id, mark.note)),
        Record::Article(_) | Record::Source(_) => None,
    };
    shelf.clone().session().records().into_iter().filter_map(note).collect()
}
