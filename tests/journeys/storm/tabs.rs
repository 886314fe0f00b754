//! Two tabs at once, and a tab that only looks on.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::times;
use crate::driver::Kind;
use crate::page::Page;

/// Marks every second word, and takes some back, judges some, and undoes and redoes some, by chance
/// but the same on every run. What is there in the end is told.
const EDIT: &str = "
    const [first, count] = args;
    const there = new Set();
    let seed = first + 1;
    const dice = (sides) => (seed = (seed * 48271) % 2147483647) % sides;
    for (let n = 0; n < count; n += 1) {
        const word = first + 2 * n;
        await hands.mark(word);
        there.add(`word${word}`);
        switch (dice(5)) {
            case 0: hands.press('Delete'); there.delete(`word${word}`); break;
            case 1: hands.press('z', true); there.delete(`word${word}`); break;
            case 2: hands.press('z', true); hands.press('z', true, true); break;
            case 3: hands.press('0'); break;
        }
        await hands.step();
    }
    await hands.saved();
    return [...there]";

#[test]
fn two_tabs_that_edit_at_once_lose_nothing_and_agree() {
    let each = times(60, 1_000);
    let one = Page::open();
    let address = one.open_words(2 * each);
    let other = one.another_tab(&address);
    other.article().wait();
    assert!(processes(&one) >= 2, "both tabs are in one process");
    other.begin(EDIT, &json!([1, each]));
    one.begin(EDIT, &json!([0, each]));
    let mut expected: BTreeSet<String> = words_in(&other.outcome());
    expected.extend(words_in(&one.outcome()));
    for tab in [&one, &other] {
        tab.bring_up();
        tab.wait_long("both tabs to agree", || (tab.claimed() == expected).then_some(()));
    }
    assert_eq!(said_by_nobody(&one), said_by_nobody(&other), "edits of both are in both");
    one.reload();
    one.wait_long("all of it after a reload", || (one.claimed() == expected).then_some(()));
}

#[test]
fn a_tab_that_was_never_touched_shows_all_that_was_done_elsewhere() {
    let changes = times(200, 4_000);
    let busy = Page::open();
    let address = busy.open_words(changes);
    let idle = busy.another_tab(&address);
    idle.article().wait();
    busy.bring_up();
    busy.begin(
        "for (let n = 0; n < args[0]; n += 1) await hands.mark(n); await hands.saved()",
        &json!([changes]),
    );
    busy.outcome();
    idle.bring_up();
    idle.wait_long("all changes", || (idle.claimed().len() == changes).then_some(()));
}

fn words_in(outcome: &Value) -> BTreeSet<String> {
    serde_json::from_value(outcome.clone()).expect("a list of words")
}

/// How many claims the register of this tab says to be nobody's.
fn said_by_nobody(page: &Page) -> Value {
    page.script(
        "const file = [...CSS.highlights].filter(([name]) => name.includes('nobody'));
        return file.map(([, ranges]) => ranges.size)",
        &json!([]),
    )
}

/// How many processes draw pages. Firefox tells nobody; there each tab has its own as long as there are few.
fn processes(page: &Page) -> usize {
    if page.kind == Kind::Firefox {
        return 2;
    }
    let told = page.browser_command("SystemInfo.getProcessInfo");
    let all = told["result"]["processInfo"].as_array().cloned().unwrap_or_default();
    all.iter().filter(|process| process["type"] == "renderer").count()
}
