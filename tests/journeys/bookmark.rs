//! Pages that hand themselves over by the bookmark, or are copied by it.

use serde_json::json;

use crate::arrivals::{PAGE, field, look};
use crate::page::Page;
use crate::server::Server;
use crate::web::dialog;

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

/// Puts the article on a site, with a button that does what the bookmark does, and goes there. `before` is
/// what the site's own script does first. The address.
fn go_to_article(page: &Page, site: &Server, before: &str) -> String {
    let program = bookmark(page);
    let run = format!("document.querySelector('button').onclick = () => {{ {program} }}");
    let button = format!("<button>Bookmark</button><script>{before}; {run}</script></body>");
    site.add("toll.html", &PAGE.replace("</body>", &button));
    let address = format!("{}toll.html", site.page());
    page.command("browsingContext.navigate", json!({ "url": address, "wait": "complete" }));
    address
}

/// Presses a button that opens a tab, and goes there; the tab that was left.
fn to_new_tab(page: &mut Page, button: &str) -> String {
    let before = page.tabs();
    page.button(button).click();
    let tab = page.wait_for("a tab with Sayso", || page.tabs().into_iter().find(|tab| !before.contains(tab)));
    page.turn_to(&tab)
}

#[test]
fn a_page_hands_itself_over_by_the_bookmark() {
    let (mut page, site) = (Page::open(), Server::start());
    let address = go_to_article(&page, &site, "");
    to_new_tab(&mut page, "Bookmark");
    look(&page).wait();
    assert_eq!(field(&page, "Title"), "Harbour toll stays");
    assert_eq!(field(&page, "Address"), address);
    assert_eq!(page.script("return [location.hash, window.opener]", &json!([])), json!(["#/", null]));
    look(&page).button("Add article").click();
    page.article().says("harbour bridge");
    assert_eq!(page.csp_violations(), Vec::<String>::new());
}

/// A site's script that keeps what is said in the page's title instead of in a box that has to be closed.
const HEAR: &str = "window.alert = (said) => { document.title = said }";

fn is_told(page: &Page, words: &[&str]) -> String {
    page.wait_for(&format!("one of {words:?} to be said"), || {
        let said = page.script("return document.title", &json!([]));
        said.as_str().filter(|said| words.iter().any(|words| said.contains(words))).map(str::to_owned)
    })
}

/// Pastes in the library what the bookmark copied.
fn paste_copied(page: &Page, address: &str) {
    page.press("Control+v");
    look(page).wait();
    assert_eq!(field(page, "Title"), "Harbour toll stays");
    assert_eq!(field(page, "Publisher"), "The Harbour Post");
    // What a page says of itself counts before where it stands.
    assert!([address, "https://post.example/toll"].contains(&&*field(page, "Address")));
    let all = look(page).named(&["list"], "What was found");
    assert!(!all.text().contains("Sport"), "the frame of the site is left out");
    look(page).button("Add article").click();
    page.article().says("harbour bridge");
}

#[test]
fn a_page_that_sayso_cannot_answer_is_copied() {
    let (mut page, site) = (Page::open(), Server::start());
    site.cut_ties();
    let address = go_to_article(&page, &site, HEAR);
    let there = to_new_tab(&mut page, "Bookmark");
    dialog(&page).says("The page did not hand itself over");
    let here = page.turn_to(&there);
    if is_told(&page, &["was copied", "click anywhere"]).contains("click anywhere") {
        page.whole().named(&["heading"], "Harbour toll stays").click();
    }
    is_told(&page, &["was copied"]);
    page.turn_to(&here);
    page.press("Escape");
    dialog(&page).wait_gone();
    paste_copied(&page, &address);
}

#[test]
fn a_page_that_may_open_no_other_is_copied() {
    let (page, site) = (Page::open(), Server::start());
    let address = go_to_article(&page, &site, &format!("{HEAR}; window.open = () => null"));
    page.button("Bookmark").click();
    is_told(&page, &["was copied"]);
    page.go("");
    page.button("Paste text").wait();
    paste_copied(&page, &address);
}

/// Opens Sayso and says this and that to it, of which one page may be heard.
const FORGING: &str = "
    const good = (title) => ({ address: 'https://post.example/toll', markup: `<html><h1>${title}</h1><p>The toll stays, she said on Monday.</p>` });
    document.querySelector('button').onclick = () => {
        const sayso = open(home + '#/receive');
        sayso.postMessage(good('Too early'), '*');
        const frame = document.body.appendChild(document.createElement('iframe'));
        const fromFrame = frame.contentWindow.Function('to', 'what', 'to.postMessage(what, \'*\')');
        addEventListener('message', (event) => {
            if (event.data !== 'sayso: ready') return;
            fromFrame(sayso, good('From a frame'));
            const { address, markup } = good('Wrong');
            for (const wrong of ['a text', null, 5, {}, [], { address }, { markup }, { address, markup: 5 }, { address: [address], markup },
                { address: 'javascript:alert(1)', markup }, { address: 'file:///toll', markup }]) sayso.postMessage(wrong, '*');
            sayso.postMessage(good('The right one'), '*');
            sayso.postMessage(good('One too many'), '*');
        });
    }";

#[test]
fn one_page_is_heard_and_only_from_whoever_opened_sayso() {
    let (mut page, site) = (Page::closed(), Server::start());
    let script = format!("const home = {:?}; {FORGING}", page.server.page());
    site.add("forger.html", &format!("<!doctype html><button>Open</button><script>{script}</script>"));
    let address = format!("{}forger.html", site.page());
    page.command("browsingContext.navigate", json!({ "url": address, "wait": "complete" }));
    to_new_tab(&mut page, "Open");
    look(&page).wait();
    assert_eq!(field(&page, "Title"), "The right one");
    assert!(!look(&page).text().contains("behind it"), "nothing else is heard");
    look(&page).button("Add article").click();
    page.article().says("The right one");
    page.go("#/");
    page.region("list", "Articles").any("listitem").counts(1);
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
