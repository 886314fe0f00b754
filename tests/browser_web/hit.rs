//! Which character is under the mouse.

use sayso::browser::{offset_at, rect_of, rects};
use sayso::text::Utf16Offset;
use wasm_bindgen_test::wasm_bindgen_test;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::stage::{Stage, find, range};

#[wasm_bindgen(module = "/tests/browser_web/support.js")]
extern "C" {
    fn is_older_way_known() -> bool;
    fn hide_newer_way();
    fn show_newer_way();
}

#[wasm_bindgen_test]
fn every_character_is_found_at_its_middle() {
    let stage = Stage::new();
    for character in ["T", "h", "🙂", "m", "b", ",", ".", "“", "W", "”", "A", "👩‍👩‍👧", "e\u{301}", " were"]
    {
        let range = find(character);
        let rect = rects(&stage.island, range.clone())[0];
        let width = if character == " were" { rect.width / 5.0 } else { rect.width };
        for part in [0.1, 0.5, 0.9] {
            let (x, y) = (rect.left + width * part, rect.top + rect.height / 2.0);
            assert_eq!(offset_at(&stage.island, x, y), Some(range.start), "{character:?} at {part}");
        }
    }
}

#[wasm_bindgen_test]
fn every_letter_of_a_word_over_a_line_end_is_found() {
    let stage = Stage::new();
    let words = find("said that the bridge would open in spring");
    for start in words.start.0..words.end.0 {
        let unit = range(start, start + 1);
        let Some(rect) = rects(&stage.island, unit.clone()).first().copied() else { continue };
        let found = offset_at(&stage.island, rect.left + rect.width * 0.5, rect.top + rect.height * 0.5);
        assert_eq!(found, Some(unit.start), "{rect:?}");
    }
}

#[wasm_bindgen_test]
fn a_little_beside_a_character_is_still_it() {
    let stage = Stage::new();
    let rect = rects(&stage.island, find("added."))[0];
    let middle = rect.top + rect.height / 2.0;
    let full_stop = Utf16Offset(find("added.").end.0 - 1);
    assert_eq!(offset_at(&stage.island, rect.right() + 1.5, middle), Some(full_stop));
}

#[wasm_bindgen_test]
fn there_is_nothing_beside_a_line_or_between_blocks() {
    let stage = Stage::new();
    let line = rects(&stage.island, find("“We knew,” she added."))[0];
    let middle = line.top + line.height / 2.0;
    let column = rect_of(&stage.block(1));
    for (x, y, place) in [
        (line.right() + 6.0, middle, "just after the line"),
        (line.right() + 60.0, middle, "after the line"),
        (column.left - 10.0, middle, "before the line"),
        (line.left + 5.0, column.top - 8.0, "above the block"),
        (column.right() + 200.0, middle, "beside the article"),
        (-10.0, -10.0, "outside the window"),
    ] {
        assert_eq!(offset_at(&stage.island, x, y), None, "{place}");
    }
}

#[wasm_bindgen_test]
fn browsers_without_the_newer_way_are_asked_in_the_older() {
    let stage = Stage::new();
    let word = find("mayor");
    let rect = rects(&stage.island, word.clone())[0];
    hide_newer_way();
    let found = offset_at(&stage.island, rect.left + 3.0, rect.top + rect.height / 2.0);
    show_newer_way();
    assert_eq!(found, is_older_way_known().then_some(word.start));
}
