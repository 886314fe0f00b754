//! Articles from the web: fetched by their address, shared by another program.

use std::path::Path;

use serde_json::json;

use crate::arrivals::{PAGE, field, look};
use crate::find::Thing;
use crate::page::Page;
use crate::server::{Odd, Server};

/// A site of another origin with an article on it.
fn site() -> Server {
    let site = Server::start();
    site.add("toll.html", PAGE);
    site
}

pub(crate) fn dialog(page: &Page) -> Thing<'_> {
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
    dialog(&page).says("Its server does not let other pages read it.");
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
    site.be_odd("toll.html", Odd::Silent);
    let address = format!("{}toll.html", site.page());
    fetch(&page, &address);
    page.wait_until("the question", || site.requests().len() == 1);
    page.button("Cancel").click();
    page.hears("Cancelled: nothing of");
    page.region("list", "Articles").any("listitem").counts(0);
    page.check_quiet_but_for(&[&address]);
}

#[test]
fn how_much_is_here_is_told_until_it_is_cancelled() {
    let (page, site) = (Page::open(), site());
    site.let_others_read();
    site.be_odd("toll.html", Odd::Halting);
    let address = format!("{}toll.html", site.page());
    fetch(&page, &address);
    page.region("group", &format!("Opening “{address}”")).says("Fetching, 2 kB so far");
    page.button("Cancel").click();
    page.hears("Cancelled: nothing of");
    page.check_quiet_but_for(&[&address]);
}

#[test]
fn why_a_page_did_not_come_is_told() {
    let (page, site) = (Page::open(), site());
    site.let_others_read();
    let address = format!("{}toll.html", site.page());
    page.button("From the web").click();
    dialog(&page).field("Address of the page").type_(&address);
    for (status, why) in [
        (401, "Its server wants a login"),
        (403, "Its server refuses to hand it out"),
        (404, "There is no such page"),
        (429, "was asked too often"),
        (503, "Its server is in trouble itself"),
    ] {
        site.be_odd("toll.html", Odd::Status(status));
        page.press("Enter");
        dialog(&page).says(why);
        dialog(&page).says(&format!("answered {status})"));
        dialog(&page).field("Address of the page").holds(&address);
        // What is shown is shown anew, with the focus where it is typed.
        dialog(&page).field("Address of the page").takes_keys();
    }
    site.be_odd("toll.html", Odd::Cut);
    page.press("Enter");
    dialog(&page).says("The connection broke off in the midst of it.");
    page.press("Escape");
    dialog(&page).wait_gone();
    let gone = Server::start();
    let nowhere = gone.page();
    drop(gone);
    fetch(&page, &nowhere);
    dialog(&page).says("Its server cannot be reached, or does not let other pages read it.");
    dialog(&page).says("save the page and drop the file here");
    page.press("Escape");
    dialog(&page).wait_gone();
    page.add_article("", "The toll stays.\n\nShe said so.");
}

/// A line that is slow, cut or not safe is no line that a test has: the worker is made to see one.
#[test]
fn what_is_wrong_with_the_line_is_told() {
    let (page, site, closed) = (Page::closed(), site(), Server::start());
    site.let_others_read();
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    let mut worker = std::fs::read_to_string(dist.join("worker.js")).expect("the worker");
    for (seen, made) in [
        ("PATIENCE = 60_000", "PATIENCE = 1_500"),
        ("!navigator.onLine", "address.includes('offline')"),
        ("self.location.protocol === \"https:\"", "address.includes('insecure')"),
    ] {
        assert!(worker.contains(seen), "the worker looks at {seen}");
        worker = worker.replace(seen, made);
    }
    page.server.add_as("worker.js", "text/javascript", worker.as_bytes());
    page.go("");
    site.be_odd("silent.html", Odd::Silent);
    site.add("halting.html", PAGE);
    site.be_odd("halting.html", Odd::Halting);
    for (server, name, why) in [
        (&site, "silent.html", "It was not here after a minute"),
        (&site, "halting.html", "It was not here after a minute"),
        (&closed, "offline.html", "This device is offline."),
        (&closed, "insecure.html", "Try the same address with https://."),
    ] {
        fetch(&page, &format!("{}{name}", server.page()));
        dialog(&page).says(why);
        page.press("Escape");
        dialog(&page).wait_gone();
    }
}

#[test]
fn a_page_without_end_is_given_up() {
    let (page, site) = (Page::open(), site());
    site.let_others_read();
    site.be_odd("toll.html", Odd::Endless);
    fetch(&page, &format!("{}toll.html", site.page()));
    dialog(&page).says("It is larger than 100 MB, and was not fetched to its end.");
    page.press("Escape");
    dialog(&page).wait_gone();
    page.add_article("", "The toll stays.\n\nShe said so.");
    page.mark("c", "She said so");
    page.shows("claim", &["She said so"]);
}

#[test]
fn the_letters_of_a_page_are_those_that_its_server_says() {
    let (page, site) = (Page::open(), Server::start());
    site.let_others_read();
    let polish = b"<!doctype html><title>C\xB3o</title><h1>C\xB3o</h1><p>C\xB3o zostaje, powiedzia\xB3a pani burmistrz, i nikt nie wie dlaczego.</p>";
    site.add_as("clo", "text/html; charset=ISO-8859-2", polish);
    fetch(&page, &format!("{}clo", site.page()));
    look(&page).wait();
    assert_eq!(field(&page, "Title"), "Cło");
    look(&page).named(&["list"], "What was found").says("Cło zostaje, powiedziała pani burmistrz");
    assert!(!look(&page).text().contains("old encoding"), "nothing had to be guessed");
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
