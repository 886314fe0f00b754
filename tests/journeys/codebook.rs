//! A codebook of one's own: read beside the text, marked with, changed, saved and opened.

use serde_json::{Value, json};

use crate::find::Thing;
use crate::more::{STORY, claims, messages};
use crate::page::Page;

const CLAIM: &str = "one hull and two crews";
const NOTE: &str = "keep quiet";
const OTHER: &str = "the engine had been sound";

fn panel(page: &Page) -> Thing<'_> {
    page.region("complementary", "Codebook")
}

fn editor(page: &Page) -> Thing<'_> {
    page.dialog("Edit codebook")
}

/// What is exported of the first mark.
fn first_mark(page: &Page) -> Value {
    page.export("JSON, this article")["articles"][0]["marks"][0].clone()
}

#[test]
fn labels_mark_with_the_mouse_while_the_rules_are_read() {
    let page = Page::open_with("", STORY);
    page.button("Menu").click();
    page.menu_item("Codebook").click();
    panel(&page).wait();
    let text = panel(&page).any("paragraph").texts().join(" ");
    for words in ["When: Mark the whole statement", "Not: Not a question", "A judgement nobody could check"] {
        assert!(text.contains(words), "{words} in {text}");
    }
    page.select_words(NOTE);
    panel(&page).button("Opinion").click();
    page.shows("note", &[NOTE]);
    assert_eq!(page.painted("sayso-note-orange"), [NOTE]);
    let mark = first_mark(&page);
    assert_eq!([&mark["label"], &mark["codebook"]], ["Opinion", "Claims and sources, version 1"]);
    page.button("Undo").click();
    page.shows("note", &[]);
    panel(&page).button("Close the codebook").click();
    panel(&page).wait_gone();
    page.check_quiet();
}

#[test]
fn labels_mark_and_fields_are_answered_with_the_keyboard_alone() {
    let page = Page::open_with("", STORY);
    page.press("o");
    panel(&page).wait();
    page.mark("i", NOTE);
    page.shows("note", &[NOTE]);
    assert_eq!(page.styles(), ["sayso-hand-open-voice", "sayso-note-orange"]);
    page.press("Escape");
    page.wait_until("nothing to be in hand", || page.in_hand().is_empty());
    page.press("Escape");
    panel(&page).wait_gone();
    page.mark("c", CLAIM);
    page.has_in_hand(CLAIM);
    page.press("Enter");
    let card = claims(&page).item(CLAIM);
    page.tab_to(&card.clone().field("On the record"));
    page.press("y");
    page.tab_to(&card.clone().field("Topic"));
    page.press("m");
    page.press("Tab");
    let answers = json!({ "On the record": true, "Topic": "Money" });
    page.wait_until("the answers", || card.clone().field("Topic").value() == "Money");
    page.press("Escape");
    assert_eq!(page.export("JSON, this article")["articles"][0]["marks"][0]["fields"], answers);
    page.reload();
    page.shows("claim", &[CLAIM]);
    page.press("Control+z");
    page.hears("Undone:");
    assert_eq!(
        page.export("JSON, this article")["articles"][0]["marks"][0]["fields"],
        json!({ "On the record": true })
    );
}

#[test]
fn a_label_is_added_and_removed() {
    let page = Page::open_with("", STORY);
    page.button("Codebook").click();
    panel(&page).button("Edit codebook").click();
    editor(&page).button("Add a label").click();
    let form = page.dialog("Label");
    form.clone().field("Name").type_("Rumour");
    form.clone().named(&["radio"], "red").click();
    let key = form.clone().field("Key (one small letter or sign, or nothing)");
    key.type_("c");
    form.clone().button("Save").click();
    page.hears("C is the key of “Mark a claim”. Take another one.");
    key.clone().click();
    page.press("Backspace");
    page.type_("i");
    form.clone().button("Save").click();
    page.hears("Label “Rumour”: its key “i” is the key of “Opinion” already.");
    form.clone().field("Name").holds("Rumour");
    key.click();
    page.press("Backspace");
    page.type_("r");
    form.clone().button("Save").click();
    form.wait_gone();
    editor(&page).button("Edit Rumour").wait();
    page.press("Escape");
    editor(&page).wait_gone();
    page.mark("r", NOTE);
    page.shows("note", &[NOTE]);
    let mark = first_mark(&page);
    assert_eq!([&mark["label"], &mark["codebook"]], ["Rumour", "Claims and sources, version 2"]);
    page.reload();
    page.wait_until("the mark in its colour", || page.painted("sayso-note-red") == [NOTE]);
    page.button("Codebook").click();
    panel(&page).button("Edit codebook").click();
    editor(&page).button("Remove Rumour").click();
    editor(&page).button("Remove Rumour").wait_gone();
    page.press("Escape");
    page.wait_until("the mark to be plain", || page.painted("sayso-note") == [NOTE]);
    messages(&page).button("Undo").click();
    page.wait_until("the label to be back", || page.painted("sayso-note-red") == [NOTE]);
}

#[test]
fn a_codebook_goes_out_and_comes_in() {
    let page = Page::open_with("", STORY);
    page.mark("c", OTHER);
    page.shows("claim", &[OTHER]);
    page.press("Escape");
    page.button("Codebook").click();
    panel(&page).button("Export codebook").click();
    let mut file = page.downloaded_json();
    assert_eq!([&file["format"], &file["codebook"]["name"]], ["sayso codebook", "Claims and sources"]);
    file["codebook"]["name"] = json!("Harbour study");
    file["codebook"]["version"] = json!(7);
    file["codebook"]["labels"][1] = json!({ "name": "Rumour", "colour": "red", "key": "r", "icon": "ear" });
    file["codebook"]["fields"] = json!([{ "name": "People", "kind": "number" }]);
    open(&page, "ours.json", file.to_string().as_bytes());
    let asked = page.dialog("Take another codebook?");
    asked.wait();
    let text = asked.text();
    for words in [
        "“Harbour study, version 7” takes the place of “Claims and sources, version 1”",
        "New label: “Rumour”",
        "No longer there: the label “Opinion”",
        "New field of claims: “People”",
        "the unknown field icon was not kept",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    asked.clone().button("Cancel").click();
    asked.wait_gone();
    panel(&page).says("Claims and sources");
    open(&page, "ours.json", file.to_string().as_bytes());
    asked.button("Take this codebook").click();
    page.hears("The codebook is now “Harbour study, version 7”.");
    page.wait_until("the new codebook", || panel(&page).text().contains("Harbour study"));
    page.mark("r", NOTE);
    page.shows("note", &[NOTE]);
    answer_with_a_number(&page);
    messages(&page).button("Undo").click();
    page.wait_until("the former codebook", || panel(&page).text().contains("Claims and sources"));
    page.reload();
    page.button("Codebook").click();
    panel(&page).button("Opinion").wait();
    page.check_quiet();
}

#[test]
fn a_codebook_goes_to_other_programs_and_comes_from_there() {
    let page = Page::open_with("", STORY);
    page.button("Codebook").click();
    panel(&page).button("Edit codebook").click();
    page.dialog("Edit codebook").button("Export for QDA programs (.qdc)").click();
    page.hears("was saved to claims-and-sources-1.qdc. The file does not carry");
    let (name, file) = page.downloaded();
    assert_eq!(name, "claims-and-sources-1.qdc");
    let theirs = file.replace("name=\"Opinion\"", "name=\"Hearsay\"");
    assert_ne!(theirs, file);
    open(&page, "theirs.qdc", theirs.as_bytes());
    let asked = page.dialog("Take another codebook?");
    asked.wait();
    assert!(asked.text().contains("New label: “Hearsay”"), "{}", asked.text());
    asked.button("Take this codebook").click();
    page.hears("The codebook is now “Claims and sources, version 1”.");
    panel(&page).button("Hearsay").wait();
    open(&page, "cut.qdc", theirs.get(..500).expect("the beginning").as_bytes());
    page.hears("It cannot be read as a codebook of REFI-QDA (.qdc). Your codebook is as it was.");
    page.check_quiet();
}

fn open(page: &Page, name: &str, content: &[u8]) {
    let file = page.scratch.join(name);
    std::fs::write(&file, content).expect("a file to open");
    panel(page).button("Open codebook").choose_files(&[file]);
}

fn answer_with_a_number(page: &Page) {
    page.has_in_hand(NOTE);
    page.press("k");
    page.has_in_hand(OTHER);
    let people = claims(page).item(OTHER).field("People");
    people.type_("seven\n");
    page.hears("“seven” is not a number. The answer is as it was.");
    people.click();
    page.press("Control+a");
    page.type_("007.50\n");
    page.wait_until("the answer", || people.value() == "7.5");
    page.press("Escape");
}

#[test]
fn files_that_are_no_codebooks() {
    let page = Page::open_with("", STORY);
    page.button("Codebook").click();
    panel(&page).wait();
    let before = page.stored();
    let labels = |labels: &str| {
        format!(
            "{{\"format\":\"sayso codebook\",\"version\":1,\"codebook\":{{\"name\":\"N\",\"labels\":[{labels}]}}}}"
        )
    };
    let many: Vec<String> = (0..41).map(|n| format!("{{\"name\":\"{n}\"}}")).collect();
    let cases = [
        ("cut.json", "{\"format\":\"sayso codebook\",\n\"version\":1,".to_owned(), "It is cut off at line 2"),
        (
            "broken.json",
            "{\"format\":\"sayso codebook\",,}".to_owned(),
            "It is not JSON: at line 1, character 28",
        ),
        (
            "newer.json",
            "{\"format\":\"sayso codebook\",\"version\":2}".to_owned(),
            "A newer Sayso wrote it (version 2",
        ),
        ("article.json", "{\"format\":\"sayso\",\"version\":1}".to_owned(), "It is JSON, but not a codebook"),
        (
            "colour.json",
            labels("{\"name\":\"A\",\"colour\":\"mauve\"}"),
            "The field codebook.labels[0].colour says “mauve”; it can be “grey”",
        ),
        (
            "keys.json",
            labels("{\"name\":\"A\",\"key\":\"a\"},{\"name\":\"B\",\"key\":\"a\"}"),
            "Label “B”: its key “a” is the key of “A” already.",
        ),
        ("many.json", labels(&many.join(",")), "The codebook: 41 are too many; up to 40 can be kept."),
        ("large.json", format!("{}{}", labels(""), " ".repeat(1_000_000)), "files of up to"),
    ];
    for (name, content, sentence) in cases {
        open(&page, name, content.as_bytes());
        page.hears(sentence);
        messages(&page).button("Dismiss").click();
        page.wait_until("the message to go", || messages(&page).button("Dismiss").count() == 0);
        assert_eq!(page.stored(), before, "{name}");
    }
    panel(&page).button("Opinion").wait();
    page.go("");
    page.open_file("keys.json", labels("{\"name\":\"A\",\"key\":\"ab\"}").as_bytes());
    page.hears(
        "The field codebook.labels[0].key should be one character, not “ab”. Your codebook is as it was.",
    );
    page.open_file("good.json", labels("{\"name\":\"A\"}").as_bytes());
    page.dialog("Take another codebook?").wait();
    page.check_quiet();
}
