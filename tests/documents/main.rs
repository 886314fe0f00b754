//! Documents of every kind become the drafts that stand beside them.
//!
//! In `files/`, a file is opened as it is; a folder is the parts of a packed file, packed here. Beside each
//! stands `<name>.draft`: what is known, what is said, and the blocks, or why nothing was read.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test ends at the first thing that is wrong"
)]

mod harm;
mod hostile;
mod pack;
mod pages;
mod show;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use sayso::intake::open;

/// What takes longer than this hangs. A person gets an answer within two seconds; how long it takes where
/// nothing else is going on is printed by `cargo test --release --test documents -- --nocapture`.
const HANG: Duration = Duration::from_secs(60);

/// Does something that may not hang, and says how long it took.
fn timed<T>(what: &str, f: impl FnOnce() -> T) -> T {
    #[expect(clippy::disallowed_methods, reason = "a test on a machine with a clock")]
    let begun = Instant::now();
    let done = f();
    let took = begun.elapsed();
    println!("{:>6} ms  {what}", took.as_millis());
    assert!(took < HANG, "{what}: {took:?}");
    done
}

fn folder() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", "documents", "files"].iter().collect()
}

/// The bytes of a fixture.
fn bytes(path: &Path) -> Vec<u8> {
    if path.is_dir() { pack::folder(path) } else { fs::read(path).unwrap() }
}

#[test]
fn every_document_is_read_as_it_stands_beside_it() {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut wrong = Vec::new();
    let (drafts, sources): (Vec<_>, Vec<_>) =
        paths.into_iter().partition(|path| path.extension().is_some_and(|end| end == "draft"));
    assert_eq!(drafts.len(), sources.len(), "each source has one draft");
    for source in sources {
        let name = source.file_name().unwrap().to_string_lossy().into_owned();
        let shown = show::show(&open(&name, &bytes(&source)));
        let expected = fs::read_to_string(source.with_file_name(format!("{name}.draft"))).unwrap_or_default();
        if shown != expected {
            wrong.push(format!("==== {name}\n{shown}"));
        }
    }
    assert!(wrong.is_empty(), "read otherwise than expected:\n{}", wrong.join("\n"));
}
