//! Codebooks come in as files and go out as files.

use std::rc::Rc;

use super::desk::{Desk, State};
use super::files::{GENERATOR, file_error};
use crate::browser::{self, OpenedFile};
use crate::codebook::Codebook;
use crate::format::codebook::{self, SIZE_LIMIT};
use crate::view::{Dialog, NewCodebook, Tone};
use crate::words;

/// What the file chooser offers.
const ACCEPT: &str = ".json,application/json";

impl State {
    /// Lets the person choose a codebook's file.
    pub(super) fn pick_codebook(&mut self, desk: &Desk) {
        self.dialog = None;
        let desk = desk.clone();
        browser::pick(ACCEPT, move |files| {
            // One page has one codebook, so of several files the first counts.
            let Some(file) = files.into_iter().next() else { return };
            browser::read(file, SIZE_LIMIT as u64, move |read| {
                desk.with(|state| match read {
                    Ok(file) => state.take_in_codebook(&file),
                    Err(error) => state.tell(Tone::Trouble, file_error(&error), None),
                });
            });
        });
    }

    /// Reads a codebook's file and asks whether it is to be taken.
    pub(super) fn take_in_codebook(&mut self, file: &OpenedFile) {
        if self.refuse_if_read_only() {
            return;
        }
        match codebook::import(&file.bytes) {
            Ok(imported) if imported.codebook == *self.codebook => {
                self.tell(Tone::Calm, words::same_codebook(&file.name), None);
            }
            Ok(imported) => {
                let notices = words::codebook_notices(&imported);
                let new = NewCodebook { codebook: Rc::new(imported.codebook), notices };
                self.dialog = Some(Dialog::NewCodebook(Rc::new(new)));
            }
            Err(error) => self.tell(Tone::Trouble, words::refused_codebook(&file.name, &error), None),
        }
    }

    /// Saves the codebook as a file.
    pub(super) fn export_codebook(&mut self) {
        self.dialog = None;
        let name = file_name(&self.codebook);
        let json = codebook::export(&self.codebook, GENERATOR);
        let done = words::codebook_exported(&self.codebook.stamp(), &name);
        self.save_file(&name, &json, done);
    }
}

/// A file name that every system takes, made of name and version.
fn file_name(codebook: &Codebook) -> String {
    let plain: String = codebook.name.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let stem = plain.split_whitespace().collect::<Vec<_>>().join("-").to_lowercase();
    format!("{}-{}.codebook.json", if stem.is_empty() { "codebook" } else { &stem }, codebook.version)
}
