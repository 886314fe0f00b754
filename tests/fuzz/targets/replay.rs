//! Any backup as what is stored, and as what is restored: what can be read is read, the rest is set aside
//! whole with a reason in words, and nothing of it is changed.
#![no_main]

use std::rc::Rc;

use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use sayso::format::backup;
use sayso::journal::{Journal, KeyValue, MemoryStore};
use sayso::words;
use sayso_fuzz::{expect_sentence, mutate_json, seal};
use serde_json::Value;

fuzz_target!(|bytes: &[u8]| {
    let entries = match backup::decode(bytes) {
        Ok(backup) => backup.entries,
        Err(error) => return expect_sentence(&words::refused_backup("a file", &error)),
    };
    let store = Rc::new(MemoryStore::new());
    for (key, value) in &entries {
        store.set(key, value).expect("there is room");
    }
    read(&mut Journal::new(Rc::clone(&store), "fuzz"));
    for (key, value) in &entries {
        assert_eq!(store.get(key), Ok(Some(value.clone())), "reading changes nothing");
    }
    let mut fresh = Journal::new(MemoryStore::new(), "fuzz");
    let adopted = fresh.adopt(entries);
    adopted.refused.iter().for_each(|aside| expect_sentence(&words::aside_reason(&aside.why)));
    read(&mut fresh);
});

/// Reads all there is, in every way there is.
fn read<S: KeyValue>(journal: &mut Journal<S>) {
    let loaded = journal.load().expect("a store in memory can be read");
    loaded.aside.iter().for_each(|aside| expect_sentence(&words::aside_reason(&aside.why)));
    for shelf in loaded.shelves {
        let id = shelf.id.clone();
        let session = shelf.session();
        session.marks.iter().for_each(|mark| drop(mark.quote(&session.article.text)));
        let steps = journal.history(&id).len();
        assert!(steps == 0 || journal.state_at(&id, steps - 1).is_some(), "the last state can be looked at");
        drop(journal.fold(&id, 0));
    }
}

/// Changes the JSON of one entry and seals it again, so that it gets past the checksum.
fn reseal(text: &str, seed: u32) -> Option<String> {
    let mut file: Value = serde_json::from_str(text).ok()?;
    let entries = file.get_mut("entries")?.as_object_mut()?;
    let at = usize::try_from(seed / 7).unwrap_or(0) % entries.len().max(1);
    let (key, value) = entries.iter_mut().nth(at)?;
    let changed = mutate_json(value.as_str()?.split_once(' ')?.1, seed)?;
    *value = Value::from(seal(key, &changed));
    Some(file.to_string())
}

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let text = std::str::from_utf8(&data[..size]).ok();
    let changed =
        text.and_then(|text| if seed % 8 == 1 { mutate_json(text, seed) } else { reseal(text, seed) });
    match changed.filter(|changed| !seed.is_multiple_of(4) && changed.len() <= max_size) {
        Some(changed) => {
            data[..changed.len()].copy_from_slice(changed.as_bytes());
            changed.len()
        }
        None => fuzzer_mutate(data, size, max_size),
    }
});
