//! Any bytes as a file: it is refused with a sentence, or taken and can be written again.
#![no_main]

use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use sayso::annotation::Timestamp;
use sayso::format::native;
use sayso::words;
use sayso_fuzz::{expect_sentence, mutate_json};

fuzz_target!(|bytes: &[u8]| {
    match native::import(bytes) {
        Err(error) => expect_sentence(&words::import_error(&error)),
        Ok(imported) => {
            imported.notices.iter().for_each(|notice| expect_sentence(&words::import_notice(notice)));
            let written = native::export(&imported.documents, Timestamp(0), "fuzz");
            let again = native::import(written.as_bytes()).expect("what was written can be read");
            assert_eq!(again.documents, imported.documents, "what was written is the same");
        }
    }
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let changed = std::str::from_utf8(&data[..size]).ok().and_then(|json| mutate_json(json, seed));
    match changed.filter(|changed| !seed.is_multiple_of(4) && changed.len() <= max_size) {
        Some(changed) => {
            data[..changed.len()].copy_from_slice(changed.as_bytes());
            changed.len()
        }
        None => fuzzer_mutate(data, size, max_size),
    }
});
