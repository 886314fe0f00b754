//! Cards beside their lines, and the card in hand with everything that can be written on it.

use serde_json::{Value, json};

use crate::crowd::{crowd, in_two_pieces};
use crate::find::Thing;
use crate::more::{STORY, claims, sources};
use crate::page::Page;

const CLAIM: &str = "We have one hull and two crews";
const LATER: &str = "the engine had been sound all winter";
const LAST: &str = "Nobody asked us";

/// Where each card is, from its top to its foot, whether it is folded, and how far its upper edge is
/// below its mark's first line; measured once nothing moves any more.
struct Column {
    cards: Vec<(f64, f64, bool)>,
    off_line: f64,
}

/// Measures the cards as soon as two looks in a row find the same.
fn column(page: &Page) -> Column {
    let look = "const live = (it) => {
                const range = document.createRange();
            range.setStart(it.startContainer, it.startOffset);
            range.setEnd(it.endContainer, it.endOffset);
            return range;
        };
        const frame = () => new Promise((done) => requestAnimationFrame(done));
        const cards = () => [...document.querySelectorAll('aside > ol > li')].map((it) => {
            const box = it.getBoundingClientRect();
            return [box.top, box.bottom, it.hasAttribute('data-folded')];
        });
        const before = cards(); await frame(); await frame();
        if (JSON.stringify(before) !== JSON.stringify(cards())) return null;
        const hand = [...CSS.highlights].filter(([name]) => name.startsWith('sayso-hand-')).flatMap(([, it]) => [...it]).map(live);
        const line = hand.length ? Math.min(...hand.map((it) => it.getClientRects()[0].top)) : 0;
        const open = document.querySelector('aside > ol > li[aria-current]')?.getBoundingClientRect().top ?? line;
        return { cards: before, off: open - line }";
    let found = page.wait_for("the cards to stand still", || {
        Some(page.script(look, &json!([]))).filter(|found| !found.is_null())
    });
    let cards: Vec<(f64, f64, bool)> = serde_json::from_value(found["cards"].clone()).expect("cards");
    Column { cards, off_line: found["off"].as_f64().expect("a number") }
}

#[track_caller]
fn is_in_order(column: &Column) {
    for pair in column.cards.windows(2) {
        assert!(pair[0].1 <= pair[1].0, "cards overlap: {pair:?}");
    }
}

#[track_caller]
fn is_at_its_line(column: &Column) {
    assert!(column.off_line.abs() < 12.0, "the card in hand is {} pixels off its line", column.off_line);
}

#[test]
fn two_hundred_cards_never_overlap() {
    let page = Page::open();
    page.resize(1440, 900);
    page.open_file("crowd.json", crowd(200).to_string().as_bytes());
    page.wait_until("all cards", || claims(&page).any("listitem").count() == 200);
    is_in_order(&column(&page));
    page.script("document.getElementById('main').focus()", &json!([]));
    for _ in 0..3 {
        page.press("j");
    }
    page.wait_until("a mark to be in hand", || page.in_hand().len() == 1);
    let held = column(&page);
    is_in_order(&held);
    is_at_its_line(&held);
    assert!(held.cards.iter().filter(|card| card.2).count() > 100, "a crowd folds");
    scrolls_as_one(&page, &held);
    for (width, height) in [(1440, 900), (1024, 800), (390, 800)] {
        for dark in [false, true] {
            page.screenshot("two-hundred", width, height, dark);
        }
        is_in_order(&column(&page));
    }
    page.button("200 claims").click();
    page.wait_until("the sheet", || claims(&page).any("listitem").count() >= 200);
    page.screenshot("two-hundred-sheet", 390, 800, false);
    is_in_order(&column(&page));
    page.check_quiet();
}

/// The keys of the text scroll text and cards by the same way.
fn scrolls_as_one(page: &Page, before: &Column) {
    page.script("document.getElementById('main').focus()", &json!([]));
    page.press("PageDown");
    page.wait_until("the page to scroll", || (column(page).cards[0].0 - before.cards[0].0).abs() > 100.0);
    let after = column(page);
    is_at_its_line(&after);
    let moved = after.cards[0].0 - before.cards[0].0;
    assert!(before.cards.iter().zip(&after.cards).all(|(one, two)| (two.0 - one.0 - moved).abs() < 1.0));
}

#[test]
fn the_focus_goes_between_text_and_card() {
    let page = Page::open_with("", STORY);
    for words in [CLAIM, LATER, LAST] {
        page.mark("c", words);
        page.has_in_hand(words);
        is_at_its_line(&column(&page));
    }
    is_in_order(&column(&page));
    page.script("document.getElementById('main').focus()", &json!([]));
    page.press("k");
    page.has_in_hand(LATER);
    let main = page.whole().any("main");
    for back in ["Shift+Tab", "Escape"] {
        page.press("Tab");
        page.wait_until("the card to have the focus", || focused(&page).starts_with(LATER));
        page.press(back);
        page.wait_until("the text to have the focus", || main.has_focus());
        page.has_in_hand(LATER);
    }
}

/// The name of what has the focus.
fn focused(page: &Page) -> String {
    let name = page.script("return names.name(document.activeElement)", &json!([]));
    name.as_str().unwrap_or_default().to_owned()
}

fn card<'page>(page: &'page Page, words: &str) -> Thing<'page> {
    claims(page).item(words)
}

fn evidence(page: &Page) -> Thing<'_> {
    card(page, LATER).named(&["group"], "Evidence")
}

#[test]
fn a_card_is_filled_with_the_mouse() {
    let page = Page::open_with("", STORY);
    page.mark("c", LATER);
    page.has_in_hand(LATER);
    let find = card(&page, LATER).field("Find or name a source");
    find.type_("Lise Ørsted");
    card(&page, LATER).button("New: Lise Ørsted").click();
    page.hears("Lise Ørsted entered.");
    sources(&page).item("Lise Ørsted").wait();
    card(&page, LATER).button("disputed").click();
    evidence(&page).button("Add evidence").click();
    evidence(&page).field("Address").type_("https://example.org/log");
    evidence(&page).field("Quoted passage").type_("The engine was opened twice.");
    evidence(&page).field("What it shows").type_("it was not sound");
    card(&page, LATER).field("Add a tag").type_("engine,");
    card(&page, LATER).button("Remove the tag “engine”").wait();
    card(&page, LATER).field("Add a tag").type_("winter,");
    card(&page, LATER).button("Remove the tag “winter”").click();
    card(&page, LATER).button("Remove the tag “winter”").wait_gone();
    let claim = page.export("JSON, this article")["articles"][0]["marks"][0].take();
    let piece = &claim["evidence"][0];
    assert_eq!(piece["url"], "https://example.org/log");
    assert_eq!(piece["quote"], "The engine was opened twice.");
    assert_eq!(piece["note"], "it was not sound");
    assert_eq!(piece["accessed"].as_str().map(str::len), Some("2026-03-04".len()), "{piece}");
    assert_eq!((&claim["tags"], &claim["verdict"]), (&json!(["engine"]), &json!("disputed")));
    evidence(&page).button("Remove evidence").click();
    page.hears("remove evidence");
    evidence(&page).button("Evidence 1: https://example.org/log").wait_gone();
    page.button("Undo").click();
    evidence(&page).button("Evidence 1: https://example.org/log").wait();
    page.check_quiet();
}

#[test]
fn a_card_is_filled_with_the_keyboard_alone() {
    let page = Page::open_with("", STORY);
    for words in [CLAIM, LATER] {
        page.mark("c", words);
        page.has_in_hand(words);
    }
    page.script("document.getElementById('main').focus()", &json!([]));
    name_sources(&page);
    write_evidence(&page);
    write_tags(&page);
    page.reload();
    page.wait_until("the tag to be stored", || {
        page.export("JSON, this article")["articles"][0]["marks"][1]["tags"] == json!(["winter"])
    });
}

/// `T` names a new source, finds one again by a part of its name, and leads back to the text.
fn name_sources(page: &Page) {
    let find = card(page, LATER).field("Find or name a source");
    let name = |words: &str, how: &str| {
        page.press("t");
        page.wait_until("the field to take the keys", || find.has_focus());
        page.type_(words);
        page.press(how);
    };
    name("the ferry’s mechanic", "Enter");
    page.hears("the ferry’s mechanic entered.");
    page.wait_until("the text to have the focus", || page.whole().any("main").has_focus());
    page.press("k");
    page.has_in_hand(CLAIM);
    page.press("t");
    page.type_("ferr");
    page.press("Enter");
    page.hears("Said by the ferry’s mechanic.");
    page.press("j");
    page.has_in_hand(LATER);
    name("Bruno Caldeira", "Escape");
    page.wait_until("the text to have the focus", || page.whole().any("main").has_focus());
    page.has_in_hand(LATER);
    find.holds("");
    assert_eq!(sources(page).item("Bruno Caldeira").count(), 0, "Escape names nobody");
}

fn write_evidence(page: &Page) {
    page.press("Tab");
    page.tab_to(&evidence(page).button("Add evidence"));
    page.press("Enter");
    page.tab_to(&evidence(page).field("Address"));
    page.type_("example.org/log");
    page.tab_to(&evidence(page).field("Quoted passage"));
    page.type_("opened twice\nin May");
    page.press("Control+Enter");
    page.hears("write evidence");
    let passage =
        || page.export("JSON, this article")["articles"][0]["marks"][1]["evidence"][0]["quote"].take();
    page.press("Control+z");
    page.wait_until("one undo to take the passage back, and no more", || {
        passage().as_str().unwrap_or_default().is_empty()
    });
    evidence(page).button("Evidence 1: example.org/log").wait();
    page.press("Control+Shift+z");
    page.wait_until("the passage to be back", || passage() == "opened twice\nin May");
}

fn write_tags(page: &Page) {
    page.script("document.getElementById('main').focus()", &json!([]));
    page.press("Tab");
    page.tab_to(&card(page, LATER).field("Add a tag"));
    page.type_("winter\n");
    card(page, LATER).button("Remove the tag “winter”").wait();
    card(page, LATER).field("Add a tag").takes_keys();
}

#[test]
fn what_is_being_typed_survives_a_crash() {
    let page = Page::open_with("", STORY);
    page.mark("c", LATER);
    page.has_in_hand(LATER);
    card(&page, LATER).field("Note").type_("half a sent");
    page.wait_until("the draft to be kept", || {
        let kept = page.script("return Object.values({ ...sessionStorage }).join()", &json!([]));
        kept.as_str().is_some_and(|kept| kept.contains("half a sent"))
    });
    // As if the browser had died here: nothing is written any more.
    page.script("Storage.prototype.setItem = Storage.prototype.removeItem = () => {}", &json!([]));
    page.reload();
    let note = card(&page, LATER).field("Note");
    page.wait_until("the draft to be back", || note.count() == 1 && note.value() == "half a sent");
    note.type_("ence");
    page.press("Control+Enter");
    page.hears("write a note");
    page.reload();
    page.wait_until("the note to be stored once", || {
        let marks = page.export("JSON, this article")["articles"][0]["marks"].take();
        marks[0]["note"].as_str().is_some_and(|note| note.len() == "half a sentence".len())
    });
    let kept =
        page.script("return Object.keys(sessionStorage).filter((it) => it.includes('draft'))", &json!([]));
    assert_eq!(kept, Value::Array(Vec::new()), "no draft is left");
}

#[test]
fn pieces_are_taken_out() {
    let page = Page::open();
    page.open_file("pieces.json", in_two_pieces().to_string().as_bytes());
    let face = claims(&page).item("We have one hull and two crews … That is not a timetable");
    face.clone().wait();
    page.article().wait();
    page.script("document.getElementById('main').focus()", &json!([]));
    page.press("j");
    page.press("Tab");
    let out = claims(&page).button("Take out “That is not a timetable, it’s a wish”");
    page.tab_to(&out);
    page.press("Enter");
    page.shows("claim", &[CLAIM]);
    assert_eq!(claims(&page).named(&["list"], "Pieces").count(), 0, "one piece is no list");
    page.button("Undo").click();
    page.shows("claim", &[CLAIM, "That is not a timetable, it’s a wish"]);
    claims(&page).button(&format!("Take out “{CLAIM}”")).click();
    page.shows("claim", &["That is not a timetable, it’s a wish"]);
}
