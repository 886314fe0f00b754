//! Two copies of everything: what one loses the other brings back, and a page says where it has only one.

use serde_json::json;

use crate::more::STORY;
use crate::page::Page;

const ONE: &str = "one hull and two crews";
const TWO: &str = "keep quiet";

const CLEAR: &str = "localStorage.clear()";
const DELETE: &str =
    "return new Promise((done) => { indexedDB.deleteDatabase('sayso').onsuccess = () => done(1) })";
const COPIED: &str = "return new Promise((done) => { indexedDB.open('sayso').onsuccess = (event) => {
    const keys = event.target.result.transaction('kept').objectStore('kept').getAllKeys();
    keys.onsuccess = () => { event.target.result.close(); done(keys.result) } } })";

#[test]
fn local_storage_emptied_between_two_visits_loses_nothing() {
    let page = Page::open_with("", STORY);
    page.mark("c", ONE);
    page.is_saved();
    let kept = page.stored();
    page.script(CLEAR, &json!([]));
    page.reload();
    page.shows("claim", &[ONE]);
    page.hears("This browser’s local storage had been emptied. The second copy had everything");
    page.is_saved();
    assert_eq!(page.stored(), kept);
    page.reload();
    page.shows("claim", &[ONE]);
    page.is_saved();
    assert!(!page.whole().text().contains("had been emptied"), "it is told once");
}

#[test]
fn local_storage_emptied_under_the_page_is_written_again() {
    let page = Page::open_with("", STORY);
    page.mark("c", ONE);
    page.is_saved();
    let kept = page.stored();
    page.script(CLEAR, &json!([]));
    page.mark("c", TWO);
    page.hears("This browser’s storage was emptied while Sayso was open.");
    page.is_saved();
    let now = page.stored();
    for (key, value) in kept.as_object().expect("an object") {
        assert_eq!(now[key], *value);
    }
    page.reload();
    page.shows("claim", &[ONE, TWO]);
}

#[test]
fn the_second_copy_deleted_under_the_page_is_written_again() {
    let page = Page::open_with("", STORY);
    page.mark("c", ONE);
    page.is_saved();
    page.script(DELETE, &json!([]));
    page.hears("The second copy of your work had been emptied. It was written again; nothing is lost.");
    page.is_saved();
    let stored = page.stored();
    let keys: Vec<&String> = stored.as_object().expect("an object").keys().collect();
    assert_eq!(page.script(COPIED, &json!([])), json!(keys));
}

#[test]
fn without_indexeddb_the_page_says_that_there_is_one_copy() {
    let page = Page::closed();
    page.preload("() => Object.defineProperty(window, 'indexedDB', { value: undefined })");
    page.go("");
    page.add_article("", STORY);
    page.mark("c", ONE);
    page.wait_until("the status to say so", || {
        let status = page.whole().any("contentinfo").text();
        status.contains("Saved in this browser, but without a second copy")
    });
    page.reload();
    page.shows("claim", &[ONE]);
}

#[test]
fn a_damaged_entry_is_healed_from_the_second_copy() {
    let page = Page::open_with("", STORY);
    page.mark("c", ONE);
    page.is_saved();
    let stored = page.stored();
    for (key, value) in
        stored.as_object().expect("an object").iter().filter(|(key, _)| *key != "sayso/2/here")
    {
        page.script("localStorage.setItem(args[0], args[1].slice(0, -1) + '~')", &json!([key, value]));
        page.reload();
        page.shows("claim", &[ONE]);
        page.hears(
            "damaged. The second copy was sound and has taken its place; what was damaged is kept aside.",
        );
        assert_eq!(page.stored()[key], *value);
    }
}

/// A second copy that does not answer.
const SILENT: &str = "() => { IDBFactory.prototype.open = () => new EventTarget() }";

#[test]
fn a_page_does_not_wait_for_its_second_copy() {
    let page = Page::closed();
    page.preload(SILENT);
    page.go("");
    page.script(
        "window.feet = []; new MutationObserver(() => feet.push(document.querySelector('footer')?.textContent))
            .observe(document.body, { subtree: true, childList: true, characterData: true })",
        &json!([]),
    );
    page.add_article("", STORY);
    page.mark("c", ONE);
    page.shows("claim", &[ONE]);
    let begins = "return feet.some((text) => text?.startsWith('Saving…'))";
    page.wait_until("“Saving…” to have been said", || page.script(begins, &json!([])) == json!(true));
    page.wait_until("the page to give up waiting", || {
        page.whole().any("contentinfo").text().contains("its IndexedDB does not answer")
    });
    page.mark("c", TWO);
    page.reload();
    page.shows("claim", &[ONE, TWO]);
}
