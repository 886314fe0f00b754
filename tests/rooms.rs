//! The rooms of the house: who may visit whom, who may name what, and what every door must say.
//!
//! One crate has no crate graph to keep its parts apart, so this test reads `src/` instead.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a file that cannot be read fails the test")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each room with the rooms it may visit.
const ROOMS: [(&str, &[&str]); 18] = [
    ("apart", &[]),
    ("text", &[]),
    ("article", &["text"]),
    ("annotation", &["text", "article"]),
    ("intake", &["text", "article"]),
    ("session", &["apart", "text", "article", "annotation"]),
    ("suggest", &["text", "article"]),
    ("insight", &["text", "article", "annotation", "session"]),
    ("settings", &[]),
    ("margin", &[]),
    ("codebook", &[]),
    ("format", &["text", "article", "intake", "annotation", "session", "insight", "settings", "codebook"]),
    ("journal", &["text", "article", "annotation", "session", "insight", "settings", "codebook", "format"]),
    // Words are said of the things themselves, so they may look at the pure rooms' types.
    (
        "words",
        &[
            "intake",
            "text",
            "article",
            "annotation",
            "session",
            "insight",
            "settings",
            "codebook",
            "format",
            "journal",
        ],
    ),
    (
        "errand",
        &[
            "intake",
            "text",
            "article",
            "annotation",
            "session",
            "insight",
            "settings",
            "codebook",
            "format",
            "words",
        ],
    ),
    ("browser", &["text"]),
    (
        "view",
        &[
            "text",
            "article",
            "annotation",
            "session",
            "suggest",
            "insight",
            "settings",
            "margin",
            "codebook",
            "intake",
            "words",
            "browser",
        ],
    ),
    (
        "app",
        &[
            "apart",
            "text",
            "article",
            "annotation",
            "session",
            "suggest",
            "insight",
            "settings",
            "codebook",
            "intake",
            "format",
            "journal",
            "words",
            "errand",
            "browser",
            "view",
        ],
    ),
];

/// Outside crates, with the only rooms that may name them.
const CRATES: [(&str, &[&str]); 24] = [
    ("chardetng", &["intake"]),
    ("encoding_rs", &["intake"]),
    ("dom_query", &["intake"]),
    ("dom_smoothie", &["intake"]),
    ("html5ever", &["intake"]),
    ("mail_parser", &["intake"]),
    ("pulldown_cmark", &["intake"]),
    ("roxmltree", &["intake", "format"]),
    ("data_encoding", &["format"]),
    ("flate2", &["format"]),
    ("zip", &["intake", "format"]),
    ("unicode_segmentation", &["text"]),
    ("serde", &["format"]),
    ("serde_json", &["format", "intake"]),
    ("sha2", &["format"]),
    ("time", &["format"]),
    ("web_sys", &["browser"]),
    ("js_sys", &["browser"]),
    ("wasm_bindgen", &["browser"]),
    ("wasm_bindgen_futures", &["browser"]),
    ("gloo", &["browser"]),
    ("idb", &["browser"]),
    ("uuid", &["browser"]),
    ("yew", &["view", "app"]),
];

/// What views may use of the browser room outside the article island: fields, focus and dialogs, and, for
/// a list of which not all is there, a timer and its numbers.
const FOR_ALL_VIEWS: [&str; 23] = [
    "after",
    "by_id",
    "close_dialog",
    "focus",
    "focus_by_id",
    "focus_step",
    "input_value",
    "let_down",
    "lift",
    "number_children",
    "is_focused",
    "is_narrow",
    "is_typed",
    "HtmlElement",
    "scroll_into_view",
    "show_modal",
    "stays_within",
    "IslandSlot",
    "bookmarklet",
    "copy",
    "pasted",
    "pasted_length",
    "welcome",
];

/// Lines a file may have; with its tests beside the code, a few more.
const FILE_LIMIT: usize = 300;

struct File {
    path: PathBuf,
    text: String,
}

impl File {
    /// The lines that are code: no comments, nothing after the start of a test module.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate().take_while(|(_, line)| !line.starts_with("mod tests {"));
        lines.map(|(at, line)| (at + 1, line)).filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    fn at(&self, line: usize) -> String {
        format!("{}:{line}", self.path.display())
    }
}

fn files(room: &str) -> Vec<File> {
    let mut found = Vec::new();
    walk(&Path::new("src").join(room), &mut found);
    assert!(!found.is_empty(), "the room {room} has no files");
    found
}

fn walk(folder: &Path, found: &mut Vec<File>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") && !path.ends_with("tests.rs") {
            found.push(File { text: fs::read_to_string(&path).unwrap(), path });
        }
    }
}

/// The names that follow `start` in a line: `crate::text::Span` after `crate::` is `text`.
fn names_after<'a>(line: &'a str, start: &'a str) -> impl Iterator<Item = &'a str> {
    line.match_indices(start).map(move |(at, _)| {
        let rest = line.get(at + start.len()..).unwrap_or_default();
        rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
    })
}

/// Whether a line names a crate: as a path, not as a word or a part of one.
fn names_crate(line: &str, name: &str) -> bool {
    line.match_indices(&format!("{name}::")).any(|(at, _)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':')
    })
}

#[test]
fn every_room_is_listed_and_every_listed_room_is_there() {
    let there: BTreeSet<String> = fs::read_dir("src")
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir() && !path.ends_with("start")) // scripts
        .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    let listed: BTreeSet<String> = ROOMS.iter().map(|(room, _)| (*room).to_owned()).collect();
    assert_eq!(there, listed, "src/ and the list of rooms in tests/rooms.rs differ");
}

#[test]
fn rooms_visit_only_whom_they_may() {
    for (room, may) in ROOMS {
        for file in files(room) {
            for (line, code) in file.code() {
                for visited in names_after(code, "crate::") {
                    let known = ROOMS.iter().any(|(name, _)| *name == visited);
                    let allowed = visited == room || may.contains(&visited);
                    assert!(!known || allowed, "{}: `{room}` may not import from `{visited}`", file.at(line));
                }
            }
        }
    }
}

#[test]
fn outside_crates_are_named_only_where_they_may() {
    for (room, _) in ROOMS {
        for file in files(room) {
            for (line, code) in file.code() {
                for (name, rooms) in CRATES {
                    let foreign = names_crate(code, name) && !rooms.contains(&room);
                    assert!(
                        !foreign,
                        "{}: `{room}` names `{name}`, which belongs to {rooms:?}",
                        file.at(line)
                    );
                }
            }
        }
    }
}

#[test]
fn views_outside_the_island_touch_the_browser_only_for_fields_focus_and_dialogs() {
    let island = Path::new("src/view/article");
    for file in files("view").into_iter().filter(|file| !file.path.starts_with(island)) {
        for (line, code) in file.code() {
            for used in names_after(code, "browser::") {
                assert!(FOR_ALL_VIEWS.contains(&used), "{}: a view uses browser::{used}", file.at(line));
            }
        }
    }
}

#[test]
fn every_door_has_a_promise() {
    for (room, _) in ROOMS {
        let door = fs::read_to_string(format!("src/{room}/mod.rs")).unwrap();
        let promise = door.lines().next().unwrap_or_default();
        assert!(
            promise.starts_with("//! Promise: ") && promise.ends_with('.'),
            "src/{room}/mod.rs has no promise"
        );
    }
}

#[test]
fn no_file_is_longer_than_a_person_can_hold() {
    for (room, _) in ROOMS {
        for file in files(room) {
            let lines = file.code().last().map_or(0, |(line, _)| line);
            assert!(lines <= FILE_LIMIT, "{} has {lines} lines of code", file.path.display());
        }
    }
}

#[test]
fn nothing_is_handed_to_the_browser_as_markup() {
    for (room, _) in ROOMS {
        for file in files(room) {
            for (line, code) in file.code() {
                let markup = ["from_html_unchecked", "set_inner_html", "insert_adjacent_html", "outer_html"];
                assert!(
                    !markup.iter().any(|name| code.contains(name)),
                    "{}: markup from a string",
                    file.at(line)
                );
            }
        }
    }
}
