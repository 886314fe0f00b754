//! Bad input gets a sentence, and what was there stays as it was.

use serde_json::{Value, json};

use crate::more::{STORY, claims, messages};
use crate::page::Page;

/// One article in the library, and its list.
fn library() -> Page {
    let page = Page::open_with("", STORY);
    page.go("");
    page.button("Open files").wait();
    page
}

fn articles(page: &Page) -> Vec<String> {
    page.region("list", "Articles").any("listitem").texts()
}

#[test]
fn texts_that_are_no_articles() {
    let page = library();
    let before = (page.stored(), articles(&page));
    let long = "x".repeat(2_000_001);
    let cases = [
        ("", "There is no text here."),
        (" \n\t\u{200B}\n", "There is no text here."),
        (&long, "This text has 2.1 million characters. Sayso takes up to 2 million characters."),
    ];
    page.button("Paste text").click();
    let dialog = page.dialog("Paste text");
    for (text, sentence) in cases {
        dialog.clone().field("Article text").click();
        let set = "const it = document.activeElement; it.value = args[0];
            it.dispatchEvent(new InputEvent('input', { bubbles: true }))";
        page.script(set, &json!([text]));
        dialog.clone().button("Add article").click();
        page.hears(sentence);
        dialog.clone().field("Article text").holds(text);
    }
    dialog.clone().button("Cancel").click();
    dialog.wait_gone();
    assert_eq!((page.stored(), articles(&page)), before);
}

#[test]
fn files_that_are_no_articles() {
    let page = library();
    let before = (page.stored(), articles(&page));
    let cases: [(&str, &[u8], &str); 10] = [
        ("photo.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0", "This is a picture."),
        ("half.txt", b"\xff\xfe\x00", "This is not plain text"),
        ("empty.txt", b" \n", "There is no text here."),
        ("other.json", br#"{"a":1}"#, "It is JSON, but not a Sayso file"),
        ("cut.json", br#"{"format":"sayso","version":1,"#, "It is cut off at line 1"),
        ("broken.json", br#"{"format":"sayso",,}"#, "It is not JSON: at line 1"),
        ("newer.json", br#"{"format":"sayso","version":2}"#, "A newer Sayso wrote it (version 2"),
        (
            "proto.json",
            br#"{"__proto__":{"format":"sayso","version":1}}"#,
            "It is JSON, but not a Sayso file",
        ),
        (
            "lone.json",
            br#"{"format":"sayso","version":1,"unit":"code point","articles":[{"title":"\ud800"}]}"#,
            "there is half of a character",
        ),
        (
            "unit.json",
            br#"{"format":"sayso","version":1,"unit":"byte","articles":[]}"#,
            "Its offsets count \u{201C}byte\u{201D}",
        ),
    ];
    for (name, content, sentence) in cases {
        page.open_file(name, content);
        page.hears(sentence);
        page.hears(&format!("“{name}” was not opened, and nothing here was changed."));
        messages(&page).button("Dismiss").click();
        page.wait_until("the message to go", || messages(&page).button("Dismiss").count() == 0);
        assert_eq!((page.stored(), articles(&page)), before, "{name}");
    }
    page.check_quiet();
}

/// Places that are not where the quotes are, some of them in no text at all.
const PLACES: [(&str, i64, i64); 4] =
    [("the toll stays", 0, 14), ("lorries pay", -1, 5), ("nobody asked", 9_000, 9_012), ("a wish", 30, 10)];

fn with_wrong_offsets() -> Value {
    let claim = |(at, (quote, start, end)): (usize, &(&str, i64, i64))| {
        let span = json!({ "start": start, "end": end, "quote": quote });
        json!({ "id": format!("m{at}"), "kind": "claim", "spans": [span] })
    };
    let claims: Vec<Value> = PLACES.iter().enumerate().map(claim).collect();
    let text = "She said the toll stays and lorries pay; nobody asked for a wish.";
    let article =
        json!({ "id": "a1", "title": "Toll", "__proto__": { "title": "no" }, "text": text, "marks": claims });
    json!({ "format": "sayso", "version": 1, "unit": "code point", "articles": [article] })
}

#[test]
fn wrong_offsets_are_told_and_the_quotes_decide() {
    let page = Page::open();
    page.open_file("toll.json", with_wrong_offsets().to_string().as_bytes());
    let quotes = PLACES.map(|(quote, ..)| quote);
    page.shows("claim", &quotes);
    page.hears("“toll.json”: “Toll” was opened. Please check:");
    page.hears("“the toll stays” was found by its words, its offsets are wrong");
    page.hears("its offsets are no places in a text, the quotes decide");
    quotes.iter().for_each(|quote| claims(&page).item(quote).wait());
    let saved = page.export("JSON, this article");
    assert_eq!(saved["articles"][0]["title"], "Toll");
    assert_eq!(saved["articles"][0]["__proto__"], json!({ "title": "no" }), "an unknown field is kept");
}
