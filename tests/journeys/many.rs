//! An article with many marks: what is there, and what a step draws again.

use serde_json::{Value, json};

use crate::crowd::crowd;
use crate::more::claims;
use crate::page::Page;

/// Claims in the article; far more than have cards at once.
const CLAIMS: usize = 600;

/// The cards that are there: their numbers, and of how many.
fn cards(page: &Page) -> Vec<(u64, u64)> {
    let script = "return [...document.querySelectorAll('#cards > li')]
        .map((card) => [Number(card.ariaPosInSet), Number(card.ariaSetSize)])";
    let pairs = page.script(script, &json!([]));
    let number = |value: &Value| value.as_u64().expect("a number");
    pairs.as_array().expect("cards").iter().map(|pair| (number(&pair[0]), number(&pair[1]))).collect()
}

fn open() -> Page {
    let page = Page::open();
    page.resize(1440, 900);
    page.open_file("crowd.json", crowd(CLAIMS).to_string().as_bytes());
    page.wait_until("cards", || claims(&page).any("listitem").count() > 5);
    page
}

/// Waits until the cards are those of a part of the article, and all that is asked of them holds. On the
/// way from one end to the other the cards of both may be there for a moment.
#[track_caller]
fn a_window(page: &Page, what: &str, holds: impl Fn(&[(u64, u64)]) -> bool) {
    page.wait_until(what, || {
        let cards = cards(page);
        assert!(cards.is_sorted(), "{cards:?}");
        assert!(cards.iter().all(|(_, count)| *count == CLAIMS as u64), "{cards:?}");
        cards.len() <= 100 && holds(&cards)
    });
}

fn starts(cards: &[(u64, u64)]) -> bool {
    cards.first().is_some_and(|(at, _)| *at == 1)
}

fn ends(cards: &[(u64, u64)]) -> bool {
    cards.last().is_some_and(|(at, _)| *at == CLAIMS as u64)
}

#[test]
fn only_cards_near_what_is_read_are_there() {
    let page = open();
    a_window(&page, "the first card", starts);
    let scroll = "document.querySelector('.scroller').scrollTop = args[0]";
    page.script(scroll, &json!([1_000_000]));
    a_window(&page, "the last card", |cards| ends(cards) && cards[0].0 > 100);
    page.script(scroll, &json!([0]));
    a_window(&page, "the first card", starts);
    page.check_quiet();
}

#[test]
fn keys_go_through_all_of_them() {
    let page = open();
    page.script("document.getElementById('main').focus()", &json!([]));
    page.press("k");
    page.wait_until("the last mark in hand", || page.in_hand().len() == 1);
    a_window(&page, "its card", ends);
    page.press("j");
    a_window(&page, "the first card", starts);
    page.press("Tab");
    let focused = "return document.activeElement.closest('#cards > li')?.ariaPosInSet ?? ''";
    page.wait_until("the focus on its card", || page.script(focused, &json!([])) == "1");
    // The card that has the focus stays, wherever the text goes.
    page.script("document.querySelector('.scroller').scrollTop = 1e6", &json!([]));
    a_window(&page, "the last card", ends);
    assert_eq!(page.script(focused, &json!([])), "1");
}

/// A step draws what it changes: the text not at all, of the rest a few parts.
#[test]
fn a_step_draws_little_again() {
    let page = open();
    page.script("document.getElementById('main').focus()", &json!([]));
    page.press("j");
    page.wait_until("a mark to be in hand", || page.in_hand().len() == 1);
    // Of so many marks it is drawn a moment later than the rest.
    let ticks = || page.script("return document.querySelectorAll('.strip rect').length", &json!([]));
    page.wait_until("the strip to be drawn", || ticks() != json!(0));
    let watch = "window.drawn = { text: 0, all: 0 };
        new MutationObserver((changes) => {
            for (const { target } of changes) {
                drawn.all += 1;
                if ((target.closest ? target : target.parentElement).closest('[data-run]')) drawn.text += 1;
            }
        }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true,
            attributeFilter: ['class', 'aria-current', 'aria-expanded', 'data-start'] });";
    page.script(watch, &json!([]));
    page.press("Delete");
    let one_less = CLAIMS as u64 - 1;
    page.wait_until("one less", || cards(&page).iter().all(|(_, count)| *count == one_less));
    let drawn = page.script("return [drawn.text, drawn.all]", &json!([]));
    let number = |at: usize| drawn[at].as_u64().expect("a number");
    assert_eq!(number(0), 0, "the text was drawn again: {drawn}");
    assert!(number(1) > 0 && number(1) < 100, "a step changes {drawn}");
}
