//! The register: merging, splitting, referring, stepping, filtering and removing voices.

use crate::find::Thing;
use crate::more::{STORY, claims, sources};
use crate::page::Page;

const BAKER: &str = "Lise Ørsted";
const CLERK: &str = "Bruno Caldeira";
const MECHANIC: &str = "A mechanic 🔧 on the ferry";
const ASKED: &str = "Nobody asked us";
const HULL: &str = "We have one hull and two crews";

#[test]
fn the_register_with_the_mouse() {
    let page = Page::open_with("", STORY);
    marks(&page);
    merge_by_dragging(&page);
    merge_by_menu(&page);
    split_in_the_dialog(&page);
    show_one_voice(&page);
    tie_several(&page);
    remove(&page);
    page.reload();
    assert_eq!(voices(&page), 3);
    page.check_quiet();
}

/// How many voices there are.
fn voices(page: &Page) -> usize {
    sources(page).wait();
    sources(page).any("listitem").count()
}

fn has_voices(page: &Page, expected: usize) {
    page.wait_until(&format!("{expected} voices"), || voices(page) == expected);
}

/// Two claims with their voices, and *She*, which is a voice of its own for now.
fn marks(page: &Page) {
    for (claim, voice) in [(HULL, CLERK), (ASKED, BAKER)] {
        page.mark("c", claim);
        page.hears("Enter takes “");
        page.press("Enter");
        page.hears(&format!("Said by {voice}."));
        page.press("Escape");
    }
    page.mark("s", "She");
    page.hears("Source marked: “She”. If that is somebody in the list, press the digit.");
    page.press("Escape");
    has_voices(page, 3);
}

fn row<'page>(page: &'page Page, voice: &str) -> Thing<'page> {
    sources(page).item(voice)
}

/// Opens the menu of a voice and takes an item.
fn choose(page: &Page, voice: &str, item: &str) {
    page.button(&format!("More for {voice}")).click();
    page.menu_item(item).click();
}

/// The name of the step that *Undo* would take back.
fn undo_named(page: &Page, expected: &str) {
    page.wait_until(&format!("Undo to be named “{expected}”"), || {
        page.button("Undo").attribute("title").is_some_and(|title| title.contains(expected))
    });
}

fn merge_by_dragging(page: &Page) {
    row(page, "She").drag_onto(&row(page, BAKER));
    page.hears("She is now one with Lise Ørsted.");
    has_voices(page, 2);
    undo_named(page, "Undo: merge She into Lise Ørsted");
    page.button("Undo").click();
    page.hears("Undone: merge She into Lise Ørsted.");
    has_voices(page, 3);
}

fn merge_by_menu(page: &Page) {
    choose(page, "She", "Merge into…");
    let dialog = page.dialog("Merge She");
    let into = dialog.clone().field("Into");
    into.wait();
    page.script("names.find(args[0])[0].focus()", &serde_json::json!([into.steps]));
    page.type_("L");
    page.wait_until("the baker to be chosen", || into.text_of_choice().starts_with(BAKER));
    dialog.clone().button("Merge").click();
    dialog.wait_gone();
    page.hears("She is now one with Lise Ørsted.");
    has_voices(page, 2);
}

fn split_in_the_dialog(page: &Page) {
    choose(page, BAKER, "Edit");
    let dialog = page.dialog("Source");
    let mentions = dialog.clone().any("listitem");
    page.wait_until("both mentions among their words", || {
        let texts = mentions.texts();
        texts.len() == 2
            && texts[0].contains("said Lise Ørsted, a baker")
            && texts[1].contains("She now rows")
    });
    dialog.clone().field("Role").type_("bakes");
    dialog.clone().button("Next mention").click();
    page.wait_until("the next mention", || dialog.clone().any("status").texts() == ["mention 1 of 2"]);
    dialog.clone().button("Next mention").click();
    page.wait_until("the last mention", || dialog.clone().any("status").texts() == ["mention 2 of 2"]);
    dialog.clone().button("Split off “She”").click();
    page.wait_until("one mention", || mentions.count() == 1);
    dialog.clone().field("Role").holds("bakes");
    dialog.clone().button("Save").click();
    dialog.wait_gone();
    has_voices(page, 3);
    page.wait_until("the role", || row(page, BAKER).text().contains("bakes"));
}

fn show_one_voice(page: &Page) {
    let only = page.button("Show only Lise Ørsted");
    only.click();
    page.hears("Only Lise Ørsted is shown: 3 marks.");
    page.press("Escape");
    page.shows("claim", &[ASKED]);
    only.is_set("aria-pressed", "true");
    claims(page).any("listitem").counts(1);
    only.click();
    page.hears("All marks are shown.");
    page.shows("claim", &[HULL, ASKED]);
    only.is_set("aria-pressed", "false");
}

fn tie_several(page: &Page) {
    page.click_on_words(HULL);
    page.has_in_hand(HULL);
    page.press("Shift+2");
    page.wait_until("both voices", || claims(page).item(HULL).text().contains("Bruno Caldeira and "));
    page.press("Control+z");
    page.wait_until("one voice", || !claims(page).item(HULL).text().contains("Bruno Caldeira and "));
    page.press("Escape");
}

fn remove(page: &Page) {
    choose(page, BAKER, "Remove");
    page.hears("Lise Ørsted removed, with its mentions and ties. Undo brings all of it back.");
    has_voices(page, 2);
    page.wait_until("the claim to be open", || claims(page).item(ASKED).text().contains("No source yet"));
    undo_named(page, "Undo: remove Lise Ørsted");
    page.button("Undo").click();
    has_voices(page, 3);
    page.wait_until("the tie to be back", || claims(page).item(ASKED).text().contains(BAKER));
    page.wait_until("the role to be back", || row(page, BAKER).text().contains("bakes"));
}

#[test]
fn the_register_with_the_keyboard_alone() {
    let page = Page::open_with("", STORY);
    two_keys_say_who_that_is(&page);
    step_through_mentions(&page);
    split_with_keys(&page);
    merge_with_keys(&page);
    show_one_voice_with_keys(&page);
    remove_with_keys(&page);
    page.check_quiet();
}

fn two_keys_say_who_that_is(page: &Page) {
    for (words, voice) in [("bruno caldeira", CLERK), ("a mechanic 🔧 on the ferry", MECHANIC)] {
        page.find(words, voice);
        page.press("s");
        page.hears(&format!("Source marked: “{voice}”."));
    }
    page.find("the mechanic", "The mechanic");
    page.press("s");
    page.hears("Source marked: “The mechanic”. If that is somebody in the list, press the digit.");
    has_voices(page, 3);
    page.press("1");
    page.hears("“The mechanic” is A mechanic 🔧 on the ferry.");
    has_voices(page, 2);
    undo_named(page, "Undo: “The mechanic” is A mechanic");
    page.press("Control+z");
    has_voices(page, 3);
    page.press("Control+Shift+z");
    has_voices(page, 2);
}

fn step_through_mentions(page: &Page) {
    page.has_in_hand("The mechanic");
    let next = page.button("Next mention of A mechanic 🔧 on the ferry");
    page.tab_to(&next);
    page.press("Enter");
    page.has_in_hand(MECHANIC);
    next.takes_keys();
    page.press("Enter");
    page.has_in_hand("The mechanic");
}

/// Opens the menu of a voice, goes down so many items, and takes that one.
fn choose_with_keys(page: &Page, voice: &str, down: usize) {
    let more = page.button(&format!("More for {voice}"));
    if !more.has_focus() {
        page.tab_to(&more);
    }
    page.press("Enter");
    let first = page.menu_item("Edit");
    page.wait_until("the menu to take the keys", || first.count() == 1 && first.has_focus());
    for _ in 0..down {
        page.press("ArrowDown");
    }
    page.press("Enter");
}

fn split_with_keys(page: &Page) {
    choose_with_keys(page, MECHANIC, 0);
    let dialog = page.dialog("Source");
    page.tab_to(&dialog.clone().button("Split off “The mechanic”"));
    page.press("Enter");
    page.wait_until("one mention", || dialog.clone().any("listitem").count() == 1);
    page.press("Escape");
    dialog.wait_gone();
    has_voices(page, 3);
    page.button(&format!("More for {MECHANIC}")).takes_keys();
}

fn merge_with_keys(page: &Page) {
    choose_with_keys(page, "The mechanic", 1);
    let dialog = page.dialog("Merge The mechanic");
    let into = dialog.clone().field("Into");
    page.tab_to(&into);
    page.press("A");
    page.wait_until("the mechanic to be chosen", || into.text_of_choice().starts_with(MECHANIC));
    page.tab_to(&dialog.clone().button("Merge"));
    page.press("Enter");
    dialog.wait_gone();
    page.hears("The mechanic is now one with A mechanic 🔧 on the ferry.");
    has_voices(page, 2);
    let kept = row(page, MECHANIC).any("button");
    page.wait_until("the focus on the row that stays", || kept.any_has_focus());
}

fn show_one_voice_with_keys(page: &Page) {
    page.press("Escape");
    page.press("j");
    page.has_in_hand(CLERK);
    page.press("f");
    page.hears("Only Bruno Caldeira is shown: 1 mark.");
    page.shows("source", &[CLERK]);
    page.press("f");
    page.hears("All marks are shown.");
    page.shows("source", &[CLERK, MECHANIC, "The mechanic"]);
}

fn remove_with_keys(page: &Page) {
    page.tab_to(&page.button(&format!("More for {MECHANIC}")));
    choose_with_keys(page, MECHANIC, 3);
    page.hears("A mechanic 🔧 on the ferry removed, with its mentions and ties.");
    has_voices(page, 1);
    sources(page).takes_keys();
    page.press("Control+z");
    has_voices(page, 2);
    page.shows("source", &[CLERK, MECHANIC, "The mechanic"]);
}
