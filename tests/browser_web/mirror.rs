//! The mirror in IndexedDB: what is written is there, all of a batch or nothing, and its end is told.

use std::cell::RefCell;
use std::rc::Rc;

use sayso::browser::{Mirror, StorageError, deflate, inflate};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

/// What a function that calls later is given.
async fn given<T: 'static>(start: impl FnOnce(Box<dyn FnOnce(T)>)) -> T {
    let given: Rc<RefCell<Option<T>>> = Rc::default();
    let (put, mut start) = (given.clone(), Some(start));
    let told = js_sys::Promise::new(&mut |resolve, _| {
        let put = put.clone();
        let then = Box::new(move |value| {
            put.replace(Some(value));
            resolve.call0(&JsValue::UNDEFINED).unwrap();
        });
        if let Some(start) = start.take() {
            start(then);
        }
    });
    JsFuture::from(told).await.unwrap();
    given.take().unwrap()
}

async fn open(name: &str) -> Mirror {
    given(|then| Mirror::open(name, || {}, then)).await.unwrap()
}

async fn write(mirror: &Mirror, changes: &[(&str, Option<&str>)]) -> Result<(), StorageError> {
    let own = |(key, value): &(&str, Option<&str>)| ((*key).to_owned(), value.map(str::to_owned));
    let changes: Vec<_> = changes.iter().map(own).collect();
    given(|then| mirror.write(&changes, then)).await
}

async fn all(mirror: &Mirror) -> Vec<(String, String)> {
    let keys = given(|then| mirror.keys(then)).await.unwrap();
    given(|then| mirror.get(keys, then)).await.unwrap()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

#[wasm_bindgen_test]
async fn what_is_written_is_there_for_the_next_connection() {
    let mirror = open("t-written").await;
    assert_eq!(all(&mirror).await, pairs(&[]));
    write(&mirror, &[("b", Some("2")), ("a", Some("🙂 e\u{301} \u{0}")), ("c", Some(""))]).await.unwrap();
    write(&mirror, &[("c", None), ("b", Some("3")), ("none", None)]).await.unwrap();
    drop(mirror);
    let again = open("t-written").await;
    assert_eq!(all(&again).await, pairs(&[("a", "🙂 e\u{301} \u{0}"), ("b", "3")]));
    let some = given(|then| again.get(vec!["b".to_owned(), "none".to_owned()], then)).await.unwrap();
    assert_eq!(some, pairs(&[("b", "3")]), "what is not there is left out");
}

#[wasm_bindgen_test]
async fn a_batch_of_nothing_is_done_at_once() {
    let mirror = open("t-nothing").await;
    assert_eq!(write(&mirror, &[]).await, Ok(()));
}

#[wasm_bindgen_test]
async fn that_the_database_is_deleted_is_told_and_the_connection_is_over() {
    let mirror = Rc::new(RefCell::new(None));
    let told = given(|then: Box<dyn FnOnce(())>| {
        let (kept, then) = (mirror.clone(), Rc::new(RefCell::new(Some(then))));
        let lost = move || {
            if let Some(then) = then.borrow_mut().take() {
                then(());
            }
        };
        Mirror::open("t-deleted", lost, move |opened| {
            kept.replace(Some(opened.unwrap()));
            idb::Factory::new().unwrap().delete("t-deleted").unwrap();
        });
    });
    told.await;
    let mirror = mirror.take().unwrap();
    assert!(write(&mirror, &[("a", Some("1"))]).await.is_err());
    assert!(given(|then| mirror.keys(then)).await.is_err());
}

#[wasm_bindgen_test]
async fn long_strings_become_small_and_come_back() {
    let text = "sayso/2/a/0000000000005-t-0\t1c291ca3 {\"v\":2} 🙂 naïve\n".repeat(500);
    for text in ["", "short", &text] {
        let packed = given(|then| deflate(text, then)).await.unwrap();
        assert!(packed.len() < text.len().max(10));
        assert_eq!(given(|then| inflate(&packed, then)).await.as_deref(), Ok(text));
    }
}

#[wasm_bindgen_test]
async fn what_was_not_packed_is_refused_in_words() {
    let error = given(|then| inflate(&[1, 2, 3, 4, 5], then)).await.unwrap_err();
    assert!(error.to_string().starts_with("unpacking: "), "{error}");
}
