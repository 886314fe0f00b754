//! Hands: the mouse and the keyboard, as the browser gets them from a real person.

use serde_json::{Value, json};

use crate::page::Page;

/// Keys that have no character of their own, as WebDriver numbers them.
const KEYS: &[(&str, char)] = &[
    ("Shift", '\u{E008}'),
    ("Control", '\u{E009}'),
    ("Alt", '\u{E00A}'),
    ("Enter", '\u{E007}'),
    ("Tab", '\u{E004}'),
    ("Escape", '\u{E00C}'),
    ("Space", ' '),
    ("Backspace", '\u{E003}'),
    ("Delete", '\u{E017}'),
    ("PageUp", '\u{E00E}'),
    ("PageDown", '\u{E00F}'),
    ("End", '\u{E010}'),
    ("Home", '\u{E011}'),
    ("ArrowLeft", '\u{E012}'),
    ("ArrowUp", '\u{E013}'),
    ("ArrowRight", '\u{E014}'),
    ("ArrowDown", '\u{E015}'),
];

impl Page {
    /// Presses one key or chord, such as `c`, `Escape` or `Control+Shift+z`, wherever the focus is.
    #[track_caller]
    pub(crate) fn press(&self, chord: &str) {
        let keys: Vec<String> = chord.split('+').map(key).collect();
        let down = keys.iter().map(|key| json!({ "type": "keyDown", "value": key }));
        let up = keys.iter().rev().map(|key| json!({ "type": "keyUp", "value": key }));
        self.perform("key", &down.chain(up).collect::<Vec<_>>());
    }

    /// Types text key by key; a line feed is `Enter`.
    #[track_caller]
    pub(crate) fn type_(&self, text: &str) {
        let actions = text.chars().map(|letter| if letter == '\n' { '\u{E007}' } else { letter });
        let actions =
            actions.flat_map(|key| ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key })));
        self.perform("key", &actions.collect::<Vec<_>>());
    }

    /// Clicks at a point of the window.
    #[track_caller]
    pub(crate) fn click_at(&self, x: i64, y: i64) {
        self.perform("pointer", &[move_to(x, y), button("Down"), button("Up")]);
    }

    /// Selects the first place in the article where `phrase` stands, by dragging over it.
    #[track_caller]
    pub(crate) fn select_words(&self, phrase: &str) {
        let [from_x, from_y, to_x, to_y] = self.phrase_ends(phrase);
        let middle = move_to((from_x + to_x) / 2, (from_y + to_y) / 2);
        let drag = [move_to(from_x, from_y), button("Down"), middle, move_to(to_x, to_y), button("Up")];
        self.perform("pointer", &drag);
        self.wait_until(&format!("“{phrase}” to be selected"), || self.selected() == squeezed(phrase));
    }

    /// Clicks on the middle of the first character of `phrase` in the article.
    #[track_caller]
    pub(crate) fn click_on_words(&self, phrase: &str) {
        let [x, y, ..] = self.phrase_ends(phrase);
        self.click_at(x + 1, y);
    }

    /// What is selected now, its white space squeezed.
    #[track_caller]
    pub(crate) fn selected(&self) -> String {
        let text = self.script("return getSelection().toString()", &json!([]));
        squeezed(text.as_str().unwrap_or_default())
    }

    /// Where the pointer has to go down and up to select `phrase`.
    #[track_caller]
    fn phrase_ends(&self, phrase: &str) -> [i64; 4] {
        self.article().wait();
        let ends = self.wait_for(&format!("“{phrase}” in the article"), || {
            Some(self.script(include_str!("phrase.js"), &json!([phrase]))).filter(Value::is_array)
        });
        serde_json::from_value(ends).expect("four numbers")
    }

    #[track_caller]
    fn perform(&self, kind: &str, actions: &[Value]) {
        let source = json!({ "type": kind, "id": kind, "actions": actions });
        self.command("input.performActions", json!({ "actions": [source] }));
    }
}

fn key(name: &str) -> String {
    let known = KEYS.iter().find(|(known, _)| *known == name).map(|(_, key)| key.to_string());
    known.unwrap_or_else(|| {
        assert_eq!(name.chars().count(), 1, "there is no key called {name}");
        name.to_owned()
    })
}

fn move_to(x: i64, y: i64) -> Value {
    json!({ "type": "pointerMove", "x": x, "y": y })
}

fn button(way: &str) -> Value {
    json!({ "type": format!("pointer{way}"), "button": 0 })
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
