//! Focus, dialogs and fields.

use sayso::browser::{
    by_id, close_dialog, focus, focus_by_id, focus_step, input_value, pasted_length, show_modal, stays_within,
};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, Event, EventTarget, FocusEvent, HtmlDialogElement, HtmlElement, Node};

use crate::stage::{Stage, append, document, element, tell, text, told};

#[wasm_bindgen(module = "/tests/browser_web/support.js")]
extern "C" {
    fn leave_for(next: Option<&Node>) -> FocusEvent;
    fn paste(kind: &str, text: &str) -> Event;
}

fn has_focus(element: &Element) -> bool {
    document().active_element().as_ref() == Some(element)
}

#[wasm_bindgen_test]
fn the_focus_moves() {
    let stage = Stage::new();
    let (first, second) = (element("button"), element("button"));
    first.set_id("first-button");
    append(&stage.frame, &[&first, &second]);
    focus_by_id("first-button");
    assert!(has_focus(&first));
    focus(&second);
    assert!(has_focus(&second));
    focus_by_id("nobody");
    assert!(has_focus(&second), "where it was");
    assert_eq!(by_id("first-button"), Some(first));
    assert_eq!(by_id("nobody"), None);
}

#[wasm_bindgen_test]
fn the_focus_goes_round_the_buttons() {
    let stage = Stage::new();
    let buttons: [HtmlElement; 4] = std::array::from_fn(|_| element("button"));
    buttons[1].set_attribute("disabled", "").unwrap();
    for button in &buttons {
        append(&stage.root, &[button]);
    }
    let steps = [(-1, 3), (1, 0), (1, 2), (1, 3), (1, 0), (-1, 3), (-1, 2), (0, 0)];
    for (step, expected) in steps {
        focus_step(&stage.root, step);
        assert!(has_focus(&buttons[expected]), "{step} leads to {expected}");
    }
    focus_step(&stage.layer, 1);
    assert!(has_focus(&buttons[0]), "there is no button to go to");
}

#[wasm_bindgen_test]
fn a_focus_that_stays_is_told_from_one_that_leaves() {
    let stage = Stage::new();
    let check = |next: Option<&Node>, expected: bool| {
        assert_eq!(stays_within(&leave_for(next), &stage.root), expected, "{next:?}");
    };
    check(Some(&stage.block(1)), true);
    check(Some(&stage.root), true);
    check(Some(&stage.frame), false);
    check(Some(&stage.layer), false);
    check(None, false);
}

#[wasm_bindgen_test]
fn a_dialog_opens_and_closes_however_often_it_is_told() {
    let stage = Stage::new();
    let opener = element("button");
    let dialog: HtmlDialogElement = element("dialog").unchecked_into();
    let field = element("input");
    append(&dialog, &[&field]);
    append(&stage.frame, &[&opener, &dialog]);
    focus(&opener);
    show_modal(&dialog);
    show_modal(&dialog);
    assert!(dialog.open() && has_focus(&field));
    close_dialog(&dialog);
    close_dialog(&dialog);
    assert!(!dialog.open() && has_focus(&opener));
    show_modal(&opener);
    close_dialog(&opener);
}

#[wasm_bindgen_test]
async fn the_value_of_every_field_is_read() {
    let stage = Stage::new();
    for name in ["input", "textarea", "select", "p"] {
        let field = element(name);
        append(&stage.frame, &[&field]);
        let option = element("option");
        append(&option, &[&text("words")]);
        match name {
            "select" => append(&field, &[&option]),
            "p" => append(&field, &[&text("words")]),
            _ => field.unchecked_ref::<web_sys::HtmlInputElement>().set_value("words"),
        }
        let value = value_told(&field).await;
        assert_eq!(value, if name == "p" { "" } else { "words" }, "{name}");
    }
}

#[wasm_bindgen_test]
fn a_paste_is_measured_before_it_happens() {
    let check = |event: &Event, expected: usize| assert_eq!(pasted_length(event), expected);
    check(&paste("text/plain", "a 🙂"), 4);
    check(&paste("text/plain", ""), 0);
    check(&paste("text/html", "<b>words</b>"), 0);
    check(&Event::new("paste").unwrap(), 0);
}

/// What [`input_value`] says of an event on a field.
async fn value_told(field: &EventTarget) -> String {
    let value = told(|resolve| {
        let listener = wasm_bindgen::closure::Closure::once_into_js(move |event: Event| {
            tell(&resolve, &input_value(&event));
        });
        field.add_event_listener_with_callback("input", listener.unchecked_ref()).unwrap();
        field.dispatch_event(&Event::new("input").unwrap()).unwrap();
    });
    value.await.as_string().unwrap()
}
