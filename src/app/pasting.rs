//! What is pasted: a piece of a page keeps its structure, plain text goes into its dialog.

use std::rc::Rc;

use super::desk::{Desk, State};
use crate::article::{Refusal, TEXT_LIMIT};
use crate::browser::{File, Pasted};
use crate::errand::Errand;
use crate::intake::has_structure;
use crate::view::{Dialog, Page};
use crate::words;

impl State {
    /// Takes what is pasted in the library where no field has the focus.
    pub(super) fn take_pasted(&mut self, pasted: &Pasted, desk: &Desk) {
        if self.page != Page::Library || self.dialog.is_some() {
            return;
        }
        if has_structure(&pasted.markup) {
            self.open_piece(&pasted.markup, desk);
        } else if !pasted.text.trim().is_empty() {
            self.put_into_dialog(&pasted.text);
        }
    }

    /// Opens a piece of a page, away from the page as files are.
    pub(super) fn open_piece(&mut self, markup: &str, desk: &Desk) {
        let file = File::of_text(&words::pasted_name(), markup);
        self.open_files(file.into_iter().collect(), Errand::OpenPiece, desk);
    }

    /// Takes a text that was shared, with its title if nobody has typed one.
    pub(super) fn take_shared_text(&mut self, title: String, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        self.put_into_dialog(text);
        if self.shelved.0.is_empty() {
            self.shelved = Rc::new((title, self.shelved.1.clone()));
        }
    }

    /// Puts a text behind what was typed before the dialog was last closed.
    fn put_into_dialog(&mut self, text: &str) {
        let length = text.encode_utf16().count();
        let trouble = if length > TEXT_LIMIT {
            Some(words::refusal(&Refusal::TooLong { length, limit: TEXT_LIMIT }))
        } else {
            let (title, before) = &*self.shelved;
            let parts = [before.trim_end(), text];
            let all = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n");
            self.shelved = Rc::new((title.clone(), all));
            None
        };
        self.dialog = Some(Dialog::Paste(trouble));
    }
}
