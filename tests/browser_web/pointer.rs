//! The pointer's button, and listeners that stay.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use sayso::browser::{keep_for_ever, on_press};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Event;

use crate::stage::Stage;

/// Without bubbling, as if somebody on the way had stopped it.
fn happens(stage: &Stage, name: &str) {
    stage.block(0).dispatch_event(&Event::new(name).unwrap()).unwrap();
}

#[wasm_bindgen_test]
fn presses_are_told_wherever_they_end() {
    let stage = Stage::new();
    let told = Rc::new(RefCell::new(Vec::new()));
    let slot = told.clone();
    let listener = on_press(|| None, move |down| slot.borrow_mut().push(down));
    for name in ["pointerdown", "pointermove", "pointerup", "pointerdown", "pointercancel"] {
        happens(&stage, name);
    }
    assert_eq!(*told.borrow(), [true, false, true, false]);
    drop(listener);
    happens(&stage, "pointerdown");
    assert_eq!(told.borrow().len(), 4, "nothing is told after the listener is dropped");
}

#[wasm_bindgen_test]
fn a_listener_kept_for_ever_goes_on() {
    let stage = Stage::new();
    let calls = Rc::new(Cell::new(0));
    for _ in 0..2 {
        let counted = calls.clone();
        keep_for_ever(on_press(|| None, move |_| counted.set(counted.get() + 1)));
    }
    happens(&stage, "pointerup");
    assert_eq!(calls.get(), 2, "one kept later does not end the other");
}

#[wasm_bindgen_test]
fn presses_on_what_is_excepted_are_not_told() {
    let stage = Stage::new();
    let told = Rc::new(Cell::new(0));
    let (slot, itself) = (told.clone(), stage.block(0));
    let listener = on_press(move || Some(itself.clone()), move |_| slot.set(slot.get() + 1));
    happens(&stage, "pointerdown");
    assert_eq!(told.get(), 0);
    stage.block(1).dispatch_event(&Event::new("pointerdown").unwrap()).unwrap();
    assert_eq!(told.get(), 1);
    drop(listener);
}
