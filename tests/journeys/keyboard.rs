//! The main job with the keyboard alone, and what a screen reader is told on the way.

use crate::find::Thing;
use crate::more::{STORY, claims, sources};
use crate::page::Page;

const CLAIM: &str = "“We have one hull and two crews,”";
const LATER: &str = "the engine had been sound all winter";
const VOICE: &str = "Bruno Caldeira";

#[test]
fn the_main_job_with_the_keyboard_alone() {
    let page = Page::open();
    paste(&page);
    mark_and_tie(&page);
    choose_with_digits(&page);
    go_from_mark_to_mark(&page);
    write_a_note(&page);
    see_all_keys(&page);
    remove_and_take_back(&page);
    page.reload();
    shows_the_work(&page);
    page.check_quiet();
}

fn paste(page: &Page) {
    let dialog = page.dialog("Paste text");
    page.tab_to(&page.button("Paste text"));
    page.press("Enter");
    page.wait_until("the text field to take the keys", || dialog.clone().field("Article text").has_focus());
    // Back, as going on past the last thing leads into the browser's own bars.
    page.press("Shift+Tab");
    dialog.clone().field("Title").takes_keys();
    page.type_("Ferry");
    page.tab_to(&dialog.clone().field("Article text"));
    page.insert(STORY);
    page.tab_to(&dialog.clone().button("Add article"));
    page.press("Enter");
    dialog.wait_gone();
    page.article().wait();
}

fn mark_and_tie(page: &Page) {
    page.find("\"We have one hull and two crews,\"", CLAIM);
    page.press("c");
    page.hears("Claim marked: “");
    page.hears("No source yet. Select who says it and press S");
    page.shows("claim", &[CLAIM]);
    page.has_in_hand(CLAIM);
    page.find("bruno caldeira", VOICE);
    page.press("s");
    page.hears("Source marked: “Bruno Caldeira”. Said by Bruno Caldeira.");
    sources(page).item(VOICE).wait();
}

fn choose_with_digits(page: &Page) {
    page.find("The engine had been sound all winter", LATER);
    page.press("c");
    page.hears("No source yet. Press a digit for one of 1 source, or 0 if nobody is named.");
    page.press("1");
    page.hears("Said by Bruno Caldeira.");
    page.wait_until("the card to name the source", || claims(page).item(LATER).text().contains(VOICE));
    page.press("0");
    page.hears("No source given.");
    page.wait_until("the card to say so", || claims(page).item(LATER).text().contains("No source given"));
}

fn go_from_mark_to_mark(page: &Page) {
    page.has_in_hand(LATER);
    page.press("k");
    page.hears("Source: “Bruno Caldeira”");
    page.press("k");
    page.has_in_hand(CLAIM);
    page.hears("Claim: “");
    page.press("j");
    page.has_in_hand(VOICE);
    page.press("j");
    page.has_in_hand(LATER);
}

fn note(page: &Page) -> Thing<'_> {
    claims(page).item(LATER).field("Note")
}

fn write_a_note(page: &Page) {
    page.press("Enter");
    let face =
        page.script("return names.name(document.activeElement)", &serde_json::Value::Array(Vec::new()));
    assert!(face.as_str().unwrap_or_default().starts_with(LATER), "the card has the focus, not {face}");
    page.tab_to(&note(page));
    page.type_("ask for the log\nof the engine");
    page.press("Control+Enter");
    page.hears("write a note");
    let written = |page: &Page| note(page).value();
    assert_eq!(written(page), "ask for the log\nof the engine");
    page.press("Control+z");
    page.hears("Undone: write a note.");
    page.wait_until("the note to be gone", || written(page).is_empty());
    page.press("Control+Shift+z");
    page.hears("Done again: write a note.");
    page.wait_until("the note to be back", || written(page) == "ask for the log\nof the engine");
}

fn see_all_keys(page: &Page) {
    page.press("?");
    page.dialog("all keys").wait();
    page.press("Escape");
    page.dialog("all keys").wait_gone();
    page.has_in_hand(LATER);
}

fn remove_and_take_back(page: &Page) {
    page.press("Delete");
    page.hears(&format!("Mark removed: “{LATER}”."));
    page.shows("claim", &[CLAIM]);
    page.press("Control+z");
    page.hears("Undone: remove the mark on");
    page.shows("claim", &[CLAIM, LATER]);
}

fn shows_the_work(page: &Page) {
    page.shows("claim", &[CLAIM, LATER]);
    page.shows("source", &[VOICE]);
    let cards = claims(page).any("listitem").texts();
    assert!(cards[0].contains(VOICE), "{cards:#?}");
    assert!(cards[1].contains("No source given") && cards[1].contains("ask for the log"), "{cards:#?}");
}
