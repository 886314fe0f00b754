use super::*;

#[test]
fn nothing_stored_is_nothing_loaded() {
    let loaded = Bench::new().load();
    assert_eq!(
        loaded,
        Loaded {
            shelves: Vec::new(),
            kept: Vec::new(),
            aside: Vec::new(),
            wanting: Vec::new(),
            newer: false,
            used: 0
        }
    );
}

#[test]
fn what_was_kept_comes_back() {
    let loaded = bench_with_article().load();
    assert_eq!(loaded.aside, []);
    let expected = vec![added("A", 1), noted("m1", "one", 2), noted("m2", "two", 3)];
    let base =
        Base { details: Rc::new(Details { title: "A".to_owned(), ..Details::default() }), ..Base::default() };
    assert_eq!(loaded.shelves, [Shelf { id: id("a"), article: article(TEXT), base, entries: expected }]);
}

#[test]
fn loading_changes_nothing() {
    let bench = bench_with_article();
    bench.set("sayso/2/a/0000000000002-t-0", "damaged");
    let before = bench.all();
    bench.load();
    assert_eq!(bench.all(), before);
}

#[test]
fn the_last_writer_wins_across_tabs() {
    let bench = bench_with_article();
    let (mut one, mut other) = (bench.tab("one"), bench.tab("other"));
    let text = Text::new(TEXT);
    other.append(&id("a"), &text, &noted("m1", "late", 20)).expect("there is room");
    one.append(&id("a"), &text, &noted("m1", "early", 10)).expect("there is room");
    one.append(&id("a"), &text, &noted("m2", "tie, one", 30)).expect("there is room");
    other.append(&id("a"), &text, &noted("m2", "tie, other", 30)).expect("there is room");
    let loaded = bench.load();
    assert_eq!(notes(&loaded.shelves[0]), ["m1: late", "m2: tie, other"]);
}

#[test]
fn two_tabs_lose_nothing_between_them() {
    let bench = bench_with_article();
    let mut tabs = [bench.tab("one"), bench.tab("other")];
    for step in 0..200 {
        let name = format!("n{step:03}");
        let tab = &mut tabs[usize::from(step % 3 == 0)];
        tab.append(&id("a"), &Text::new(TEXT), &noted(&name, "x", 10 + step / 7)).expect("there is room");
    }
    assert_eq!(notes(&bench.load().shelves[0]).len(), 202);
}

#[test]
fn what_was_removed_stays_away_until_it_is_put_back() {
    let bench = bench_with_article();
    let mut tab = bench.tab("t");
    let removal = transaction(Verb::RemoveMark, 4, mark("m1"), Some(note("m1", "one")), None);
    tab.append(&id("a"), &Text::new(TEXT), &removal).expect("there is room");
    let loaded = bench.load();
    assert_eq!(notes(&loaded.shelves[0]), ["m2: two"]);
    assert_eq!(loaded.shelves[0].entries[3], removal);
    tab.append(&id("a"), &Text::new(TEXT), &noted("m1", "back", 5)).expect("there is room");
    assert_eq!(notes(&bench.load().shelves[0]), ["m1: back", "m2: two"]);
}

#[test]
fn a_removed_article_is_still_on_its_shelf() {
    let bench = bench_with_article();
    let removal = transaction(Verb::RemoveArticle, 9, RecordId::Article, Some(details("A")), None);
    bench.tab("t").append(&id("a"), &Text::new(TEXT), &removal).expect("there is room");
    assert_eq!(bench.load().shelves[0].entries.last(), Some(&removal));
}

#[test]
fn steps_of_one_millisecond_keep_their_order() {
    let bench = bench_with_article();
    let mut tab = bench.tab("t");
    for step in 0..12 {
        tab.append(&id("a"), &Text::new(TEXT), &noted("m1", &step.to_string(), 5)).expect("there is room");
    }
    assert_eq!(notes(&bench.load().shelves[0]), ["m1: 11", "m2: two"]);
}

#[test]
fn a_key_in_use_is_never_written_again() {
    let bench = bench_with_article();
    let taken = "sayso/2/a/0000000000005-t-0";
    bench.set(taken, "mine");
    bench.tab("t").append(&id("a"), &Text::new(TEXT), &noted("m1", "new", 5)).expect("there is room");
    assert_eq!(bench.store.get(taken), Ok(Some("mine".to_owned())));
    assert_eq!(notes(&bench.load().shelves[0]), ["m1: new", "m2: two"]);
}

#[test]
fn two_articles_share_a_text_and_part_cleanly() {
    let bench = bench_with_article();
    let mut tab = bench.tab("t");
    tab.add(&id("b"), &article(TEXT), &added("B", 9)).expect("there is room");
    tab.add(&id("c"), &article("Another."), &added("C", 9)).expect("there is room");
    let texts = || bench.all().iter().filter(|(key, _)| key.starts_with("sayso/2/text/")).count();
    assert_eq!(texts(), 2);
    tab.forget(&id("a")).expect("a store in memory");
    assert_eq!((texts(), bench.load().shelves.len()), (2, 2), "the text is still needed");
    tab.forget(&id("b")).expect("a store in memory");
    assert_eq!((texts(), bench.load().shelves.len()), (1, 1));
    tab.forget(&id("c")).expect("a store in memory");
    let left: Vec<Key> = bench.all().iter().map(|(key, _)| Key::parse(key)).collect();
    assert!(left.iter().all(|key| matches!(key, Key::Gone(_))), "{left:?}");
}

#[test]
fn a_text_is_kept_while_something_unreadable_may_need_it() {
    let bench = bench_with_article();
    let text_key = Key::text(&crate::format::sha256_hex(TEXT));
    bench.set("sayso/2/b/0000000000009-t-0", "damaged");
    bench.tab("t").forget(&id("a")).expect("a store in memory");
    assert_eq!(bench.store.get(&text_key), Ok(Some(TEXT.to_owned())));
}

#[test]
fn odd_names_and_times_are_kept_apart() {
    let bench = Bench::new();
    let mut tab = bench.tab("t/a-b ö");
    for name in ["a/b", "text", "", "\u{1f642}-1"] {
        tab.add(&id(name), &article(TEXT), &added(name, -5)).expect("there is room");
    }
    let loaded = bench.load();
    let names: Vec<&str> = loaded.shelves.iter().map(|shelf| &*shelf.id.0).collect();
    assert_eq!((names, loaded.aside), (vec!["", "a/b", "text", "\u{1f642}-1"], Vec::new()));
    assert_eq!(loaded.shelves[0].entries[0].at, Timestamp(-5));
    let keys: Vec<String> = bench.all().into_iter().map(|(key, _)| key).collect();
    assert!(keys.contains(&"sayso/2/a/b/0000000000000-tab-0".to_owned()), "{keys:?}");
}
