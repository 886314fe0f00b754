//! Painting with boxes behind the text, where the browser has no highlights.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, ResizeObserver};

use super::error::OrLog as _;
use super::geometry::{Rect, place, px, rect_of, rects, set_property};
use super::globals::document;
use super::island::Island;
use super::painter::Layer;

/// Boxes that follow the text when its column changes its width. Dropping takes them away.
#[derive(Debug)]
pub(super) struct Boxes {
    drawing: Rc<RefCell<Drawing>>,
    observer: Option<ResizeObserver>,
    _redraw: Closure<dyn FnMut()>,
}

impl Boxes {
    pub(super) fn new(root: &HtmlElement, layer: &HtmlElement) -> Boxes {
        let drawing =
            Rc::new(RefCell::new(Drawing { layer: layer.clone(), island: None, layers: Vec::new() }));
        let seen = drawing.clone();
        let redraw = Closure::<dyn FnMut()>::new(move || seen.borrow().draw());
        let observer =
            ResizeObserver::new(redraw.as_ref().unchecked_ref()).or_log("watching the text's width");
        if let Some(observer) = &observer {
            observer.observe(root);
        }
        Boxes { drawing, observer, _redraw: redraw }
    }

    pub(super) fn paint(&mut self, island: &Island, layers: &[Layer]) {
        let mut drawing = self.drawing.borrow_mut();
        if drawing.island.as_ref() != Some(island) || drawing.layers != layers {
            drawing.island = Some(island.clone());
            drawing.layers = by_priority(layers);
            drawing.draw();
        }
    }
}

impl Drop for Boxes {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
        self.drawing.borrow().layer.replace_children_with_node_0();
    }
}

/// What is drawn: lower priorities first, so that higher ones lie on top.
#[derive(Debug)]
struct Drawing {
    layer: HtmlElement,
    island: Option<Island>,
    layers: Vec<Layer>,
}

impl Drawing {
    fn draw(&self) {
        let Some(island) = &self.island else { return };
        let origin = rect_of(&self.layer);
        // All is measured before anything is changed: the browser lays the page out once.
        let measure = |(style, _, ranges): &Layer| {
            let found: Vec<Rect> = ranges.iter().flat_map(|range| rects(island, range.clone())).collect();
            found.into_iter().map(|rect| (style.clone(), rect)).collect::<Vec<_>>()
        };
        let all: Vec<(String, Rect)> = self.layers.iter().flat_map(measure).collect();
        self.layer.replace_children_with_node_0();
        for (style, rect) in &all {
            self.draw_box(style, rect, &origin);
        }
    }

    fn draw_box(&self, style: &str, rect: &Rect, origin: &Rect) {
        let made = document().and_then(|document| document.create_element("div").or_log("painting"));
        let Some(made) = made.and_then(|made| made.dyn_into::<HtmlElement>().ok()) else { return };
        made.set_class_name(&format!("paint paint-{style}"));
        set_property(&made, "position", "absolute");
        place(&made, rect.left - origin.left, rect.top - origin.top);
        set_property(&made, "width", &px(rect.width));
        set_property(&made, "height", &px(rect.height));
        self.layer.append_child(&made).or_log("painting");
    }
}

/// Boxes drawn later lie on top.
fn by_priority(layers: &[Layer]) -> Vec<Layer> {
    let mut sorted: Vec<Layer> = Vec::with_capacity(layers.len());
    for layer in layers {
        sorted.insert(sorted.partition_point(|(_, priority, _)| *priority <= layer.1), layer.clone());
    }
    sorted
}
