//! Which character is at a point of the screen.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{CaretPosition, Document, Node, Range};

use super::geometry::piece_rects;
use super::globals::document;
use super::island::{Block, Island, Piece};
use crate::text::{Text, Utf16Offset, widen_to_graphemes};

/// How far beside a character a point may be, in CSS pixels.
const SLACK: f64 = 2.0;

// `catch` turns a missing function into an error: browsers have one of these, or both.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = Document)]
    type PointedDocument;
    #[wasm_bindgen(method, catch, js_name = caretPositionFromPoint)]
    fn position_at(this: &PointedDocument, x: f64, y: f64) -> Result<Option<CaretPosition>, JsValue>;
    #[wasm_bindgen(method, catch, js_name = caretRangeFromPoint)]
    fn range_at(this: &PointedDocument, x: f64, y: f64) -> Result<Option<Range>, JsValue>;
}

/// The start of the character at a point, in CSS pixels from the left upper corner of what is seen
/// of the page. `None` where there is no character of the article, such as beside the end of a line.
#[must_use]
pub fn offset_at(island: &Island, x: f64, y: f64) -> Option<Utf16Offset> {
    let (node, caret) = caret_at(x, y)?;
    let block = island.block_of(&node)?;
    let beside = characters_beside(block, caret);
    // The slack of one character lies over its neighbour, so it comes second.
    let under = |slack| beside.iter().find(|piece| is_under(piece, x, y, slack));
    under(0.0).or_else(|| under(SLACK)).map(|piece| block.offset(piece.from))
}

/// The place between two characters that is nearest to a point.
pub(super) fn caret_at(x: f64, y: f64) -> Option<(Node, u32)> {
    let document = PointedDocument::from(JsValue::from(document()?));
    if let Ok(position) = document.position_at(x, y) {
        let position = position?;
        return Some((position.offset_node()?, position.offset()));
    }
    let range = document.range_at(x, y).ok()??;
    Some((range.start_container().ok()?, range.start_offset().ok()?))
}

/// The characters after and before a place in a block, as a reader counts characters: an emoji
/// family is one.
fn characters_beside(block: &Block, caret: u32) -> Vec<Piece<'_>> {
    let text = Text::new(block.text.data());
    let starts = [Some(caret), caret.checked_sub(1), caret.checked_sub(2)];
    starts.into_iter().flatten().filter_map(|at| character_from(block, &text, at)).collect()
}

/// The character around the code point that starts at a place; `None` if none starts there.
fn character_from<'a>(block: &'a Block, text: &Text, at: u32) -> Option<Piece<'a>> {
    let unit = |ahead: u32| Utf16Offset(at.saturating_add(ahead) as usize);
    let span = [1, 2].into_iter().find_map(|len| text.span_utf16(unit(0)..unit(len)))?;
    let range = text.utf16(widen_to_graphemes(text, span));
    Some(Piece { block, from: u32::try_from(range.start.0).ok()?, to: u32::try_from(range.end.0).ok()? })
}

fn is_under(piece: &Piece<'_>, x: f64, y: f64, slack: f64) -> bool {
    piece_rects(piece).iter().any(|rect| rect.grown(slack).contains(x, y))
}
