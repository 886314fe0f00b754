//! Storms: what tools like this lose work in, made to happen often. `scripts/test` makes each a few
//! times, `scripts/storm` as often as the numbers in `docs/storms.md` say.

mod killed;
mod markup;
mod old;
mod tabs;

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::page::Page;

/// How often something is done: a few times, or in a long storm as often as wanted.
fn times(few: usize, many: usize) -> usize {
    if std::env::var_os("SAYSO_STORM").is_some() { many } else { few }
}

/// An article of so many words, no two alike, in which nobody is said to say anything.
fn words(count: usize) -> String {
    let all: Vec<String> = (0..count).map(|n| format!("word{n}")).collect();
    let paragraphs: Vec<String> = all.chunks(20).map(|words| format!("{}.", words.join(" "))).collect();
    paragraphs.join("\n\n")
}

impl Page {
    /// Opens an article of so many words; where it is.
    #[track_caller]
    fn open_words(&self, count: usize) -> String {
        self.add_article("Words", &words(count));
        self.script("return location.hash", &json!([])).as_str().unwrap_or_default().to_owned()
    }

    /// Begins a script with the hands of `hands.js`; the page goes on by itself.
    #[track_caller]
    fn begin(&self, body: &str, args: &Value) {
        let hands = include_str!("hands.js");
        let start = format!(
            "window.storm = null;
            const hands = {hands};
            const work = async (...args) => {{ {body} }};
            work(...args).then((done) => {{ window.storm = {{ done: done ?? null }} }},
                (error) => {{ window.storm = {{ error: String(error?.stack ?? error) }} }})"
        );
        self.script(&start, args);
    }

    /// What a script that was begun came to, once it is done.
    #[track_caller]
    fn outcome(&self) -> Value {
        let mut outcome = self.wait_long("the page to be done", || {
            let outcome = self.script("return window.storm", &json!([]));
            (!outcome.is_null()).then_some(outcome)
        });
        assert_eq!(outcome["error"], Value::Null);
        outcome["done"].take()
    }

    /// The words that the page shows as claims, from first to last: as for print, since otherwise only what is
    /// near is painted.
    #[track_caller]
    fn claimed(&self) -> BTreeSet<String> {
        self.script("dispatchEvent(new Event('beforeprint'))", &json!([]));
        let painted = self.painted_marks()["claim"].take();
        serde_json::from_value(painted).expect("a list of words")
    }
}
