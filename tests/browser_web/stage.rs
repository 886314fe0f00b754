//! A small article on the page, and other things that tests share.

use std::ops::Range;

use js_sys::{Function, Promise};
use sayso::browser::Island;
use sayso::text::Utf16Offset;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, HtmlElement, Node, Text};

/// The blocks of the article. Between two of them stand two line feeds, which are not on the page.
pub(crate) const BLOCKS: [&str; 3] = [
    "The 🙂 mayor said that the bridge would open in spring, and that nobody had asked for more money.",
    "“We knew,” she added.",
    "A 👩‍👩‍👧 family and a cafe\u{301} were near.",
];

/// An article on the page, in a narrow column of large letters. Dropping it takes it away.
pub(crate) struct Stage {
    pub(crate) frame: HtmlElement,
    pub(crate) layer: HtmlElement,
    pub(crate) root: HtmlElement,
    pub(crate) island: Island,
}

impl Stage {
    pub(crate) fn new() -> Stage {
        let frame = element("section");
        style(&frame, "position: absolute; left: 20px; top: 10px; width: 420px; font: 20px/30px monospace");
        let (layer, root) = (element("div"), element("div"));
        style(&layer, "position: absolute; inset: 0; z-index: -1");
        append(&frame, &[&layer, &text("before"), &root, &text("after")]);
        let mut start = 0;
        for block in BLOCKS {
            let paragraph = element("p");
            paragraph.set_attribute("data-start", &start.to_string()).unwrap();
            append(&paragraph, &[&text(block)]);
            append(&root, &[&paragraph]);
            start += block.encode_utf16().count() + 2;
        }
        append(&document().body().unwrap(), &[&frame]);
        frame.scroll_into_view();
        let island = Island::read(&root).expect("an article");
        Stage { frame, layer, root, island }
    }

    /// The element of a block.
    pub(crate) fn block(&self, index: u32) -> Element {
        self.root.child_nodes().item(index).unwrap().unchecked_into()
    }

    /// The text node of a block.
    pub(crate) fn node(&self, index: u32) -> Node {
        self.block(index).first_child().unwrap()
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.frame.remove();
    }
}

pub(crate) fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

pub(crate) fn element(name: &str) -> HtmlElement {
    document().create_element(name).unwrap().dyn_into().unwrap()
}

pub(crate) fn text(content: &str) -> Text {
    document().create_text_node(content)
}

pub(crate) fn append(parent: &Element, children: &[&Node]) {
    for child in children {
        parent.append_child(child).unwrap();
    }
}

pub(crate) fn style(element: &HtmlElement, css: &str) {
    element.style().set_css_text(css);
}

/// The whole text, of which offsets speak.
pub(crate) fn whole() -> String {
    BLOCKS.join("\n\n")
}

/// Where a quote stands in the whole text.
pub(crate) fn find(quote: &str) -> Range<Utf16Offset> {
    let whole = whole();
    let at = whole.find(quote).unwrap_or_else(|| panic!("{quote:?} is not in the article"));
    let start = whole[..at].encode_utf16().count();
    range(start, start + quote.encode_utf16().count())
}

pub(crate) fn range(start: usize, end: usize) -> Range<Utf16Offset> {
    Utf16Offset(start)..Utf16Offset(end)
}

/// What stands at a range of the whole text.
pub(crate) fn quote(range: Range<Utf16Offset>) -> String {
    let units: Vec<u16> = whole().encode_utf16().collect();
    String::from_utf16(&units[range.start.0..range.end.0]).expect("whole characters")
}

/// Waits until the function that `start` is given is called, and returns what it is called with. A
/// test in which that never happens is ended by the runner.
pub(crate) async fn told(start: impl FnOnce(Function)) -> JsValue {
    let mut start = Some(start);
    let promise = Promise::new(&mut |resolve, _| {
        if let Some(start) = start.take() {
            start(resolve);
        }
    });
    JsFuture::from(promise).await.unwrap()
}

/// Calls what [`told`] waits for.
pub(crate) fn tell(resolve: &Function, value: &str) {
    resolve.call1(&JsValue::NULL, &JsValue::from_str(value)).unwrap();
}

/// Two frames later: what is told once a frame has been told, and so has what follows from that.
pub(crate) async fn settle() {
    for _ in 0..2 {
        told(|resolve| {
            web_sys::window().unwrap().request_animation_frame(&resolve).unwrap();
        })
        .await;
    }
}
