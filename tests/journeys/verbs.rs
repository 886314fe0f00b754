//! The verbs themselves, tried on a page of their own (`verbs.html`): a journey is worth what they are.

use serde_json::{Value, json};

use crate::driver::Kind;
use crate::page::Page;
use crate::server::Server;

fn tried_on() -> Page {
    let page = Page::closed();
    page.server.add("verbs.html", include_str!("verbs.html"));
    page.go("verbs.html");
    page
}

#[test]
fn things_are_found_by_role_and_name() {
    let page = tried_on();
    assert_eq!(page.button("Ghost").count(), 0, "hidden");
    assert_eq!(page.button("Export").count(), 1, "what is hidden from readers is no part of the name");
    assert_eq!(page.menu_item("JSON").count(), 0, "the menu is closed");
    page.field("Title").type_("A day ☂ at\nhome");
    assert_eq!(page.field("Title").value(), "A day ☂ athome");
    page.field("Article text").paste("one\n\ntwo 🌉");
    assert_eq!(page.field("Article text").value(), "one\n\ntwo 🌉");
    assert!(page.field("Article text").has_focus());
    page.region("complementary", "Claims").item("Second").button("Remove").click();
    assert_eq!(page.region("complementary", "Claims").any("listitem").texts(), ["First claim Remove"]);
    assert_eq!(page.article().any("heading").text(), "Bridge & river");
    assert_eq!(page.button("Export").attribute("aria-expanded").as_deref(), Some("false"));
}

#[test]
fn names_are_those_that_the_browser_tells_a_reader() {
    let page = tried_on();
    assert_eq!(page.tab("Annotate").attribute("aria-selected").as_deref(), Some("true"));
    let cases = [
        ("button", "Export"),
        ("button", "Remove"),
        ("button", "Ghost"),
        ("button", "Close the notice"),
        ("button", "Search the article"),
        ("textbox", "Title"),
        ("textbox", "Article text"),
        ("tab", "Overview"),
        ("link", "The mayor"),
        ("heading", "Bridge & river"),
        ("navigation", "Sources"),
        ("complementary", "Claims"),
    ];
    for (role, name) in cases {
        assert_eq!(page.region(role, name).count(), told_to_readers(&page, role, name), "{role} {name}");
    }
}

/// How many things of this role and name the browser itself tells a screen reader about.
fn told_to_readers(page: &Page, role: &str, name: &str) -> usize {
    if page.kind == Kind::Firefox {
        let locator = json!({ "type": "accessibility", "value": { "role": role, "name": name } });
        let told = page.command("browsingContext.locateNodes", json!({ "locator": locator }));
        return told["nodes"].as_array().map_or(0, Vec::len);
    }
    let tree = page.developer_command("Accessibility.getFullAXTree", &json!({}));
    let nodes = tree["result"]["nodes"].as_array().expect("a list of nodes");
    let called = |node: &Value| node["name"]["value"].as_str().unwrap_or_default().trim() == name;
    nodes.iter().filter(|node| node["role"]["value"] == role && called(node)).count()
}

#[test]
fn clicks_wait_for_their_thing() {
    let page = tried_on();
    let told = page.whole().any("status");
    page.button("Wanders off").click();
    page.wait_until("the click to arrive", || told.text() == "caught");
    page.button("Comes alive").click();
    page.wait_until("the click to arrive", || told.text() == "alive");
    page.button("Ask").click();
    page.dialog("Really?").wait();
    assert_eq!(page.button("Ask").count(), 0, "behind a modal dialog");
    page.button("Yes").click();
    page.dialog("Really?").wait_gone();
    assert_eq!(told.text(), "yes");
}

#[test]
fn words_are_selected_by_dragging_over_them() {
    let page = tried_on();
    for phrase in ["mayor", "We shut the bridge at noon 🌉, and nobody", "🌉", "Bridge & river", "إن الجسر"]
    {
        page.select_words(phrase);
        assert_eq!(page.selected(), phrase);
    }
    page.click_on_words("spokeswoman");
    assert_eq!(page.selected(), "");
}

#[test]
fn keys_reach_the_page() {
    let page = tried_on();
    for chord in ["c", "7", "Escape", "Control+z", "Control+Shift+Z", "Shift+ArrowRight", "?", "/"] {
        page.press(chord);
        assert_eq!(page.whole().any("status").text(), chord);
    }
}

#[test]
fn files_go_in_and_come_out() {
    let page = tried_on();
    let files = ["one", "two"].map(|content| {
        let file = page.scratch.join(&format!("{content}.txt"));
        std::fs::write(&file, content).expect("a file to open");
        file
    });
    page.button("Open files").choose_files(&files);
    page.wait_until("both files to be read", || page.whole().any("status").text() == "one+two");
    for (start, item) in [("JSON", "JSON, everything there is"), ("CSV", "CSV")] {
        page.button("Export").click();
        page.menu_item(start).click();
        assert_eq!(page.downloaded_json(), json!({ "item": item }));
    }
}

#[test]
fn what_is_painted_said_and_asked_is_seen() {
    let page = tried_on();
    let paint = "const text = document.querySelector('article p').firstChild;
        const range = (from, to) => new StaticRange({ startContainer: text, startOffset: from, endContainer: text, endOffset: to });
        const live = (from, to) => { const it = document.createRange(); it.setStart(text, from); it.setEnd(text, to); return it };
        CSS.highlights.set('claim', new Highlight(live(10, 14), live(4, 9)))";
    page.script(paint, &json!([]));
    assert_eq!(page.painted("claim"), ["mayor", "said"]);
    assert_eq!(page.painted("cue"), Vec::<String>::new());
    assert_eq!(page.styles(), ["claim"]);
    page.script(
        "console.error('oh', 1); console.warn('well'); setTimeout(() => { throw Error('late') })",
        &json!([]),
    );
    page.wait_until("both errors", || page.console_errors().len() == 2);
    let stranger = Server::start().page();
    page.script("await fetch(args[0]).catch(() => {})", &json!([stranger]));
    assert_eq!(page.requests_outside_origin(), [stranger]);
    page.script("localStorage.setItem('sayso/1/x', 'value')", &json!([]));
    page.reload();
    assert_eq!(page.stored(), json!({ "sayso/1/x": "value" }));
    page.screenshot("verbs", 800, 600, true);
}
