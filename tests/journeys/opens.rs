//! Opening: the page comes up quietly, under its policy, and says so when it cannot.

use serde_json::json;

use crate::page::Page;
use crate::server::FOLDER;

#[test]
fn the_page_opens_quietly() {
    let page = Page::open();
    page.button("Paste text").wait();
    page.check_quiet();
    let requests = page.server.requests();
    assert!(requests.iter().all(|request| request.path.starts_with(FOLDER)), "{requests:#?}");
    assert!(requests.iter().all(|request| request.status == 200), "{requests:#?}");
}

#[test]
fn no_file_is_loaded_twice() {
    let page = Page::open();
    page.button("Paste text").wait();
    let mut paths: Vec<String> = page.server.requests().into_iter().map(|request| request.path).collect();
    let all = paths.len();
    paths.sort();
    paths.dedup();
    assert_eq!(paths.len(), all, "{paths:#?}");
}

#[test]
fn the_policy_is_in_force() {
    let page = Page::open();
    page.button("Paste text").wait();
    let cases = [
        ("connect-src", "await fetch('http://127.0.0.1:9/').catch(() => {})"),
        (
            "img-src",
            "const image = new Image(); image.src = 'http://127.0.0.1:9/x.png'; await image.decode().catch(() => {})",
        ),
        ("style-src-attr", "document.body.setAttribute('style', 'color: red')"),
        ("require-trusted-types-for", "try { document.createElement('p').innerHTML = '<b>x</b>' } catch {}"),
        ("trusted-types", "try { trustedTypes.createPolicy('any', {}) } catch {}"),
        ("script-src-elem", "await import('http://127.0.0.1:9/x.js').catch(() => {})"),
    ];
    for (directive, breach) in cases {
        page.script(breach, &json!([]));
        page.wait_until(&format!("a breach of {directive} to be told"), || {
            page.csp_violations().iter().any(|text| text.starts_with(&format!("policy: {directive} ")))
        });
    }
    assert_eq!(page.server.requests().iter().filter(|request| request.status == 404).count(), 0);
}

#[test]
fn a_program_that_does_not_arrive_is_told() {
    let page = Page::closed();
    page.server.refuse(".wasm");
    page.go("");
    page.region("alert", "Sayso stopped working").wait();
    assert_eq!(page.whole().any("main").count(), 0);
}

#[test]
fn what_is_stored_can_be_saved_when_the_program_stops() {
    let page = Page::open();
    page.button("Paste text").wait();
    let stored = json!({ "sayso/1/b": "{\"of\":\"b\"}", "sayso/1/a": "ä\u{1F4F0} \u{2028}" });
    page.script("Object.assign(localStorage, args[0], { other: 'not ours' })", &json!([stored]));
    page.script("dispatchEvent(new CustomEvent('sayso-broken', { detail: '<b>the cause</b>' }))", &json!([]));
    let notice = page.region("alert", "Sayso stopped working");
    notice.says("<b>the cause</b>");
    notice.clone().button("Download everything").click();
    let mut saved = page.downloaded_json();
    assert_eq!([&saved["format"], &saved["version"]], [&json!("sayso-backup"), &json!(1)]);
    saved["entries"].as_object_mut().expect("an object").retain(|key, _| stored.get(key).is_some());
    assert_eq!(saved["entries"], stored);
    notice.button("Reload").click();
    page.button("Paste text").wait();
}
