//! Markup and scripts in every field that takes text.

use serde_json::{Value, json};

use crate::more::{claims, sources};
use crate::page::Page;

const TAGS: &str =
    "img src=x|svg|body|video><source|details open|input autofocus|iframe|math|object data=x|marquee";
const EVENTS: &str =
    "onerror|onload|onfocus|ontoggle|onstart|onmouseover|onpageshow|onanimationstart|onpointerover|onbegin";
const SCHEMES: &str =
    "javascript:|JaVaScRiPt:|\u{1}javascript:|java\tscript:|data:text/html,<script>|vbscript:|blob:|file:///";
const CALLS: &str = "hit()|//%0ahit()|window.hit()";
const FRAMES: &str = "<script>hit()</script>|\"><script>hit()</script>|'-hit()-'|${hit()}|{{hit()}}|\
    </title><script>hit()</script>|</textarea><script>hit()</script>|]]><script>hit()</script>|\
    <!--><script>hit()</script>|<style>@import'javascript:hit()'</style>|<a href=javascript:hit()>x</a>|\
    <form action=javascript:hit()><button>x</button></form>|<base href=javascript:hit()//>|\
    <meta http-equiv=refresh content='0;javascript:hit()'>|<svg><script>hit()</script></svg>|\
    <svg><a xlink:href=javascript:hit()>x</a></svg>";
const LEADS: &str = "|\u{202e}|\u{feff}|&|x";

/// Ways to have a script run, each calling `hit()`.
fn payloads() -> Vec<String> {
    let mut all = each(TAGS, EVENTS, |tag, event| format!("<{tag} {event}=hit()>"));
    all.extend(each(SCHEMES, CALLS, |scheme, call| format!("{scheme}{call}")));
    all.extend(each(FRAMES, LEADS, |frame, lead| format!("{lead}{frame}")));
    all
}

/// Each of one list with each of another.
fn each(one: &str, other: &str, make: impl Fn(&str, &str) -> String) -> Vec<String> {
    one.split('|')
        .flat_map(|one| other.split('|').map(|other| make(one, other)).collect::<Vec<_>>())
        .collect()
}

/// A file whose every text is one of the payloads, in turn.
fn hostile_file(payloads: &[String]) -> Value {
    let mut turn = payloads.iter().cycle();
    let mut next = || turn.next().cloned().unwrap_or_default();
    let articles: Vec<Value> = (0..payloads.len() / 10)
        .map(|n| {
            let (quote, voice) = (next(), next());
            let text = format!("{quote} said {voice}.");
            let length = quote.chars().count();
            json!({ "id": format!("{n}{}", next()), "title": next(), "byline": next(), "publisher": next(), "url": next(),
                "published": next(), "retrieved": next(), "language": next(), "text": text, next(): next(),
                "sources": [{ "id": next(), "name": voice, "kind": "named person", "role": next(), "why_unnamed": next(), "note": next() }],
                "marks": [
                    { "id": format!("m{n}"), "kind": "claim", "spans": [{ "start": 0, "end": length, "quote": quote }], "attributions": [],
                      "note": next(), "tags": [next()], "creator": next(),
                      "evidence": [{ "url": next(), "quote": next(), "note": next(), "accessed": next() }] },
                    { "id": format!("n{n}"), "kind": "note", "label": next(), "note": next(),
                      "spans": [{ "start": 0, "end": length, "quote": quote }] } ] })
        })
        .collect();
    json!({ "format": "sayso", "version": 1, "unit": "code point", "generator": next(), "articles": articles })
}

#[test]
fn no_text_ever_becomes_markup_or_script() {
    let payloads = payloads();
    assert!(payloads.len() >= 200, "{}", payloads.len());
    let page = Page::closed();
    page.preload("() => { window.hits = 0; window.hit = () => { window.hits += 1 } }");
    page.go("");
    page.open_file("<img src=x onerror=hit()>.json", hostile_file(&payloads).to_string().as_bytes());
    page.hears("opened");
    page.go("#/");
    page.region("main", "Library").wait();
    let addresses = page.script(
        "return [...document.querySelectorAll('main a[href^=\"#/a/\"]')].map((link) => link.getAttribute('href'))",
        &json!([]),
    );
    let addresses: Vec<String> = serde_json::from_value(addresses).expect("a list of addresses");
    assert!(!addresses.is_empty(), "no article came in");
    for address in addresses.iter().take(super::times(4, 100)) {
        page.go(address);
        page.article().wait();
        claims(&page).any("listitem").wait();
        page.press("j");
        page.press("Enter");
        sources(&page).wait();
        page.tab("Overview").click();
        page.region("main", "Overview").wait();
        page.tab("Annotate").click();
    }
    let made = page.script(
        "return [...document.querySelectorAll('#app :is(img, script, iframe, object, video, math, form[action], base, meta)')]
            .concat([...document.querySelectorAll('#app a')].filter((link) => !/^(https?:|#)/u.test(link.getAttribute('href') ?? '#')))
            .map((it) => it.outerHTML)",
        &json!([]),
    );
    assert_eq!(made, json!([]), "text became markup");
    let saved = page.export("JSON, the library").to_string();
    assert!(
        saved.contains("onanimationstart=hit()") && saved.contains("javascript:hit()"),
        "exports carry it as text"
    );
    assert_eq!(page.script("return window.hits", &json!([])), json!(0), "something ran");
    assert_eq!(page.csp_violations(), Vec::<String>::new());
}
