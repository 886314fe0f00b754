//! The history of an article: listed, looked at, restored, named; with the mouse and with the keyboard.

use crate::find::Thing;
use crate::more::{STORY, claims};
use crate::page::Page;

const ONE: &str = "one hull and two crews";
const TWO: &str = "keep quiet";
const FIRST: &str = "Mark claim “one hull and two crews”";

pub(crate) fn panel(page: &Page) -> Thing<'_> {
    page.region("complementary", "History")
}

fn bar(page: &Page) -> Thing<'_> {
    page.region("region", "Earlier state")
}

/// A step in the list, by the words it ends with.
fn row<'page>(page: &'page Page, words: &str) -> Thing<'page> {
    let rows = panel(page).any("button");
    let name = page.wait_for(words, || rows.texts().into_iter().find(|text| text.ends_with(words)));
    panel(page).button(&name)
}

/// A claim, and later a note.
fn two_steps() -> Page {
    let page = Page::open_with("", STORY);
    page.mark("c", ONE);
    page.shows("claim", &[ONE]);
    page.mark("n", TWO);
    page.shows("note", &[TWO]);
    page.press("Escape");
    page
}

#[test]
fn an_earlier_state_is_looked_at_and_left_again() {
    let page = two_steps();
    page.button("History").click();
    panel(&page).button("Now").wait();
    row(&page, FIRST).click();
    page.hears("This is an earlier state, to look at.");
    page.shows("note", &[]);
    page.shows("claim", &[ONE]);
    bar(&page).says(&format!("After: {FIRST}"));
    nothing_can_be_changed(&page);
    page.tab("Overview").click();
    page.region("main", "Overview").wait();
    bar(&page).wait();
    page.tab("Annotate").click();
    page.shows("note", &[]);
    bar(&page).button("Back to now").click();
    bar(&page).wait_gone();
    page.shows("note", &[TWO]);
    page.check_quiet();
}

/// Keys, buttons and fields do nothing, and an export is of what is shown.
fn nothing_can_be_changed(page: &Page) {
    page.select_words("all winter");
    assert_eq!(page.button("Claim").count(), 0, "the toolbar is not there");
    page.press("c");
    page.press("Control+z");
    claims(page).item(ONE).any("button").click();
    page.has_in_hand(ONE);
    claims(page).item(ONE).button("supported").click();
    page.press("Delete");
    page.shows("claim", &[ONE]);
    let marks = page.export("JSON, this article")["articles"][0]["marks"].clone();
    assert_eq!(marks.as_array().map(Vec::len), Some(1));
    assert_eq!(marks[0]["verdict"], "unchecked");
    page.hears("Go back to now to export the latest.");
    page.press("Escape");
}

#[test]
fn a_state_is_restored_and_the_restoring_is_undone() {
    let page = two_steps();
    page.button("Menu").click();
    page.menu_item("History of the article").click();
    row(&page, FIRST).click();
    page.shows("note", &[]);
    bar(&page).button("Restore this state").click();
    page.hears("Restored: the state of");
    bar(&page).wait_gone();
    page.shows("note", &[]);
    panel(&page).button("Close the history").click();
    panel(&page).wait_gone();
    page.reload();
    page.shows("claim", &[ONE]);
    page.shows("note", &[]);
    for note in [&[TWO][..], &[]] {
        page.button(if note.is_empty() { "Redo" } else { "Undo" }).click();
        page.shows("note", note);
    }
    page.check_quiet();
}

#[test]
fn a_state_is_named_looked_at_and_restored_with_the_keyboard_alone() {
    let page = two_steps();
    page.press("Shift+H");
    panel(&page).wait();
    page.tab_to(&page.field("Name this state"));
    page.type_("\n");
    page.hears("Write a name first.");
    page.type_("First pass\n");
    page.hears("This state is named “First pass”.");
    page.press("Escape");
    page.find("all winter", "all winter");
    page.press("n");
    page.shows("note", &["all winter", TWO]);
    page.press("Escape");
    page.tab_to(&row(&page, "First pass"));
    page.press("Enter");
    page.shows("note", &[TWO]);
    page.press("Escape");
    page.shows("note", &["all winter", TWO]);
    page.press("Enter");
    page.shows("note", &[TWO]);
    page.press("ArrowDown");
    page.hears("As it was on");
    page.press("Enter");
    page.hears("Restored: the state of");
    page.shows("note", &[TWO]);
    panel(&page).button("Now").takes_keys();
    page.press("Control+z");
    page.shows("note", &["all winter", TWO]);
    page.press("Escape");
    page.wait_until("nothing to be in hand", || page.in_hand().is_empty());
    page.press("Escape");
    panel(&page).wait_gone();
    page.check_quiet();
}

#[test]
fn a_folded_sitting_still_shows_its_named_states() {
    let page = two_steps();
    page.press("Shift+H");
    page.tab_to(&page.field("Name this state"));
    page.type_("First pass\n");
    row(&page, "First pass").wait();
    let fold = panel(&page).any("heading").any("button");
    fold.is_set("aria-expanded", "true");
    let facts = fold.text();
    assert!(facts.ends_with("Without a name · 4 steps"), "{facts}");
    fold.click();
    page.wait_until("the steps to be folded", || fold.attribute("aria-expanded").as_deref() == Some("false"));
    let listed = panel(&page).any("button").texts();
    assert!(!listed.iter().any(|text| text.contains("Mark claim")), "{listed:?}");
    row(&page, "First pass").click();
    bar(&page).wait();
}
