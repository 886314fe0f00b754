//! Marks are changed as with a pencil: pulled, replaced, cut in pieces, kept to words.

use serde_json::json;

use crate::more::{STORY, claims, messages};
use crate::page::Page;

const CLAIM: &str = "the engine had been sound";
const LONGER: &str = "the engine had been sound all winter";
const VOICE: &str = "A mechanic";

impl Page {
    /// The middle of a handle of the mark in hand: `from` or `to`.
    #[track_caller]
    fn handle(&self, edge: &str) -> (i64, i64) {
        let body = "const knobs = [...document.querySelectorAll(`.handle.${args[0]}`)];
            const box = knobs[0]?.getBoundingClientRect();
            return box && [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)]";
        let found =
            self.wait_for("a handle", || Some(self.script(body, &json!([edge]))).filter(|it| it.is_array()));
        serde_json::from_value(found).expect("two numbers")
    }

    /// Marks words as a claim and nothing else.
    #[track_caller]
    fn claim(&self, words: &str) {
        self.mark("c", words);
        self.shows("claim", &[words]);
        if !self.painted("sayso-proposed").is_empty() {
            self.press("Escape");
        }
    }

    /// The end of the first place where `phrase` stands.
    #[track_caller]
    fn end_of(&self, phrase: &str) -> (i64, i64) {
        let [.., x, y] = self.phrase_ends(phrase);
        (x, y)
    }
}

/// A claim that is tied, with its handles on the screen.
fn with_a_claim() -> Page {
    let page = Page::open_with("Ferry", STORY);
    page.claim(CLAIM);
    page.mark("s", VOICE);
    page.hears(&format!("Said by {VOICE}."));
    page.shows("claim", &[CLAIM]);
    page
}

/// The claim's words, with what is tied to it still tied.
fn stands(page: &Page, words: &str) {
    page.shows("claim", &[words]);
    page.wait_until("the card to follow", || claims(page).item(words).count() == 1);
    let card = claims(page).item(words).text();
    assert!(card.contains(VOICE), "the tie is lost: {card}");
}

#[test]
fn handles_pull_the_bounds() {
    let page = with_a_claim();
    let end = page.end_of(LONGER);
    page.drag(page.handle("to"), end);
    stands(&page, LONGER);
    page.hears("Bounds changed");
    page.press("Control+z");
    stands(&page, CLAIM);
    let [x, y, ..] = page.phrase_ends("on the ferry said the engine");
    page.drag(page.handle("from"), (x, y));
    stands(&page, "on the ferry said the engine had been sound");
    page.press("Control+z");
    // Past the article there is nothing to mark.
    page.drag(page.handle("to"), (640, 800));
    page.wait_until("a sentence about it", || {
        messages(&page).text().contains("The bounds end where the article ends.")
    });
    page.wait_until("longer bounds", || {
        page.in_hand()[0].starts_with("the engine had been sound all winter")
    });
    page.press("Control+z");
    stands(&page, CLAIM);
    page.check_quiet();
}

#[test]
fn a_new_selection_replaces_the_bounds() {
    let page = with_a_claim();
    page.select_words(LONGER);
    page.region("toolbar", "Mark the selection").button("New bounds").click();
    stands(&page, LONGER);
    page.select_words("engine had been");
    page.press("b");
    stands(&page, "engine had been");
    // Changed twice in a row, it is one step.
    page.press("Control+z");
    stands(&page, CLAIM);
}

#[test]
fn pieces_are_added_and_joined() {
    let page = Page::open_with("Ferry", STORY);
    page.claim("We have one hull and two crews");
    page.select_words("That is not a timetable");
    page.press("+");
    page.shows("claim", &["We have one hull and two crews", "That is not a timetable"]);
    page.has_in_hand("We have one hull and two crews … That is not a timetable");
    // With Ctrl held the mouse adds at once, and what touches is joined.
    page.holding("Control", || page.drag_over_words("timetable, it’s a wish"));
    page.shows("claim", &["We have one hull and two crews", "That is not a timetable, it’s a wish"]);
    page.press("Control+z");
    page.press("Control+z");
    page.shows("claim", &["We have one hull and two crews"]);
    // Beside a mark in hand the toolbar offers the same.
    page.select_words("That is not a timetable");
    page.region("toolbar", "Mark the selection").button("Add piece").click();
    page.has_in_hand("We have one hull and two crews … That is not a timetable");
    page.check_quiet();
}

#[test]
fn selections_keep_to_words() {
    let page = Page::open_with("Ferry", STORY);
    let selects = |words: &str| page.wait_until(words, || page.selected() == words);
    page.drag_over_words("e engine had bee");
    selects("the engine had been");
    page.drag_over_words(", and that the crews were told to keep quiet");
    selects("and that the crews were told to keep quiet");
    page.holding("Alt", || page.drag_over_words("ngine had bee"));
    selects("ngine had bee");
    page.click_often_on_words("mechanic", 2);
    selects("mechanic");
    page.click_often_on_words("Some 400", 3);
    selects("Some 400 people cross each day.");
    page.press("c");
    page.shows("claim", &["Some 400 people cross each day."]);
    page.check_quiet();
}

#[test]
fn a_selection_that_begins_outside_is_cut_to_the_article() {
    let page = Page::open_with("Ferry", STORY);
    let [.., x, y] = page.phrase_ends("Nobody asked us");
    page.click_at(x, y);
    page.script(
        "const from = names.find([{ roles: ['contentinfo'], name: null, how: 'is' }])[0];
         const to = [...document.querySelectorAll('#article [data-start]')].at(-1).firstChild;
         getSelection().setBaseAndExtent(from, 1, to, 17)",
        &json!([]),
    );
    page.press("n");
    page.hears("Note made on “");
    page.wait_until("a sentence about it", || {
        messages(&page).text().contains("Only what is inside the article was taken.")
    });
    assert!(STORY.contains(page.painted_marks()["note"][0].as_str().expect("a note")));
}
