//! What a step or a key draws again: what has changed, and nothing else. `scripts/test` runs this in Chromium
//! and in Firefox.

#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test that meets a surprise has failed"
)]

mod drawn;
mod page;

use page::{MARKS, field, open, type_into};
use sayso::annotation::{MarkId, SourceId};
use sayso::session::Intent;
use sayso::view::Ask;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// A list that is drawn at each step, and hands its parts what only they need. The last number is how often
/// it is drawn again once the step is kept.
const AT_EACH_STEP: [(&str, usize); 13] = [
    ("component", 2),
    ("div.app", 2),
    ("parts", 1),
    ("nothing", 3),
    ("nav.sources", 1),
    ("main.article", 1),
    ("div.about", 1),
    ("svg.link", 1),
    ("div.pop", 1),
    ("aside.claims", 1),
    ("div.strip", 2),
    ("svg", 1),
    ("footer.status", 2),
];

#[wasm_bindgen_test]
async fn drawing_is_counted() {
    let _page = open().await;
    let drawn = drawn::take();
    assert_eq!(drawn.get("li.mark-card"), Some(&MARKS), "{drawn:?}");
    assert_eq!(drawn.get("div.body"), Some(&1), "{drawn:?}");
}

#[wasm_bindgen_test]
async fn a_key_in_a_note_draws_its_field() {
    let page = open().await;
    page.does(Ask::Do(Intent::Take(MarkId::from("mark-3")))).await;
    type_into(&field(".mark-card.open textarea"), "who");
    page.rests().await;
    check("a key", &[("component", 1), ("label.written", 1)]);
}

#[wasm_bindgen_test]
async fn a_key_in_the_search_draws_what_is_found() {
    let page = open().await;
    page.does(Ask::OpenSearch).await;
    type_into(&field(".search input"), "ferry");
    page.rests().await;
    let frames = [("component", 1), ("div.app", 1), ("parts", 1)];
    check("a key", &[&frames[..], &[("div.search", 1), ("main.article", 1)]].concat());
}

#[wasm_bindgen_test]
async fn a_mark_more_draws_its_card() {
    let page = open().await;
    page.does(page.one_more("one")).await;
    page.does(page.one_more("two")).await;
    check("a mark more", &[&AT_EACH_STEP[..], &[("li.mark-card", 1)]].concat());
}

#[wasm_bindgen_test]
async fn a_tie_draws_its_card_and_its_voice() {
    let page = open().await;
    let tie = |mark: &str| Ask::Do(Intent::Tie(MarkId::from(mark), SourceId::from("pilot")));
    page.does(tie("mark-3")).await;
    page.does(tie("mark-4")).await;
    check("a tie", &[&AT_EACH_STEP[..], &[("li.mark-card", 1), ("li.source-row", 1)]].concat());
}

/// Whether exactly that was drawn.
#[track_caller]
fn check(what: &str, expected: &[(&str, usize)]) {
    let expected: drawn::Drawn = expected.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect();
    assert_eq!(drawn::take(), expected, "{what}");
}
