//! What a person has selected.

use sayso::browser::{on_selection_change, select, selected};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Node, Selection};

use crate::stage::{BLOCKS, Stage, append, document, element, find, quote, range, tell, told, whole};

fn selection() -> Selection {
    document().get_selection().unwrap().unwrap()
}

/// Selects as a mouse does, from one place to another.
fn drag(from: (&Node, u32), to: (&Node, u32)) {
    selection().set_base_and_extent(from.0, from.1, to.0, to.1).unwrap();
}

fn selected_words(stage: &Stage) -> Option<String> {
    selected(&stage.island).map(quote)
}

#[wasm_bindgen_test]
fn what_is_selected_is_found_back() {
    let stage = Stage::new();
    for words in ["🙂", "mayor", "money.\n\n“We", "👩‍👩‍👧 family", BLOCKS[1], &whole()] {
        select(&stage.island, find(words));
        assert_eq!(selected_words(&stage).as_deref(), Some(words));
    }
}

#[wasm_bindgen_test]
fn a_selection_may_start_or_end_outside_or_run_backwards() {
    let stage = Stage::new();
    let (before, after) = (stage.root.previous_sibling().unwrap(), stage.frame.last_child().unwrap());
    let (first, last) = (stage.node(0), stage.node(2));
    let cases = [
        ((&before, 2), (&first, 3), "The"),
        ((&first, 3), (&before, 2), "The"),
        ((&last, last.text_content().unwrap().encode_utf16().count() as u32 - 5), (&after, 3), "near."),
        ((&before, 0), (&after, 5), &whole()),
        ((&first, 9), (&first, 0), "The 🙂 ma"),
    ];
    for (from, to, expected) in cases {
        drag(from, to);
        assert_eq!(selected_words(&stage).as_deref(), Some(expected));
    }
}

#[wasm_bindgen_test]
fn a_whole_paragraph_ends_with_its_text() {
    // A triple click, in some browsers, ends before the first character of the next block.
    let stage = Stage::new();
    drag((&stage.node(1), 0), (&stage.block(2), 0));
    assert_eq!(selected_words(&stage).as_deref(), Some(BLOCKS[1]));
    drag((&stage.block(0), 1), (&stage.node(1), 3));
    assert_eq!(selected_words(&stage).as_deref(), Some("“We"));
}

#[wasm_bindgen_test]
fn select_all_is_the_whole_article() {
    let stage = Stage::new();
    selection().select_all_children(&document().body().unwrap()).unwrap();
    assert_eq!(selected_words(&stage), Some(whole()));
}

#[wasm_bindgen_test]
fn no_character_is_cut() {
    let stage = Stage::new();
    let node = stage.node(0);
    drag((&node, 5), (&node, 8));
    assert_eq!(selected_words(&stage).as_deref(), Some("🙂 m"));
    drag((&node, 0), (&node, 5));
    assert_eq!(selected_words(&stage).as_deref(), Some("The 🙂"));
}

#[wasm_bindgen_test]
fn nothing_is_selected_outside_or_at_a_caret() {
    let stage = Stage::new();
    let outside = stage.frame.last_child().unwrap();
    drag((&outside, 1), (&outside, 4));
    assert_eq!(selected(&stage.island), None, "outside");
    drag((&stage.node(1), 4), (&stage.node(1), 4));
    assert_eq!(selected(&stage.island), None, "caret");
    selection().remove_all_ranges().unwrap();
    assert_eq!(selected(&stage.island), None, "cleared");
}

#[wasm_bindgen_test]
fn what_is_not_on_the_page_leaves_the_selection() {
    let stage = Stage::new();
    select(&stage.island, find("mayor"));
    let gap = find(BLOCKS[0]).end.0;
    select(&stage.island, range(gap, gap + 2));
    assert_eq!(selected_words(&stage).as_deref(), Some("mayor"));
}

#[wasm_bindgen_test]
async fn changes_of_the_selection_are_told() {
    let stage = Stage::new();
    append(&stage.frame, &[&element("hr")]);
    let mut listener = None;
    told(|resolve| {
        listener = Some(on_selection_change(move || tell(&resolve, "changed")));
        select(&stage.island, find("mayor"));
    })
    .await;
    assert!(listener.is_some());
}
