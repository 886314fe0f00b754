//! R5: every value cut, flipped, emptied, swapped or replaced by something of another program, one at
//! a time.

use std::collections::BTreeSet;
use std::rc::Rc;

use proptest::prelude::*;
use proptest::sample::Index;
use sayso::annotation::Timestamp;
use sayso::article::Details;
use sayso::codebook::Codebook;
use sayso::format::entry::decode;
use sayso::journal::{Journal, Keepsake, Key, Loaded, Why, set_aside};
use sayso::session::{Record, RecordId, Session};
use sayso::settings::Settings;
use sayso::text::Text;

use super::config;
use super::store::Store;
use super::world::{Act, World, article, id, unpack};

type Entries = Vec<(String, String)>;

/// A store with at least one key of every kind.
fn storeful() -> Entries {
    let mut world = World::new(1);
    let kinds = sayso::annotation::MarkKind::ALL;
    let acts: Vec<Act> = (0..24)
        .map(|n| match n % 4 {
            0 | 1 => Act::Mark(kinds[n / 2 % 4], n * 5),
            2 => Act::Note(n, n as u8),
            _ => Act::Tie(n, n),
        })
        .collect();
    for (at, act) in acts.iter().enumerate() {
        world.act(0, act);
        if at == 8 || at == 16 {
            world.fold(0, 2);
        }
    }
    let mut journal = Journal::new(world.store.clone(), "others");
    for other in ["b", "c"] {
        let details = Details { title: other.to_owned(), ..Details::default() };
        let first = Session::first(details, Vec::new(), Timestamp(2_000), String::new());
        let mut read = (*article()).clone();
        read.text = Text::new(format!("{other} is read."));
        read.blocks.clear();
        read.inlines.clear();
        journal.add(&other.into(), &read, &first).expect("there is room");
    }
    journal.forget(&"c".into()).expect("a store in memory");
    for keepsake in [
        Keepsake::Settings(Settings::default()),
        Keepsake::Codebook(Codebook::starter()),
        Keepsake::Backup,
        Keepsake::Asked,
        Keepsake::Reminded,
    ] {
        journal.keep(&keepsake, Timestamp(5_000)).expect("there is room");
    }
    journal.arrive().expect("there is room");
    let mut all = world.store.all();
    all.push(set_aside("sayso/2/b/odd", "what stood there"));
    all.sort();
    all
}

struct Page {
    store: Rc<Store>,
    journal: Journal<Rc<Store>>,
    loaded: Loaded,
}

fn open(entries: &Entries) -> Page {
    let store = Rc::new(Store::of(entries));
    let mut journal = Journal::new(store.clone(), "page");
    let loaded = journal.load().expect("a store in memory");
    Page { store, journal, loaded }
}

impl Page {
    /// The records that are shown of an article.
    fn records(&self, of: &str) -> Vec<Record> {
        let shelf = self.loaded.shelves.iter().find(|shelf| &*shelf.id.0 == of);
        shelf.map(|shelf| shelf.clone().session().records()).unwrap_or_default()
    }

    /// Unpacks all of the article's past.
    fn unpacked(mut self) -> Page {
        for (key, packed) in self.journal.packed(&id()) {
            assert!(self.journal.unpack(&key, &unpack(&packed)));
        }
        self
    }

    /// Unpacks what is wanting and loads again, as the page does.
    fn rescue(mut self) -> Page {
        if !self.loaded.wanting.is_empty() {
            self = self.unpacked();
        }
        let loaded = self.journal.load().expect("a store in memory");
        Page { loaded, ..self }
    }
}

/// The records that the entry under a key has written.
fn written(key: &str, value: &str) -> BTreeSet<RecordId> {
    let entry = decode(value, key).expect("sound").settle(&article().text).expect("in the text");
    entry.edits.into_keys().collect()
}

/// What may be missing when a value is damaged.
fn may_miss(key: &str, value: &str) -> BTreeSet<RecordId> {
    match Key::parse(key) {
        Key::Entry(entry) if entry.article == id() => written(key, value),
        _ => BTreeSet::new(),
    }
}

/// Damages one value, and sees that it is reported and nothing else is lost.
fn check(sound: &Entries, at: usize, damage: &str) {
    let mut entries = sound.clone();
    damage.clone_into(&mut entries[at].1);
    let (key, value) = &sound[at];
    if value.as_str() == damage {
        return;
    }
    let (before, page) = (open(sound), open(&entries));
    reported(&page, key, damage);
    let page = page.rescue();
    let text = matches!(Key::parse(key), Key::Text(_));
    let of_b = key.starts_with("sayso/2/b/");
    if !(text || of_b) {
        assert_eq!(page.records("b"), before.records("b"), "{key}");
    }
    if text {
        assert_eq!(page.loaded.shelves.len(), 1, "{key}: the article of the other text");
        return;
    }
    let missing = may_miss(key, value);
    let kept = |records: Vec<Record>| {
        let kept = records.into_iter().filter(|record| !missing.contains(&record.id()));
        kept.collect::<Vec<_>>()
    };
    assert_eq!(kept(page.records("a")), kept(before.records("a")), "{key}");
}

/// Whether the damage of a key was reported, with the whole value.
fn reported(page: &Page, key: &str, damage: &str) {
    let aside = page.loaded.aside.iter().find(|aside| aside.key == *key && aside.why != Why::Replaced);
    match Key::parse(key) {
        // It says nothing but that it is there.
        Key::Here => assert_eq!(aside, None),
        _ => assert_eq!(aside.map(|aside| aside.value.as_str()), Some(damage), "{key} is reported"),
    }
}

#[test]
fn every_kind_of_key_is_there() {
    let mut kinds: Vec<String> = storeful()
        .iter()
        .map(|(key, _)| {
            format!("{:?}", Key::parse(key)).split(['(', ' ']).next().unwrap_or_default().to_owned()
        })
        .collect();
    kinds.sort();
    kinds.dedup();
    assert_eq!(kinds, ["Aside", "Entry", "Gone", "Here", "Kept", "Past", "Snapshot", "Text"]);
    let page = open(&storeful());
    assert!(page.records("a").len() > 8 && page.records("b").len() == 1);
    assert_eq!(page.loaded.aside.len(), 1, "only what was replaced");
}

#[test]
fn emptied_swapped_and_replaced_values_are_reported_and_harm_nothing_else() {
    let sound = storeful();
    for at in 0..sound.len() {
        for foreign in ["", " ", "null", "{}", "[]", "[object Object]", "00000000 {}", "\u{1f642}"] {
            check(&sound, at, foreign);
        }
        for (_, other) in &sound {
            check(&sound, at, other);
        }
    }
}

#[test]
fn a_missing_snapshot_is_made_up_for_by_its_past() {
    let sound = storeful();
    let mut entries = sound.clone();
    entries.retain(|(key, _)| !matches!(Key::parse(key), Key::Snapshot(_)));
    let page = open(&entries);
    assert_eq!(page.loaded.wanting.len(), 2);
    assert_eq!(page.rescue().records("a"), open(&sound).records("a"));
}

proptest! {
    #![proptest_config(config(1_000, 1))]

    #[test]
    fn cut_and_flipped_values_are_reported_and_harm_nothing_else(
        at: Index,
        place: Index,
        bit in 0_u32..8,
        cut: bool,
    ) {
        let sound = storeful();
        let at = at.index(sound.len());
        let value = &sound[at].1;
        let (place, first) = value.char_indices().nth(place.index(value.chars().count())).expect("a character");
        let damage = if cut {
            value[..place].to_owned()
        } else {
            let flipped = char::from_u32(u32::from(first) ^ (1 << bit)).unwrap_or('?');
            format!("{}{flipped}{}", &value[..place], &value[place + first.len_utf8()..])
        };
        check(&sound, at, &damage);
    }
}

#[test]
fn what_was_rescued_is_whole_again_once_it_is_folded() {
    let sound = storeful();
    let mut entries = sound.clone();
    entries.retain(|(key, _)| !matches!(Key::parse(key), Key::Snapshot(_)));
    let mut page = open(&entries).rescue();
    let steps = page.journal.history(&id()).len();
    let fold = page.journal.fold(&id(), 0).expect("something to fold");
    let packed = super::world::pack(fold.past());
    page.journal.finish_fold(fold, &packed).expect("a store in memory");
    let again = open(&page.store.all());
    assert_eq!((again.loaded.wanting.len(), again.records("a")), (0, open(&sound).records("a")));
    let again = again.unpacked();
    assert_eq!(again.journal.history(&id()).len(), steps);
}
