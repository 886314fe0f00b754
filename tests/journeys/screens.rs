//! The names that things on the screen keep.

use crate::more::STORY;
use crate::page::Page;

/// Waits until there is exactly one of each.
fn are_there(page: &Page, things: &[(&str, &str)]) {
    for (role, name) in things {
        let thing = page.region(role, name);
        thing.wait();
        thing.counts(1);
    }
}

#[test]
fn things_go_by_their_names() {
    let page = Page::open();
    are_there(
        &page,
        &[
            ("main", "Library"),
            ("button", "Paste text"),
            ("button", "Open files"),
            ("button", "Try the sample"),
            ("button", "Export"),
        ],
    );
    page.button("Paste text").click();
    are_there(&page, &[("textbox", "Title"), ("textbox", "Article text"), ("button", "Add article")]);
    page.button("Cancel").click();
    page.add_article("", STORY);
    assert_eq!((page.whole().any("main").count(), page.article().count()), (1, 1));
    are_there(
        &page,
        &[
            ("navigation", "Sources"),
            ("complementary", "Claims"),
            ("tab", "Annotate"),
            ("tab", "Overview"),
            ("button", "Undo"),
            ("button", "Redo"),
            ("button", "Search"),
            ("button", "Export"),
        ],
    );
    page.region("complementary", "Claims").any("list").counts(1);
    page.select_words("one hull");
    are_there(
        &page,
        &[
            ("toolbar", "Mark the selection"),
            ("button", "Claim"),
            ("button", "Source"),
            ("button", "Cue"),
            ("button", "Note"),
        ],
    );
    page.tab("Overview").click();
    are_there(&page, &[("main", "Overview"), ("tab", "Annotate")]);
    page.tab("Overview").is_set("aria-selected", "true");
}
