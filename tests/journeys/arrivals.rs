//! What files and the clipboard hold is looked over before it is added.

use std::path::PathBuf;

use serde_json::json;

use crate::find::Thing;
use crate::more::messages;
use crate::pack;
use crate::page::Page;
use crate::server::Server;

/// A web page with an article in it, and the frame of its site.
pub(crate) const PAGE: &str = r#"<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Harbour toll stays | The Harbour Post</title><meta property="og:site_name" content="The Harbour Post">
<meta name="author" content="Rosa Lind"><link rel="canonical" href="https://post.example/toll"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<main><article><h1>Harbour toll stays</h1><p>By Rosa Lind</p>
<p>The toll on the <a href="/bridge">harbour bridge</a> will stay, the mayor said on Monday, <em>whatever</em> the council decides. Lorries pay twice as much as cars.</p>
<h2>What the council wants</h2><p>“We have asked three times,” said councillor Bruno Caldeira, “and nobody has shown us the figures.” Traffic fell by 12 per cent in two years, the ports office says.</p>
<blockquote><p>A bridge is not a till. It was paid for long ago, and everybody knows it.</p></blockquote>
<p>The council meets again on Thursday. Its members will vote on the matter before the summer, and the vote will be open to everybody.</p></article></main>
<footer><p>Terms and privacy</p></footer></body></html>"#;

const LOOK: &str = "Look it over before it is added";
const FIRST: &str = "The toll on the harbour bridge will stay,…";
const ASKED: &str = "“We have asked three times,” said councillor Bruno…";

pub(crate) fn look(page: &Page) -> Thing<'_> {
    page.dialog(LOOK)
}

/// A book of two chapters and more.
pub(crate) fn book() -> Vec<u8> {
    pack::folder(&folder().join("clean.epub"))
}

fn folder() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", "documents", "files"].iter().collect()
}

pub(crate) fn field(page: &Page, name: &str) -> String {
    look(page).field(name).value()
}

/// Types behind what stands in a field.
fn append(page: &Page, name: &str, words: &str) {
    look(page).field(name).click();
    page.press("End");
    page.type_(words);
}

/// Copies a piece of a page, as another page would, and pastes it where the focus is.
fn paste_piece(page: &Page, markup: &str, text: &str) {
    let script = "window.copied = false;
        document.addEventListener('copy', (event) => {
            if (args[0]) event.clipboardData.setData('text/html', args[0]);
            event.clipboardData.setData('text/plain', args[1]);
            event.preventDefault();
            window.copied = true;
        }, { once: true })";
    page.script(script, &json!([markup, text]));
    page.press("Control+c");
    page.wait_until("it to be copied", || page.script("return copied", &json!([])) == json!(true));
    page.press("Control+v");
}

#[test]
fn a_saved_page_is_mended_and_added() {
    let page = Page::open();
    page.open_file("toll.html", PAGE.as_bytes());
    look(&page).wait();
    assert_eq!(
        ["Title", "Byline", "Publisher", "Address"].map(|name| field(&page, name)),
        ["Harbour toll stays", "Rosa Lind", "The Harbour Post", "https://post.example/toll"]
    );
    let all = look(&page).named(&["list"], "What was found");
    assert!(!all.text().contains("Sport"), "the frame of the site is left out");
    look(&page).button("The whole page").click();
    page.wait_until("the frame", || all.text().contains("Terms and privacy"));
    look(&page).button("Only the article").click();
    page.wait_until("the article alone", || !all.text().contains("Terms and privacy"));
    look(&page).named(&["checkbox"], &format!("Keep “{ASKED}”")).click();
    let kind = look(&page).named(&["combobox"], &format!("Kind of “{FIRST}”"));
    page.tab_to(&kind);
    page.type_("As");
    page.wait_until("what it is now", || kind.text_of_choice() == "Aside");
    append(&page, "Publisher", ", evening");
    look(&page).button("Add article").click();
    page.article().wait();
    let text = page.article().text();
    assert!(
        text.contains("harbour bridge") && !text.contains("three times") && !text.contains("Sport"),
        "{text}"
    );
    let out = page.export("JSON, this article");
    let article = &out["articles"][0];
    assert_eq!(article["publisher"], "The Harbour Post, evening");
    assert_eq!(article["url"], "https://post.example/toll");
    let kinds: Vec<_> =
        article["blocks"].as_array().expect("blocks").iter().map(|it| it["kind"].clone()).collect();
    assert_eq!(json!(kinds), json!(["title", "byline", "aside", "heading", "quotation", "paragraph"]));
    let link = article["inlines"].as_array().and_then(|all| all.iter().find(|it| it["kind"] == "link"));
    assert_eq!(link.map(|it| it["url"].clone()), Some(json!("https://post.example/bridge")));
    page.check_quiet();
}

#[test]
fn it_is_looked_over_with_the_keyboard_alone() {
    let page = Page::open();
    page.open_file("toll.html", PAGE.as_bytes());
    let add = look(&page).button("Add article");
    page.wait_until("the button to take the keys", || add.count() == 1 && add.has_focus());
    let first = look(&page).named(&["checkbox"], "Keep “Harbour toll stays”");
    page.tab_to(&first);
    let byline = look(&page).named(&["checkbox"], "Keep “By Rosa Lind”");
    page.press("ArrowDown");
    page.wait_until("the next box", || byline.has_focus());
    page.press("Space");
    page.wait_until("it to be left out", || look(&page).text().contains("in 6 blocks will be added."));
    page.press("Escape");
    page.hears("“toll.html” was not added.");
    let again = messages(&page).button("Look again");
    page.tab_to(&again);
    page.press("Enter");
    page.wait_until("what was decided", || {
        look(&page).count() == 1 && look(&page).text().contains("in 6 blocks")
    });
    page.wait_until("the button to take the keys", || add.count() == 1 && add.has_focus());
    page.press("Enter");
    page.article().wait();
    assert!(!page.article().text().contains("By Rosa Lind"));
    page.check_quiet();
}

#[test]
fn ten_mixed_files_are_dropped_at_once() {
    let page = Page::open();
    page.button("Open files").wait();
    let folder = folder();
    let packed = |name: &str| (name.to_owned(), pack::folder(&folder.join(name)));
    let whole = |name: &str| (name.to_owned(), std::fs::read(folder.join(name)).expect("a fixture"));
    let made = |name: &str, bytes: &[u8]| (name.to_owned(), bytes.to_vec());
    let files = [
        made("plain.txt", b"Ferry goes\n\nThe ferry goes, he said.\n"),
        made("toll.html", PAGE.as_bytes()),
        made("pier.md", b"# A new pier\n\nIt *opens* in May, she said.\n"),
        made("old.txt", b"Die Br\xFCcke bleibt, sagte die B\xFCrgermeisterin: Sie bleibt f\xFCr alle.\n"),
        packed("clean.docx"),
        packed("clean.odt"),
        packed("clean.epub"),
        whole("clean.eml"),
        whole("clean.vtt"),
        made("picture.txt", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"),
    ];
    let files: Vec<(&str, Vec<u8>)> =
        files.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
    page.drop_files(&files);
    look(&page).wait();
    page.wait_until("all of them", || look(&page).text().contains("7 files wait behind it."));
    assert_eq!(field(&page, "Title"), "Harbour toll stays");
    append(&page, "Byline", " and others");
    look(&page).button("Add article").click();
    page.wait_until("the next one", || look(&page).text().contains("6 files wait behind it."));
    assert_eq!(field(&page, "Title"), "A new pier");
    look(&page).button("Do not add").click();
    page.wait_until("the old encoding", || look(&page).text().contains("taken for windows-1252"));
    look(&page).named(&["list"], "What was found").says("Bürgermeisterin");
    look(&page).button("Add all 6").click();
    page.hears("6 articles were added");
    for said in
        ["“plain.txt”: “Ferry goes” was opened.", "“picture.txt” was not opened", "“pier.md” was not added."]
    {
        page.hears(said);
    }
    page.article().wait();
    page.go("");
    let library = page.region("list", "Articles").any("listitem");
    page.wait_until("eight articles", || library.count() == 8);
    page.check_quiet();
    assert_eq!(page.csp_violations(), Vec::<String>::new());
}

#[test]
fn what_is_being_decided_stays_while_other_files_come() {
    let page = Page::open();
    page.open_file("toll.html", PAGE.as_bytes());
    look(&page).wait();
    append(&page, "Byline", " and others");
    look(&page).named(&["checkbox"], "Keep “By Rosa Lind”").click();
    page.wait_until("it to be left out", || look(&page).text().contains("in 6 blocks will be added."));
    page.drop_files(&[("pier.md", b"# A new pier\n\nIt opens in May.\n".to_vec())]);
    page.wait_until("the other", || look(&page).text().contains("1 file waits behind it."));
    assert_eq!(field(&page, "Byline"), "Rosa Lind and others");
    look(&page).says("in 6 blocks will be added.");
}

#[test]
fn what_is_refused_meanwhile_is_told_in_the_dialog() {
    let page = Page::open();
    page.button("Open files").wait();
    let picture = || b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR".to_vec();
    page.drop_files(&[("first.txt", picture()), ("toll.html", PAGE.into()), ("last.txt", picture())]);
    look(&page).wait();
    let told = look(&page).any("status");
    for name in ["first.txt", "last.txt"] {
        let sentence = format!("“{name}” was not opened, and nothing here was changed. This is a picture.");
        page.wait_until(&sentence, || told.texts().iter().any(|told| told.contains(&sentence)));
    }
    look(&page).button("Add article").click();
    page.article().wait();
    // They stand among the messages until they are taken away, and are told in no other dialog.
    messages(&page).says("“last.txt” was not opened");
    page.go("");
    page.open_file("pier.md", b"# A new pier\n\nIt opens in May.\n");
    look(&page).wait();
    assert!(!look(&page).text().contains("was not opened"));
    page.check_quiet();
}

#[test]
fn what_is_copied_from_a_page_keeps_its_structure() {
    let page = Page::open();
    page.button("Paste text").wait();
    let piece = "<meta charset='utf-8'><h1>Toll stays</h1><p>The toll <b>stays</b>, she said.</p><ul><li>cars</li><li>lorries</li></ul><script>document.title = 'no'</script><p onclick='no()'>Nobody asked <a href='https://post.example/a'>him</a>.</p>";
    paste_piece(&page, piece, "Toll stays\n\nThe toll stays, she said.");
    look(&page).wait();
    assert_eq!(field(&page, "Title"), "Toll stays");
    look(&page).button("Add article").click();
    page.article().wait();
    let out = page.export("JSON, this article");
    let article = &out["articles"][0];
    assert_eq!(
        article["text"],
        "Toll stays\n\nThe toll stays, she said.\n\ncars\n\nlorries\n\nNobody asked him."
    );
    let kinds: Vec<_> =
        article["blocks"].as_array().expect("blocks").iter().map(|it| it["kind"].clone()).collect();
    assert_eq!(json!(kinds), json!(["title", "paragraph", "list item", "list item", "paragraph"]));
    page.check_quiet();
    // Plain words go into the dialog, behind what is there.
    page.go("");
    page.button("Paste text").wait();
    paste_piece(&page, "", "The ferry goes, he said.");
    let text = page.dialog("Paste text").field("Article text");
    page.wait_until("the words", || text.count() == 1 && text.value() == "The ferry goes, he said.");
}

#[test]
fn what_the_browser_copies_from_a_page_keeps_its_structure() {
    let (page, site) = (Page::closed(), Server::start());
    site.add("toll.html", PAGE);
    let address = format!("{}toll.html", site.page());
    page.command("browsingContext.navigate", json!({ "url": address, "wait": "complete" }));
    let select = "getSelection().selectAllChildren(document.querySelector('article'))";
    page.script(select, &json!([]));
    page.press("Control+c");
    page.go("");
    page.button("Paste text").wait();
    page.press("Control+v");
    look(&page).wait();
    assert_eq!(["Title", "Byline"].map(|name| field(&page, name)), ["Harbour toll stays", "Rosa Lind"]);
    look(&page).button("Add article").click();
    page.article().wait();
    let out = page.export("JSON, this article");
    let article = &out["articles"][0];
    let kinds: Vec<_> =
        article["blocks"].as_array().expect("blocks").iter().map(|it| it["kind"].clone()).collect();
    let expected = ["title", "byline", "paragraph", "heading", "paragraph", "quotation", "paragraph"];
    assert_eq!(json!(kinds), json!(expected));
    let set: Vec<_> =
        article["inlines"].as_array().expect("inlines").iter().map(|it| it["kind"].clone()).collect();
    assert_eq!(json!(set), json!(["link", "emphasis"]));
    assert_eq!(article["inlines"][0]["url"], json!(format!("{}/bridge", site.origin())));
}

#[test]
fn the_chapters_of_a_book_are_chosen() {
    let page = Page::open();
    page.open_file("harbours.epub", &book());
    look(&page).wait();
    assert_eq!(field(&page, "Title"), "Two harbours");
    look(&page).says("in 6 blocks will be added.");
    look(&page).named(&["checkbox"], "The second harbour").click();
    page.wait_until("the first alone", || look(&page).text().contains("in 3 blocks will be added."));
    look(&page).button("Add article").click();
    page.article().wait();
    let text = page.article().text();
    assert!(text.contains("It was cold") && !text.contains("Boats"), "{text}");
}
