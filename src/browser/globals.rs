//! The page's own window and document.

use web_sys::{Document, Window};

/// The window; `None` outside a page, in a worker say.
pub(super) fn window() -> Option<Window> {
    web_sys::window()
}

/// The document; `None` outside a page.
pub(super) fn document() -> Option<Document> {
    window()?.document()
}
