//! Painting with the CSS Custom Highlight API.

use std::collections::BTreeMap;
use std::ops::Range;

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::Text;

use super::error::OrLog as _;
use super::island::Island;
use super::painter::Layer;
use crate::text::Utf16Offset;

// Bound by hand: `web-sys` has these only behind a flag for the whole build.
#[wasm_bindgen]
extern "C" {
    #[derive(Debug)]
    type Highlight;
    #[wasm_bindgen(constructor)]
    fn new() -> Highlight;
    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &StaticRange);
    #[wasm_bindgen(method)]
    fn delete(this: &Highlight, range: &StaticRange);
    #[wasm_bindgen(method, getter)]
    fn size(this: &Highlight) -> u32;
    #[wasm_bindgen(method, setter)]
    fn set_priority(this: &Highlight, priority: i32);

    /// A range that the browser does not keep up to date. The text never changes, and each range that is
    /// kept up to date makes every change of the page dearer, wherever it is.
    #[derive(Debug, Clone)]
    type StaticRange;
    #[wasm_bindgen(constructor, catch)]
    fn new(ends: &RangeEnds) -> Result<StaticRange, JsValue>;

    #[derive(Debug)]
    type RangeEnds;
    #[wasm_bindgen(method, setter, js_name = startContainer)]
    fn set_start_container(this: &RangeEnds, node: &Text);
    #[wasm_bindgen(method, setter, js_name = startOffset)]
    fn set_start_offset(this: &RangeEnds, at: u32);
    #[wasm_bindgen(method, setter, js_name = endContainer)]
    fn set_end_container(this: &RangeEnds, node: &Text);
    #[wasm_bindgen(method, setter, js_name = endOffset)]
    fn set_end_offset(this: &RangeEnds, at: u32);

    /// The styles that are painted in this page, ours and others'.
    #[derive(Debug, Clone)]
    pub(super) type HighlightRegistry;
    #[wasm_bindgen(method)]
    fn get(this: &HighlightRegistry, name: &str) -> Option<Highlight>;
    #[wasm_bindgen(method)]
    fn set(this: &HighlightRegistry, name: &str, highlight: &Highlight);
    #[wasm_bindgen(method, js_name = delete)]
    fn remove(this: &HighlightRegistry, name: &str);

    #[wasm_bindgen(js_name = CSS)]
    type Css;
    #[wasm_bindgen(static_method_of = Css, js_class = "CSS", getter)]
    fn highlights() -> Option<HighlightRegistry>;
}

/// The page's registry; `None` where the browser has no such thing.
pub(super) fn registry() -> Option<HighlightRegistry> {
    Css::highlights()
}

/// What one painter has in the registry.
#[derive(Debug)]
pub(super) struct Highlights {
    registry: HighlightRegistry,
    island: Option<Island>,
    styles: BTreeMap<String, Style>,
}

impl Highlights {
    pub(super) fn new(registry: HighlightRegistry) -> Highlights {
        Highlights { registry, island: None, styles: BTreeMap::new() }
    }

    pub(super) fn paint(&mut self, island: &Island, layers: &[Layer]) {
        if self.island.as_ref() != Some(island) {
            self.styles.clear();
            self.island = Some(island.clone());
        }
        self.styles
            .retain(|name, _| layers.iter().any(|(style, _, ranges)| style == name && !ranges.is_empty()));
        for (name, priority, ranges) in layers.iter().filter(|(_, _, ranges)| !ranges.is_empty()) {
            let new = || Style::register(&self.registry, name);
            self.styles.entry(name.clone()).or_insert_with(new).paint(island, *priority, ranges);
        }
    }
}

/// One style, and the ranges that this painter has added to it. Dropping it takes them away.
#[derive(Debug)]
struct Style {
    registry: HighlightRegistry,
    name: String,
    highlight: Highlight,
    painted: Option<(i32, Vec<Range<Utf16Offset>>)>,
    live: BTreeMap<(Utf16Offset, Utf16Offset), StaticRange>,
}

impl Style {
    /// Joins the entry of that style if another painter has made one, for another article say.
    fn register(registry: &HighlightRegistry, style: &str) -> Style {
        let name = format!("sayso-{style}");
        let highlight = registry.get(&name).unwrap_or_else(|| {
            let highlight = Highlight::new();
            registry.set(&name, &highlight);
            highlight
        });
        Style { registry: registry.clone(), name, highlight, painted: None, live: BTreeMap::new() }
    }

    fn paint(&mut self, island: &Island, priority: i32, ranges: &[Range<Utf16Offset>]) {
        let is_same = |(old_priority, old): &(i32, Vec<_>)| *old_priority == priority && old == ranges;
        if self.painted.as_ref().is_some_and(is_same) {
            return;
        }
        self.highlight.set_priority(priority);
        let mut old = std::mem::take(&mut self.live);
        for range in ranges {
            self.keep_or_add(island, range, &mut old);
        }
        old.values().for_each(|range| self.highlight.delete(range));
        self.painted = Some((priority, ranges.to_vec()));
    }

    fn keep_or_add(
        &mut self,
        island: &Island,
        range: &Range<Utf16Offset>,
        old: &mut BTreeMap<(Utf16Offset, Utf16Offset), StaticRange>,
    ) {
        let key = (range.start, range.end);
        let kept = old.remove(&key);
        if self.live.contains_key(&key) {
            return;
        }
        let added = || still(island, range.clone()).inspect(|range| self.highlight.add(range));
        if let Some(range) = kept.or_else(added) {
            self.live.insert(key, range);
        }
    }
}

/// The range from the first to the last unit that is in a block.
fn still(island: &Island, range: Range<Utf16Offset>) -> Option<StaticRange> {
    let (first, last) = island.ends(range)?;
    let ends = js_sys::Object::new().unchecked_into::<RangeEnds>();
    ends.set_start_container(&first.block.text);
    ends.set_start_offset(first.from);
    ends.set_end_container(&last.block.text);
    ends.set_end_offset(last.to);
    StaticRange::new(&ends).or_log("making a range")
}

impl Drop for Style {
    fn drop(&mut self) {
        self.live.values().for_each(|range| self.highlight.delete(range));
        if self.highlight.size() == 0 {
            self.registry.remove(&self.name);
        }
    }
}
