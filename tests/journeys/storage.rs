//! The dialog *Storage*: room, safety, articles moved to files, what could not be read.

use serde_json::json;

use crate::backup::storage;
use crate::more::{HEADLINE, STORY, messages};
use crate::page::Page;

const ONE: &str = "one hull and two crews";
const TWO: &str = "keep quiet";

#[test]
fn the_room_is_told_in_words_and_as_a_meter() {
    let page = Page::open_with("", STORY);
    page.button("1 % of this browser’s room used").click();
    storage(&page).wait();
    let meter = page.region("meter", "Room in this browser");
    meter.is_set("aria-valuenow", "1");
    let said = meter.attribute("aria-valuetext").unwrap_or_default();
    assert!(said.starts_with("1 % of the room is used: "), "{said}");
    let text = storage(&page).text();
    assert!(text.contains("Everything that is stored could be read."), "{text}");
    assert!(text.contains(HEADLINE), "{text}");
    page.press("Escape");
    storage(&page).wait_gone();
    page.check_quiet();
}

#[test]
fn an_article_is_moved_to_a_file_once_the_file_is_there() {
    let page = Page::open_with("", STORY);
    page.mark("n", TWO);
    page.shows("note", &[TWO]);
    page.go("#/");
    page.button("Menu").click();
    page.menu_item("Storage and backup").click();
    let to_file = storage(&page).button(&format!("Move to a file: {HEADLINE}"));
    to_file.click();
    let file = page.downloaded_json();
    page.hears("Look whether it is among your downloads before you delete the article here.");
    storage(&page).button("Keep it here").click();
    to_file.click();
    assert_eq!(page.downloaded_json()["entries"], file["entries"]);
    storage(&page).button("The file is there: delete it here").click();
    page.hears("is no longer in this browser. Restore");
    to_file.wait_gone();
    page.press("Escape");
    assert_eq!(page.export("JSON, the library")["articles"], json!([]));
    page.open_file("moved.json", file.to_string().as_bytes());
    page.hears(&format!("is restored: “{HEADLINE}”."));
    page.whole().named(&["link"], HEADLINE).click();
    page.shows("note", &[TWO]);
}

/// Puts something of nobody's under a key of ours.
const ODD: &str = "localStorage.setItem('sayso/1/odd', 'x')";

#[test]
fn what_could_not_be_read_is_listed_downloaded_and_tried_again() {
    let page = Page::open_with("", STORY);
    page.script(ODD, &json!([]));
    page.reload();
    page.hears("1 stored entry could not be read.");
    page.press("Shift+S");
    storage(&page).button("Download sayso/1/odd").click();
    let (_, one) = page.downloaded();
    assert_eq!(one, "sayso/1/odd\nx\n\n");
    storage(&page).button("Download them").click();
    assert_eq!(page.downloaded().1, one);
    storage(&page).button("Try again").click();
    page.hears("It still cannot be read. Nothing of it was changed or deleted.");
}

/// Browsers decide by themselves, or ask in a bar of their own: here the answer is given.
const MAY_GO: &str = "() => {
    if (!globalThis.StorageManager) return;
    let kept = false;
    StorageManager.prototype.persisted = async () => kept;
    StorageManager.prototype.persist = async () => { window.asked = true; return kept = true };
}";

fn tied_claim(page: &Page) {
    page.mark("c", "Nobody asked us");
    page.button("Take it").wait();
    page.press("Enter");
    page.shows("source", &["Lise Ørsted"]);
}

#[test]
fn the_question_comes_when_a_first_claim_has_its_source() {
    let page = Page::closed();
    page.preload(MAY_GO);
    page.go("");
    page.add_article("", STORY);
    page.mark("c", ONE);
    page.shows("claim", &[ONE]);
    let asks = messages(&page).button("Ask the browser to keep them");
    assert_eq!(asks.count(), 0, "a claim without a source is no reason to ask");
    tied_claim(&page);
    asks.click();
    page.hears("The browser will keep your articles until you delete them yourself.");
    asks.wait_gone();
    assert_eq!(page.script("return window.asked", &json!([])), json!(true));
    page.press("Escape");
    page.press("Escape");
    page.press("Shift+S");
    let text = storage(&page).text();
    assert!(text.contains("The browser has agreed not to clear them by itself."), "{text}");
}

#[test]
fn not_now_is_taken_for_an_answer() {
    let page = Page::closed();
    page.preload(MAY_GO);
    page.go("");
    page.add_article("", STORY);
    tied_claim(&page);
    page.tab_to(&messages(&page).button("Not now"));
    page.press("Enter");
    let asks = messages(&page).button("Ask the browser to keep them");
    asks.wait_gone();
    page.reload();
    page.shows("source", &["Lise Ørsted"]);
    page.press("Control+z");
    page.press("Control+Shift+z");
    page.mark("n", TWO);
    page.shows("note", &[TWO]);
    assert_eq!(asks.count(), 0);
    page.press("Escape");
    page.press("Shift+S");
    storage(&page).button("Ask the browser to keep them").click();
    page.hears("The browser will keep your articles");
}

/// Fills the room to nine tenths.
const FILL: &str = "localStorage.setItem('sayso/1/filler', 'x'.repeat(4_700_000))";

#[test]
fn at_four_fifths_of_the_room_some_is_offered_to_be_made() {
    let page = Page::open_with("", STORY);
    page.script(FILL, &json!([]));
    page.reload();
    page.hears("of this browser’s room is used. Everything is kept; it is a good moment to make room.");
    messages(&page).button("Show storage").click();
    let text = storage(&page).text();
    assert!(text.contains("Room is getting short."), "{text}");
    storage(&page).button("Make room").click();
    page.wait_until("what came of it", || {
        let done = storage(&page).any("status").texts().join(" ");
        done.contains("room were made") || done.contains("nothing left to pack")
    });
}
