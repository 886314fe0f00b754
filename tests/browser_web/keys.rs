//! Keys.

use std::cell::RefCell;
use std::rc::Rc;

use sayso::browser::{Key, on_key};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

use crate::stage::{Stage, append, element};

#[wasm_bindgen(module = "/tests/browser_web/support.js")]
extern "C" {
    fn press(target: &Element, init: &str) -> bool;
    fn press_nothing(target: &Element);
}

/// The key as it is told when it is pressed on an element.
fn pressed_on(target: &Element, init: &str) -> Key {
    let seen = Rc::new(RefCell::new(None));
    let slot = seen.clone();
    let _listener = on_key(move |key| {
        slot.replace(Some(key.clone()));
        false
    });
    press(target, init);
    seen.take().expect("a key")
}

#[wasm_bindgen_test]
fn a_handled_key_is_kept_from_the_browser() {
    let stage = Stage::new();
    let listener = on_key(|key| key.name == "c");
    assert!(press(&stage.root, r#"{"key":"c"}"#));
    assert!(!press(&stage.root, r#"{"key":"d"}"#));
    press_nothing(&stage.root);
    drop(listener);
    assert!(!press(&stage.root, r#"{"key":"c"}"#), "after the listener is dropped");
}

#[wasm_bindgen_test]
fn a_listener_may_end_itself() {
    let stage = Stage::new();
    let own = Rc::new(RefCell::new(None));
    let slot = own.clone();
    let listener = on_key(move |_| slot.take().is_some());
    own.replace(Some(listener));
    assert!(press(&stage.root, r#"{"key":"c"}"#));
    assert!(!press(&stage.root, r#"{"key":"c"}"#), "it has ended");
}

#[wasm_bindgen_test]
fn digits_are_known_on_every_keyboard() {
    let stage = Stage::new();
    let check = |init: &str, expected: Option<u8>| {
        assert_eq!(pressed_on(&stage.root, init).digit, expected, "{init}");
    };
    check(r#"{"key":"5","code":"Digit5"}"#, Some(5));
    check(r#"{"key":"0","code":"Numpad0"}"#, Some(0));
    check(r#"{"key":"(","code":"Digit5"}"#, Some(5));
    check(r#"{"key":"5","code":"Digit5","shiftKey":true}"#, Some(5));
    check(r#"{"key":"%","code":"Digit5","shiftKey":true}"#, Some(5));
    check(r#"{"key":"7","code":"Digit8"}"#, Some(8));
    check(r#"{"key":"ArrowLeft","code":"Numpad4"}"#, None);
    check(r#"{"key":"F5","code":"F5"}"#, None);
    check(r#"{"key":"c","code":"KeyC"}"#, None);
}

#[wasm_bindgen_test]
fn modifiers_are_told() {
    let stage = Stage::new();
    let key = |init: &str| pressed_on(&stage.root, init);
    assert_eq!(key(r#"{"key":"z"}"#), Key { name: "z".into(), ..Key::default() });
    assert!(key(r#"{"key":"z","ctrlKey":true}"#).command);
    assert!(key(r#"{"key":"z","metaKey":true}"#).command);
    assert!(key(r#"{"key":"Z","shiftKey":true}"#).shift);
    assert!(key(r#"{"key":"%","code":"Digit5","shiftKey":true}"#).shift);
    assert!(key(r#"{"key":"ArrowLeft","altKey":true}"#).alt);
    assert!(key(r#"{"key":"j","repeat":true}"#).repeat);
    assert!(key(r#"{"key":"j","isComposing":true}"#).composing);
    assert!(key(r#"{"key":"Process","keyCode":229}"#).composing);
}

#[wasm_bindgen_test]
fn where_a_key_was_pressed_is_told() {
    let stage = Stage::new();
    let make = |name: &str, attributes: &[(&str, &str)]| -> HtmlElement {
        let made = element(name);
        for (attribute, value) in attributes {
            made.set_attribute(attribute, value).unwrap();
        }
        append(&stage.frame, &[&made]);
        made
    };
    let check = |target: &Element, expected: (bool, bool, bool)| {
        let key = pressed_on(target, r#"{"key":"c"}"#);
        let found = (key.typing, key.on_control, key.in_dialog);
        assert_eq!(found, expected, "{}", target.outer_html());
    };
    check(&stage.block(0), (false, false, false));
    for name in ["input", "textarea", "select"] {
        check(&make(name, &[]), (true, false, false));
    }
    check(&make("input", &[("type", "search")]), (true, false, false));
    check(&make("p", &[("contenteditable", "true")]), (true, false, false));
    check(&make("input", &[("type", "checkbox")]), (false, true, false));
    check(&make("a", &[("href", "#x")]), (false, true, false));
    check(&make("a", &[]), (false, false, false));
    for role in ["button", "tab", "menuitem"] {
        check(&make("div", &[("role", role)]), (false, true, false));
    }
    let button = make("button", &[]);
    let icon = element("span");
    append(&button, &[&icon]);
    check(&icon, (false, true, false));
    let dialog = make("dialog", &[("open", "")]);
    let (field, words) = (element("input"), element("p"));
    append(&dialog, &[&field, &words]);
    check(&field, (true, false, true));
    check(&words, (false, false, true));
}
