//! The pointer's button, and files dragged onto the page.

use gloo::events::EventListenerOptions;
use wasm_bindgen::JsCast as _;
use web_sys::{DragEvent, Element, Event, EventTarget, MouseEvent, Node, PointerEvent};

use super::error::OrLog as _;
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

/// A button of the mouse, lifted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Release {
    /// How many clicks on the same spot this is: 2 for a double click.
    pub clicks: i32,
    /// Whether Alt or Option is held.
    pub alt: bool,
    /// Whether Ctrl or Cmd is held.
    pub command: bool,
    /// How far from the left edge of what is seen of the page, in CSS pixels.
    pub x: f64,
    /// How far from its upper edge, in CSS pixels.
    pub y: f64,
}

/// Calls when the main button of the mouse is lifted anywhere in the page.
pub fn on_release(f: impl Fn(Release) + 'static) -> Listener {
    on_page("mouseup", EventListenerOptions::default(), move |event| {
        if let Some(event) = event.dyn_ref::<MouseEvent>().filter(|event| event.button() == 0) {
            f(Release {
                clicks: event.detail(),
                alt: event.alt_key(),
                command: event.ctrl_key() || event.meta_key(),
                x: f64::from(event.client_x()),
                y: f64::from(event.client_y()),
            });
        }
    })
}

/// From now on until it is lifted, all that the pointer does goes to the element it went down on.
pub fn hold_pointer(event: &PointerEvent) {
    if let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
        target.set_pointer_capture(event.pointer_id()).or_log("holding the pointer");
    }
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
