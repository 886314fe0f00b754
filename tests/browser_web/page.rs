//! The page, its clock and its names.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::rc::Rc;

use sayso::browser::{after, day, new_id, now, on_hide, set_title, tab_id, warn_before_leaving};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Event;

use crate::stage::{document, tell, told};

#[wasm_bindgen_test]
fn ids_are_unique_and_ordered_by_time() {
    let ids: BTreeSet<String> = (0..2000).map(|_| new_id()).collect();
    assert_eq!(ids.len(), 2000);
    let id = new_id();
    assert_eq!((id.len(), id.as_bytes()[14]), (36, b'7'), "{id}");
    let ms = i64::from_str_radix(&id.replace('-', "")[..12], 16).unwrap();
    assert!((now() - ms).abs() < 60_000, "{ms} is the time");
}

#[wasm_bindgen_test]
fn a_tab_keeps_its_name() {
    let name = tab_id();
    assert_eq!(name, tab_id());
    assert_eq!(name.len(), 8);
    assert!(name.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_lowercase()), "{name}");
}

#[wasm_bindgen_test]
fn days_are_written_for_people() {
    let noon = 1_772_625_600_000;
    let written = day(noon);
    assert!(written.contains("2026") && written.contains('4') && written.len() < 20, "{written}");
    assert_ne!(day(noon), day(noon + 86_400_000));
    assert!(day(-1).contains("19"));
    assert_eq!(day(i64::MAX), "");
}

#[wasm_bindgen_test]
fn the_title_is_set() {
    let before = document().title();
    set_title("Who says? 🙂");
    assert_eq!(document().title(), "Who says? 🙂");
    set_title(&before);
}

#[wasm_bindgen_test]
fn leaving_is_asked_about_only_while_wanted() {
    let asked = || {
        let event = document().create_event("BeforeUnloadEvent").unwrap();
        event.init_event_with_bubbles_and_cancelable("beforeunload", false, true);
        !web_sys::window().unwrap().dispatch_event(&event).unwrap()
    };
    assert!(!asked());
    warn_before_leaving(true);
    warn_before_leaving(true);
    assert!(asked());
    warn_before_leaving(false);
    assert!(!asked());
}

#[wasm_bindgen_test]
fn leaving_is_told() {
    let calls = Rc::new(Cell::new(0));
    let counted = calls.clone();
    let listener = on_hide(move || counted.set(counted.get() + 1));
    let leave = || web_sys::window().unwrap().dispatch_event(&Event::new("pagehide").unwrap()).unwrap();
    leave();
    assert_eq!(calls.get(), 1);
    document().dispatch_event(&Event::new("visibilitychange").unwrap()).unwrap();
    assert_eq!(calls.get(), 1, "the page is still to be seen");
    drop(listener);
    leave();
    assert_eq!(calls.get(), 1);
}

#[wasm_bindgen_test]
async fn a_timer_runs_unless_dropped() {
    let mut timer = None;
    let value = told(|resolve| {
        let early = resolve.clone();
        drop(after(0, move || tell(&early, "dropped")));
        timer = Some(after(1, move || tell(&resolve, "kept")));
    });
    assert_eq!(value.await.as_string().as_deref(), Some("kept"));
}
