//! The caret of the keyboard.

use yew::prelude::*;

use crate::browser::{self, HtmlElement, IslandSlot};
use crate::text::{Text, Utf16Offset};
use crate::view::Caret;

#[derive(Properties, PartialEq)]
pub(super) struct CaretLineProps {
    pub(super) caret: Caret,
    pub(super) text: Text,
    pub(super) slot: IslandSlot,
    pub(super) root: NodeRef,
}

/// Where it stands, in pixels from the corner of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Line {
    x: i32,
    top: i32,
    bottom: i32,
}

#[component]
pub(super) fn CaretLine(CaretLineProps { caret, text, slot, root }: &CaretLineProps) -> Html {
    let (line, drawn) = (use_state_eq(|| None), use_node_ref());
    let draw = {
        let (line, slot, root) = (line.setter(), slot.clone(), root.clone());
        move |place: Utf16Offset| {
            let sheet = root.cast().map(|root| browser::rect_of(&root));
            let rect = slot.get().and_then(|island| browser::caret_rect(&island, place));
            line.set(rect.zip(sheet).map(|(rect, sheet)| {
                let [x, top, bottom] =
                    [rect.left - sheet.left, rect.top - sheet.top, rect.bottom() - sheet.top]
                        .map(|px| px.round() as i32);
                Line { x, top, bottom }
            }));
        }
    };
    let watched = root.clone();
    use_effect_with(text.utf16_at(caret.focus), move |place| {
        let place = *place;
        draw(place);
        let sizes = browser::on_sizes(watched.cast::<HtmlElement>(), move || draw(place));
        move || drop(sizes)
    });
    use_effect_with(*line, {
        let drawn = drawn.clone();
        move |_| {
            if let Some(drawn) = drawn.cast() {
                browser::scroll_into_view(&drawn);
            }
        }
    });
    html! {
        <svg class="caret" aria-hidden="true">
            { for line.iter().map(|line| {
                let [x, y1, y2] = [line.x, line.top, line.bottom].map(|px| px.to_string());
                html! { <line ref={drawn.clone()} x1={x.clone()} x2={x} {y1} {y2} /> }
            }) }
        </svg>
    }
}
