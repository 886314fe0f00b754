//! The browser's own dialogs.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlDialogElement};

use super::error::OrLog as _;

/// Shows a `<dialog>` over the page, which cannot be used meanwhile. One that is open stays so.
pub fn show_modal(dialog: &Element) {
    if let Some(dialog) = dialog.dyn_ref::<HtmlDialogElement>().filter(|dialog| !dialog.open()) {
        dialog.show_modal().or_log("showing a dialog");
    }
}

/// Closes a `<dialog>`; the focus goes back to where it was. One that is closed stays so.
pub fn close_dialog(dialog: &Element) {
    if let Some(dialog) = dialog.dyn_ref::<HtmlDialogElement>().filter(|dialog| dialog.open()) {
        dialog.close();
    }
}
