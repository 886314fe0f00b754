use super::*;
use crate::format::entry::EntryError;

const FIRST: &str = "sayso/2/a/0000000000001-t-0";
const SECOND: &str = "sayso/2/a/0000000000002-t-0";
const THIRD: &str = "sayso/2/a/0000000000003-t-0";

fn text_key() -> String {
    Key::text(&crate::format::sha256_hex(TEXT))
}

/// A store with the articles *a* and *b*, the value of one key of *a* damaged.
fn damaged(key: &str, value: &str) -> Loaded {
    let bench = bench_with_article();
    bench.tab("t").add(&id("b"), &article("Another."), &added("B", 9)).expect("there is room");
    assert!(bench.store.get(key).expect("a store in memory").is_some(), "{key} is there to be damaged");
    bench.set(key, value);
    let loaded = bench.load();
    assert!(loaded.shelves.iter().any(|shelf| shelf.id == id("b")), "the other article is intact");
    loaded
}

/// The keys that were set aside, and why.
fn aside(loaded: &Loaded) -> Vec<(&str, Why)> {
    loaded.aside.iter().map(|aside| (aside.key.as_str(), aside.why.clone())).collect()
}

fn check_entry_lost(value: &str) {
    let loaded = damaged(SECOND, value);
    assert_eq!(aside(&loaded), [(SECOND, Why::Entry(EntryError::Damaged))], "{value}");
    assert_eq!(loaded.aside[0].value, value, "it is kept whole");
    assert_eq!(notes(&loaded.shelves[0]), ["m2: two"], "the other entries are intact");
}

fn check_article_lost(value: &str) {
    let loaded = damaged(FIRST, value);
    let expected =
        [(FIRST, Why::Entry(EntryError::Damaged)), (SECOND, Why::NoBeginning), (THIRD, Why::NoBeginning)];
    assert_eq!(aside(&loaded), expected, "{value}");
}

fn check_text_lost(value: &str) {
    let loaded = damaged(&text_key(), value);
    let expected =
        [(&*text_key(), Why::OtherText), (FIRST, Why::NoText), (SECOND, Why::NoText), (THIRD, Why::NoText)];
    assert_eq!(aside(&loaded), expected, "{value}");
}

/// The value with one bit flipped, in each of its characters in turn: the lowest bit, and the one
/// between capital and small letters.
fn flips(value: &str) -> impl Iterator<Item = String> {
    let all: Vec<char> = value.chars().collect();
    let places = (0..all.len()).flat_map(|at| [(at, 1), (at, 32)]);
    places.map(move |(at, bit)| {
        let mut flipped = all.clone();
        flipped[at] = char::from_u32(u32::from(all[at]) ^ bit).unwrap_or('?');
        flipped.into_iter().collect()
    })
}

/// The value cut off after each of its characters, from none to all but one.
fn cuts(value: &str) -> impl Iterator<Item = String> {
    (0..value.chars().count()).map(|length| value.chars().take(length).collect())
}

fn value(key: &str) -> String {
    bench_with_article().store.get(key).expect("a store in memory").expect("a value")
}

#[test]

fn every_single_flip_is_noticed_and_harms_nothing_else() {
    flips(&value(SECOND)).for_each(|flipped| check_entry_lost(&flipped));
    flips(&value(FIRST)).for_each(|flipped| check_article_lost(&flipped));
    flips(&value(&text_key())).for_each(|flipped| check_text_lost(&flipped));
}

#[test]
fn every_cut_is_noticed_and_harms_nothing_else() {
    cuts(&value(SECOND)).for_each(|cut| check_entry_lost(&cut));
    cuts(&value(FIRST)).for_each(|cut| check_article_lost(&cut));
    cuts(&value(&text_key())).for_each(|cut| check_text_lost(&cut));
}

#[test]
fn entries_that_changed_places_are_noticed() {
    check_entry_lost(&value(THIRD));
    let bench = bench_with_article();
    bench.tab("t").add(&id("b"), &article(TEXT), &added("B", 1)).expect("there is room");
    let of_b = "sayso/2/b/0000000000001-t-0";
    let (a, b) = (value(FIRST), bench.store.get(of_b).expect("a store").expect("a value"));
    bench.set(FIRST, &b);
    bench.set(of_b, &a);
    let loaded = bench.load();
    assert_eq!((loaded.shelves.len(), loaded.aside.len()), (0, 4));
    assert!(aside(&loaded).contains(&(of_b, Why::Entry(EntryError::Damaged))));
}

#[test]
fn what_is_missing_is_told() {
    for (key, why) in [(FIRST, Why::NoBeginning), (&*text_key(), Why::NoText)] {
        let bench = bench_with_article();
        bench.store.remove(key).expect("a store in memory");
        let loaded = bench.load();
        assert!(loaded.shelves.is_empty() && !loaded.aside.is_empty());
        assert!(loaded.aside.iter().all(|aside| aside.why == why), "{:?}", loaded.aside);
    }
}

#[test]
fn a_place_outside_the_text_is_told() {
    let bench = Bench::new();
    let mut tab = bench.tab("t");
    tab.add(&id("a"), &article("No."), &added("A", 1)).expect("there is room");
    tab.append(&id("a"), &Text::new(TEXT), &noted("m1", "over a longer text", 2)).expect("there is room");
    let loaded = bench.load();
    assert_eq!(aside(&loaded), [(SECOND, Why::Entry(EntryError::OutOfText))]);
    assert_eq!(loaded.shelves[0].entries, [added("A", 1)]);
}

#[test]
fn keys_of_nobody_are_told_and_keys_of_others_left_alone() {
    let bench = bench_with_article();
    bench.set("sayso/2/odd", "?");
    bench.set("sayso/theme", "dark");
    bench.set("elsewhere", "?");
    let loaded = bench.load();
    assert_eq!(aside(&loaded), [("sayso/2/odd", Why::UnknownKey)]);
    assert_eq!((loaded.newer, loaded.shelves.len()), (false, 1));
    let keys: Vec<String> = bench.all().into_iter().map(|(key, _)| key).collect();
    assert!(keys.contains(&"sayso/theme".to_owned()) && !keys.contains(&"elsewhere".to_owned()));
}

#[test]
fn a_newer_version_is_noticed() {
    let bench = bench_with_article();
    assert!(!bench.load().newer);
    bench.set("sayso/3/anything", "?");
    let loaded = bench.load();
    assert_eq!((loaded.newer, loaded.shelves.len(), loaded.aside.len()), (true, 1, 0));
    let loaded = damaged(SECOND, &seal(r#"{"v":3,"new":true}"#, SECOND));
    assert_eq!(aside(&loaded), [(SECOND, Why::Entry(EntryError::Newer { version: 3 }))]);
    assert!(loaded.newer);
}
