//! Every page and state, judged by axe-core in light and in dark colours.

use crate::arrivals;
use crate::crowd;
use crate::more::{HEADLINE, STORY, claims, messages};
use crate::page::Page;
use crate::places;

#[test]
fn the_library_and_its_dialogs() {
    let page = Page::open();
    page.button("Paste text").wait();
    page.audit("empty library");
    page.button("Paste text").click();
    page.dialog("Paste text").wait();
    page.audit("paste dialog");
    page.press("Escape");
    page.add_article("", STORY);
    page.go("#/");
    page.button("Try the sample").wait();
    page.audit("library");
    page.button(&format!("Details of {HEADLINE}")).click();
    page.dialog("Details").wait();
    page.audit("details");
    page.press("Escape");
    page.button(&format!("Delete {HEADLINE}")).click();
    page.wait_until("the message", || messages(&page).text().contains("was deleted"));
    page.audit("deleted");
}

#[test]
fn the_article_while_it_is_marked() {
    let page = Page::open_with("", STORY);
    page.audit("article");
    page.select_words("Nobody asked us");
    page.button("Claim").wait();
    page.audit("toolbar");
    page.press("c");
    page.button("Take it").wait();
    page.audit("proposal");
    page.press("Enter");
    page.shows("source", &["Lise Ørsted"]);
    page.audit("claim in hand");
    page.select_words("asked us");
    page.press("n");
    page.press("ArrowRight");
    page.press("ArrowLeft");
    page.press("Enter");
    page.region("menu", "Marks at this place").wait();
    page.audit("marks that overlap");
    page.press("Escape");
    page.press("Escape");
    page.press("/");
    page.field("Find in the article").wait();
    page.type_("us");
    page.audit("search");
    page.press("Escape");
    page.press("Shift+F");
    page.button("Clear all").wait();
    page.audit("filters");
}

#[test]
fn the_panels_and_dialogs_of_an_article() {
    let page = Page::open_with("", STORY);
    page.mark("c", "Nobody asked us");
    page.press("Enter");
    page.shows("source", &["Lise Ørsted"]);
    for (key, dialog) in [("h", "Steps"), ("?", "all keys"), (",", "Settings")] {
        page.press(key);
        page.dialog(dialog).wait();
        page.audit(dialog);
        page.press("Escape");
        page.dialog(dialog).wait_gone();
    }
    page.press("o");
    page.region("complementary", "Codebook").wait();
    page.audit("codebook");
    page.button("Edit codebook").click();
    page.dialog("Edit codebook").wait();
    page.audit("codebook, edited");
    page.press("Escape");
    for menu in ["Menu", "Export"] {
        page.button(menu).click();
        page.menu_item("").wait();
        page.audit(menu);
        page.press("Escape");
    }
    page.tab("Overview").click();
    page.region("main", "Overview").wait();
    page.audit("overview");
}

#[test]
fn two_hundred_marks_at_three_widths() {
    let page = Page::open();
    page.open_file("crowd.json", crowd::crowd(200).to_string().as_bytes());
    page.wait_until("the cards", || claims(&page).any("listitem").count() >= 200);
    for width in [1440, 1024, 390] {
        page.resize(width, 900);
        page.audit(&format!("200 marks, {width} pixels wide"));
        page.screenshot("crowd", width, 900, false);
        page.screenshot("crowd", width, 900, true);
        page.darken(false);
    }
}

#[test]
fn the_register_and_its_dialogs() {
    let page = Page::open_with("", STORY);
    page.mark("c", "Nobody asked us");
    page.press("Enter");
    page.shows("source", &["Lise Ørsted"]);
    page.mark("s", "Critics on the island");
    page.button("More for Lise Ørsted").click();
    page.menu_item("Edit").wait();
    page.audit("menu of a source");
    page.menu_item("Edit").click();
    page.dialog("Source").wait();
    page.audit("source");
    page.press("Escape");
    page.dialog("Source").wait_gone();
    page.button("More for Lise Ørsted").click();
    page.menu_item("Merge").click();
    page.dialog("Merge Lise Ørsted").wait();
    page.audit("merging");
    page.press("Escape");
    page.dialog("Merge Lise Ørsted").wait_gone();
    page.button("Show only Lise Ørsted").click();
    page.button("Show all marks").wait();
    page.audit("one voice");
}

#[test]
fn what_goes_out() {
    let page = Page::open_with("Ferry", STORY);
    page.mark("c", "two crews");
    page.button("Export").click();
    page.menu_item("Other formats").click();
    let export = page.dialog("Export");
    export.clone().any("status").says("It carries everything.");
    page.audit("export");
    for (width, dark) in [(1440, false), (1024, true), (390, false)] {
        page.screenshot("export", width, 900, dark);
    }
    export.named(&["radio"], "Articles that I pick").click();
    page.audit("export, articles picked");
}

#[test]
fn what_is_found_in_files() {
    let page = Page::open();
    page.button("From the web").click();
    page.dialog("From the web").wait();
    page.audit("from the web");
    page.press("Escape");
    page.dialog("From the web").wait_gone();
    page.open_file("toll.html", arrivals::PAGE.as_bytes());
    let look = arrivals::look(&page);
    look.wait();
    page.audit("looked over");
    page.drop_files(&[("photo.txt", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR".to_vec())]);
    look.says("“photo.txt” was not opened");
    page.audit("another file refused");
    look.clone().button("The whole page").click();
    for (width, dark) in [(1440, false), (1024, true), (390, false)] {
        page.screenshot("looked-over", width, 900, dark);
    }
    page.darken(false);
    look.clone().button("Do not add").click();
    look.wait_gone();
    page.open_file("walk.epub", &arrivals::book());
    arrivals::look(&page).named(&["group"], "Chapters").wait();
    page.audit("chapters");
}

#[test]
fn the_places_of_a_new_version() {
    let page = places::marked();
    page.press("Shift+V");
    page.dialog("New version of this article").wait();
    page.audit("new version");
    page.screenshot("version", 1440, 900, false);
    page.darken(false);
    places::make(&page, &places::edited());
    places::panel(&page).wait();
    messages(&page).button("Dismiss").click();
    for width in [1440, 1024, 390] {
        page.resize(width, 900);
        page.audit(&format!("places, {width} pixels wide"));
        page.screenshot("places", width, 900, width == 1024);
        page.darken(false);
    }
    page.resize(1024, 900);
    places::list(&page, "Not found").button(&format!("Place it: “{}”", places::LOST)).click();
    page.region("region", &format!("Placing “{}”", places::LOST)).wait();
    page.audit("placing");
    page.screenshot("placing", 390, 900, false);
    page.screenshot("placing", 1440, 900, false);
}

#[test]
fn the_history_and_storage() {
    let page = Page::open_with("", STORY);
    page.mark("c", "Nobody asked us");
    page.press("Enter");
    page.shows("source", &["Lise Ørsted"]);
    page.press("Escape");
    page.press("Shift+H");
    page.region("complementary", "History").wait();
    page.audit("history");
    page.tab_to(&page.field("Name this state"));
    page.type_("\nFirst pass\n");
    page.hears("This state is named");
    page.press("Tab");
    page.press("Tab");
    page.press("ArrowDown");
    page.press("ArrowDown");
    page.press("Enter");
    page.region("region", "Earlier state").wait();
    page.audit("an earlier state");
    page.resize(390, 844);
    page.audit("an earlier state on a small screen");
    page.resize(1280, 900);
    page.press("Escape");
    page.region("region", "Earlier state").wait_gone();
    page.script("localStorage.setItem('sayso/1/odd', 'x')", &serde_json::json!([]));
    page.reload();
    page.hears("could not be read");
    page.press("Shift+S");
    page.dialog("Storage").wait();
    page.audit("storage");
    page.dialog("Storage").button(&format!("Move to a file: {HEADLINE}")).click();
    page.dialog("Storage").button("Keep it here").wait();
    page.audit("storage, while an article is moved");
    page.resize(390, 844);
    page.audit("storage on a small screen");
}

#[test]
fn sheets_on_a_small_screen() {
    let page = Page::open_with("", STORY);
    page.mark("c", "Nobody asked us");
    page.press("Enter");
    page.shows("source", &["Lise Ørsted"]);
    page.resize(390, 844);
    for (button, sheet) in [
        ("1 claim", ("complementary", "Claims")),
        ("1 source", ("navigation", "Sources")),
        ("Codebook", ("complementary", "Codebook")),
        ("History", ("complementary", "History")),
    ] {
        page.button(button).click();
        page.region(sheet.0, sheet.1).wait();
        page.audit(&format!("{} as a sheet", sheet.1));
        page.button(button).click();
        page.region(sheet.0, sheet.1).wait_gone();
    }
}
