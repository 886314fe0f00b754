//! Places in the text and places in the page.

use sayso::browser::{Island, IslandSlot};
use sayso::text::Utf16Offset;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

use crate::stage::{BLOCKS, Stage, append, document, element, find, quote, range, text, whole};

#[wasm_bindgen_test]
fn every_stretch_of_text_is_found_and_found_back() {
    let stage = Stage::new();
    let length = whole().encode_utf16().count();
    for start in 0..length {
        for end in [start + 1, start + 7, start + 60, length] {
            check_there_and_back(&stage.island, start, end.min(length));
        }
    }
}

fn check_there_and_back(island: &Island, start: usize, end: usize) {
    let in_blocks = in_blocks();
    let expected: Vec<usize> = (start..end).filter(|unit| in_blocks.contains(unit)).collect();
    let Some(found) = island.range(range(start, end)) else {
        assert!(expected.is_empty(), "{start}..{end} was not found");
        return;
    };
    let back_start = island.offset_of(&found.start_container().unwrap(), found.start_offset().unwrap());
    let back_end = island.offset_of(&found.end_container().unwrap(), found.end_offset().unwrap());
    assert_eq!(back_start, Some(Utf16Offset(expected[0])), "start of {start}..{end}");
    assert_eq!(back_end, Some(Utf16Offset(expected[expected.len() - 1] + 1)), "end of {start}..{end}");
}

/// The units of the whole text that are on the page.
fn in_blocks() -> Vec<usize> {
    BLOCKS.iter().flat_map(|block| find(block).start.0..find(block).end.0).collect()
}

#[wasm_bindgen_test]
fn a_range_says_what_it_should() {
    let stage = Stage::new();
    for words in ["🙂", "The 🙂 mayor", "“We knew,”", "👩‍👩‍👧 family", "near."] {
        let found = stage.island.range(find(words)).expect("in a block");
        assert_eq!(String::from(found.to_string()), words);
    }
    let across = stage.island.range(find("money.\n\n“We")).expect("in two blocks");
    assert_eq!(String::from(across.to_string()), "money.“We");
}

#[wasm_bindgen_test]
fn no_range_for_what_is_not_on_the_page() {
    let stage = Stage::new();
    let gap = find("\n\n“We").start.0;
    let end = whole().encode_utf16().count();
    for (from, to) in
        [(3, 3), (5, 2), (gap, gap + 2), (gap + 1, gap + 2), (end, end + 9), (end + 5, usize::MAX)]
    {
        assert!(stage.island.range(range(from, to)).is_none(), "{from}..{to}");
    }
}

#[wasm_bindgen_test]
fn places_given_as_children_of_elements() {
    let stage = Stage::new();
    let check = |node: &Element, children: u32, expected: Utf16Offset| {
        assert_eq!(stage.island.offset_of(node, children), Some(expected), "{} {children}", node.tag_name());
    };
    for (index, block) in (0..).zip(BLOCKS) {
        check(&stage.block(index), 0, find(block).start);
        check(&stage.block(index), 1, find(block).end);
        check(&stage.root, index, find(block).start);
    }
    let (start, end) = (Utf16Offset(0), Utf16Offset(whole().encode_utf16().count()));
    check(&stage.root, 3, end);
    check(&stage.frame, 0, start);
    check(&stage.frame, 2, start);
    check(&stage.frame, 3, end);
    check(&document().body().unwrap(), 0, start);
    assert_eq!(stage.island.offset_of(&stage.frame.last_child().unwrap(), 2), Some(end), "text after");
    assert_eq!(
        stage.island.offset_of(&stage.root.previous_sibling().unwrap(), 2),
        Some(start),
        "text before"
    );
    assert_eq!(stage.island.offset_of(&text("elsewhere"), 0), None, "not on the page");
}

#[wasm_bindgen_test]
fn an_offset_past_the_end_of_a_text_node_is_its_end() {
    let stage = Stage::new();
    assert_eq!(stage.island.offset_of(&stage.node(1), 999), Some(find(BLOCKS[1]).end));
    assert_eq!(quote(find(BLOCKS[1])), BLOCKS[1]);
}

/// A block in three stretches: `The `, `mayor`, which is stressed and a link, and ` said`.
fn in_stretches() -> (Element, Island) {
    let (root, block, link) = (element("div"), element("p"), element("a"));
    let stretch = |name: &str, start: &str, words: &str| {
        let stretch = element(name);
        stretch.set_attribute("data-start", start).unwrap();
        append(&stretch, &[&text(words)]);
        stretch
    };
    append(&link, &[&stretch("em", "4", "mayor")]);
    append(&block, &[&stretch("span", "0", "The "), &link, &stretch("span", "9", " said")]);
    append(&root, &[&block]);
    append(&document().body().unwrap(), &[&root]);
    let island = Island::read(&root).expect("an article");
    (root.into(), island)
}

#[wasm_bindgen_test]
fn a_block_may_stand_in_stretches() {
    let (root, island) = in_stretches();
    for start in 0..14 {
        for end in start + 1..=14 {
            let found = island.range(range(start, end)).expect("in the block");
            assert_eq!(String::from(found.to_string()), "The mayor said"[start..end]);
            let place = |node, at| island.offset_of(&node, at).map(|place| place.0);
            assert_eq!(place(found.start_container().unwrap(), found.start_offset().unwrap()), Some(start));
            assert_eq!(place(found.end_container().unwrap(), found.end_offset().unwrap()), Some(end));
        }
    }
    let block = root.first_child().unwrap();
    let link = block.child_nodes().item(1).unwrap();
    for (node, children, expected) in
        [(&block, 0, 0), (&block, 1, 4), (&block, 2, 9), (&block, 3, 14), (&link, 0, 4), (&link, 1, 9)]
    {
        let found = island.offset_of(node, children).map(|place| place.0);
        assert_eq!(found, Some(expected), "{} {children}", node.node_name());
    }
    root.remove();
}

#[wasm_bindgen_test]
fn an_article_that_was_tampered_with_is_not_read() {
    let tampers: [fn(&Element); 5] = [
        |block| append(block, &[&text("more")]),
        |block| append(block, &[&element("b")]),
        |block| block.set_text_content(Some("")),
        |block| block.set_attribute("data-start", "1").unwrap(),
        |block| block.set_attribute("data-start", "-7").unwrap(),
    ];
    for (index, tamper) in tampers.into_iter().enumerate() {
        let stage = Stage::new();
        tamper(&stage.block(1));
        assert!(Island::read(&stage.root).is_none(), "tampered in way {index}");
    }
    assert!(Island::read(&element("div")).is_none(), "no block at all");
}

#[wasm_bindgen_test]
fn a_slot_holds_the_island_for_all_its_clones() {
    let stage = Stage::new();
    let slot = IslandSlot::default();
    let clone = slot.clone();
    assert_eq!(clone.get(), None);
    slot.set(Some(stage.island.clone()));
    assert_eq!(clone.get().as_ref(), Some(&stage.island));
    clone.set(None);
    assert_eq!(slot.get(), None);
    assert!(slot == clone && slot != IslandSlot::default(), "the same place, not the same content");
}
