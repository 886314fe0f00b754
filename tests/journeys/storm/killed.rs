//! The whole browser killed while a person edits.

use std::time::Duration;

use serde_json::json;

use super::times;
use crate::page::Page;

/// Marks word after word and says on the console what the page has shown as saved.
const EDIT: &str = "
    for (let n = args[0]; n < args[1]; n += 1) {
        await hands.mark(n);
        await hands.saved();
        console.info(`saved word${n}`);
    }";

#[test]
fn what_was_shown_as_saved_outlives_a_killed_browser() {
    let (rounds, words) = (times(2, 50), 4_000);
    let mut page = Page::open();
    let address = page.open_words(words);
    page.begin("await hands.saved()", &json!([]));
    page.outcome();
    let (mut next, mut shown) = (0, 0);
    for round in 0..rounds {
        page.begin(EDIT, &json!([next, words]));
        // The moment is chance by intention: between the first word and some two seconds later.
        page.wait_long("the first word", || (saved_words(&page).len() > shown).then_some(()));
        std::thread::sleep(Duration::from_millis(u64::try_from(round * 7919 % 2_000).unwrap_or(0)));
        let saved = saved_words(&page);
        page = page.kill();
        page.go(&address);
        page.article().wait();
        let claimed = page.wait_for("what was saved", || {
            let claimed = page.claimed();
            saved.iter().all(|word| claimed.contains(word)).then_some(claimed)
        });
        assert!(!page.whole().text().contains("could not be read"), "round {round}");
        next =
            claimed.iter().filter_map(|word| word.strip_prefix("word")?.parse().ok()).max().unwrap_or(0) + 1;
        shown = 0;
    }
}

/// The words that the page has said to be saved since this browser was started.
fn saved_words(page: &Page) -> Vec<String> {
    page.events("log.entryAdded", |entry| entry["text"].as_str()?.strip_prefix("saved "))
}
