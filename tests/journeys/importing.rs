//! Files are opened away from the page: with progress, a way to stop, and all or nothing.

use serde_json::{Value, json};

use crate::find::Thing;
use crate::more::{STORY, messages};
use crate::page::Page;

/// A file that takes a while: so many articles of two hundred marks each.
fn large(articles: usize) -> Vec<u8> {
    let text = "She said the toll stays and lorries pay; nobody asked for a wish. ".repeat(40);
    let claim = |n: usize| json!({ "id": format!("m{n}"), "kind": "claim", "spans": [{ "start": n, "end": n + 30 }] });
    let claims: Vec<Value> = (0..200).map(claim).collect();
    let article = |n: usize| json!({ "id": format!("a{n}"), "title": format!("Toll {n}"), "text": text, "marks": claims });
    let articles: Vec<Value> = (0..articles).map(article).collect();
    let file = json!({ "format": "sayso", "version": 1, "unit": "code point", "articles": articles });
    file.to_string().into_bytes()
}

/// Presses a button of the box of what is being opened as soon as so much of it is done, and hands
/// back how far it was.
fn press_at(page: &Page, share: f64, button: &str) -> Value {
    let script = "const [share, button] = args;
        for (let left = 4000; left > 0; left -= 1) {
            const bar = document.querySelector('.working progress');
            if (bar && bar.value >= share) {
                const found = [...document.querySelectorAll('.working button')].find((it) => it.textContent === button);
                found.click();
                return bar.value;
            }
            await new Promise((done) => setTimeout(done, 2));
        }";
    page.script(script, &json!([share, button]))
}

fn articles(page: &Page) -> Thing<'_> {
    page.region("list", "Articles").any("listitem")
}

fn open_files(page: &Page, files: &[(&str, &[u8])]) {
    let write = |(name, content): &(&str, &[u8])| {
        let file = page.scratch.join(name);
        std::fs::write(&file, content).expect("a file to open");
        file
    };
    let files: Vec<_> = files.iter().map(write).collect();
    page.button("Open files").choose_files(&files);
}

#[test]
fn a_large_file_comes_in_whole_while_the_page_goes_on() {
    let page = Page::open();
    page.button("Paste text").wait();
    let watch = "window.shares = []; new MutationObserver(() => {
        const bar = document.querySelector('.working progress');
        if (bar) { bar.getBoundingClientRect(); shares.push(bar.value) }
    }).observe(document.body, { subtree: true, childList: true, attributes: true })";
    page.script(watch, &json!([]));
    page.open_file("many.json", &large(60));
    page.hears("“many.json”: 60 articles in it: “Toll 0” was opened");
    page.article().wait();
    let shares: Vec<f64> = serde_json::from_value(page.script("return shares", &json!([]))).expect("numbers");
    assert!(shares.is_sorted() && shares.iter().any(|share| (10.0..95.0).contains(share)), "{shares:?}");
    page.region("group", "Opening “many.json”").wait_gone();
    page.go("");
    page.wait_until("all articles to be there", || articles(&page).count() == 60);
    page.check_quiet();
    assert_eq!(page.csp_violations(), Vec::<String>::new());
}

#[test]
fn a_cancelled_file_leaves_nothing_and_the_next_one_comes_in() {
    let page = Page::open_with("", STORY);
    page.go("");
    page.button("Open files").wait();
    let before = page.stored();
    page.open_file("many.json", &large(400));
    let at = press_at(&page, 21.0, "Cancel");
    assert!(at.as_f64().is_some_and(|at| at < 100.0), "{at}");
    page.hears("Cancelled: nothing of “many.json” was added.");
    assert_eq!(page.stored(), before);
    articles(&page).counts(1);
    page.open_file("one.json", &large(1));
    page.article().wait();
    page.hears("“one.json”: “Toll 0” was opened");
}

#[test]
fn several_files_wait_for_each_other_and_one_bad_one_stops_none() {
    let page = Page::open();
    let one: &[u8] = b"Toll stays\n\nThe toll stays, she said.\n";
    let other: &[u8] = b"Ferry goes\n\nThe ferry goes, he said.\n";
    open_files(&page, &[("one.txt", one), ("bad.json", b"{"), ("other.txt", other)]);
    page.hears("“one.txt”: “Toll stays” was opened.");
    page.hears("“bad.json” was not opened, and nothing here was changed. It is cut off at line 1");
    page.hears("“other.txt”: “Ferry goes” was opened.");
    page.wait_until("both to be listed", || articles(&page).count() == 2);
    let before = page.stored();
    let many = large(400);
    open_files(&page, &[("many.json", &many), ("one.txt", one), ("other.txt", other)]);
    press_at(&page, 21.0, "Cancel all");
    page.hears("Cancelled: nothing of “many.json”, “one.txt” and “other.txt” was added.");
    assert_eq!(page.stored(), before);
}

#[test]
fn annotations_find_the_text_that_came_with_them() {
    let page = Page::open();
    let text: &[u8] = b"Toll stays\n\nThe toll stays, she said.\n";
    let marks: &[u8] =
        b"T1\tContent 12 26\tThe toll stays\nT2\tSource 28 31\tshe\nR1\tSaidBy Arg1:T1 Arg2:T2\n";
    let other: &[u8] = b"Ferry goes\n\nThe ferry goes, he said.\n";
    open_files(&page, &[("toll_ada.ann", marks), ("toll.txt", text), ("ferry.txt", other)]);
    page.wait_until("both to be listed", || articles(&page).count() == 2);
    page.hears("“toll_ada.ann”: “Toll stays”");
    page.region("list", "Articles").item("Toll stays").any("link").click();
    page.shows("claim", &["The toll stays"]);
    page.shows("source", &["she"]);
    page.check_quiet();
}

#[test]
fn what_opens_files_may_be_missing_and_come_back() {
    for missing in ["worker.js", "sayso-worker.js", "sayso-worker_bg.wasm"] {
        let page = Page::closed();
        page.server.refuse(missing);
        page.go("");
        page.add_article("", STORY);
        page.go("");
        let before = page.stored();
        page.open_file("one.json", &large(1));
        page.hears("The part of Sayso that opens files could not be loaded");
        page.hears("Nothing of “one.json” was added.");
        assert_eq!(page.stored(), before, "{missing}");
        page.server.refuse("nothing");
        messages(&page).button("Try again").click();
        page.hears("“one.json”: “Toll 0” was opened");
        assert_eq!(messages(&page).button("Try again").count(), 0);
    }
}

#[test]
fn a_second_program_of_another_build_is_told() {
    let page = Page::closed();
    page.preload("() => { const Real = Worker; window.Worker = class extends Real {
        postMessage() { throw new Error('it is to be asked nothing') }
        addEventListener(kind, f, options) {
            const other = (event) => f(event.data?.[0] === 'ready' ? new MessageEvent('message', { data: ['ready', 'other'] }) : event);
            super.addEventListener(kind, other, options);
        }
    } }");
    page.go("");
    page.open_file("one.json", &large(1));
    page.hears("Sayso was renewed since this page was loaded. Nothing of “one.json” was added.");
    assert_eq!(articles(&page).count(), 0);
}

#[test]
fn one_that_stops_over_a_file_loses_only_that_file() {
    let page = Page::closed();
    page.preload(
        "() => { const Real = Worker; window.Worker = class extends Real {
        postMessage(letter) {
            if (letter[0].name !== 'bad.txt') return super.postMessage(letter);
            const died = new MessageEvent('message', { data: ['died', 'no memory left'] });
            setTimeout(() => this.dispatchEvent(died));
        }
    } }",
    );
    page.go("");
    let one: &[u8] = b"Toll stays\n\nThe toll stays, she said.\n";
    open_files(&page, &[("bad.txt", one), ("one.txt", one)]);
    page.hears("“bad.txt” was not opened, and nothing here was changed. Sayso could not get to its end (no memory left).");
    page.hears("“one.txt”: “Toll stays” was opened.");
    page.wait_until("one to be listed", || articles(&page).count() == 1);
}
