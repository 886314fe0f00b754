//! The main job with the mouse: paste, mark, tie, judge, export, and open the file again.

use serde_json::Value;

use crate::find::Thing;
use crate::more::{STORY, claims, sources};
use crate::page::Page;

const CLAIM: &str = "We have one hull and two crews";
const LATER: &str = "the engine had been sound all winter";
const VOICE: &str = "Bruno Caldeira";
const UNNAMED: &str = "A mechanic 🔧 on the ferry";

#[test]
fn the_main_job_with_the_mouse() {
    let page = Page::open();
    for way_in in ["Paste text", "Open files", "Try the sample"] {
        page.button(way_in).wait();
    }
    page.add_article("The ferry file", STORY);
    shows_the_story(&page);
    mark_with_the_toolbar(&page);
    tie_and_judge(&page);
    page.reload();
    shows_the_work(&page);
    let first = page.export("JSON, this article");
    is_true_to_the_text(&first);
    page.check_quiet();
    // Another person's browser.
    let page = Page::open();
    page.open_file("ferry.json", first.to_string().as_bytes());
    shows_the_work(&page);
    assert_eq!(undated(page.export("JSON, this article")), undated(first));
    page.check_quiet();
}

fn shows_the_story(page: &Page) {
    page.wait_until("the story", || page.article().any("paragraph").count() > 4);
    assert!(page.article().any("heading").texts().iter().any(|text| STORY.starts_with(text)));
    let paragraphs = page.article().any("paragraph").texts();
    for words in ["By Ana Petrov", "a decision in search of a reason", "“Nobody asked us,” said Lise Ørsted"]
    {
        assert!(paragraphs.iter().any(|text| text.contains(words)), "{words} in {paragraphs:#?}");
    }
    page.wait_until("the title", || {
        page.region("navigation", "Where you are").text().ends_with("The ferry file")
    });
}

fn mark_with_the_toolbar(page: &Page) {
    let toolbar = page.region("toolbar", "Mark the selection");
    assert_eq!(toolbar.count(), 0, "nothing is selected");
    page.select_words(CLAIM);
    for kind in ["Claim", "Source", "Cue", "Note"] {
        toolbar.clone().button(kind).wait();
    }
    toolbar.clone().button("Claim").click();
    page.shows("claim", &[CLAIM]);
    page.has_in_hand(CLAIM);
    assert_eq!(page.selected(), CLAIM, "the selection stays");
    toolbar.wait_gone();
}

fn tie_and_judge(page: &Page) {
    page.mark("s", VOICE);
    page.hears("Source marked: “Bruno Caldeira”. Said by Bruno Caldeira.");
    sources(page).item(VOICE).wait();
    page.shows("source", &[VOICE]);
    let card = claims(page).item(CLAIM);
    page.wait_until("the card to name the source", || card.text().contains(VOICE));
    for pill in ["mixed", "disputed"] {
        card.clone().button(pill).click();
        page.wait_until(pill, || pressed(&card.clone().button(pill)));
    }
    assert!(!pressed(&card.button("not yet checked")));
    page.mark("c", LATER);
    page.shows("claim", &[CLAIM, LATER]);
    page.mark("s", UNNAMED);
    page.hears(&format!("Said by {UNNAMED}."));
}

fn pressed(pill: &Thing<'_>) -> bool {
    pill.attribute("aria-pressed").as_deref() == Some("true")
}

fn shows_the_work(page: &Page) {
    page.shows("claim", &[CLAIM, LATER]);
    page.shows("source", &[VOICE, UNNAMED]);
    for (claim, voice, verdict) in [(CLAIM, VOICE, "disputed"), (LATER, UNNAMED, "not yet checked")] {
        sources(page).item(voice).wait();
        let card = claims(page).item(claim).text();
        assert!(card.contains(voice) && card.contains(verdict), "{card}");
    }
}

/// Every quote in the file is what stands at its offsets, counted in code points.
fn is_true_to_the_text(file: &Value) {
    assert_eq!([&file["format"], &file["unit"]], ["sayso", "code point"]);
    assert_eq!(file["version"], 1);
    let article = &file["articles"][0];
    assert_eq!(article["title"], "The ferry file");
    let text: Vec<char> = article["text"].as_str().expect("a text").chars().collect();
    let mut quotes = Vec::new();
    for mark in article["marks"].as_array().expect("marks") {
        let span = &mark["spans"][0];
        let end = |name: &str| span[name].as_u64().expect("an offset") as usize;
        let quote: String = text[end("start")..end("end")].iter().collect();
        assert_eq!(span["quote"], quote);
        quotes.push(quote);
    }
    assert_eq!(quotes, [CLAIM, VOICE, UNNAMED, LATER]);
}

fn undated(mut file: Value) -> Value {
    file.as_object_mut().expect("an object").remove("exported").expect("a time");
    file
}
