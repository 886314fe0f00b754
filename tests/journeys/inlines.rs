//! Emphasis and links in an article: they look like what they are, are marked like any other words, and
//! go out and come in.

use serde_json::{Value, json};

use crate::page::Page;

const LINK: &str = "https://harbour.example/board";

/// An article with a link, emphasis in it and weight elsewhere.
fn file() -> Value {
    let text = "Toll stays\n\nThe toll 🙂 stays, the harbour board said on Monday, and nobody was asked.";
    let at = |words: &str| {
        let (before, _) = text.split_once(words).expect("words of the text");
        let start = before.chars().count();
        (start, start + words.chars().count())
    };
    let set = |kind: &str, words: &str| {
        let (start, end) = at(words);
        json!({ "kind": kind, "start": start, "end": end })
    };
    let mut link = set("link", "the harbour board");
    link["url"] = json!(LINK);
    json!({
        "format": "sayso", "version": 1, "unit": "code point",
        "articles": [{
            "id": "toll", "title": "Toll stays", "text": text,
            "blocks": [
                { "kind": "title", "start": 0, "end": 10 },
                { "kind": "paragraph", "start": 12, "end": text.chars().count() },
            ],
            "inlines": [set("strong", "stays,"), link, set("emphasis", "harbour"), set("emphasis", "nobody")],
        }],
    })
}

fn open() -> Page {
    let page = Page::open();
    page.open_file("toll.json", file().to_string().as_bytes());
    page.article().wait();
    page
}

/// What is set otherwise, by the name of its element.
fn set(page: &Page) -> Value {
    let body = "return [...document.querySelectorAll('.run :is(a, em, strong)')].map((it) => [it.localName, it.textContent])";
    page.script(body, &json!([]))
}

#[test]
fn words_are_marked_across_emphasis_and_links() {
    let page = open();
    let expected =
        json!([["strong", "stays,"], ["a", "the harbour board"], ["em", "harbour"], ["em", "nobody"]]);
    page.wait_until("what is set apart", || set(&page) == expected);
    let said = "stays, the harbour board said";
    page.mark("c", said);
    page.shows("claim", &[said]);
    page.mark("s", "harbour board");
    page.shows("source", &["harbour board"]);
    // What is painted hangs on the text, which is as it was.
    assert_eq!(set(&page), expected);
    let out = page.export("JSON, this article");
    assert_eq!(out["articles"][0]["inlines"], file()["articles"][0]["inlines"]);
    let quotes: Vec<_> = out["articles"][0]["marks"]
        .as_array()
        .expect("marks")
        .iter()
        .map(|mark| &mark["spans"][0]["quote"])
        .collect();
    assert_eq!(quotes, [said, "harbour board"]);
    page.reload();
    page.shows("claim", &[said]);
    assert_eq!(set(&page), expected);
    page.screenshot("inlines", 1440, 900, false);
    page.screenshot("inlines", 390, 844, true);
    page.check_quiet();
}

#[test]
fn a_link_is_text_until_it_is_asked_to_be_followed() {
    let page = open();
    page.script(
        "window.followed = []; window.open = (...what) => { followed.push(what); return null }",
        &json!([]),
    );
    let followed = || page.script("return window.followed", &json!([]));
    let opened = json!([LINK, "_blank", "noopener,noreferrer"]);
    page.click_on_words("harbour board");
    page.click_often_on_words("harbour", 2);
    page.wait_until("a word to be selected", || page.selected() == "harbour");
    assert_eq!(followed(), json!([]));
    page.holding("Control", || page.click_on_words("board"));
    page.wait_until("the link to be followed", || followed() == json!([opened]));
    page.press("Escape");
    page.tab_to(&page.article().any("link"));
    page.press("Enter");
    page.wait_until("the link to be followed again", || followed() == json!([opened, opened]));
    page.check_quiet();
}

#[test]
fn what_is_set_apart_is_there_before_the_program() {
    let page = open();
    page.is_saved();
    let places = "return [...document.querySelectorAll('.run, .run :is(a, em, strong)')].map((it) => {
        const { x, y, width, height } = it.getBoundingClientRect();
        return [it.localName, it.textContent, Math.round(x), Math.round(y), Math.round(width), Math.round(height)];
    })";
    let after = page.script(places, &json!([]));
    page.preload("() => { WebAssembly.instantiate = () => new Promise(() => {}) }");
    page.reload();
    page.wait_until("the same words in the same places", || page.script(places, &json!([])) == after);
    assert_ne!(page.script("return document.querySelector('.early')", &json!([])), Value::Null);
}
