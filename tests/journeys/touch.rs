//! With a finger, on a small screen.

use serde_json::json;

use crate::find::Thing;
use crate::more::{STORY, claims};
use crate::page::Page;

const CLAIM: &str = "the engine had been sound";
const LONGER: &str = "the engine had been sound all winter";

/// Left, top, right and bottom of the first box that fits, in whole pixels.
#[track_caller]
fn boxed(page: &Page, selector: &str) -> [i64; 4] {
    let body = "const box = document.querySelector(args[0])?.getBoundingClientRect();
        return box?.width ? [box.left, box.top, box.right, box.bottom].map(Math.round) : null";
    let found =
        page.wait_for(selector, || Some(page.script(body, &json!([selector]))).filter(|it| it.is_array()));
    serde_json::from_value(found).expect("four numbers")
}

/// Selects words as a long press and its handles do: without a mouse.
#[track_caller]
fn select(page: &Page, words: &str) {
    let body =
        "const walker = document.createTreeWalker(document.querySelector('#article'), NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const at = walker.currentNode.data.indexOf(args[0]);
          if (at < 0) continue;
          walker.currentNode.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
          getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + args[0].length);
        }";
    page.script(body, &json!([words]));
    page.wait_until("the words to be selected", || page.selected() == words);
}

#[track_caller]
fn touch(page: &Page, thing: &Thing<'_>) {
    let (x, y) = thing.spot();
    page.touch_at(x, y);
}

#[test]
fn the_main_job_with_a_finger() {
    let page = Page::open();
    page.resize(390, 844);
    page.add_article("Ferry", STORY);
    select(&page, CLAIM);
    let bar = page.region("toolbar", "Mark the selection");
    bar.wait();
    let [left, top, right, bottom] = boxed(&page, "[role=toolbar]");
    let [.., under] = page.phrase_ends(CLAIM);
    assert!(top > under && left >= 0 && right <= 390 && bottom <= 844, "{left} {top} {right} {bottom}");
    select(&page, CLAIM);
    touch(&page, &bar.button("Claim"));
    page.shows("claim", &[CLAIM]);
    if !page.painted("sayso-proposed").is_empty() {
        touch(&page, &page.button("Only the claim"));
    }
    let [.., x, y] = page.phrase_ends(LONGER);
    let [left, top, right, bottom] = boxed(&page, ".handle.to");
    assert!(right - left >= 20 && bottom - top >= 20, "a finger needs room");
    page.touch_drag(((left + right) / 2, (top + bottom) / 2), (x, y));
    page.shows("claim", &[LONGER]);
    let [x, y, ..] = page.phrase_ends("engine");
    page.wait_until("the card in the sheet", || {
        page.touch_at(x + 8, y);
        page.in_hand().iter().any(|card| card.starts_with(LONGER))
    });
    let card = claims(&page).item(LONGER);
    card.wait();
    touch(&page, &card.clone().button("disputed"));
    page.wait_until("the verdict", || {
        card.clone().button("disputed").attribute("aria-pressed").as_deref() == Some("true")
    });
    let wide = page.script("return document.documentElement.scrollWidth", &json!([]));
    assert!(wide.as_i64().is_some_and(|wide| wide <= 390), "{wide} pixels wide");
    page.check_quiet();
}
