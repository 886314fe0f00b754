//! Articles go out in a format that is chosen, and come back.

use serde_json::json;

use crate::find::Thing;
use crate::more::STORY;
use crate::page::Page;

/// The dialog, once it stands open.
fn dialog(page: &Page) -> Thing<'_> {
    page.button("Export").click();
    page.menu_item("Other formats").click();
    let dialog = page.dialog("Export");
    dialog.wait();
    dialog
}

/// Chooses a format by its name and waits until its file, of this name, is there.
fn choose(page: &Page, format: &str, file: &str) {
    let chosen = page.script(
        "const choice = [...document.querySelectorAll('.export .format')].find((it) => it.querySelector('b').textContent === args[0]);
        const folded = choice?.closest('details');
        if (folded) folded.open = true;
        choice?.querySelector('input').click();
        return Boolean(choice)",
        &json!([format]),
    );
    assert_eq!(chosen, json!(true), "there is no format “{format}”");
    page.dialog("Export").any("status").says(file);
}

#[test]
fn what_is_lost_is_told_before_it_is_saved_and_the_choice_is_remembered() {
    let page = Page::open_with("Ferry", STORY);
    page.mark("c", "two crews");
    page.press("n");
    let export = dialog(&page);
    export.clone().any("status").says("It carries everything.");
    choose(&page, "doccano", "ferry.jsonl");
    export.clone().any("status").says("opened again, 1 article will be new");
    export.clone().button("Save this list").click();
    let (name, list) = page.downloaded();
    assert_eq!(name, "ferry.jsonl.losses.txt");
    assert!(list.contains("opened again, 1 article will be new"), "{list}");
    export.clone().button("Save").click();
    let (name, line) = page.downloaded();
    assert_eq!(name, "ferry.jsonl");
    assert!(line.contains("\"label\":\"Claim\""), "{line}");
    page.press("Escape");
    export.wait_gone();
    page.reload();
    page.article().wait();
    dialog(&page).any("status").says("ferry.jsonl");
    page.press("Escape");
    page.go("");
    page.open_file("again.jsonl", line.as_bytes());
    page.article().wait();
    page.shows("claim", &["two crews"]);
    page.check_quiet();
}

#[test]
fn a_link_brings_article_and_marks_without_a_server() {
    let page = Page::open_with("Ferry 🙂", STORY);
    page.mark("n", "all winter");
    dialog(&page);
    choose(&page, "Link", "ferry.link.txt");
    page.dialog("Export").button("Save").click();
    let (_, link) = page.downloaded();
    let (_, route) = link.split_once('#').expect("an address with a route");
    assert!(route.starts_with("/marked/"), "{link}");
    let other = Page::open();
    other.go(&format!("#{route}"));
    other.shows("note", &["all winter"]);
    other.hears("“The link”: “Ferry 🙂” was opened");
    // The same once more, in a page that is open: nothing is doubled.
    other.go(&format!("#{route}"));
    other.hears("was here already, and the file says nothing new");
    other.shows("note", &["all winter"]);
    other.go(&format!("#{}", route.get(..route.len() - 9).expect("letters")));
    other.hears("The link was cut short or changed on its way.");
    other.check_quiet();
}

#[test]
fn the_menu_leads_to_the_formats_that_people_use_first() {
    let page = Page::open_with("Ferry", STORY);
    for (item, file) in [("CSV", "ferry.zip"), ("W3C Web Annotation", "ferry.jsonld"), ("brat", "ferry.zip")]
    {
        page.button("Export").click();
        page.menu_item(item).click();
        let export = page.dialog("Export");
        export.clone().any("status").says(file);
        let chosen = "return document.querySelector('.export .format input:checked').closest('.format').querySelector('b').textContent";
        assert_eq!(page.script(chosen, &json!([])), json!(item));
        page.press("Escape");
        export.wait_gone();
    }
    page.check_quiet();
}

#[test]
fn what_programs_for_corpora_read_is_written_and_opened_here_again() {
    let page = Page::open_with("Ferry", STORY);
    page.mark("c", "two crews");
    page.press("n");
    let export = dialog(&page);
    choose(&page, "ClaimReview (JSON-LD)", "ferry.claims.jsonld");
    export.clone().any("status").says("the text of 1 article: only the words of marks are there");
    choose(&page, "WebAnno TSV", "ferry.zip");
    choose(&page, "CoNLL (BIO)", "ferry.zip");
    choose(&page, "UIMA CAS JSON", ".json");
    export.any("status").says("It carries everything.");
    page.dialog("Export").button("Save").click();
    let (_, file) = page.downloaded();
    page.press("Escape");
    let other = Page::open();
    other.button("Open files").wait();
    other.open_file("theirs.json", file.as_bytes());
    other.article().wait();
    other.shows("claim", &["two crews"]);
    other.check_quiet();
}

#[test]
fn without_the_text_the_article_has_to_be_open() {
    let page = Page::open_with("Ferry", STORY);
    page.mark("n", "all winter");
    dialog(&page);
    choose(&page, "Sayso JSON without the text", "ferry.sayso.json");
    page.dialog("Export").button("Save").click();
    let (_, file) = page.downloaded();
    assert!(file.contains("all winter") && !file.contains("\"text\""), "{file}");
    let other = Page::open();
    other.button("Open files").wait();
    other.open_file("marks.json", file.as_bytes());
    other.hears("The text of “Ferry” is left out of the file. Open that article, then open the file again.");
    page.press("Escape");
    page.press("Control+z");
    page.shows("note", &[]);
    page.drop_files(&[("marks.json", file.into_bytes())]);
    page.shows("note", &["all winter"]);
}
