//! What comes in from a backup, and what does not.

use super::*;
use crate::format::entry::EntryError;
use crate::settings::Settings;

const FIRST: &str = "sayso/2/a/0000000000001-t-0";
const SECOND: &str = "sayso/2/a/0000000000002-t-0";

fn text_key() -> String {
    Key::text(&crate::format::sha256_hex(TEXT))
}

/// What adopting a single key into the store with the article *a* comes to.
fn check(key: &str, value: &str, expected: Result<[usize; 3], Why>) {
    let bench = bench_with_article();
    let adopted = bench.tab("t").adopt(vec![(key.to_owned(), value.to_owned())]);
    match expected {
        Ok(counts) => {
            assert_eq!([adopted.added, adopted.known, adopted.healed], counts, "{key}");
            assert_eq!(adopted.refused, [], "{key}");
        }
        Err(why) => {
            let refused = Aside { key: key.to_owned(), value: value.to_owned(), why };
            assert_eq!(adopted.refused, [refused]);
            assert_eq!(bench.all(), bench_with_article().all());
        }
    }
}

#[test]
fn only_what_is_sound_and_ours_comes_in() {
    let json = r#"{"v":2,"at":9,"step":"tie","origin":"local"}"#;
    let (far, new) = ("sayso/2/a/8640000000000001-t-0", "sayso/2/a/0000000000009-x-0");
    check(new, &seal(json, new), Ok([1, 0, 0]));
    check(new, "damaged", Err(Why::Entry(EntryError::Damaged)));
    check(far, &seal(json, far), Err(Why::BeyondTime));
    let late = json.replace(":9,", ":9000000000000000000,");
    check(new, &seal(&late, new), Err(Why::BeyondTime));
    check("sayso/2/odd", "?", Err(Why::UnknownKey));
    check("sayso/3/new", "?", Err(Why::Entry(EntryError::Newer { version: 3 })));
    check(&text_key(), "another", Err(Why::OtherText));
    check(&text_key(), TEXT, Ok([0, 1, 0]));
    check(&text_key().replacen('2', "1", 1), TEXT, Ok([0, 1, 0]));
    for ignored in ["sayso/2/here", "sayso/theme", "elsewhere"] {
        check(ignored, "2", Ok([0, 1, 0]));
    }
}

#[test]
fn a_sound_value_is_never_written_over_and_a_damaged_one_is_set_aside() {
    let sound = bench_with_article();
    let other = r#"{"v":2,"at":9,"step":"tie","origin":"local"}"#;
    check(SECOND, &seal(other, SECOND), Ok([0, 1, 0]));
    let bench = bench_with_article();
    bench.set(SECOND, "damaged");
    let adopted = bench.tab("t").adopt(sound.all());
    assert_eq!((adopted.added, adopted.known, adopted.healed), (0, 3, 1));
    assert_eq!(adopted.articles, [id("a")]);
    let loaded = bench.load();
    assert_eq!(notes(&loaded.shelves[0]), ["m1: one", "m2: two"]);
    let was = Aside { key: SECOND.to_owned(), value: "damaged".to_owned(), why: Why::Replaced };
    assert_eq!(loaded.aside, [was]);
}

#[test]
fn what_a_backup_says_is_gone_stays_out_and_takes_nothing_away() {
    let backup = bench_with_article();
    let entry = (FIRST.to_owned(), backup.store.get(FIRST).expect("a store").expect("a value"));
    backup.tab("t").forget(&id("a")).expect("a store in memory");
    backup.set(&entry.0, &entry.1);
    let bench = bench_with_article();
    let before = bench.all();
    let adopted = bench.tab("t").adopt(backup.all());
    assert_eq!((adopted.added, adopted.articles.len(), bench.all() == before), (0, 0, true));
    let empty = Bench::new();
    assert_eq!(empty.tab("t").adopt(backup.all()).articles, []);
    assert_eq!(empty.all(), []);
}

#[test]
fn an_article_that_was_deleted_for_good_is_back_in_every_tab() {
    let bench = bench_with_article();
    let (mut tab, mut other) = (bench.tab("t"), bench.tab("other"));
    tab.load().expect("a store in memory");
    let backup = tab.raw_of(&id("a")).expect("a store in memory");
    assert_eq!(backup.len(), 4, "three entries and the text");
    tab.forget(&id("a")).expect("a store in memory");
    assert_eq!(other.load().expect("a store in memory").shelves, []);
    let adopted = tab.adopt(backup);
    assert_eq!((adopted.added, adopted.articles), (4, vec![id("a")]));
    assert_eq!(bench.load().shelves.len(), 1);
    let notes = bench.all().into_iter().filter_map(|(key, _)| match Key::parse(&key) {
        Key::Gone(key) => Some(key),
        _ => None,
    });
    let heard: Vec<_> = notes.filter_map(|key| other.hear(&key)).collect();
    assert_eq!(heard.last(), Some(&(id("a"), true)));
    assert!(!other.is_gone(&id("a")) && other.shelf(&id("a")).expect("a store").is_some());
}

#[test]
fn a_store_that_refuses_says_so_and_keeps_what_it_has() {
    let backup = bench_with_article();
    let store = Rc::new(MemoryStore::with_room(120));
    let mut tab = Journal::new(Rc::clone(&store), "t");
    tab.keep(&Keepsake::Settings(Settings::default()), Timestamp(1)).expect("there is room");
    let adopted = tab.adopt(backup.all());
    assert_eq!(adopted.trouble, Some(StoreError::Full));
    assert_eq!(tab.load().expect("a store in memory").kept.len(), 1);
}
