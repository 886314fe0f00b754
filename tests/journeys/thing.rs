//! What can be asked of a thing on the page, and done with it.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::find::Thing;

impl Thing<'_> {
    /// How many there are at this moment.
    #[track_caller]
    pub(crate) fn count(&self) -> usize {
        serde_json::from_value(self.ask("return names.find(args[0]).length")).expect("a number")
    }

    /// Waits until there are so many, no fewer and no more.
    #[track_caller]
    pub(crate) fn counts(&self, expected: usize) {
        self.page.wait_to_see(&format!("the number of {}", self.called), &expected, || self.count());
    }

    /// Waits until what is read aloud of it contains these words.
    #[track_caller]
    pub(crate) fn says(&self, words: &str) {
        let called = format!("“{words}” in {}", self.called);
        self.page.wait_until(&called, || self.count() > 0 && self.text().contains(words));
    }

    /// Waits until this stands in it, for a field.
    #[track_caller]
    pub(crate) fn holds(&self, expected: &str) {
        self.wait();
        self.page
            .wait_to_see(&format!("what stands in {}", self.called), &expected.to_owned(), || self.value());
    }

    /// Waits until its attribute `name` has this value.
    #[track_caller]
    pub(crate) fn is_set(&self, name: &str, expected: &str) {
        self.wait();
        let expected = Some(expected.to_owned());
        self.page.wait_to_see(&format!("{name} of {}", self.called), &expected, || self.attribute(name));
    }

    /// Waits until it has the keyboard focus.
    #[track_caller]
    pub(crate) fn takes_keys(&self) {
        let called = format!("{} to take the keys", self.called);
        self.page.wait_until(&called, || self.count() == 1 && self.has_focus());
    }

    /// Waits until there is one.
    #[track_caller]
    pub(crate) fn wait(&self) {
        self.page.wait_until(&self.called, || self.count() > 0);
    }

    /// Waits until there is none.
    #[track_caller]
    pub(crate) fn wait_gone(&self) {
        self.page.wait_until(&format!("{} to go", self.called), || self.count() == 0);
    }

    /// What is read aloud of it, blocks set apart by a space.
    #[track_caller]
    pub(crate) fn text(&self) -> String {
        self.value_of("names.text(it)").as_str().unwrap_or_default().to_owned()
    }

    /// What stands in it, for a field.
    #[track_caller]
    pub(crate) fn value(&self) -> String {
        self.value_of("it.value").as_str().unwrap_or_default().to_owned()
    }

    /// Its attribute `name`, such as `aria-selected`; `None` when it has none.
    #[track_caller]
    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        self.value_of(&format!("it.getAttribute('{name}')")).as_str().map(str::to_owned)
    }

    /// What is chosen in it, for a list.
    #[track_caller]
    pub(crate) fn text_of_choice(&self) -> String {
        self.value_of("it.selectedOptions[0].text").as_str().unwrap_or_default().to_owned()
    }

    /// Whether one of those that fit has the keyboard focus.
    #[track_caller]
    pub(crate) fn any_has_focus(&self) -> bool {
        self.ask("return names.find(args[0]).includes(document.activeElement)") == json!(true)
    }

    /// Whether it has the keyboard focus.
    #[track_caller]
    pub(crate) fn has_focus(&self) -> bool {
        self.value_of("it === document.activeElement") == json!(true)
    }

    /// The texts of all that there are at this moment.
    #[track_caller]
    pub(crate) fn texts(&self) -> Vec<String> {
        let texts = self.ask("return names.find(args[0]).map((it) => names.text(it))");
        serde_json::from_value(texts).expect("a list of strings")
    }

    /// Waits until it stands still in the open, then clicks on its middle.
    #[track_caller]
    pub(crate) fn click(&self) {
        let (x, y) = self.spot();
        self.page.click_at(x, y);
    }

    /// Drags it onto another thing, as the browser's own drag and drop does.
    #[track_caller]
    pub(crate) fn drag_onto(&self, other: &Thing<'_>) {
        let (from, to) = (self.spot(), other.spot());
        self.page.carry(from, to);
    }

    /// Clicks into it and types, key by key; a line feed is `Enter`.
    #[track_caller]
    pub(crate) fn type_(&self, text: &str) {
        self.click();
        self.page.type_(text);
    }

    /// Clicks into it and puts in `text` at once, as pasting does.
    #[track_caller]
    pub(crate) fn paste(&self, text: &str) {
        self.click();
        let done =
            self.page.script("return document.execCommand('insertText', false, args[0])", &json!([text]));
        assert_eq!(done, json!(true), "{} does not take text", self.called);
    }

    /// Clicks on it and gives these files to the file chooser that this opens.
    #[track_caller]
    pub(crate) fn choose_files(&self, files: &[PathBuf]) {
        let opened =
            || self.page.events("input.fileDialogOpened", |event| event["element"]["sharedId"].as_str());
        let before = opened().len();
        self.click();
        let element = self.page.wait_for("a file chooser", || opened().get(before).cloned());
        self.page.command("input.setFiles", json!({ "element": { "sharedId": element }, "files": files }));
    }

    /// The middle of the one thing that fits, once it stands still and nothing covers it.
    #[track_caller]
    pub(crate) fn spot(&self) -> (i64, i64) {
        let spot = self.page.wait_for(&format!("{} to be in the open", self.called), || {
            Some(self.ask(SPOT)).filter(Value::is_array)
        });
        let [x, y] = serde_json::from_value(spot).expect("two numbers");
        (x, y)
    }

    /// Waits until there is one, and evaluates `expression`, in which it is called `it`.
    #[track_caller]
    fn value_of(&self, expression: &str) -> Value {
        let body = format!("const it = names.find(args[0])[0]; return it && {{ value: {expression} }}");
        let mut found = self.page.wait_for(&self.called, || Some(self.ask(&body)).filter(Value::is_object));
        found["value"].take()
    }

    #[track_caller]
    fn ask(&self, body: &str) -> Value {
        self.page.script(body, &json!([self.steps]))
    }
}

/// The middle of its first box, once it is enabled, stands still for two frames and is hit there.
const SPOT: &str = "
    const found = names.find(args[0]);
    if (found.length !== 1 || found[0].disabled) return null;
    found[0].scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const place = async () => (await frame(), found[0].getClientRects()[0]);
    const [before, box] = [await place(), await place()];
    if (!before || !box || before.x !== box.x || before.y !== box.y) return null;
    const [x, y] = [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
    return found[0].contains(document.elementFromPoint(x, y)) ? [x, y] : null";
