//! Finding: the text and the marks at once, filters that the page and the list follow, and the strip
//! beside the scroll bar.

use serde_json::{Value, json};

use crate::find::Thing;
use crate::more::{STORY, claims};
use crate::page::Page;

const HULL: &str = "We have one hull and two crews";
const ENGINE: &str = "the engine had been sound all winter";
const CLERK: &str = "Bruno Caldeira";
const ROWS: &str = "rows over twice a week";

/// Two claims, the mention and the cue of the first, and a note with words of its own.
fn marked() -> Page {
    let page = Page::open_with("Ferry", STORY);
    page.mark("c", HULL);
    // Who says it, and with which word, is proposed.
    page.press("Enter");
    page.shows("source", &[CLERK]);
    page.mark("c", ENGINE);
    page.press("Escape");
    page.press("0");
    page.hears("No source given.");
    page.mark("n", ROWS);
    page.shows("note", &[ROWS]);
    let note = claims(&page).item(ROWS).field("Note");
    note.type_("ask Bruno for the log");
    page.press("Control+Enter");
    page.hears("write a note");
    page.press("Escape");
    page
}

/// The line that says how much is shown; empty if all is.
fn said_of_filter(page: &Page) -> String {
    let body = "return document.querySelector('.sifted span')?.textContent ?? ''";
    page.script(body, &json!([])).as_str().unwrap_or_default().to_owned()
}

/// Chooses in a list that has the focus by typing the beginning of a name, as people do.
fn choose(page: &Page, list: &Thing<'_>, start: &str, name: &str) {
    page.type_(start);
    page.wait_until(&format!("“{name}” to be chosen"), || list.text_of_choice() == name);
}

#[test]
fn finding_with_the_keyboard_alone() {
    let page = marked();
    page.press("/");
    let field = page.field("Find in the article");
    page.wait_until("the search field to take the keys", || field.count() == 1 && field.has_focus());
    page.type_("bruno");
    page.hears("1 of 4: 1 place, 3 marks");
    page.has_in_hand(HULL);
    page.press("Enter");
    page.hears("2 of 4");
    page.press("Enter");
    page.hears("3 of 4");
    page.has_in_hand(CLERK);
    page.press("Enter");
    page.hears("4 of 4");
    page.has_in_hand(ROWS);
    page.press("Shift+Enter");
    page.has_in_hand(CLERK);
    page.press("Escape");
    field.wait_gone();
    page.has_in_hand(CLERK);
    filter_with_keys(&page);
    page.check_quiet();
}

fn filter_with_keys(page: &Page) {
    page.press("Shift+F");
    let kind = page.field("Kind");
    page.wait_until("the filters to take the keys", || kind.count() == 1 && kind.has_focus());
    choose(page, &kind, "cl", "Claim");
    page.hears("2 marks of 5 shown: claim.");
    page.shows("note", &[]);
    page.shows("claim", &[HULL, ENGINE]);
    let source = page.field("Source");
    page.tab_to(&source);
    choose(page, &source, "br", CLERK);
    page.hears("1 mark of 5 shown");
    page.press("Escape");
    page.wait_until("the line to stay", || said_of_filter(page).starts_with("1 mark of 5 shown: claim"));
    page.press("Escape");
    page.shows("claim", &[HULL]);
    for _ in 0..3 {
        page.press("j");
        page.has_in_hand(HULL);
    }
    page.press("Shift+F");
    page.wait_until("the filters to take the keys", || kind.count() == 1 && kind.has_focus());
    page.tab_to(&page.button("Clear all"));
    page.press("Enter");
    page.hears("All marks are shown.");
    page.press("Escape");
    page.shows("claim", &[HULL, ENGINE]);
    assert_eq!(said_of_filter(page), "");
    page.press("j");
    page.has_in_hand("said");
}

#[test]
fn finding_with_the_mouse() {
    let page = marked();
    page.press("/");
    let search = page.whole().any("search");
    search.clone().field("Find in the article").type_("nobody");
    page.hears("1 of 2: 2 places");
    search.clone().button("Next place or mark").click();
    page.hears("2 of 2");
    search.clone().button("Previous place or mark").click();
    page.hears("1 of 2");
    search.clone().field("Find in the article").type_(" here");
    page.hears("not in this article, nor in its marks");
    search.clone().button("Filter").click();
    let kind = search.clone().field("Kind");
    page.wait_until("the filters to take the keys", || kind.count() == 1 && kind.has_focus());
    choose(&page, &kind, "so", "Source");
    page.hears("1 mark of 5 shown: source.");
    search.clone().button("Close the search").click();
    search.wait_gone();
    page.press("Escape");
    page.wait_until("the empty list to say why", || claims(&page).text().contains("passes the filter"));
    page.check_frame();
    claims(&page).button("Show all marks").click();
    page.hears("All marks are shown.");
    page.shows("note", &[ROWS]);
    the_strip(&page);
    page.check_quiet();
}

/// Where the strip shows the last mark of this kind.
fn tick(page: &Page, class: &str) -> (i64, i64) {
    let body = "const all = [...document.querySelectorAll(`.strip rect.${args[0]}`)];
        const box = all.at(-1).getBoundingClientRect();
        return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)]";
    serde_json::from_value(page.script(body, &json!([class]))).expect("two numbers")
}

fn the_strip(page: &Page) {
    let count = || page.script("return document.querySelectorAll('.strip rect').length", &json!([]));
    page.wait_until("a tick for each mark", || count() == json!(5));
    let hidden = page.script("return document.querySelector('.strip').ariaHidden", &Value::Array(Vec::new()));
    assert_eq!(hidden, json!("true"));
    let (x, y) = tick(page, "note");
    page.click_at(x, y);
    page.has_in_hand(ROWS);
    let (x, y) = tick(page, "claim");
    page.click_at(x, y);
    page.has_in_hand(ENGINE);
    page.resize(390, 800);
    let gone = || page.script("return document.querySelector('.strip').getClientRects().length", &json!([]));
    page.wait_until("no strip where there is no room", || gone() == json!(0));
}
