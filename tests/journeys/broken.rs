//! The program stops: what is stored can be had, comes back, and the next start may be a safe one.

use serde_json::{Value, json};

use crate::find::Thing;
use crate::more::{HEADLINE, STORY, claims};
use crate::page::Page;

const ONE: &str = "one hull and two crews";
const SAFE: &str = "Open without the article that was open";

/// The address changes in the midst of a step, which no browser does: the program panics.
const BREAK: &str = "const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (...entry) {
        if (this === sessionStorage) return set.apply(this, entry);
        dispatchEvent(new HashChangeEvent('hashchange'));
    }";

fn notice(page: &Page) -> Thing<'_> {
    page.region("alert", "Sayso stopped working")
}

/// Makes the program panic over marking these words, and waits for the notice.
fn stop(page: &Page, words: &str) {
    page.article().wait();
    page.select_words(words);
    page.script(BREAK, &json!([]));
    page.press("n");
    notice(page).wait();
    notice(page).says("panicked at src/app/");
}

fn marked() -> Page {
    let page = Page::open_with("", STORY);
    page.mark("c", ONE);
    page.shows("claim", &[ONE]);
    page.wait_until("all to be kept twice", || stored(&page) == mirrored(&page));
    page
}

/// What stands in local storage.
fn stored(page: &Page) -> Value {
    page.stored()
}

/// What stands in the second copy.
fn mirrored(page: &Page) -> Value {
    let script = "const answer = (request) => new Promise((done) => { request.onsuccess = () => done(request.result) });
        const database = await answer(indexedDB.open('sayso'));
        const store = database.transaction('kept').objectStore('kept');
        const [keys, values] = await Promise.all([answer(store.getAllKeys()), answer(store.getAll())]);
        database.close();
        return Object.fromEntries(keys.map((key, index) => [key, values[index]]))";
    page.script(script, &json!([]))
}

fn downloaded(page: &Page) -> Value {
    notice(page).button("Download everything").click();
    let file = page.downloaded_json();
    page.hears("stored entries were saved to sayso-backup-");
    assert_eq!([&file["format"], &file["version"]], [&json!("sayso-backup"), &json!(1)]);
    file
}

/// A saved file has each of these entries to the letter. The step that was being written when the
/// program stopped may be there too.
fn holds(file: &Value, entries: &Value) {
    for (key, value) in entries.as_object().expect("entries") {
        assert_eq!(file["entries"][key], *value, "{key}");
    }
}

#[test]
fn a_panic_in_the_midst_of_typing_loses_nothing() {
    let page = marked();
    claims(&page).item(ONE).field("Note").type_("half a thou");
    let kept = "return Object.keys(sessionStorage).some((key) => key.startsWith('sayso/draft/'))";
    page.wait_until("the draft to be kept", || page.script(kept, &json!([])) == json!(true));
    let before = stored(&page);
    page.script(BREAK, &json!([]));
    page.press("Control+Enter");
    notice(&page).wait();
    holds(&downloaded(&page), &before);
    assert_eq!(notice(&page).button(SAFE).count(), 0, "it stopped for the first time");
    notice(&page).button("Reload").click();
    notice(&page).wait_gone();
    page.shows("claim", &[ONE]);
    page.wait_until("what was typed to be there, as a draft or as the step that it became", || {
        let (card, field) = (claims(&page).item(ONE), claims(&page).item(ONE).field("Note"));
        card.text().contains("half a thou") || (field.count() == 1 && field.value() == "half a thou")
    });
}

#[test]
fn what_the_notice_saves_is_a_backup() {
    let page = marked();
    stop(&page, "renewal");
    let file = downloaded(&page);
    let other = Page::open();
    other.open_file("backup.json", file.to_string().as_bytes());
    other.hears(&format!("is restored: “{HEADLINE}”."));
    other.whole().named(&["link"], HEADLINE).click();
    other.shows("claim", &[ONE]);
    other.check_quiet();
}

#[test]
fn both_copies_are_saved_and_the_sound_one_counts() {
    let page = marked();
    let whole = stored(&page);
    stop(&page, "renewal");
    let damage = "const [entries] = [Object.keys(localStorage).filter((key) => !key.includes('/text/') && key !== 'sayso/2/here').sort()];
        Storage.prototype.removeItem.call(localStorage, entries[0]);
        localStorage[entries[1]] = localStorage[entries[1]].replace('one hull', 'two hull');
        const text = Object.keys(localStorage).find((key) => key.includes('/text/'));
        localStorage[text] = 'another text';
        return entries.length";
    assert!(page.script(damage, &json!([])).as_u64() >= Some(2));
    assert_ne!(stored(&page), whole);
    holds(&downloaded(&page), &whole);
}

#[test]
fn without_the_second_copy_the_first_is_saved_and_that_is_said() {
    let page = marked();
    let whole = stored(&page);
    stop(&page, "renewal");
    page.script("IDBFactory.prototype.open = () => { throw new Error('no copies today') }", &json!([]));
    holds(&downloaded(&page), &whole);
    page.hears("One of the two copies could not be read (Error: no copies today).");
    page.script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('nor here') } })",
        &json!([]),
    );
    notice(&page).button("Download everything").click();
    page.hears("Nothing could be read from the browser’s storage: Error: nor here");
}

#[test]
fn what_stops_again_soon_can_be_opened_without_the_article() {
    let page = marked();
    stop(&page, "renewal");
    assert_eq!(notice(&page).button(SAFE).count(), 0);
    notice(&page).button("Reload").click();
    notice(&page).wait_gone();
    page.shows("claim", &[ONE]);
    stop(&page, "all winter");
    notice(&page).button(SAFE).click();
    page.button("Paste text").wait();
    page.whole().named(&["link"], HEADLINE).wait();
    assert_eq!(page.script("return location.hash", &json!([])), json!("#/"));
}
