//! One gesture for who says what.

use serde_json::json;

use crate::more::{STORY, claims, sources};
use crate::page::Page;

const CLAIM: &str = "Nobody asked us";
const QUESTION: &str = "Enter takes “Lise Ørsted” with “said”, Escape only the claim.";

#[test]
fn enter_takes_claim_cue_and_source() {
    let page = Page::open_with("Ferry", STORY);
    page.mark("c", CLAIM);
    page.hears("Claim marked: “Nobody asked us”. No source yet. ");
    page.hears(QUESTION);
    assert_eq!(page.painted("sayso-proposed"), ["said", "Lise Ørsted"]);
    assert_eq!(page.painted_marks()["source"], json!([]), "nothing is marked before the yes");
    page.press("Enter");
    page.shows("source", &["Lise Ørsted"]);
    page.shows("cue", &["said"]);
    sources(&page).item("Lise Ørsted").wait();
    page.wait_until("the card to say so", || claims(&page).item(CLAIM).text().contains("Lise Ørsted said"));
    page.has_in_hand(CLAIM);
    page.press("Control+z");
    page.hears("Undone: tie claim to Lise Ørsted.");
    page.shows("source", &[]);
    page.shows("claim", &[CLAIM]);
    page.check_quiet();
}

#[test]
fn escape_takes_only_the_claim() {
    let page = Page::open_with("Ferry", STORY);
    page.mark("c", CLAIM);
    page.hears(QUESTION);
    page.press("Escape");
    page.hears("Only the claim. No source yet.");
    assert_eq!(page.painted("sayso-proposed"), Vec::<String>::new());
    page.has_in_hand(CLAIM);
    page.shows("source", &[]);
    page.press("0");
    page.hears("No source given.");
}

#[test]
fn the_mouse_answers_too() {
    let page = Page::open_with("Ferry", STORY);
    page.select_words(CLAIM);
    page.region("toolbar", "Mark the selection").button("Claim").click();
    page.region("group", "Who says so").button("Take it").click();
    page.shows("source", &["Lise Ørsted"]);
    page.select_words("one hull");
    page.region("toolbar", "Mark the selection").button("Claim").click();
    page.region("group", "Who says so").button("Only the claim").click();
    page.hears("Only the claim. No source yet.");
    page.shows("source", &["Lise Ørsted"]);
}
