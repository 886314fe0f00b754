//! Listeners that end when they are dropped.

use std::cell::RefCell;

use gloo::events::{EventListener, EventListenerOptions};
use web_sys::{Event, EventTarget};

use super::globals::{document, window};

/// One or more listeners. They listen for as long as this value lives.
#[derive(Debug)]
#[must_use = "nothing is heard once the listener is dropped"]
pub struct Listener(Vec<EventListener>);

impl Listener {
    /// Listens on a target. Where there is none, outside a page, nothing is ever heard.
    pub(super) fn on(
        target: Option<EventTarget>,
        event: &'static str,
        options: EventListenerOptions,
        f: impl FnMut(&Event) + 'static,
    ) -> Listener {
        let listen = |target| EventListener::new_with_options(&target, event, options, f);
        Listener(target.map(listen).into_iter().collect())
    }

    /// Listens on anything, without the means to prevent the default.
    pub(super) fn on_target(
        target: &EventTarget,
        event: &'static str,
        f: impl FnMut(&Event) + 'static,
    ) -> Listener {
        Listener::on(Some(target.clone()), event, EventListenerOptions::default(), f)
    }

    /// Listens on the window, without the means to prevent the default.
    pub(super) fn on_window(event: &'static str, f: impl FnMut(&Event) + 'static) -> Listener {
        Listener::on(window().map(EventTarget::from), event, EventListenerOptions::default(), f)
    }

    /// Listens on the document, without the means to prevent the default.
    pub(super) fn on_document(event: &'static str, f: impl FnMut(&Event) + 'static) -> Listener {
        Listener::on(document().map(EventTarget::from), event, EventListenerOptions::default(), f)
    }

    /// Both, ended together.
    pub fn and(mut self, other: Listener) -> Listener {
        self.0.extend(other.0);
        self
    }
}

/// Keeps listeners until the page is closed.
pub fn keep_for_ever(listeners: Listener) {
    KEPT.with_borrow_mut(|kept| kept.push(listeners));
}

thread_local! {
    static KEPT: RefCell<Vec<Listener>> = const { RefCell::new(Vec::new()) };
}
