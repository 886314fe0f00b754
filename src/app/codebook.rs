//! Codebooks come in as files and go out as files.

use std::rc::Rc;

use super::desk::{Desk, State};
use super::errands::Job;
use super::files::GENERATOR;
use crate::browser;
use crate::codebook::Codebook;
use crate::errand::{CodesOrder, Errand, Prepared};
use crate::format::codebook;
use crate::view::{Dialog, NewCodebook, Tone};
use crate::words;

/// What the file chooser offers.
const ACCEPT: &str = ".json,application/json,.qdc";

impl State {
    /// Lets the person choose a codebook's file.
    pub(super) fn pick_codebook(&mut self, desk: &Desk) {
        self.dialog = None;
        let desk = desk.clone();
        browser::pick(ACCEPT, move |mut files| {
            // One page has one codebook, so of several files the first counts.
            files.truncate(1);
            desk.with(|state| state.open_files(files, Errand::OpenCodebook, &desk));
        });
    }

    /// Asks whether a codebook that was opened is to be taken.
    pub(super) fn take_in_codebook(&mut self, file: &str, codebook: Codebook, remarks: String) {
        if codebook == *self.codebook {
            return self.tell(Tone::Calm, words::same_codebook(file), None);
        }
        let notices = Some(remarks).filter(|remarks| !remarks.is_empty());
        let new = NewCodebook { codebook: Rc::new(codebook), notices };
        self.dialog = Some(Dialog::NewCodebook(Rc::new(new)));
    }

    /// Saves the codebook as a file.
    pub(super) fn export_codebook(&mut self) {
        self.dialog = None;
        let name = format!("{}.codebook.json", stem(&self.codebook));
        let json = codebook::export(&self.codebook, GENERATOR);
        let done = words::codebook_exported(&self.codebook.stamp(), &name);
        self.save_file(&name, &json, done);
    }

    /// Has the codebook written for programs of qualitative analysis.
    pub(super) fn export_codes(&mut self, desk: &Desk) {
        self.dialog = None;
        let order = CodesOrder::new(&self.codebook);
        self.run_errands([Job::Codes(order)], desk);
    }

    /// Saves what came of that, and says what the file does not carry.
    pub(super) fn save_codes(&mut self, prepared: &Prepared) {
        let name = format!("{}.{}", stem(&self.codebook), prepared.ending);
        match browser::download_bytes(&name, &prepared.media, &prepared.content) {
            Ok(()) => {
                let done = words::codes_exported(&self.codebook.stamp(), &name, &prepared.losses);
                self.tell(Tone::Calm, done, None);
            }
            Err(error) => self.tell(Tone::Trouble, words::not_exported(&error.to_string()), None),
        }
    }
}

/// A file name that every system takes, made of name and version.
fn stem(codebook: &Codebook) -> String {
    let plain: String = codebook.name.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let stem = plain.split_whitespace().collect::<Vec<_>>().join("-").to_lowercase();
    format!("{}-{}", if stem.is_empty() { "codebook" } else { &stem }, codebook.version)
}
