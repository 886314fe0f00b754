//! Files that a person opens or drops.

use std::cell::RefCell;

use gloo::events::EventListenerOptions;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DataTransfer, DragEvent, FileList, HtmlInputElement};

use super::error::{BrowserError, OrLog as _};
use super::fetched::Whence;
use super::globals::document;
use super::listen::Listener;
use super::paper::Paper;

/// A file that was chosen and not yet read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File(web_sys::File);

impl File {
    /// A file that holds this text, as if it had been chosen; `None` if the browser makes none.
    #[must_use]
    pub fn of_text(name: &str, text: &str) -> Option<File> {
        let parts = Array::of1(&JsValue::from_str(text));
        web_sys::File::new_with_str_sequence(&parts, name).or_log("making a file of a text").map(File)
    }

    /// Its name, without the folders.
    #[must_use]
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Its size in bytes.
    #[must_use]
    pub fn size(&self) -> u64 {
        // A size is a whole number, and far less than what a `f64` counts exactly.
        self.0.size() as u64
    }

    /// The file, to be handed to a worker.
    pub(super) fn as_js(&self) -> &JsValue {
        &self.0
    }

    /// The file that was handed over.
    pub(super) fn of_js(value: JsValue) -> Option<File> {
        value.dyn_into().ok().map(File)
    }
}

/// A file that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenedFile {
    /// Its name, without the folders.
    pub name: String,
    /// All of it.
    pub bytes: Vec<u8>,
    /// Where it came from, if it was fetched.
    pub from: Option<Whence>,
    /// What it came apart into, if it is a PDF and a worker read it.
    pub paper: Option<Paper>,
}

/// Why a file was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileError {
    /// It is larger than allowed; not a byte was read. Sizes are in bytes.
    TooLarge {
        /// The file's name.
        name: String,
        /// The file's size.
        size: u64,
        /// The most that is allowed.
        limit: u64,
    },
    /// Nothing came from an address.
    NotFetched {
        /// The number that its server answered (HTTP status code), if its answer may be read.
        status: Option<u16>,
        /// If it did not, why, in a word of `src/worker.js`.
        why: String,
    },
    /// The browser could not read it: it may be a folder, gone, or forbidden.
    Unreadable {
        /// The file's name.
        name: String,
        /// What the browser said.
        error: BrowserError,
    },
}

thread_local! {
    /// The last file chooser, kept alive while it may still answer.
    static CHOOSER: RefCell<Option<(HtmlInputElement, Listener)>> = const { RefCell::new(None) };
}

/// Lets a person choose files of the kinds in `accept` (such as `.txt,application/json`), and calls
/// when some were chosen. Browsers allow it only in answer to a click or a key.
pub fn pick(accept: &str, then: impl FnOnce(Vec<File>) + 'static) {
    let made = document().and_then(|document| document.create_element("input").or_log("choosing files"));
    let Some(input) = made.and_then(|made| made.dyn_into::<HtmlInputElement>().ok()) else { return };
    input.set_type("file");
    input.set_multiple(true);
    input.set_accept(accept);
    let (chosen, mut then) = (input.clone(), Some(then));
    let target = Some(input.clone().into());
    let listener = Listener::on(target, "change", EventListenerOptions::default(), move |_| {
        if let Some(then) = then.take() {
            then(list(chosen.files()));
        }
    });
    input.click();
    CHOOSER.set(Some((input, listener)));
}

/// The files that were dropped.
pub(super) fn dropped(event: &DragEvent) -> Vec<File> {
    list(event.data_transfer().and_then(|data| data.files()))
}

/// Whether what is being dragged is files, rather than text say. It can be asked before the drop.
pub(super) fn carries_files(event: &DragEvent) -> bool {
    let kinds = event.data_transfer().as_ref().map(DataTransfer::types);
    kinds.is_some_and(|kinds| kinds.iter().any(|kind| kind == "Files"))
}

fn list(files: Option<FileList>) -> Vec<File> {
    let Some(files) = files else { return Vec::new() };
    (0..files.length()).filter_map(|index| files.item(index)).map(File).collect()
}

/// Reads a file of at most `limit` bytes, and calls when that is done or has failed.
pub fn read(file: File, limit: u64, then: impl FnOnce(Result<OpenedFile, FileError>) + 'static) {
    spawn_local(async move { then(contents(&file, limit).await) });
}

/// All of a file of at most `limit` bytes.
pub(super) async fn contents(file: &File, limit: u64) -> Result<OpenedFile, FileError> {
    let (name, size) = (file.name(), file.size());
    if size > limit {
        return Err(FileError::TooLarge { name, size, limit });
    }
    match JsFuture::from(file.0.array_buffer()).await {
        Ok(buffer) => {
            Ok(OpenedFile { name, bytes: Uint8Array::new(&buffer).to_vec(), from: None, paper: None })
        }
        Err(thrown) => {
            let error = BrowserError::thrown("reading a file", &thrown);
            Err(FileError::Unreadable { name, error })
        }
    }
}
