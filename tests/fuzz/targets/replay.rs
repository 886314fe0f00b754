//! Any lines of `key TAB value` as what is stored: what can be read is read, the rest is set aside whole
//! with a reason in words, and nothing of it is changed.
#![no_main]

use std::collections::BTreeMap;
use std::rc::Rc;

use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use sayso::journal::{Journal, KeyValue, MemoryStore};
use sayso::session::Session;
use sayso::words;
use sayso_fuzz::{expect_sentence, mutate_json, seal};

fuzz_target!(|bytes: &[u8]| {
    let stored = lines(bytes);
    let store = MemoryStore::new();
    for (key, value) in &stored {
        store.set(key, value).expect("there is room");
    }
    let journal = Journal::new(store, "fuzz");
    let loaded = journal.load().expect("a store in memory can be read");
    for aside in &loaded.aside {
        assert_eq!(stored.get(&aside.key), Some(&aside.value), "what is set aside is whole");
        expect_sentence(&words::aside_reason(&aside.why));
    }
    for shelf in loaded.shelves {
        let session = Session::replay(shelf.id, Rc::new(shelf.article), &shelf.entries);
        session.marks.iter().for_each(|mark| drop(mark.quote(&session.article.text)));
    }
});

fn lines(bytes: &[u8]) -> BTreeMap<String, String> {
    let text = String::from_utf8_lossy(bytes);
    let pairs = text.lines().filter_map(|line| line.split_once('\t'));
    pairs.map(|(key, value)| (key.to_owned(), value.replace('\u{2028}', "\n"))).collect()
}

/// Changes the JSON of one line and seals it again, so that it gets past the checksum.
fn reseal(text: &str, seed: u32) -> Option<String> {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let at = usize::try_from(seed / 7).unwrap_or(0) % lines.len().max(1);
    let line = lines.get_mut(at)?;
    let (key, value) = line.split_once('\t')?;
    let changed = mutate_json(value.split_once(' ')?.1, seed)?;
    *line = format!("{key}\t{}", seal(key, &changed));
    Some(lines.join("\n"))
}

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let changed = std::str::from_utf8(&data[..size]).ok().and_then(|text| reseal(text, seed));
    match changed.filter(|changed| seed % 4 != 0 && changed.len() <= max_size) {
        Some(changed) => {
            data[..changed.len()].copy_from_slice(changed.as_bytes());
            changed.len()
        }
        None => fuzzer_mutate(data, size, max_size),
    }
});
