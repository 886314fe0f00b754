//! Articles from the web: fetched by their address, handed over by their page, shared by another program.

use serde_json::json;

use crate::arrivals::{PAGE, field, look};
use crate::find::Thing;
use crate::page::Page;
use crate::server::Server;

/// A site of another origin with an article on it.
fn site() -> Server {
    let site = Server::start();
    site.add("toll.html", PAGE);
    site
}

fn dialog(page: &Page) -> Thing<'_> {
    page.dialog("From the web")
}

/// Asks for an address.
fn fetch(page: &Page, address: &str) {
    page.button("From the web").click();
    dialog(page).field("Address of the page").type_(address);
    page.press("Enter");
}

#[test]
fn a_page_is_fetched_where_its_server_allows_it() {
    let (page, site) = (Page::open(), site());
    site.let_others_read();
    let address = format!("{}toll.html", site.page());
    assert_eq!(site.requests().len(), 0);
    fetch(&page, &address);
    look(&page).wait();
    assert_eq!(field(&page, "Title"), "Harbour toll stays");
    assert_eq!(field(&page, "Address"), address);
    look(&page).button("Add article").click();
    page.article().says("harbour bridge");
    let out = page.export("JSON, this article");
    assert!(out["articles"][0]["retrieved"].as_str().is_some_and(|at| at.ends_with('Z')), "{out}");
    page.check_quiet_but_for(&[&address]);
}

#[test]
fn a_page_that_may_not_be_fetched_is_told_and_its_address_stays() {
    let (page, site) = (Page::open(), site());
    let address = format!("{}toll.html", site.page());
    fetch(&page, &address);
    dialog(&page).says("Its server does not let other pages read it, or cannot be reached.");
    dialog(&page).says("save the page and drop the file here");
    dialog(&page).field("Address of the page").holds(&address);
    site.let_others_read();
    page.press("Enter");
    look(&page).wait();
    page.press("Escape");
    look(&page).wait_gone();
    fetch(&page, &format!("{}gone.html", site.page()));
    dialog(&page).says("There is no such page (its server answered 404)");
    page.press("Escape");
    dialog(&page).wait_gone();
    fetch(&page, "no address");
    dialog(&page).says("This is no address of a page");
    dialog(&page).field("Address of the page").holds("no address");
}

#[test]
fn a_page_that_never_comes_is_cancelled() {
    let (page, site) = (Page::open(), site());
    site.keep_silent("toll.html");
    let address = format!("{}toll.html", site.page());
    fetch(&page, &address);
    page.wait_until("the question", || site.requests().len() == 1);
    page.button("Cancel").click();
    page.hears("Cancelled: nothing of");
    page.region("list", "Articles").any("listitem").counts(0);
    page.check_quiet_but_for(&[&address]);
}

/// The program of the bookmark.
fn bookmark(page: &Page) -> String {
    page.button("From the web").click();
    let link = dialog(page).named(&["link"], "To Sayso");
    link.wait();
    let href = link.attribute("href").expect("a link leads somewhere");
    let program = page.script("return decodeURIComponent(args[0])", &json!([href]));
    let program = program.as_str().expect("a text");
    program.strip_prefix("javascript:").expect("a program").to_owned()
}

#[test]
fn a_page_hands_itself_over_by_the_bookmark() {
    let (mut page, site) = (Page::open(), Server::start());
    let program = bookmark(&page);
    let run = format!("document.querySelector('button').onclick = () => {{ {program} }}");
    let button = format!("<button>Bookmark</button><script>{run}</script></body>");
    site.add("toll.html", &PAGE.replace("</body>", &button));
    let address = format!("{}toll.html", site.page());
    page.command("browsingContext.navigate", json!({ "url": address, "wait": "complete" }));
    let before = page.tabs();
    page.button("Bookmark").click();
    let tab = page.wait_for("a tab with Sayso", || page.tabs().into_iter().find(|tab| !before.contains(tab)));
    page.turn_to(&tab);
    look(&page).wait();
    assert_eq!(field(&page, "Title"), "Harbour toll stays");
    assert_eq!(field(&page, "Address"), address);
    assert_eq!(page.script("return [location.hash, window.opener]", &json!([])), json!(["#/", null]));
    look(&page).button("Add article").click();
    page.article().says("harbour bridge");
    assert_eq!(page.csp_violations(), Vec::<String>::new());
}

#[test]
fn nobody_hands_anything_over() {
    let page = Page::closed();
    page.go("#/receive");
    dialog(&page).says("The page did not hand itself over");
    // What was not asked for is not heard.
    page.press("Escape");
    dialog(&page).wait_gone();
    page.script("postMessage({ address: 'https://a.example', markup: '<p>No.</p>' }, '*')", &json!([]));
    page.add_article("", "The toll stays.\n\nShe said so.");
    page.go("#/");
    page.region("list", "Articles").any("listitem").counts(1);
}

#[test]
fn what_another_program_shares_is_ready_to_be_taken() {
    let page = Page::closed();
    page.go("?title=Toll&text=https%3A%2F%2Fpost.example%2Ftoll");
    dialog(&page).field("Address of the page").holds("https://post.example/toll");
    assert_eq!(page.script("return location.search", &json!([])), json!(""));
    page.check_quiet();
    page.go("?title=Toll%20stays&text=The%20toll%20stays%2C%20she%20said.");
    let paste = page.dialog("Paste text");
    paste.clone().field("Article text").holds("The toll stays, she said.");
    paste.clone().field("Title").holds("Toll stays");
    paste.button("Add article").click();
    page.article().says("The toll stays, she said.");
}

#[test]
fn the_link_of_the_bookmark_is_copied_by_key() {
    let page = Page::open();
    let program = bookmark(&page);
    assert!(program.contains(&page.server.page()) && !program.contains("//  "), "{program}");
    let copy = dialog(&page).button("Copy the link");
    page.tab_to(&copy);
    page.press("Enter");
    page.press("Escape");
    dialog(&page).wait_gone();
    page.hears("The link was copied.");
}

#[test]
fn the_system_is_told_what_can_be_opened() {
    let page = Page::open();
    let body = "const link = document.querySelector('link[rel=manifest]');
        const manifest = await (await fetch(link.href)).json();
        const icon = await fetch(new URL(manifest.icons[0].src, link.href));
        return [new URL(manifest.start_url, link.href).href, icon.status,
            Object.values(manifest.file_handlers[0].accept).flat()]";
    let told = page.script(body, &json!([]));
    assert_eq!(told[0], json!(page.server.page()));
    assert_eq!(told[1], json!(200));
    assert!(told[2].as_array().is_some_and(|kinds| kinds.contains(&json!(".docx"))), "{told}");
}
