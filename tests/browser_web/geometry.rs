//! Where things are, and bringing them into view.

use std::cell::Cell;
use std::rc::Rc;

use sayso::browser::{Rect, on_resize, place, rect_of, rects, scroll_into_view, scroll_to};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Event;

use crate::stage::{BLOCKS, Stage, append, element, find, range, settle, style};

#[wasm_bindgen_test]
fn a_rectangle_knows_its_edges() {
    let rect = Rect { left: 10.0, top: 20.0, width: 5.0, height: 2.0 };
    assert_eq!((rect.right(), rect.bottom()), (15.0, 22.0));
    for (x, y, expected) in [(10.0, 20.0, true), (15.0, 22.0, true), (9.9, 21.0, false), (12.0, 22.1, false)]
    {
        assert_eq!(rect.contains(x, y), expected, "{x} {y}");
    }
    let other = Rect { left: 0.0, top: 21.0, width: 11.0, height: 9.0 };
    assert_eq!(rect.around(&other), Rect { left: 0.0, top: 20.0, width: 15.0, height: 10.0 });
}

#[wasm_bindgen_test]
fn a_line_of_text_is_one_rectangle_and_a_block_never_is() {
    let stage = Stage::new();
    let column = rect_of(&stage.root);
    let word = rects(&stage.island, find("mayor"));
    assert_eq!(word.len(), 1);
    assert!(word[0].left > column.left && word[0].right() < column.right());
    let all = rects(&stage.island, range(0, usize::MAX));
    let short_line = rects(&stage.island, find(BLOCKS[1]));
    assert!(short_line[0].width < column.width - 50.0);
    assert!(all.contains(&short_line[0]), "the text of a block inside, not the block");
    assert!(all.iter().all(|rect| rect.height < 40.0), "lines, not blocks: {all:?}");
    assert!(rects(&stage.island, range(3, 3)).is_empty());
}

#[wasm_bindgen_test]
fn an_element_is_put_in_its_place() {
    let stage = Stage::new();
    style(&stage.layer, "position: fixed; width: 7px; height: 8px");
    for (left, top, expected) in
        [(12.0, 30.0, (12.0, 30.0)), (12.6, 29.4, (13.0, 29.0)), (-3.8, 0.2, (-4.0, 0.0))]
    {
        place(&stage.layer, left, top);
        let rect = Rect { left: expected.0, top: expected.1, width: 7.0, height: 8.0 };
        assert_eq!(rect_of(&stage.layer), rect, "whole pixels for {left} {top}");
    }
}

/// The stage in a low box that scrolls, without animation for what reads the position at once.
fn low_box(stage: &Stage) {
    style(
        &stage.frame,
        "position: fixed; left: 0; top: 0; width: 300px; height: 200px; overflow: auto; font: 20px/30px monospace",
    );
    let tail = element("div");
    style(&tail, "height: 900px");
    append(&stage.frame, &[&tail]);
}

#[wasm_bindgen_test]
async fn text_out_of_view_is_scrolled_to_and_text_in_view_is_not() {
    let stage = Stage::new();
    low_box(&stage);
    scroll_to(&stage.island, find("mayor said"), &stage.frame);
    settle().await;
    let before = stage.frame.scroll_top();
    scroll_to(&stage.island, find("near."), &stage.frame);
    still(&stage).await;
    let word = rects(&stage.island, find("near."))[0];
    assert!(word.top > 30.0 && word.bottom() < 170.0, "{word:?}, scrolled from {before}");
    let reached = stage.frame.scroll_top() - 20;
    stage.frame.set_scroll_top(reached);
    scroll_to(&stage.island, find("near."), &stage.frame);
    still(&stage).await;
    assert_eq!(stage.frame.scroll_top(), reached, "it could be seen");
}

#[wasm_bindgen_test]
async fn an_element_out_of_view_is_scrolled_to() {
    let stage = Stage::new();
    low_box(&stage);
    assert!(rect_of(&stage.block(2)).top > 200.0);
    scroll_into_view(&stage.block(2));
    still(&stage).await;
    assert!(rect_of(&stage.block(2)).bottom() <= 201.0);
}

#[wasm_bindgen_test]
async fn resizing_is_told_once_a_frame() {
    let calls = Rc::new(Cell::new(0));
    let counted = calls.clone();
    let listener = on_resize(move || counted.set(counted.get() + 1));
    let window = web_sys::window().unwrap();
    for _ in 0..3 {
        window.dispatch_event(&Event::new("resize").unwrap()).unwrap();
    }
    assert_eq!(calls.get(), 0);
    settle().await;
    assert_eq!(calls.get(), 1);
    window.dispatch_event(&Event::new("resize").unwrap()).unwrap();
    drop(listener);
    settle().await;
    assert_eq!(calls.get(), 1, "nothing is told after the listener is dropped");
}

/// When the stage has not moved for two frames, once it has begun to.
async fn still(stage: &Stage) {
    let mut last = -1;
    while last != stage.frame.scroll_top() || last == 0 {
        last = stage.frame.scroll_top();
        settle().await;
        settle().await;
    }
}
