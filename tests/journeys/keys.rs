//! Keys that are changed, switched off and found in the menu; settings that are kept.

use serde_json::json;

use crate::find::Thing;
use crate::more::{STORY, claims};
use crate::page::Page;

const CLAIM: &str = "one hull and two crews";
const LATER: &str = "keep quiet";

fn keys(page: &Page) -> Thing<'_> {
    page.dialog("all keys")
}

fn menu(page: &Page) -> Thing<'_> {
    page.whole().named(&["menu"], "Menu")
}

fn closed(page: &Page, dialog: &str) {
    page.press("Escape");
    page.dialog(dialog).wait_gone();
}

#[test]
fn a_key_is_changed_with_the_mouse_and_reset() {
    let page = Page::open_with("", STORY);
    page.button("all keys").click();
    let change = keys(&page).button("Change the key of Mark a claim");
    change.click();
    let waiting = keys(&page).button("Press the new key (Esc: leave it)");
    waiting.wait();
    for (key, sentence) in [
        ("s", "S is the key of “Mark a source”. Give that another key first."),
        ("5", "5 stays as it is"),
        ("Control+c", "Ctrl+C belongs to the browser."),
        ("i", "I is the key of the label “Opinion”."),
    ] {
        page.press(key);
        page.hears(sentence);
    }
    page.press("Escape");
    change.wait();
    assert!(keys(&page).count() == 1, "Esc leaves the key as it is, and the list open");
    change.click();
    waiting.wait();
    page.press("Alt+x");
    keys(&page).button("Reset the key of Mark a claim").wait();
    closed(&page, "all keys");
    page.mark("c", CLAIM);
    page.press("Alt+x");
    page.shows("claim", &[CLAIM]);
    page.reload();
    page.mark("Alt+x", LATER);
    page.shows("claim", &[CLAIM, LATER]);
    page.button("all keys").click();
    keys(&page).button("Reset the key of Mark a claim").click();
    keys(&page).button("Reset the key of Mark a claim").wait_gone();
    closed(&page, "all keys");
    page.press("Control+z");
    page.shows("claim", &[CLAIM]);
    page.mark("c", LATER);
    page.shows("claim", &[CLAIM, LATER]);
    page.check_quiet();
}

#[test]
fn a_key_is_changed_with_the_keyboard_alone() {
    let page = Page::open_with("", STORY);
    page.press("?");
    let change = keys(&page).button("Change the key of Mark with a note");
    page.tab_to(&change);
    page.press("Enter");
    keys(&page).button("Press the new key (Esc: leave it)").wait();
    page.press("x");
    change.wait();
    change.takes_keys();
    closed(&page, "all keys");
    page.mark("x", CLAIM);
    page.shows("note", &[CLAIM]);
    page.press("?");
    keys(&page).wait();
    page.tab_to(&keys(&page).button("Reset all keys"));
    page.press("Enter");
    keys(&page).button("Reset the key of Mark with a note").wait_gone();
    closed(&page, "all keys");
    page.mark("n", LATER);
    page.shows("note", &[CLAIM, LATER]);
}

/// Opens the menu with the keyboard and does what the item says.
fn from_menu(page: &Page, item: &str) {
    page.tab_to(&page.button("Menu"));
    page.press("Enter");
    let wanted = menu(page).named(&["menuitem"], item);
    wanted.wait();
    let reached = (0..30).any(|_| {
        let there = wanted.has_focus();
        if !there {
            page.press("ArrowDown");
        }
        there
    });
    assert!(reached, "the arrows do not lead to {item}");
    page.press("Enter");
    menu(page).wait_gone();
}

#[test]
fn with_single_letters_off_the_menu_does_everything() {
    let page = Page::open_with("", STORY);
    page.press(",");
    let letters = page.dialog("Settings").named(&["switch"], "Single letters, digits and signs are keys");
    page.tab_to(&letters);
    page.press("Space");
    closed(&page, "Settings");
    page.select_words(CLAIM);
    // Not `/`, which opens a search of the browser’s own in Firefox.
    for key in ["c", "n", "i", "?", ",", "o"] {
        page.press(key);
    }
    assert_eq!((page.whole().any("dialog").count(), page.painted_marks()["claim"].clone()), (0, json!([])));
    from_menu(&page, "Search");
    let field = page.field("Find in the article");
    page.wait_until("the search field to take the keys", || field.count() == 1 && field.has_focus());
    page.type_(LATER);
    page.hears("1 of 1");
    page.press("Escape");
    page.wait_until("the words to be selected", || page.selected() == LATER);
    from_menu(&page, "Mark a claim");
    page.shows("claim", &[LATER]);
    from_menu(&page, "No source given");
    page.hears("No source given.");
    page.press("Control+z");
    page.hears("Undone: no source given.");
    page.reload();
    page.article().wait();
    page.press("?");
    from_menu(&page, "All keys");
    keys(&page).wait();
    page.check_quiet();
}

#[test]
fn the_menu_has_every_command_and_marks_with_the_mouse() {
    let page = Page::open_with("", STORY);
    page.select_words(CLAIM);
    page.button("Menu").click();
    menu(&page).any("menuitem").counts(28);
    for group in ["Mark the text", "The mark in hand", "From mark to mark", "Find", "Steps", "Sayso"] {
        menu(&page).named(&["group"], group).counts(1);
    }
    assert!(menu(&page).named(&["menuitem"], "Remove the mark").attribute("disabled").is_some());
    let shortcut = menu(&page).named(&["menuitem"], "Redo").attribute("aria-keyshortcuts");
    assert_eq!(shortcut.as_deref(), Some("Control+Shift+Z"));
    page.menu_item("Mark a claim").click();
    page.shows("claim", &[CLAIM]);
    page.button("Menu").click();
    page.menu_item("Remove the mark").click();
    page.shows("claim", &[]);
}

#[test]
fn settings_count_at_once_and_are_kept() {
    let page = Page::open_with("", STORY);
    page.press(",");
    let dialog = page.dialog("Settings");
    page.wait_until("the name to take the keys", || dialog.clone().field("Your name").has_focus());
    page.type_("Ada Quill");
    closed(&page, "Settings");
    page.mark("c", CLAIM);
    page.shows("claim", &[CLAIM]);
    let saved = page.export("JSON, this article");
    let mark = &saved["articles"][0]["marks"][0];
    assert_eq!(mark["creator"], "Ada Quill");
    assert_eq!(mark["codebook"], "Claims and sources, version 1");
    page.reload();
    page.button("Menu").click();
    page.menu_item("Settings").click();
    dialog.clone().field("Your name").holds("Ada Quill");
    assert!(claims(&page).count() == 0, "behind the dialog");
    dialog.clone().button("All keys").click();
    keys(&page).wait();
}

#[test]
fn damaged_settings_are_kept_and_told() {
    let page = Page::open();
    page.button("Paste text").wait();
    page.press(",");
    let name = page.dialog("Settings").field("Your name");
    page.wait_until("the name to take the keys", || name.count() == 1 && name.has_focus());
    page.type_("Ada");
    page.wait_until("the name to be kept", || page.stored().to_string().contains("Ada"));
    let stored = page.stored();
    let kept = stored.as_object().and_then(|all| all.iter().find(|(key, _)| key.contains("/settings.")));
    let (key, value) = kept.expect("the settings");
    page.damage(key, &value.as_str().expect("a string").replace("Ada", "Eve"));
    page.reload();
    page.hears("1 stored entry could not be read. Nothing of it was changed or deleted.");
    page.press(",");
    page.wait_until("the name to take the keys", || name.count() == 1 && name.has_focus());
    name.holds("");
    page.type_("Bea");
    page.wait_until("the name to be kept", || page.stored().to_string().contains("Bea"));
    let value = page.stored()[key].to_string();
    assert!(value.contains("Eve"), "{value}");
}
