//! Files in and out.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function};
use sayso::browser::{File, FileError, OpenedFile, download, on_files_dropped, pick, read};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::DragEvent;

use crate::stage::{Stage, tell, told};

#[wasm_bindgen(module = "/tests/browser_web/support.js")]
extern "C" {
    fn drag(kind: &str, files: &Array) -> DragEvent;
    fn named(name: &str, text: &str) -> Array;
    fn lose_files() -> Function;
    fn watch_clicks(on_click: &Function) -> Function;
    fn choose(input: &JsValue, event: &DragEvent);
    async fn contents(link: &JsValue) -> JsValue;
    async fn type_of(link: &JsValue) -> JsValue;
}

fn two_files() -> Array {
    Array::of2(&named("one.txt", "🙂 one"), &named("two.json", "{}"))
}

/// Drags over an article, or drops on it: whether the browser is kept from its own way, and the files
/// that are told.
fn dragged(event: &DragEvent) -> (bool, Vec<File>) {
    let stage = Stage::new();
    let told = Rc::new(RefCell::new(Vec::new()));
    let slot = told.clone();
    let _listener = on_files_dropped(move |files| slot.borrow_mut().extend(files));
    let prevented = !stage.block(0).dispatch_event(event).unwrap();
    (prevented, told.take())
}

fn dropped(files: &Array) -> Vec<File> {
    dragged(&drag("drop", files)).1
}

/// What reading a file leads to.
async fn read_now(file: File, limit: u64) -> Result<OpenedFile, FileError> {
    let result = Rc::new(RefCell::new(None));
    let slot = result.clone();
    told(|resolve| {
        read(file, limit, move |read| {
            slot.replace(Some(read));
            tell(&resolve, "");
        });
    })
    .await;
    result.take().expect("a result")
}

/// Runs something, and returns the element that it clicked.
fn clicked(f: impl FnOnce()) -> JsValue {
    let found = Rc::new(RefCell::new(JsValue::NULL));
    let slot = found.clone();
    let on_click = Closure::<dyn FnMut(_)>::new(move |element| {
        slot.replace(element);
    });
    let restore = watch_clicks(on_click.as_ref().unchecked_ref());
    f();
    restore.call0(&JsValue::NULL).unwrap();
    found.take()
}

#[wasm_bindgen_test]
async fn dropped_files_are_read() {
    let (prevented, files) = dragged(&drag("drop", &two_files()));
    assert!(prevented, "or the browser would leave the page to show them");
    let names: Vec<String> = files.iter().map(File::name).collect();
    assert_eq!(names, ["one.txt", "two.json"]);
    assert_eq!(files[0].size(), 8);
    let opened = read_now(files[0].clone(), 8).await.unwrap();
    assert_eq!(
        opened,
        OpenedFile { name: "one.txt".into(), bytes: "🙂 one".into(), from: None, paper: None }
    );
}

#[wasm_bindgen_test]
fn dropped_words_are_no_files() {
    for kind in ["dragover", "drop"] {
        assert_eq!(dragged(&drag(kind, &Array::new())), (false, Vec::new()), "{kind} of words");
        assert_eq!(dragged(&DragEvent::new(kind).unwrap()), (false, Vec::new()), "{kind} of nothing");
    }
}

#[wasm_bindgen_test]
fn files_may_be_dragged_over_the_page() {
    assert_eq!(dragged(&drag("dragover", &two_files())), (true, Vec::new()));
}

#[wasm_bindgen_test]
async fn a_file_too_large_is_not_read() {
    let file = dropped(&two_files())[0].clone();
    let error = read_now(file, 7).await.unwrap_err();
    assert_eq!(error, FileError::TooLarge { name: "one.txt".into(), size: 8, limit: 7 });
}

#[wasm_bindgen_test]
async fn a_file_that_is_gone_is_an_error_in_words() {
    let file = dropped(&two_files())[1].clone();
    let restore = lose_files();
    let result = read_now(file, 100).await;
    restore.call0(&JsValue::NULL).unwrap();
    let Err(FileError::Unreadable { name, error }) = result else { panic!("{result:?}") };
    assert_eq!((name.as_str(), error.to_string().as_str()), ("two.json", "reading a file: it is gone"));
}

#[wasm_bindgen_test]
fn chosen_files_are_told() {
    let chosen = Rc::new(RefCell::new(Vec::new()));
    let slot = chosen.clone();
    let input = clicked(|| pick(".txt", move |files| slot.replace(files).clear()));
    let input: web_sys::HtmlInputElement = input.unchecked_into();
    assert_eq!((input.type_(), input.accept(), input.multiple()), ("file".into(), ".txt".into(), true));
    choose(&input, &drag("drop", &two_files()));
    let names: Vec<String> = chosen.borrow().iter().map(File::name).collect();
    assert_eq!(names, ["one.txt", "two.json"]);
}

#[wasm_bindgen_test]
async fn a_download_has_its_name_and_its_text() {
    let link = clicked(|| download("marks ü.json", "application/json", "{\"🙂\":1}").unwrap());
    assert_eq!(link.unchecked_ref::<web_sys::HtmlAnchorElement>().download(), "marks ü.json");
    assert_eq!(contents(&link).await.as_string().as_deref(), Some("{\"🙂\":1}"));
    assert_eq!(type_of(&link).await.as_string().as_deref(), Some("application/json"));
}

#[wasm_bindgen_test]
fn a_real_download_starts() {
    assert_eq!(download("empty.txt", "text/plain", ""), Ok(()));
}
