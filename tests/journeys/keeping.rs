//! What is kept: steps back across a reload, a full and a forbidden store, damaged entries.

use serde_json::json;

use crate::more::{STORY, claims, messages};
use crate::page::Page;

const ONE: &str = "one hull and two crews";
const TWO: &str = "keep quiet";

#[test]
fn undo_and_redo_reach_across_a_reload() {
    let page = Page::open_with("", STORY);
    page.mark("c", ONE);
    page.mark("n", TWO);
    page.shows("note", &[TWO]);
    page.button("Undo").click();
    page.shows("note", &[]);
    page.reload();
    page.shows("claim", &[ONE]);
    page.button("Redo").click();
    page.shows("note", &[TWO]);
    page.reload();
    page.shows("note", &[TWO]);
    for (claims, notes) in [(&[ONE][..], &[][..]), (&[], &[])] {
        page.press("Control+z");
        page.shows("note", notes);
        page.shows("claim", claims);
    }
    page.reload();
    page.article().wait();
    page.press("Control+Shift+z");
    page.shows("claim", &[ONE]);
    page.press("Control+Shift+z");
    page.shows("note", &[TWO]);
}

/// Fills local storage to the last character.
const FILL: &str = "for (let size = 1 << 22, n = 0; size >= 1; n += 1) {
    try { localStorage.setItem(`filler/${n}`, 'x'.repeat(size)) } catch { size >>= 1 }
}";
const MAKE_ROOM: &str = "for (const key of Object.keys(localStorage)) if (key.startsWith('filler/')) localStorage.removeItem(key)";

#[test]
fn a_full_store_loses_nothing() {
    let page = Page::open_with("", STORY);
    page.mark("c", ONE);
    page.shows("claim", &[ONE]);
    page.script(FILL, &json!([]));
    page.mark("c", TWO);
    page.hears("Not saved, because this browser’s room is full.");
    page.shows("claim", &[ONE, TWO]);
    page.button("Try again").click();
    page.hears("Not saved, because this browser’s room is full.");
    let saved = page.export("JSON, this article");
    assert_eq!(saved["articles"][0]["marks"].as_array().map(Vec::len), Some(2));
    page.script(MAKE_ROOM, &json!([]));
    page.wait_until("the page to save by itself", || {
        page.whole().any("contentinfo").text().contains("Saved in this browser")
    });
    page.reload();
    page.shows("claim", &[ONE, TWO]);
}

#[test]
fn a_forbidden_store_is_told_and_all_else_works() {
    let page = Page::closed();
    page.preload("() => { Storage.prototype.setItem = () => { throw new DOMException('forbidden', 'SecurityError') } }");
    page.go("");
    // Before the second copy has it another sentence may be seen for a moment.
    let unsaved =
        "Not saved, because this browser refuses to store it (forbidden); only the second copy has it.";
    page.hears(unsaved);
    page.add_article("", STORY);
    page.mark("c", ONE);
    page.shows("claim", &[ONE]);
    page.hears(unsaved);
    let saved = page.export("JSON, this article");
    assert_eq!(saved["articles"][0]["marks"][0]["spans"][0]["quote"], ONE);
    assert_eq!(page.stored(), json!({}));
}

#[test]
fn unreadable_entries_are_set_aside() {
    let page = Page::open_with("", STORY);
    page.mark("c", ONE);
    page.mark("n", TWO);
    page.shows("note", &[TWO]);
    let (key, damaged) = damage_the_last_entry(&page);
    let kept = page.stored();
    for _ in 0..2 {
        page.reload();
        page.hears("1 stored entry could not be read. Nothing of it was changed or deleted.");
        page.shows("claim", &[ONE]);
        page.shows("note", &[]);
        assert_eq!(page.stored(), kept);
    }
    page.mark("c", "renewal");
    page.shows("claim", &[ONE, "renewal"]);
    assert_eq!(page.stored()[&key], *damaged, "it is still there after a step more");
    claims(&page).any("listitem").counts(2);
    messages(&page).button("Show").click();
    let dialog = page.dialog("1 stored entry could not be read");
    dialog.says(&key);
    dialog.button("Download them").click();
    let (_, saved) = page.downloaded();
    assert!(saved.contains(&key) && saved.contains(&damaged), "{saved}");
}

/// Changes one letter of the entry written last, in both copies; its key and its value now.
fn damage_the_last_entry(page: &Page) -> (String, String) {
    let stored = page.stored();
    let entries = stored.as_object().expect("an object");
    let key = entries
        .keys()
        .filter(|key| !key.contains("/text/") && !key.ends_with("/here"))
        .max()
        .expect("an entry");
    let value = entries[key].as_str().expect("a string").replace(TWO, "keep quiwt");
    assert_ne!(entries[key], *value);
    page.damage(key, &value);
    (key.clone(), value)
}
