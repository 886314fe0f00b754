//! A new version of an article: its marks are looked for in it, those to be looked at are listed, and
//! what was not found is placed again.

use serde_json::{Value, json};

use crate::find::Thing;
use crate::more::{HEADLINE, STORY, claims, messages};
use crate::page::Page;

const PLACED: &str = "the engine had been sound all winter";
const MOVED: &str = "Some 400 people cross each day.";
const CHANGED: &str = "The last ferry of the evening will not sail before June";
const NOW: &str = "The last ferry of the night will not sail before July";
pub(crate) const LOST: &str = "She now rows over twice a week.";

/// The story with a sentence that moved, one that reads otherwise, and without the last one.
pub(crate) fn edited() -> String {
    STORY
        .replace(&format!(" {MOVED}"), "")
        .replace("The last ferry of the evening", &format!("{MOVED} The last ferry of the evening"))
        .replace(CHANGED, NOW)
        .replace(&format!(" {LOST}"), " Nobody else crosses by oar.")
}

pub(crate) fn panel(page: &Page) -> Thing<'_> {
    page.region("complementary", "Places")
}

/// A list of the panel.
pub(crate) fn list<'page>(page: &'page Page, name: &str) -> Thing<'page> {
    panel(page).named(&["region"], name)
}

/// The story with a claim on each of these sentences.
pub(crate) fn marked() -> Page {
    let page = Page::open_with("", STORY);
    for words in [CHANGED, PLACED, MOVED, LOST] {
        page.mark("n", words);
        page.press("Escape");
    }
    page.shows("note", &[CHANGED, PLACED, MOVED, LOST]);
    page
}

/// Puts another text into the dialog, which is open, and makes the new version.
pub(crate) fn make(page: &Page, text: &str) {
    let dialog = page.dialog("New version of this article");
    dialog.clone().field("Text of the new version").click();
    page.press("Control+a");
    let done = page.script("return document.execCommand('insertText', false, args[0])", &json!([text]));
    assert_eq!(done, json!(true));
    dialog.button("Make the new version").click();
}

/// The new version, reached from the marked story.
fn followed() -> Page {
    let page = marked();
    page.press("Shift+V");
    make(&page, &edited());
    page.hears("1 stands where it stood, 1 has moved, 1 reads otherwise and 1 was not found.");
    panel(&page).wait();
    page
}

#[test]
fn every_mark_is_listed_as_what_became_of_it() {
    let page = followed();
    page.shows("note", &[MOVED, NOW, PLACED]);
    let said = list(&page, "Reads otherwise").any("listitem").text();
    for words in ["It read", "evening", "June", "It reads now", "night", "July"] {
        assert!(said.contains(words), "{said}");
    }
    list(&page, "Moved").says(MOVED);
    list(&page, "Not found").says(LOST);
    page.button("3 places to look at").wait();
    // The version before is untouched, and each of both leads to the other.
    panel(&page).named(&["link"], "The version before this one").click();
    page.shows("note", &[CHANGED, PLACED, MOVED, LOST]);
    page.button("3 places to look at").wait_gone();
    page.press("Shift+P");
    panel(&page).wait();
    panel(&page).says("There is nothing to look at.");
    page.go("#/");
    page.whole().named(&["link"], &format!("New version of “{HEADLINE}”")).wait();
    page.check_quiet();
}

#[test]
fn what_was_looked_at_is_right_after_a_reload_and_open_again_after_undo() {
    let page = followed();
    page.is_saved();
    page.reload();
    page.button("3 places to look at").click();
    list(&page, "Reads otherwise").button(&format!("It is right: “{NOW}”")).click();
    page.hears("Right as it stands now");
    list(&page, "Reads otherwise").wait_gone();
    list(&page, "Moved").button(&format!("It is right: “{MOVED}”")).click();
    page.button("1 place to look at").wait();
    page.is_saved();
    page.reload();
    page.button("1 place to look at").click();
    page.button("Undo").click();
    list(&page, "Moved").wait();
    page.button("Undo").click();
    list(&page, "Reads otherwise").says("evening");
    let file = page.export("JSON, this article")["articles"][0].clone();
    let of = |words: &str| {
        let marks = file["marks"].as_array().cloned().unwrap_or_default();
        marks.into_iter().find(|mark| mark["spans"][0]["quote"] == words).unwrap_or(Value::Null)
    };
    assert_eq!((&of(NOW)["former"], &of(MOVED)["moved"]), (&json!(CHANGED), &json!(true)));
    assert_eq!((&of(LOST)["orphan"], file["follows"].is_string()), (&json!(true), true));
}

#[test]
fn an_orphan_is_placed_with_the_mouse_and_the_step_undone() {
    let page = followed();
    list(&page, "Not found").button(&format!("Place it: “{LOST}”")).click();
    page.region("region", &format!("Placing “{LOST}”")).wait();
    page.phrase_ends("Nobody else crosses by oar."); // scrolls there, now that there is less room
    page.check_frame();
    page.select_words("Nobody else crosses by oar.");
    page.button("Place it here").any("button");
    page.region("toolbar", "Mark the selection").button("Place it here").click();
    page.shows("note", &[MOVED, NOW, PLACED, "Nobody else crosses by oar."]);
    list(&page, "Not found").wait_gone();
    page.region("region", &format!("Placing “{LOST}”")).wait_gone();
    page.button("Undo").click();
    list(&page, "Not found").wait();
    page.shows("note", &[MOVED, NOW, PLACED]);
    list(&page, "Not found").button(&format!("Delete: “{LOST}”")).click();
    list(&page, "Not found").wait_gone();
    page.check_quiet();
}

#[test]
fn a_mark_is_placed_with_the_keyboard_alone() {
    let page = followed();
    page.tab_to(&list(&page, "Not found").button(&format!("Place it: “{LOST}”")));
    page.press("Enter");
    page.hears("Select the words in the article");
    page.press("Escape");
    page.hears("It stays where it was.");
    page.tab_to(&list(&page, "Not found").button(&format!("Place it: “{LOST}”")));
    page.press("Enter");
    page.region("region", &format!("Placing “{LOST}”")).wait();
    // Found by searching.
    page.find("else crosses by oar", "else crosses by oar");
    page.press("Enter");
    page.shows("note", &[MOVED, NOW, PLACED, "else crosses by oar"]);
    // Selected by hand: a word more.
    page.tab_to(&list(&page, "Reads otherwise").button(&format!("Place it: “{NOW}”")));
    page.press("Enter");
    page.find("will not sail", "will not sail");
    page.press("Control+Shift+ArrowRight");
    page.press("Enter");
    list(&page, "Reads otherwise").wait_gone();
    page.button("1 place to look at").wait();
    page.check_quiet();
}

#[test]
fn the_same_text_and_none_are_told_and_what_was_written_stays() {
    let page = marked();
    page.press("Shift+V");
    let dialog = page.dialog("New version of this article");
    dialog.button("Make the new version").click();
    page.hears("The text is the same as it was.");
    make(&page, " ");
    page.hears("There is no text here.");
    page.press("Control+a");
    make(&page, "Another text");
    page.hears("4 were not found");
    page.button("4 places to look at").wait();
    page.go("#/");
    page.button(&format!("New version of {HEADLINE}"));
    page.region("list", "Articles").any("listitem").counts(2);
}

#[test]
fn a_new_version_is_cancelled_and_what_was_written_is_there_again() {
    let long = "She said the toll stays and lorries pay; nobody asked for a wish. ".repeat(6_000);
    let page = Page::open();
    let claim = |n: usize| json!({ "id": format!("m{n}"), "kind": "claim", "spans": [{ "start": n * 60, "end": n * 60 + 40 }] });
    let marks: Vec<Value> = (0..2_000).map(claim).collect();
    let file = json!({ "format": "sayso", "version": 1, "unit": "code point",
        "articles": [{ "id": "long", "title": "Long", "text": long, "marks": marks }] });
    page.open_file("long.json", file.to_string().as_bytes());
    page.article().wait();
    page.is_saved();
    page.press("Shift+V");
    let script = "const field = document.querySelector('dialog textarea');
        field.value = 'A new first line.\\n\\n' + field.value.replaceAll('nobody', 'no one');
        field.dispatchEvent(new Event('input', { bubbles: true }))";
    page.script(script, &json!([]));
    page.dialog("New version of this article").button("Make the new version").click();
    let working = page.region("group", "New version of “Long”");
    working.button("Cancel").click();
    page.hears("Cancelled: nothing of “Long” was added.");
    page.press("Shift+V");
    let field = page.dialog("New version of this article").field("Text of the new version");
    assert!(field.value().starts_with("A new first line."));
    page.press("Escape");
    page.go("#/");
    page.region("list", "Articles").any("listitem").counts(1);
}

#[test]
fn another_tab_has_the_new_version_and_its_places() {
    let mut page = followed();
    page.is_saved();
    let first = page.further("tab");
    page.button("3 places to look at").wait();
    page.press("Shift+P");
    list(&page, "Moved").button(&format!("It is right: “{MOVED}”")).click();
    page.button("2 places to look at").wait();
    page.turn_to(&first);
    page.button("2 places to look at").wait();
    list(&page, "Moved").wait_gone();
    messages(&page).counts(1);
    claims(&page).wait();
}
