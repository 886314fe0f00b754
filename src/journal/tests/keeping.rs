//! What is kept beside the articles.

use super::*;
use crate::codebook::{Codebook, Edit};
use crate::settings::Settings;

fn named(name: &str) -> Keepsake {
    Keepsake::Settings(Settings { name: name.to_owned(), ..Settings::default() })
}

fn codebook(name: &str) -> Keepsake {
    Keepsake::Codebook(Codebook::starter().edit(Edit::Name(name.to_owned())).expect("a good name"))
}

fn keep(tab: &mut Journal<Rc<MemoryStore>>, keepsake: &Keepsake, at: i64) {
    tab.keep(keepsake, Timestamp(at)).expect("there is room");
}

/// What counts after loading.
fn kept(bench: &Bench) -> Vec<Keepsake> {
    bench.load().kept.into_iter().map(|(_, keepsake)| keepsake).collect()
}

#[test]
fn the_latest_of_each_thing_counts_whichever_tab_kept_it() {
    let bench = bench_with_article();
    let (mut one, mut two) = (bench.tab("1"), bench.tab("2"));
    assert_eq!(kept(&bench), []);
    keep(&mut one, &named("Ada"), 10);
    keep(&mut two, &codebook("Ours"), 11);
    keep(&mut two, &named("Bea"), 12);
    keep(&mut one, &named("late in arriving"), 5);
    assert_eq!(kept(&bench), [codebook("Ours"), named("Bea")]);
    assert_eq!(bench.load().shelves.len(), 1);
    assert_eq!(bench.load().aside, []);
}

#[test]
fn two_states_in_one_millisecond_are_two() {
    let bench = Bench::new();
    let mut tab = bench.tab("t");
    keep(&mut tab, &named("Ada"), 10);
    let key = tab.keep(&named("Bea"), Timestamp(10)).expect("there is room");
    assert_eq!((key.turn.n, kept(&bench)), (1, vec![named("Bea")]));
    assert_eq!(tab.kept(&key), Some(named("Bea")));
}

#[test]
fn old_settings_go_and_old_codebooks_stay_for_a_while() {
    let bench = Bench::new();
    let mut tab = bench.tab("t");
    for at in 1..=12 {
        keep(&mut tab, &named("Ada"), at);
        keep(&mut tab, &codebook(&at.to_string()), at);
    }
    let of = |thing: &str| bench.all().iter().filter(|(key, _)| key.contains(thing)).count();
    assert_eq!((of("settings."), of("codebook.")), (1, 10));
}

#[test]
fn what_cannot_be_read_is_listed_and_never_touched() {
    let bench = Bench::new();
    let mut tab = bench.tab("t");
    keep(&mut tab, &named("Ada"), 1);
    let (key, value) = bench.all().remove(0);
    let damaged = value.replace("Ada", "Eve");
    bench.set(&key, &damaged);
    for at in 2..5 {
        keep(&mut tab, &named("Bea"), at);
    }
    let loaded = bench.load();
    assert_eq!(kept(&bench), [named("Bea")]);
    let why = Why::Entry(crate::format::entry::EntryError::Damaged);
    assert_eq!(loaded.aside, [Aside { key, value: damaged, why }]);
    assert_eq!(bench.all().len(), 2);
}

#[test]
fn what_a_newer_version_kept_stops_writing() {
    let bench = Bench::new();
    bench.set("sayso/1/settings.0000000000005-t-0", "ce7a8bab {\"v\":3}");
    assert!(bench.load().newer);
    assert_eq!(bench.load().aside.len(), 1);
}

#[test]
fn without_room_nothing_changes() {
    let store = Rc::new(MemoryStore::with_room(400));
    let mut tab = Journal::new(Rc::clone(&store), "t");
    tab.keep(&named("Ada"), Timestamp(1)).expect("there is room");
    assert_eq!(tab.keep(&named(&"x".repeat(400)), Timestamp(2)), Err(StoreError::Full));
    let loaded = tab.load().expect("a store in memory can be read");
    assert_eq!(loaded.kept.len(), 1);
}
