//! Hands: the mouse and the keyboard, as the browser gets them from a real person.

use serde_json::{Value, json};

use crate::driver::Kind;
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

/// What a browser tells the page while something is dragged and dropped.
const DRAG: &str = "
    const [fromX, fromY, toX, toY] = args;
    const dataTransfer = new DataTransfer();
    const tell = (name, x, y) => document.elementFromPoint(x, y).dispatchEvent(
        new DragEvent(name, { bubbles: true, cancelable: true, clientX: x, clientY: y, dataTransfer }));
    tell('dragstart', fromX, fromY);
    tell('dragenter', toX, toY);
    const welcome = !tell('dragover', toX, toY);
    if (welcome) tell('drop', toX, toY);
    tell('dragend', fromX, fromY);
    return welcome";

impl Page {
    /// Presses one key or chord, such as `c`, `Escape` or `Control+Shift+z`, wherever the focus is.
    #[track_caller]
    pub(crate) fn press(&self, chord: &str) {
        let names = if chord == "+" { vec!["+"] } else { chord.split('+').collect() };
        let keys: Vec<String> = names.into_iter().map(key).collect();
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

    /// Clicks `times` times at a point of the window, as fast as a double click.
    #[track_caller]
    pub(crate) fn click_often_at(&self, x: i64, y: i64, times: usize) {
        let clicks = (0..times).flat_map(|_| [button("Down"), button("Up")]);
        self.perform("pointer", &std::iter::once(move_to(x, y)).chain(clicks).collect::<Vec<_>>());
    }

    /// Clicks `times` times into the first word of `phrase` in the article.
    #[track_caller]
    pub(crate) fn click_often_on_words(&self, phrase: &str, times: usize) {
        let [x, y, ..] = self.phrase_ends(phrase);
        self.click_often_at(x + 2, y, times);
    }

    /// Drags from one point of the window to another, by way of the middle.
    #[track_caller]
    pub(crate) fn drag(&self, from: (i64, i64), to: (i64, i64)) {
        let middle = move_to((from.0 + to.0) / 2, (from.1 + to.1) / 2);
        let drag = [move_to(from.0, from.1), button("Down"), middle, move_to(to.0, to.1), button("Up")];
        self.perform("pointer", &drag);
    }

    /// Drags over `phrase` in the article, whatever comes to be selected by that.
    #[track_caller]
    pub(crate) fn drag_over_words(&self, phrase: &str) {
        let [from_x, from_y, to_x, to_y] = self.phrase_ends(phrase);
        self.drag((from_x, from_y), (to_x, to_y));
    }

    /// Does something while a key is held down.
    #[track_caller]
    pub(crate) fn holding(&self, name: &str, what: impl FnOnce()) {
        self.perform("key", &[json!({ "type": "keyDown", "value": key(name) })]);
        what();
        self.perform("key", &[json!({ "type": "keyUp", "value": key(name) })]);
    }

    /// Touches a point of the window with a finger.
    #[track_caller]
    pub(crate) fn touch_at(&self, x: i64, y: i64) {
        self.touch(&[move_to(x, y), button("Down"), button("Up")]);
    }

    /// Draws a finger from one point of the window to another.
    #[track_caller]
    pub(crate) fn touch_drag(&self, from: (i64, i64), to: (i64, i64)) {
        let middle = move_to((from.0 + to.0) / 2, (from.1 + to.1) / 2);
        self.touch(&[move_to(from.0, from.1), button("Down"), middle, move_to(to.0, to.1), button("Up")]);
    }

    #[track_caller]
    fn touch(&self, actions: &[Value]) {
        let finger = json!({ "type": "pointer", "id": "finger", "parameters": { "pointerType": "touch" }, "actions": actions });
        self.command("input.performActions", json!({ "actions": [finger] }));
    }

    /// Selects the first place in the article where `phrase` stands, by dragging over it.
    #[track_caller]
    pub(crate) fn select_words(&self, phrase: &str) {
        self.drag_over_words(phrase);
        self.wait_until(&format!("“{phrase}” to be selected"), || self.selected() == squeezed(phrase));
    }

    /// Drags a thing that can be dropped from one point to another. Browsers start to drag only after a few moves, and let
    /// a thing down only where it has rested. Firefox drags, but its driver cannot let go: there the
    /// page gets the same events from a script.
    #[track_caller]
    pub(crate) fn carry(&self, (from_x, from_y): (i64, i64), (to_x, to_y): (i64, i64)) {
        if self.kind == Kind::Firefox {
            let dropped = self.script(DRAG, &json!([from_x, from_y, to_x, to_y]));
            assert_eq!(dropped, json!(true), "nothing can be dropped there");
            return;
        }
        let mut moves = vec![move_to(from_x, from_y), button("Down")];
        for step in 1..=8 {
            moves.push(move_to(from_x + (to_x - from_x) * step / 8, from_y + (to_y - from_y) * step / 8));
        }
        let rest = json!({ "type": "pause", "duration": 100 });
        moves.extend([move_to(to_x + 1, to_y), rest, button("Up")]);
        self.perform("pointer", &moves);
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
    pub(crate) fn phrase_ends(&self, phrase: &str) -> [i64; 4] {
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
