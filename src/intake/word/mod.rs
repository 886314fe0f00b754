//! A document of Word.
//!
//! The way of a document: its [`links`] name its parts, its [`styles`] tell what a paragraph is, the
//! [`body`] is walked, and what it is about is read off its properties.

mod body;
mod links;
mod run;
mod styles;

use super::archive::Archive;
use super::xml::{self, parse, text};
use super::{Draft, FileKind, Unread};
use body::Body;
use links::Links;
use styles::Styles;

/// Reads a document. Deleted words are left out, inserted ones kept; notes stand at the end.
///
/// # Errors
///
/// [`Unread`] if its body cannot be read. What is beside it may be missing.
pub(super) fn read(archive: &mut Archive<'_>) -> Result<Draft, Unread> {
    let main =
        Links::of(archive, "").target("officeDocument").unwrap_or_else(|| "word/document.xml".to_owned());
    let links = Links::of(archive, &main);
    let styles = optional(archive, &links, "styles").map(|xml| Styles::read(&text(&xml))).unwrap_or_default();
    let bytes = archive.get(&main)?;
    let document = text(&bytes);
    let document = parse(&document, || archive.damaged(&main))?;
    let noted: Vec<String> = ["footnotes", "endnotes"].iter().filter_map(|kind| links.target(kind)).collect();
    let mut body = Body::new(&styles, links);
    body.walk(document.root_element());
    for part in noted {
        let xml = archive.find(&part).ok().flatten().unwrap_or_default();
        let links = Links::of(archive, &part);
        let notes = text(&xml);
        if let Ok(notes) = parse(&notes, || archive.damaged(&part)) {
            body.notes(&notes, links);
        }
    }
    let mut draft = body.finish();
    details(archive, &styles, &mut draft);
    if draft.blocks.is_empty() { Err(Unread::Nothing(FileKind::Word)) } else { Ok(draft) }
}

/// A part that may be missing or broken without harm to the words.
fn optional(archive: &mut Archive<'_>, links: &Links, kind: &str) -> Option<Vec<u8>> {
    archive.find(&links.target(kind)?).ok().flatten()
}

/// What the properties say; what they do not, the document may.
fn details(archive: &mut Archive<'_>, styles: &Styles, draft: &mut Draft) {
    let xml = archive.find("docProps/core.xml").ok().flatten().unwrap_or_default();
    let core = text(&xml);
    if let Ok(core) = parse(&core, || archive.damaged("core")) {
        let details = &mut draft.details;
        details.title = xml::first(&core, "title");
        details.byline = xml::first(&core, "creator");
        details.published = xml::first(&core, "modified");
        details.language = xml::first(&core, "language");
    }
    if draft.details.language.is_empty() {
        draft.details.language.clone_from(&styles.language);
    }
}
