//! The same without a mouse: a caret in the article, and what is said on the way.

use serde_json::json;

use crate::more::{STORY, claims};
use crate::page::Page;

/// The page with the caret at the beginning of the second paragraph of the story.
fn with_caret() -> Page {
    let page = Page::open_with("Ferry", STORY);
    page.press("ArrowDown");
    page.press("Control+Home");
    for _ in 0..8 {
        page.press("Control+ArrowDown");
        if said(&page).starts_with("A mechanic") {
            break;
        }
    }
    page.hears("A mechanic");
    page
}

fn said(page: &Page) -> String {
    page.whole().any("status").texts().join(" ").trim().to_owned()
}

fn selects(page: &Page, words: &str) {
    page.wait_until(&format!("“{words}” to be selected"), || page.selected() == words);
}

fn caret_is_drawn(page: &Page) -> bool {
    page.script("return !!document.querySelector('.caret line')?.getBoundingClientRect().height", &json!([]))
        == json!(true)
}

#[test]
fn a_caret_selects_and_letters_mark() {
    let page = with_caret();
    page.wait_until("the caret", || caret_is_drawn(&page));
    page.press("Control+Shift+ArrowRight");
    page.press("Control+Shift+ArrowRight");
    selects(&page, "A mechanic");
    page.hears("Selected: “A mechanic”");
    page.press("s");
    page.shows("source", &["A mechanic"]);
    assert!(!caret_is_drawn(&page), "with a mark in hand the arrows belong to it");
    for _ in 0..5 {
        page.press("ArrowRight");
    }
    page.wait_until("the letter passed", || said(&page) == "n");
    page.press("ArrowDown");
    page.press("Alt+ArrowDown");
    page.press("Home");
    page.press("Shift+End");
    page.wait_until("a line to be selected", || page.selected().len() > 20);
    page.press("Escape");
    page.wait_until("the caret to be gone", || !caret_is_drawn(&page));
    page.check_quiet();
}

#[test]
fn the_selection_grows_from_word_to_paragraph() {
    let page = Page::open_with("Ferry", STORY);
    page.press("/");
    page.type_("hull");
    page.hears("1 of 1");
    page.press("Escape");
    selects(&page, "hull");
    let steps = [
        "We have one hull and two crews,",
        "“We have one hull and two crews,”",
        "“We have one hull and two crews,” said Bruno Caldeira",
        "“We have one hull and two crews,” said Bruno Caldeira, who runs the office.",
    ];
    for words in steps {
        page.press("g");
        selects(&page, words);
        page.hears("Selected: “");
    }
    page.press("g");
    page.wait_until("the paragraph", || {
        page.selected().starts_with("The last ferry") && page.selected().ends_with("a wish.”")
    });
    for words in steps.iter().rev() {
        page.press("Shift+g");
        selects(&page, words);
    }
    page.press("Shift+g");
    selects(&page, "hull");
}

#[test]
fn bounds_are_changed_with_the_keyboard() {
    let page = with_caret();
    page.press("Control+Shift+ArrowRight");
    page.press("Control+Shift+ArrowRight");
    page.press("n");
    page.shows("note", &["A mechanic"]);
    page.press("Control+Shift+ArrowRight");
    page.press("Control+Shift+ArrowRight");
    page.press("Shift+ArrowRight");
    page.wait_until("the end to move", || {
        page.painted_marks()["note"] == json!(["A mechanic 🔧 on "])
            || page.painted_marks()["note"] == json!(["A mechanic 🔧 on the "])
    });
    page.press("Control+Alt+ArrowRight");
    page.wait_until("the start to move", || {
        page.painted_marks()["note"][0]
            .as_str()
            .is_some_and(|words| words.starts_with(" mechanic") || words.starts_with("mechanic"))
    });
    page.press("Alt+ArrowRight");
    page.hears("Bounds changed");
    page.press("Control+z");
    page.press("Control+z");
    page.hears("Undone");
    page.check_quiet();
}

#[test]
fn a_list_appears_where_marks_overlap() {
    let page = with_caret();
    for _ in 0..3 {
        page.press("Control+Shift+ArrowRight");
    }
    page.press("n");
    page.press("Escape");
    page.press("Control+ArrowLeft");
    page.press("Control+Shift+ArrowLeft");
    let inner = page.selected();
    page.press("u");
    page.press("ArrowLeft");
    page.press("Enter");
    let list = page.region("menu", "Marks at this place");
    list.wait();
    list.clone().any("menuitemradio").counts(2);
    page.press("ArrowDown");
    page.press("Enter");
    list.wait_gone();
    page.wait_until("the note in hand", || {
        page.in_hand().len() == 1 && page.in_hand()[0].len() > inner.len()
    });
    page.press("Tab");
    let focused = page.script("return names.name(document.activeElement)", &json!([]));
    assert!(
        focused.as_str().unwrap_or_default().contains("mechanic"),
        "Tab leads to the card, not to {focused}"
    );
    page.press("Shift+Tab");
    page.wait_until("the article to have the focus", || page.region("main", "Article").has_focus());
    claims(&page).any("listitem").counts(1);
}

#[test]
fn pieces_and_the_proposal_without_a_mouse() {
    let page = Page::open_with("Ferry", STORY);
    page.find("We have one hull and two crews", "We have one hull and two crews");
    page.press("c");
    page.hears("Enter takes “Bruno Caldeira” with “said”, Escape only the claim.");
    page.press("Enter");
    page.hears("Said by Bruno Caldeira.");
    page.shows("cue", &["said"]);
    page.find("That is not a timetable", "That is not a timetable");
    page.press("+");
    page.shows("claim", &["We have one hull and two crews", "That is not a timetable"]);
    page.wait_until("the tie to stay", || {
        claims(&page).item("We have one hull").text().contains("Bruno Caldeira")
    });
    page.find("not a timetable", "not a timetable");
    page.press("b");
    page.shows("claim", &["not a timetable"]);
    page.press("Control+z");
    page.press("h");
    page.tab_to(&page.dialog("Steps").button("Before all of these steps"));
    page.press("Enter");
    page.shows("claim", &[]);
    page.shows("source", &[]);
    page.check_quiet();
}
