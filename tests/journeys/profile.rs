//! A short session of reading and marking. `scripts/profile` records which functions of the program it
//! takes; the others are what `dist/` has in the second half, which comes when the page is idle. And
//! that this halving is never felt.

use std::collections::BTreeSet;

use serde_json::json;

use crate::more::{STORY, claims, sources};
use crate::page::Page;

const CLAIM: &str = "“We have one hull and two crews,”";
const LATER: &str = "the engine had been sound all winter";
const VOICE: &str = "Bruno Caldeira";

/// The main job: an article comes in, is read and marked, and is there again after a reload. `watch` is
/// called before the page is left each time, and at the end.
fn read_and_mark(page: &Page, mut watch: impl FnMut(&Page)) {
    page.add_article("Ferry", STORY);
    page.mark("c", CLAIM);
    page.hears("Claim marked: “");
    page.shows("claim", &[CLAIM]);
    page.mark("s", VOICE);
    page.hears("Said by Bruno Caldeira.");
    sources(page).item(VOICE).wait();
    page.mark("c", LATER);
    page.press("1");
    page.wait_until("the card to name the source", || claims(page).item(LATER).text().contains(VOICE));
    page.press("k");
    page.press("j");
    page.has_in_hand(LATER);
    claims(page).item(LATER).field("Note").type_("A first note");
    page.wait_until("the draft to be kept", || {
        page.script("return sessionStorage.length", &json!([])) != json!(0)
    });
    page.press("Control+Enter");
    page.press("Escape");
    page.press("Control+z");
    page.press("Control+Shift+z");
    page.button("Undo").click();
    page.button("Redo").click();
    page.click_on_words("one hull");
    page.has_in_hand(CLAIM);
    page.press("Escape");
    page.is_saved();
    watch(page);
    page.reload();
    page.shows("claim", &[CLAIM, LATER]);
    page.mark("n", "keep quiet");
    page.shows("note", &["keep quiet"]);
    page.press("Escape");
    page.is_saved();
    page.go("#/");
    page.region("main", "Library").wait();
    watch(page);
    page.reload();
    page.region("main", "Library").wait();
    watch(page);
}

/// Keeps count of the timers that will soon run out.
const TIMERS: &str = "() => {
    const [set, clear, due] = [setTimeout, clearTimeout, new Set()];
    window.setTimeout = (work, wait = 0, ...given) => {
        const timer = set(() => { due.delete(timer); work(...given) }, wait);
        if (wait <= 4000) due.add(timer);
        return timer;
    };
    window.clearTimeout = (timer) => { due.delete(timer); clear(timer) };
    window.timersDue = () => due.size;
}";

/// Lets timers run out: what is done when nothing else is.
fn rest(page: &Page) {
    page.wait_until("timers to have run out", || {
        let body = "await new Promise((idle) => requestIdleCallback(idle)); return window.timersDue()";
        page.script(body, &json!([])) == json!(0)
    });
}

/// The page with its timers counted, and what else is to be in place before it comes.
fn open(prepare: impl FnOnce(&Page)) -> Page {
    let page = Page::closed();
    page.preload(TIMERS);
    prepare(&page);
    page.go("");
    page
}

/// Which of the functions that were numbered for the profile have been called since the page was loaded.
fn called(page: &Page) -> BTreeSet<usize> {
    let body = "return Object.entries(globalThis.saysoProgram)
        .filter(([name, it]) => /^n[0-9]+$/u.test(name) && it.value === 1).map(([name]) => Number(name.slice(1)))";
    serde_json::from_value(page.script(body, &json!([]))).expect("a list of numbers")
}

#[test]
#[ignore = "it needs a page that is built for it: scripts/profile"]
fn the_functions_of_the_main_job() {
    let mut seen = BTreeSet::new();
    // What is quick once may be slow the next time, and take another way.
    for slower in [1, 1, 8, 20] {
        let slow = |page: &Page| {
            page.developer_command("Emulation.setCPUThrottlingRate", &json!({ "rate": slower }));
        };
        read_and_mark(&open(slow), |page| {
            rest(page);
            seen.extend(called(page));
        });
    }
    let file = std::env::var("SAYSO_PROFILE").expect("SAYSO_PROFILE names the file to write");
    std::fs::write(file, json!(seen).to_string()).expect("the profile can be written");
}

#[test]
fn the_main_job_never_asks_for_the_rest() {
    let page = open(|page| {
        page.server.refuse("_rest.wasm");
        // Only what is called too early asks in this way.
        page.preload("() => { window.early = 0; XMLHttpRequest.prototype.open = () => { window.early += 1; throw new Error('too early') } }");
    });
    read_and_mark(&page, |page| {
        rest(page);
        assert_eq!(page.script("return window.early", &json!([])), json!(0));
    });
}

#[test]
fn a_dialog_that_is_opened_before_the_rest_is_here_waits_for_it() {
    let page = Page::closed();
    // The rest does not come by itself.
    page.preload(
        "() => {
            const compile = WebAssembly.compileStreaming;
            WebAssembly.compileStreaming = async (answer) =>
                (await answer).url.endsWith('_rest.wasm') ? new Promise(() => {}) : compile.call(WebAssembly, answer);
        }",
    );
    page.go("");
    page.button("Menu").click();
    page.menu_item("Settings").click();
    page.dialog("Settings").wait();
    page.check_quiet();
    assert_eq!(page.csp_violations(), Vec::<String>::new());
}

#[test]
fn what_came_while_idle_works_without_a_network() {
    let page = Page::open();
    page.wait_until("the rest to be here", || {
        page.script("return document.documentElement.dataset.whole ?? ''", &json!([])) == json!("yes")
    });
    page.server.refuse("");
    page.button("Menu").click();
    page.menu_item("Settings").click();
    page.dialog("Settings").wait();
    page.check_quiet();
}
