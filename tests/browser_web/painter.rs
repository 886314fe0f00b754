//! Painting, by the browser and by boxes.

use js_sys::Array;
use sayso::browser::{Island, Layer, Painter, Rect, highlights_supported, rect_of, rects, select, selected};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, Node};

use crate::stage::{BLOCKS, Stage, find, quote, settle, style};

#[wasm_bindgen(module = "/tests/browser_web/support.js")]
extern "C" {
    fn names() -> Vec<String>;
    fn live(name: &str) -> Array;
    fn said(name: &str) -> Vec<String>;
    fn priority(name: &str) -> i32;
    fn paint_foreign(node: &Node);
    fn forget_foreign();
    fn hide_highlights();
    fn show_highlights();
}

fn layer(style: &str, priority: i32, quotes: &[&str]) -> Layer {
    (style.to_owned(), priority, quotes.iter().map(|quote| find(quote)).collect())
}

#[wasm_bindgen_test]
fn the_browser_is_given_exactly_what_is_painted() {
    let stage = Stage::new();
    assert!(highlights_supported());
    let mut painter = Painter::new(&stage.root, &stage.layer);
    painter.paint(&stage.island, &[layer("claim", 2, &["said that", "🙂"]), layer("cue", 5, &["added"])]);
    assert_eq!(names(), ["sayso-claim", "sayso-cue"]);
    assert_eq!(said("sayso-claim"), ["said that", "🙂"]);
    assert_eq!(said("sayso-cue"), ["added"]);
    assert_eq!((priority("sayso-claim"), priority("sayso-cue")), (2, 5));

    painter.paint(&stage.island, &[layer("cue", 1, &["knew"]), layer("empty", 0, &[])]);
    assert_eq!(names(), ["sayso-cue"]);
    assert_eq!((said("sayso-cue"), priority("sayso-cue")), (vec!["knew".to_owned()], 1));

    drop(painter);
    assert_eq!(names(), Vec::<String>::new());
}

#[wasm_bindgen_test]
fn one_mark_more_leaves_the_others_alone() {
    let stage = Stage::new();
    let mut painter = Painter::new(&stage.root, &stage.layer);
    painter.paint(&stage.island, &[layer("claim", 0, &["mayor", "bridge"]), layer("cue", 0, &["said"])]);
    let (claims, cues) = (live("sayso-claim"), live("sayso-cue"));
    painter.paint(
        &stage.island,
        &[layer("claim", 0, &["bridge", "spring", "mayor"]), layer("cue", 0, &["said"])],
    );
    assert_eq!(said("sayso-claim"), ["bridge", "mayor", "spring"]);
    assert!(claims.iter().all(|range| live("sayso-claim").includes(&range, 0)), "the same objects");
    assert_eq!(live("sayso-cue").get(0), cues.get(0), "the same object");
    painter.paint(&stage.island, &[layer("claim", 0, &["mayor", "mayor"])]);
    assert_eq!(said("sayso-claim"), ["mayor"], "the same place twice is painted once");
    assert!(claims.includes(&live("sayso-claim").get(0), 0));
}

#[wasm_bindgen_test]
fn an_island_read_anew_is_painted_anew() {
    let stage = Stage::new();
    let mut painter = Painter::new(&stage.root, &stage.layer);
    let layers = [layer("claim", 0, &["mayor"])];
    painter.paint(&stage.island, &layers);
    stage.block(0).set_text_content(Some(BLOCKS[0]));
    assert_ne!(said("sayso-claim"), ["mayor"], "the old text node is gone, and the paint with it");
    let again = Island::read(&stage.root).unwrap();
    painter.paint(&again, &layers);
    assert_eq!(said("sayso-claim"), ["mayor"]);
}

#[wasm_bindgen_test]
fn paint_of_others_stays() {
    let stage = Stage::new();
    paint_foreign(&stage.frame);
    let foreign = live("foreign").get(0);
    let mut painter = Painter::new(&stage.root, &stage.layer);
    painter.paint(&stage.island, &[layer("claim", 0, &["mayor"])]);
    painter.paint(&stage.island, &[]);
    assert_eq!(names(), ["foreign"]);
    drop(painter);
    assert_eq!((names(), live("foreign").get(0)), (vec!["foreign".to_owned()], foreign));
    forget_foreign();
}

#[wasm_bindgen_test]
fn two_painters_share_a_style() {
    let stage = Stage::new();
    let mut old = Painter::new(&stage.root, &stage.layer);
    old.paint(&stage.island, &[layer("claim", 0, &["mayor"])]);
    let mut new = Painter::new(&stage.root, &stage.layer);
    new.paint(&stage.island, &[layer("claim", 0, &["bridge"])]);
    drop(old);
    assert_eq!(said("sayso-claim"), ["bridge"]);
}

#[wasm_bindgen_test]
fn text_and_selection_stay_as_they_were() {
    let stage = Stage::new();
    let check = |mut painter: Painter| {
        let html = stage.root.inner_html();
        select(&stage.island, find("the bridge would"));
        painter.paint(&stage.island, &[layer("claim", 0, &["said that the bridge", "money.\n\n“We"])]);
        let nodes: Vec<JsValue> = (0..3).map(|index| stage.node(index).into()).collect();
        assert_eq!(selected(&stage.island).map(quote).as_deref(), Some("the bridge would"));
        drop(painter);
        assert_eq!(selected(&stage.island).map(quote).as_deref(), Some("the bridge would"));
        assert_eq!(stage.root.inner_html(), html);
        for (index, node) in (0..).zip(nodes) {
            assert_eq!(JsValue::from(stage.node(index)), node);
            assert_eq!(stage.block(index).child_nodes().length(), 1, "no text node is split");
        }
    };
    check(Painter::new(&stage.root, &stage.layer));
    check(box_painter(&stage));
}

#[wasm_bindgen_test]
fn boxes_lie_where_the_text_is() {
    let stage = Stage::new();
    let mut painter = box_painter(&stage);
    painter.paint(
        &stage.island,
        &[layer("high", 9, &["knew"]), layer("low", 1, &["mayor said that the bridge would"])],
    );
    let low = rects(&stage.island, find("mayor said that the bridge would"));
    assert!(low.len() > 1, "it goes over the end of a line");
    let painted = boxes(&stage);
    assert_eq!(painted.len(), low.len() + 1);
    for (painted, rect) in painted.iter().zip(low.iter().chain(&rects(&stage.island, find("knew")))) {
        assert!(near(painted.1.left, rect.left) && near(painted.1.top, rect.top), "{painted:?} for {rect:?}");
        assert!(near(painted.1.width, rect.width) && near(painted.1.height, rect.height));
    }
    assert_eq!(painted[0].0, "paint paint-low", "below");
    assert_eq!(painted[painted.len() - 1].0, "paint paint-high", "above");
    assert_eq!(stage.layer.get_attribute("style").map(|css| css.contains("inset")), Some(true));
    drop(painter);
    assert_eq!(boxes(&stage).len(), 0);
}

#[wasm_bindgen_test]
async fn boxes_follow_the_width_of_the_column() {
    let stage = Stage::new();
    let mut painter = box_painter(&stage);
    painter.paint(&stage.island, &[layer("claim", 0, &["asked for more money"])]);
    let before = boxes(&stage);
    style(&stage.frame, "position: absolute; left: 20px; top: 10px; width: 300px; font: 20px/30px monospace");
    // What watches the width is told after the layout of the first frame.
    settle().await;
    let after = boxes(&stage);
    assert_ne!(after, before);
    assert!(near(after[0].1.top, rects(&stage.island, find("asked for more money"))[0].top));
}

fn boxes(stage: &Stage) -> Vec<(String, Rect)> {
    let children = stage.layer.child_nodes();
    let nodes = (0..children.length()).filter_map(|index| children.item(index));
    let elements = nodes.map(|node| node.unchecked_into::<Element>());
    elements.map(|element| (element.class_name(), rect_of(&element))).collect()
}

/// A painter in a browser without highlights.
fn box_painter(stage: &Stage) -> Painter {
    hide_highlights();
    let painter = Painter::new(&stage.root, &stage.layer);
    let supported = highlights_supported();
    show_highlights();
    assert!(!supported);
    painter
}

/// Boxes lie on whole pixels.
fn near(one: f64, other: f64) -> bool {
    (one - other).abs() < 0.51
}
