//! What the system is told of Sayso agrees with what Sayso does.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a manifest that cannot be read fails the test"
)]

use std::collections::BTreeSet;

use sayso::intake::FileKind;
use serde_json::Value;

fn manifest() -> Value {
    serde_json::from_str(include_str!("../src/sayso.webmanifest")).expect("the manifest is JSON")
}

#[test]
fn the_files_that_are_opened_are_those_that_the_system_hands_over() {
    let manifest = manifest();
    let accepted = manifest["file_handlers"][0]["accept"].as_object().expect("kinds of files");
    let told: BTreeSet<&str> = accepted
        .values()
        .flat_map(|ends| ends.as_array().into_iter().flatten())
        .filter_map(Value::as_str)
        .collect();
    let read: BTreeSet<&str> = FileKind::EXTENSIONS.into_iter().chain([".json"]).collect();
    assert_eq!(told, read);
}

#[test]
fn it_works_under_any_path() {
    let manifest = manifest();
    let places = [
        &manifest["id"],
        &manifest["start_url"],
        &manifest["scope"],
        &manifest["share_target"]["action"],
        &manifest["file_handlers"][0]["action"],
    ];
    assert!(places.iter().all(|place| **place == "./"), "{places:?}");
    assert_eq!(manifest["icons"][0]["src"], "icon.svg");
}

#[test]
fn it_looks_as_the_page_does() {
    let manifest = manifest();
    let page = include_str!("../index.html");
    for colour in ["theme_color", "background_color"] {
        let colour = manifest[colour].as_str().expect("a colour");
        assert!(
            page.contains(&format!("content=\"{colour}\" media=\"(prefers-color-scheme: light)\"")),
            "{colour}"
        );
    }
    assert!(page.contains(manifest["description"].as_str().expect("a description")));
}
