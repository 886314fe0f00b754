//! Taking marks in hand, and taking articles out of the library.

use crate::more::{HEADLINE, STORY, messages};
use crate::page::Page;

const OUTER: &str = "the engine had been sound all winter, and that the crews were told to keep quiet";
const INNER: &str = "sound all winter";

#[test]
fn a_click_finds_the_shortest_mark() {
    let page = Page::open_with("", STORY);
    page.mark("c", OUTER);
    page.mark("c", INNER);
    page.shows("claim", &[OUTER, INNER]);
    page.has_in_hand(INNER);
    page.click_on_words("told to keep");
    page.has_in_hand(OUTER);
    page.click_on_words("sound all");
    page.has_in_hand(INNER);
    // Elsewhere in it, as a second click in the same place selects a word.
    page.click_on_words("winter, and");
    page.has_in_hand(OUTER);
    page.click_on_words("all winter");
    page.has_in_hand(INNER);
    page.click_on_words("Some 400 people");
    page.has_in_hand(INNER);
    page.press("Escape");
    page.wait_until("nothing to be in hand", || page.in_hand().is_empty());
}

#[test]
fn a_deleted_article_comes_back() {
    let page = Page::open_with("", STORY);
    page.mark("c", INNER);
    page.shows("claim", &[INNER]);
    page.go("");
    let delete = page.button(&format!("Delete {HEADLINE}"));
    delete.click();
    page.hears("was deleted. It can be restored from the library.");
    delete.wait_gone();
    messages(&page).button("Undo").click();
    delete.click();
    delete.wait_gone();
    page.reload();
    page.button("Deleted (1)").click();
    page.button(&format!("Restore {HEADLINE}")).click();
    delete.wait();
    page.reload();
    page.whole().named(&["link"], HEADLINE).click();
    page.shows("claim", &[INNER]);
}
