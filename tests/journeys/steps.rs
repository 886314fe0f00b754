//! Undo and redo: named, across reloads, and as a list to go back to.

use crate::more::STORY;
use crate::page::Page;

#[test]
fn steps_are_named_and_survive_a_reload() {
    let page = Page::open_with("Ferry", STORY);
    for (key, words) in [("n", "one hull"), ("n", "two crews"), ("n", "all winter")] {
        page.mark(key, words);
    }
    page.shows("note", &["one hull", "two crews", "all winter"]);
    let undo = || page.button("Undo").attribute("title").unwrap_or_default();
    page.wait_until("the name of the step", || undo().starts_with("Undo: note on “all winter”"));
    page.reload();
    page.shows("note", &["one hull", "two crews", "all winter"]);
    page.button("Undo").click();
    page.hears("Undone: note on “all winter”.");
    page.shows("note", &["one hull", "two crews"]);
    page.button("Redo").click();
    page.hears("Done again: note on “all winter”.");
    page.shows("note", &["one hull", "two crews", "all winter"]);
}

#[test]
fn the_list_of_steps_goes_back_and_forth() {
    let page = Page::open_with("Ferry", STORY);
    for words in ["one hull", "two crews", "all winter"] {
        page.mark("n", words);
    }
    page.press("h");
    let steps = page.dialog("Steps");
    steps.clone().any("listitem").counts(4);
    steps.button("Note on “one hull”").click();
    page.hears("2 steps taken back.");
    page.shows("note", &["one hull"]);
    // With the keyboard alone: forward again.
    page.press("h");
    page.tab_to(&page.dialog("Steps").button("Note on “all winter”"));
    page.press("Enter");
    page.shows("note", &["one hull", "two crews", "all winter"]);
    page.press("h");
    page.dialog("Steps").button("Before all of these steps").click();
    page.shows("note", &[]);
    page.press("h");
    page.dialog("Steps").button("Note on “all winter”").click();
    page.shows("note", &["one hull", "two crews", "all winter"]);
    page.check_quiet();
}
