//! A history of ten thousand steps, made by the journal itself, in the page.

use std::rc::Rc;

use sayso::annotation::{MarkKind, Timestamp};
use sayso::article::{ArticleId, plain};
use sayso::journal::{Journal, MemoryStore};
use sayso::session::{Intent, Session, Stamp, plan};
use serde_json::{Value, json};

use crate::history::panel;
use crate::more::STORY;
use crate::page::Page;

const STEPS: i64 = 10_000;

/// Steps of a sitting; then a day passes.
const SITTING: i64 = 500;

/// When a step was made, in milliseconds since 1970.
fn time(step: i64) -> i64 {
    1_772_618_400_000 + step * 10_000 + step / SITTING * 86_400_000
}

fn stamp(step: i64) -> Stamp {
    let ids = ["m1", "s1", "m2", "s2"].map(str::to_owned);
    Stamp { at: Timestamp(time(step)), by: "Ada".into(), ids, codebook: String::new() }
}

/// Everything that is stored after one mark was made and its note written again and again.
fn stored() -> Value {
    let parsed = plain(STORY).expect("an article");
    let article = Rc::new(parsed.article);
    let id = ArticleId::from("long");
    let mut journal = Journal::new(MemoryStore::new(), "t");
    let first = Session::first(parsed.details, Vec::new(), Timestamp(time(0)), "Ada".into());
    journal.add(&id, &article, &first).expect("room");
    let mut session = Session::new(id.clone(), article.clone()).apply(&first);
    for step in 1..STEPS {
        let intent = match session.marks.iter().next() {
            None => {
                let at = article.text.as_str().find("keep quiet").expect("words");
                let span = sayso::text::ByteOffset(at)..sayso::text::ByteOffset(at + "keep quiet".len());
                Intent::Mark(MarkKind::Note, article.text.span(span).expect("a span").into())
            }
            Some(mark) => Intent::SetNote(mark.id.clone(), format!("note {step}")),
        };
        let done = plan(&session, &intent, &stamp(step)).transaction.expect("a step");
        journal.append(&id, &article.text, &done).expect("room");
        session = session.apply(&done);
    }
    json!(journal.raw_dump().expect("all of it"))
}

#[test]
fn ten_thousand_steps_are_listed_a_few_hundred_at_once() {
    let page = Page::open();
    page.script("for (const [key, value] of args[0]) localStorage.setItem(key, value)", &json!([stored()]));
    page.go("#/a/long");
    page.reload();
    page.shows("note", &["keep quiet"]);
    page.press("Shift+H");
    panel(&page).button("Now").wait();
    panel(&page).says("10,000 steps");
    let listed = panel(&page).any("listitem").count();
    assert!(listed <= 300, "{listed} rows at once");
    panel(&page).button("Show more steps").click();
    page.wait_until("more rows", || panel(&page).any("listitem").count() > listed);
    let oldest = panel(&page).any("heading").any("button");
    let count = oldest.count();
    assert_eq!(count, 20, "a sitting a day");
    page.script("names.find(args[0]).at(-1).click()", &json!([oldest.steps]));
    let written = page.wait_for("the first step", || {
        let texts = panel(&page).any("button").texts();
        texts.into_iter().find(|text| text.ends_with("Write a note"))
    });
    page.script(
        "names.find(args[0]).findLast((it) => names.text(it) === args[1]).click()",
        &json!([panel(&page).any("button").steps, written]),
    );
    page.region("region", "Earlier state").wait();
    page.shows("note", &["keep quiet"]);
}
