//! Two tabs with the same article: what one does shows in the other, and where they cross nothing is lost.

use serde_json::json;

use crate::more::{STORY, claims, messages};
use crate::page::Page;

const ONE: &str = "one hull and two crews";
const TWO: &str = "keep quiet";

#[test]
fn what_one_tab_does_shows_in_the_other() {
    let mut page = Page::open_with("", STORY);
    page.mark("c", ONE);
    page.is_saved();
    let first = page.further("tab");
    page.shows("claim", &[ONE]);
    page.mark("c", TWO);
    let second = page.turn_to(&first);
    page.shows("claim", &[ONE, TWO]);
    page.press("Control+z");
    page.shows("claim", &[TWO]);
    page.turn_to(&second);
    page.shows("claim", &[TWO]);
    page.reload();
    page.shows("claim", &[TWO]);
}

/// A page does not hear the kinds of events that `deaf` names. Only its own listeners are deafened: Firefox
/// waits for some of these events itself when a driver turns to a tab.
const DEAF: &str = "() => {
    window.deaf = [];
    const add = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (kind, listener, ...rest) {
        const heard = typeof listener !== 'function' ? listener
            : function (event) { if (!window.deaf.includes(kind)) return listener.call(this, event) };
        return add.call(this, kind, heard, ...rest);
    };
}";

fn deafen(page: &Page, kinds: &[&str]) {
    page.script("window.deaf = args[0]", &json!([kinds]));
}

fn deafened_page() -> Page {
    let page = Page::closed();
    page.preload(DEAF);
    page.go("");
    page.add_article("", STORY);
    page.mark("c", ONE);
    page.is_saved();
    page
}

#[test]
fn a_note_changed_in_two_tabs_at_once_is_kept_twice() {
    let mut page = deafened_page();
    let first = page.further("tab");
    page.shows("claim", &[ONE]);
    deafen(&page, &["storage", "pageshow", "visibilitychange"]);
    claims(&page).item(ONE).click();
    let second = page.turn_to(&first);
    let note = |page: &Page| claims(page).item(ONE).field("Note").value();
    write_note(&page, "ask the office");
    page.is_saved();
    page.turn_to(&second);
    write_note(&page, "ask the mechanic");
    page.is_saved();
    page.turn_to(&first);
    page.hears("Another tab changed “one hull and two crews” at the same time as you.");
    assert_eq!(note(&page), "ask the mechanic", "the later one counts");
    messages(&page).button("Take mine").click();
    page.wait_until("the earlier note", || note(&page) == "ask the office");
    page.button("Undo").click();
    page.wait_until("the later note", || note(&page) == "ask the mechanic");
}

fn write_note(page: &Page, note: &str) {
    claims(page).item(ONE).field("Note").type_(note);
    page.press("Control+Enter");
}

#[test]
fn what_is_being_typed_survives_what_another_tab_does() {
    let mut page = deafened_page();
    let first = page.further("tab");
    page.shows("claim", &[ONE]);
    claims(&page).item(ONE).click();
    let second = page.turn_to(&first);
    claims(&page).item(ONE).field("Note").type_("half a sent");
    // What is typed becomes a step when its field is left: as if two windows stood side by side.
    deafen(&page, &["blur", "focusout", "change", "visibilitychange", "pagehide"]);
    page.turn_to(&second);
    write_note(&page, "theirs");
    page.is_saved();
    page.turn_to(&first);
    page.hears("Another tab has just changed “one hull and two crews”");
    claims(&page).item(ONE).field("Note").holds("half a sent");
    page.turn_to(&second);
    claims(&page).item(ONE).button("Remove claim").click();
    page.shows("claim", &[]);
    page.turn_to(&first);
    page.hears("You had written: “half a sent”");
    messages(&page).button("Put it back with what I wrote").click();
    page.shows("claim", &[ONE]);
    claims(&page).item(ONE).click();
    claims(&page).item(ONE).field("Note").holds("half a sent");
}

#[test]
fn an_article_deleted_for_good_elsewhere_can_be_put_back() {
    let mut page = Page::open_with("A bridge", STORY);
    page.mark("c", ONE);
    page.is_saved();
    let first = page.further("tab");
    page.shows("claim", &[ONE]);
    page.script("location.hash = '#/'", &json!([]));
    page.button("Delete A bridge").click();
    page.script("document.querySelector('details').open = true", &json!([]));
    page.button("Delete A bridge for good").click();
    page.dialog("Delete for good").button("Delete for good").click();
    let second = page.turn_to(&first);
    page.hears("“A bridge” was deleted for good in another tab. This page still has all of it.");
    messages(&page).button("Put it back").click();
    page.shows("claim", &[ONE]);
    page.is_saved();
    page.reload();
    page.shows("claim", &[ONE]);
    page.turn_to(&second);
    page.button("Delete A bridge").wait();
}

#[test]
fn a_newer_program_in_another_tab_is_not_written_over() {
    let mut page = Page::open_with("", STORY);
    page.mark("c", ONE);
    page.is_saved();
    let first = page.further("tab");
    page.script("localStorage.setItem('sayso/3/here', '3')", &json!([]));
    page.turn_to(&first);
    page.hears("A newer Sayso has written into this browser.");
    let kept = page.stored();
    page.mark("c", TWO);
    page.shows("claim", &[ONE]);
    assert_eq!(page.stored(), kept);
}
