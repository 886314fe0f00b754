//! The pointer's button, and files dragged onto the page.

use gloo::events::EventListenerOptions;
use wasm_bindgen::JsCast as _;
use web_sys::{DragEvent, Element, Event, EventTarget, Node};

use super::files::{File, carries_files, dropped};
use super::globals::document;
use super::listen::Listener;

/// Calls with `true` when a button or finger goes down anywhere in the page, with `false` when it is
/// lifted or taken over by the browser. That it goes down on `except`, if that is there, is not told.
pub fn on_press(
    except: impl Fn() -> Option<Element> + 'static,
    f: impl Fn(bool) + Clone + 'static,
) -> Listener {
    let (down, up, cancelled) = (f.clone(), f.clone(), f);
    let pressed = move |event: &Event| {
        let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
        if !except().is_some_and(|except| except.contains(target.as_ref())) {
            down(true);
        }
    };
    let capture = EventListenerOptions::run_in_capture_phase;
    on_page("pointerdown", capture(), pressed)
        .and(on_page("pointerup", capture(), move |_| up(false)))
        .and(on_page("pointercancel", capture(), move |_| cancelled(false)))
}

/// Calls with the files that are dropped anywhere in the page; the browser would leave the page to
/// show them.
pub fn on_files_dropped(f: impl Fn(Vec<File>) + 'static) -> Listener {
    on_drag("dragover", |_| ()).and(on_drag("drop", move |event| f(dropped(event))))
}

fn on_drag(name: &'static str, f: impl Fn(&DragEvent) + 'static) -> Listener {
    on_page(name, EventListenerOptions::enable_prevent_default(), move |event| {
        if let Some(event) = event.dyn_ref::<DragEvent>().filter(|event| carries_files(event)) {
            event.prevent_default();
            f(event);
        }
    })
}

fn on_page(name: &'static str, options: EventListenerOptions, f: impl FnMut(&Event) + 'static) -> Listener {
    Listener::on(document().map(EventTarget::from), name, options, f)
}
