//! Being told when things may have moved on the screen.

use std::cell::Cell;
use std::rc::Rc;

use super::listen::Listener;
use super::timing::next_frame;

/// Calls when the window was resized, at most once a frame, just before the
/// browser paints.
pub fn on_resize(f: impl Fn() + 'static) -> Listener {
    let tell = once_a_frame(f);
    Listener::on_window("resize", move |_| tell())
}

/// Joins the calls made between two frames into one. Nothing is called any more once the function
/// that is returned, and its clones, are dropped.
pub(super) fn once_a_frame(f: impl Fn() + 'static) -> impl Fn() + Clone + 'static {
    let (f, waiting) = (Rc::new(f), Rc::new(Cell::new(false)));
    move || {
        if waiting.replace(true) {
            return;
        }
        let (f, waiting) = (Rc::downgrade(&f), waiting.clone());
        next_frame(move || {
            waiting.set(false);
            if let Some(f) = f.upgrade() {
                f();
            }
        });
    }
}
