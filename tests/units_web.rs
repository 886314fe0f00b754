//! The room `text` counts as the browser does: its UTF-16 units are the units of the DOM, its code
//! points are what a `for` loop over a string gives.

#![cfg(target_arch = "wasm32")]

use js_sys::{Array, JsString};
use sayso::text::{ByteOffset, Text};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const TEXTS: &[&str] = &[
    "",
    "The mayor said so.",
    "naïve, nai\u{308}ve",
    "🌉 bridge 👩‍👩‍👧‍👦 family 🇺🇦 flag",
    "قال العمدة إن الجسر مغلق",
    "𝔘𝔫𝔦 \u{10FFFF}\u{FEFF}\u{2028}",
];

#[wasm_bindgen_test]
fn lengths_are_those_of_the_browser() {
    for text in TEXTS {
        let (ours, theirs) = (Text::new(*text), JsString::from(*text));
        assert_eq!(ours.utf16_len().0, theirs.length() as usize, "UTF-16 units of {text:?}");
        assert_eq!(
            ours.code_point_len().0,
            Array::from(&theirs).length() as usize,
            "code points of {text:?}"
        );
    }
}

#[wasm_bindgen_test]
fn spans_hold_the_words_that_the_browser_slices() {
    for text in TEXTS {
        let (ours, theirs) = (Text::new(*text), JsString::from(*text));
        for (start, c) in text.char_indices() {
            let units = ours.span(ByteOffset(start)..ours.len()).map(|span| ours.utf16(span));
            let slice = units.map(|units| theirs.slice(units.start.0 as u32, units.end.0 as u32));
            assert_eq!(slice.map(String::from).as_deref(), text.get(start..), "from {c:?} on in {text:?}");
        }
    }
}
