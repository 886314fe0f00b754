//! Backups: saved, restored, restored again, refused, and remembered once a week.

use serde_json::{Value, json};

use crate::find::Thing;
use crate::more::{HEADLINE, STORY, messages};
use crate::page::Page;

const ONE: &str = "one hull and two crews";
const TWO: &str = "keep quiet";

pub(crate) fn storage(page: &Page) -> Thing<'_> {
    page.dialog("Storage")
}

fn marked() -> Page {
    let page = Page::open_with("", STORY);
    page.mark("c", ONE);
    page.shows("claim", &[ONE]);
    page.mark("n", TWO);
    page.shows("note", &[TWO]);
    page
}

/// What the library holds, but for the moment it was saved.
fn library(page: &Page) -> Value {
    let mut file = page.export("JSON, the library");
    file["exported"] = Value::Null;
    file
}

/// Saves a backup from the dialog; the file.
fn back_up(page: &Page) -> Value {
    page.press("Shift+S");
    storage(page).button("Download a backup").click();
    let file = page.downloaded_json();
    page.hears("A backup of everything, with 1 article, was saved");
    page.press("Escape");
    storage(page).wait_gone();
    file
}

fn delete_for_good(page: &Page) {
    page.go("#/");
    page.button(&format!("Delete {HEADLINE}")).click();
    page.button("Deleted (1)").click();
    page.button(&format!("Delete {HEADLINE} for good")).click();
    page.dialog("Delete for good").button("Delete for good").click();
    page.button("Deleted (1)").wait_gone();
}

fn restore(page: &Page, file: &Value) {
    let path = page.scratch.join("backup.json");
    std::fs::write(&path, file.to_string()).expect("a file to open");
    page.press("Shift+S");
    storage(page).button("Restore a backup").choose_files(&[path]);
}

#[test]
fn what_was_deleted_for_good_comes_back_from_a_backup() {
    let page = marked();
    let before = library(&page);
    let file = back_up(&page);
    assert_eq!([&file["format"], &file["version"]], [&json!("sayso-backup"), &json!(1)]);
    delete_for_good(&page);
    assert_eq!(library(&page)["articles"], json!([]));
    restore(&page, &file);
    page.hears(&format!("is restored: “{HEADLINE}”."));
    page.press("Escape");
    assert_eq!(library(&page), before);
    page.reload();
    assert_eq!(library(&page), before);
    page.whole().named(&["link"], HEADLINE).click();
    page.shows("note", &[TWO]);
    page.press("Control+z");
    page.shows("note", &[]);
    page.check_quiet();
}

#[test]
fn restoring_twice_doubles_nothing_and_takes_nothing_away() {
    let page = marked();
    let file = back_up(&page);
    page.mark("n", "all winter");
    page.shows("note", &["all winter", TWO]);
    let before = library(&page);
    for _ in 0..2 {
        restore(&page, &file);
        page.hears("was here already. Nothing was changed.");
        page.press("Escape");
        storage(&page).wait_gone();
        assert_eq!(library(&page), before);
    }
}

#[test]
fn a_backup_is_restored_in_an_empty_browser_by_opening_it() {
    let file = back_up(&marked());
    let page = Page::open();
    page.open_file("backup.json", file.to_string().as_bytes());
    page.hears(&format!("is restored: “{HEADLINE}”."));
    page.whole().named(&["link"], HEADLINE).click();
    page.shows("claim", &[ONE]);
    page.shows("note", &[TWO]);
    page.check_quiet();
}

#[test]
fn files_that_are_no_backups_change_nothing() {
    let page = marked();
    let good = back_up(&page).to_string();
    let before = page.stored();
    let cut = good.get(..good.len() / 2).expect("a cut").to_owned();
    let cases = [
        (cut, "It is cut off at line"),
        ("{\"format\": \"sayso-backup\", \"version\": 9}".to_owned(), "A newer Sayso wrote it (version 9"),
        (
            "{\"format\": \"sayso-backup\", \"version\": 1, \"entries\": {}}".to_owned(),
            "nothing of Sayso’s in it",
        ),
        ("{\"format\": \"sayso\", \"version\": 1, \"articles\": []}".to_owned(), "but not a backup"),
    ];
    for (content, sentence) in cases {
        let path = page.scratch.join("odd.json");
        std::fs::write(&path, content).expect("a file to open");
        page.press("Shift+S");
        storage(&page).button("Restore a backup").choose_files(&[path]);
        page.hears(sentence);
        assert_eq!(page.stored(), before, "{sentence}");
        page.press("Escape");
        storage(&page).wait_gone();
    }
}

#[test]
fn a_damaged_entry_in_a_backup_is_told_and_the_rest_comes_back() {
    let page = marked();
    let mut file = back_up(&page);
    let entries = file["entries"].as_object_mut().expect("entries");
    let key = entries.iter().filter(|(_, value)| value.as_str().is_some_and(|value| value.contains(TWO)));
    let key = key.map(|(key, _)| key.clone()).find(|key| !key.contains("/text/")).expect("the note's entry");
    entries[&key] = json!(entries[&key].as_str().expect("a string").replace(TWO, "keep quiwt"));
    delete_for_good(&page);
    restore(&page, &file);
    page.hears("1 entry was not taken");
    page.press("Escape");
    page.whole().named(&["link"], HEADLINE).click();
    page.shows("claim", &[ONE]);
    page.shows("note", &[]);
}

/// From now on the page believes that it is so many days later.
const LATER: &str = "() => { const now = Date.now; Date.now = () => now() + 8 * 24 * 3600 * 1000 }";

/// Loads the page anew: nothing is offered.
#[track_caller]
fn is_not_reminded(page: &Page, why: &str) {
    page.reload();
    page.shows("claim", &[ONE]);
    assert_eq!(messages(page).button("Download a backup").count(), 0, "{why}");
}

#[test]
fn after_a_week_without_a_copy_one_is_offered() {
    let page = marked();
    is_not_reminded(&page, "not on the first day");
    page.preload(LATER);
    page.reload();
    page.hears("There is no copy of your work outside this browser yet.");
    messages(&page).button("Dismiss").click();
    page.is_saved();
    is_not_reminded(&page, "it was put away this week");
    page.preload(LATER);
    page.reload();
    page.hears("There is no copy of your work outside this browser yet.");
    messages(&page).button("Download a backup").click();
    assert_eq!(page.downloaded_json()["format"], "sayso-backup");
    messages(&page).button("Download a backup").wait_gone();
    is_not_reminded(&page, "nothing has changed since");
    page.mark("n", "all winter");
    page.shows("note", &["all winter", TWO]);
    page.preload(LATER);
    page.reload();
    page.hears("Your last copy outside this browser is of");
    assert_eq!(library(&page)["articles"].as_array().map(Vec::len), Some(1));
    messages(&page).button("Download a backup").wait_gone();
}
