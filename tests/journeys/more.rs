//! What several journeys do and look at: an article of our own, its marks, its file, what is said.

use serde_json::{Value, json};

use crate::find::Thing;
use crate::page::Page;

/// An article of our own, with curly quotes and with characters of two UTF-16 units.
pub(crate) const STORY: &str = include_str!("story.txt");

/// What it goes by when no other title is given.
pub(crate) const HEADLINE: &str = "Ferry 🛳 stays in port, and nobody will say why";

/// The claims, the notes, and what is said about them.
pub(crate) fn claims(page: &Page) -> Thing<'_> {
    page.region("complementary", "Claims")
}

/// The register.
pub(crate) fn sources(page: &Page) -> Thing<'_> {
    page.region("navigation", "Sources")
}

/// The messages that stay until they are taken away.
pub(crate) fn messages(page: &Page) -> Thing<'_> {
    page.region("region", "Messages")
}

/// Gives a key a value in local storage and in the second copy.
const DAMAGE_BOTH: &str = "localStorage.setItem(...args);
    indexedDB.open('sayso').onsuccess = (event) => {
        const writing = event.target.result.transaction('kept', 'readwrite');
        writing.objectStore('kept').put(args[1], args[0]);
        writing.oncomplete = () => { event.target.result.close(); window.damaged = true };
    }";

/// Whether both copies of a value are the same by now.
const IS_KEPT_TWICE: &str = "return await new Promise((done) => {
        indexedDB.open('sayso').onsuccess = ({ target: { result: mirror } }) => {
            const got = mirror.transaction('kept').objectStore('kept').get(args[0]);
            got.onsuccess = () => {
                mirror.close();
                done((got.result ?? null) === localStorage.getItem(args[0]));
            };
        };
    })";

impl Page {
    /// Opens the page and adds an article in the paste dialog.
    #[track_caller]
    pub(crate) fn open_with(title: &str, text: &str) -> Self {
        let page = Self::open();
        page.add_article(title, text);
        page
    }

    /// Adds an article in the paste dialog of the library, and waits until it is shown.
    #[track_caller]
    pub(crate) fn add_article(&self, title: &str, text: &str) {
        self.button("Paste text").click();
        let dialog = self.dialog("Paste text");
        if !title.is_empty() {
            dialog.clone().field("Title").type_(title);
        }
        dialog.clone().field("Article text").paste(text);
        dialog.clone().button("Add article").click();
        dialog.wait_gone();
        self.article().wait();
    }

    /// Finds words with the keyboard and leaves them selected; `found` is how they stand in the text.
    #[track_caller]
    pub(crate) fn find(&self, words: &str, found: &str) {
        self.press("/");
        let field = self.field("Find in the article");
        self.wait_until("the search field to take the keys", || field.count() == 1 && field.has_focus());
        self.type_(words);
        self.hears("1 of 1");
        self.press("Enter");
        self.press("Escape");
        field.wait_gone();
        self.wait_until("the words to be selected", || self.selected() == found);
    }

    /// Selects words with the mouse and marks them with a key.
    #[track_caller]
    pub(crate) fn mark(&self, key: &str, words: &str) {
        self.select_words(words);
        self.press(key);
    }

    /// Waits until a screen reader has been told a sentence that contains `words`.
    #[track_caller]
    pub(crate) fn hears(&self, words: &str) {
        self.wait_until(&format!("“{words}” to be said"), || {
            let said = ["status", "alert"].map(|role| self.whole().any(role).texts());
            said.iter().flatten().any(|text| text.contains(words))
        });
    }

    /// Waits until exactly these stretches of the text are painted as marks of this kind: `claim`,
    /// `source`, `cue` or `note`.
    #[track_caller]
    pub(crate) fn shows(&self, kind: &str, stretches: &[&str]) {
        self.wait_until(&format!("{stretches:?} to be painted as {kind}"), || {
            self.painted_marks()[kind] == json!(stretches)
        });
    }

    /// Waits until the mark in hand, as its card shows it, starts with these words.
    #[track_caller]
    pub(crate) fn has_in_hand(&self, words: &str) {
        self.wait_until(
            &format!("“{words}” to be in hand"),
            || matches!(&self.in_hand()[..], [only] if only.starts_with(words)),
        );
    }

    /// The cards of the marks in hand, of which there is one at most.
    #[track_caller]
    pub(crate) fn in_hand(&self) -> Vec<String> {
        let body = "return names.find(args[0]).filter((it) => it.getAttribute('aria-current') === 'true')
            .map((it) => names.text(it))";
        let cards = claims(self).any("listitem").steps;
        serde_json::from_value(self.script(body, &json!([cards]))).expect("a list of strings")
    }

    /// All stretches that are painted as marks, by kind, in the order of the text.
    #[track_caller]
    pub(crate) fn painted_marks(&self) -> Value {
        let body = "const live = (it) => {
                const range = document.createRange();
                range.setStart(it.startContainer, it.startOffset);
                range.setEnd(it.endContainer, it.endOffset);
                return range;
            };
            const marks = { claim: [], source: [], cue: [], note: [] };
            for (const [name, ranges] of CSS.highlights) marks[name.split('-')[1]]?.push(...[...ranges].map(live));
            const order = (a, b) => a.compareBoundaryPoints(Range.START_TO_START, b);
            for (const kind in marks) marks[kind] = marks[kind].sort(order).map(String);
            return marks";
        self.script(body, &json!([]))
    }

    /// Saves as a file by the item of the export menu that starts with `start`; what stands in it.
    #[track_caller]
    pub(crate) fn export(&self, start: &str) -> Value {
        self.button("Export").click();
        self.menu_item(start).click();
        self.downloaded_json()
    }

    /// Writes a file and opens it with *Open files*.
    #[track_caller]
    pub(crate) fn open_file(&self, name: &str, content: &[u8]) {
        let file = self.scratch.join(name);
        std::fs::write(&file, content).expect("a file to open");
        self.button("Open files").choose_files(&[file]);
    }

    /// Drops files onto the page.
    #[track_caller]
    pub(crate) fn drop_files(&self, files: &[(&str, Vec<u8>)]) {
        // A letter a byte: shorter than numbers.
        let letters = |bytes: &Vec<u8>| bytes.iter().map(|byte| char::from(*byte)).collect::<String>();
        let files: Vec<_> = files.iter().map(|(name, bytes)| json!([name, letters(bytes)])).collect();
        let script = "const data = new DataTransfer();
            const bytes = (letters) => Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
            for (const [name, letters] of args[0]) data.items.add(new File([bytes(letters)], name));
            for (const kind of ['dragover', 'drop'])
                document.querySelector('main').dispatchEvent(
                    new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data }))";
        self.script(script, &json!([files]));
    }

    /// Puts text in where the cursor is, as pasting from the clipboard does.
    #[track_caller]
    pub(crate) fn insert(&self, text: &str) {
        let done = self.script("return document.execCommand('insertText', false, args[0])", &json!([text]));
        assert_eq!(done, json!(true), "there is no field to paste into");
    }

    /// Presses `Tab`, or `Shift+Tab` for what stands before the focus, until the thing has the focus; from
    /// the top of the page if nothing has it. The way round the end leads through the browser's own
    /// bars, after which Firefox presses no button by `Enter`.
    #[track_caller]
    pub(crate) fn tab_to(&self, thing: &Thing<'_>) {
        thing.wait();
        let start = "const [it, top] = [names.find(args[0])[0], document.querySelector('a[href], button')];
            if (document.activeElement === document.body) top.focus();
            return Boolean(document.activeElement.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_PRECEDING)";
        let behind = self.script(start, &json!([thing.steps])) == json!(true);
        let chord = if behind { "Shift+Tab" } else { "Tab" };
        let mut presses = 0;
        while !thing.has_focus() {
            assert!(presses < 40, "{chord} does not lead to {}", thing.called);
            self.press(chord);
            presses += 1;
        }
    }

    /// Gives a key a value behind the page's back, in both copies.
    #[track_caller]
    pub(crate) fn damage(&self, key: &str, value: &str) {
        // What is still on its way to the second copy would mend the damage there.
        self.wait_until("both copies to be there", || {
            self.script(IS_KEPT_TWICE, &json!([key])) == json!(true)
        });
        self.script(DAMAGE_BOTH, &json!([key, value]));
        self.wait_until("the damage of both copies", || {
            self.script("return window.damaged", &json!([])) == json!(true)
        });
    }

    /// Runs a script in every page that is loaded from now on, before its own.
    #[track_caller]
    pub(crate) fn preload(&self, function: &str) {
        let params = json!({ "functionDeclaration": function });
        let done = self.wire.borrow_mut().call("script.addPreloadScript", &params);
        assert!(done.is_ok(), "{done:?}");
    }

    /// Opens the same address in a further `tab` or `window`, and goes there; the tab that was left.
    #[track_caller]
    pub(crate) fn further(&mut self, what: &str) -> String {
        let made = self.wire.borrow_mut().call("browsingContext.create", &json!({ "type": what }));
        let made = made.unwrap_or_else(|error| panic!("{error}"));
        let context = made["context"].as_str().expect("a tab has a name").to_owned();
        let address = self.script("return location.hash", &json!([]));
        let left = std::mem::replace(&mut self.context, context);
        self.go(address.as_str().unwrap_or_default());
        left
    }

    /// All tabs that are open.
    #[track_caller]
    pub(crate) fn tabs(&self) -> Vec<String> {
        let tree = self.call("browsingContext.getTree", &json!({}));
        let tabs = tree["contexts"].as_array().into_iter().flatten();
        tabs.filter_map(|tab| tab["context"].as_str().map(str::to_owned)).collect()
    }

    /// Goes to another tab that is open; the one that was left.
    #[track_caller]
    pub(crate) fn turn_to(&mut self, tab: &str) -> String {
        let left = std::mem::replace(&mut self.context, tab.to_owned());
        self.command("browsingContext.activate", json!({}));
        left
    }

    /// Waits until both copies have everything.
    #[track_caller]
    pub(crate) fn is_saved(&self) {
        self.wait_until("everything to be saved", || {
            let status = self.whole().any("contentinfo").text();
            status.contains("Saved") && !status.contains("without a second copy")
        });
    }
}
