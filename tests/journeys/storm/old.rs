//! A newer program in another tab: this one stops to write, and what it holds is not lost.

use serde_json::json;

use crate::more::STORY;
use crate::page::Page;

const ONE: &str = "one hull and two crews";
const TWO: &str = "keep quiet";

#[test]
fn once_a_newer_program_writes_this_one_only_reads() {
    let page = Page::open_with("", STORY);
    page.mark("c", ONE);
    page.shows("claim", &[ONE]);
    page.begin("await hands.saved()", &json!([]));
    page.outcome();
    let newer = page.another_tab("");
    newer.script("localStorage.setItem('sayso/3/here', '3')", &json!([]));
    page.bring_up();
    page.hears("A newer Sayso has written into this browser.");
    let before = page.stored();
    page.mark("c", TWO);
    page.shows("claim", &[ONE]);
    assert_eq!(page.stored(), before, "not a byte was written");
    let saved = page.export("JSON, this article");
    assert_eq!(saved["articles"][0]["marks"][0]["spans"][0]["quote"], ONE, "it can still be taken away");
}
