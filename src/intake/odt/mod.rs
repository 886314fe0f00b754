//! An OpenDocument text, as LibreOffice and others write it.

mod body;
mod styles;

use super::archive::Archive;
use super::xml::{self, child, parse, text};
use super::{Draft, FileKind, Unread};
use body::Body;
use styles::Styles;

/// The part that has the words.
const CONTENT: &str = "content.xml";

/// Reads a document. What was deleted while changes were tracked is left out; notes stand at the end.
///
/// # Errors
///
/// [`Unread`] if its words cannot be read. What is beside them may be missing.
pub(super) fn read(archive: &mut Archive<'_>) -> Result<Draft, Unread> {
    let list = archive.find("META-INF/manifest.xml").ok().flatten().unwrap_or_default();
    if text(&list).contains("encryption-data") {
        return Err(Unread::Locked(FileKind::OpenDocument));
    }
    let mut styles = Styles::default();
    let named = archive.find("styles.xml").ok().flatten().unwrap_or_default();
    if let Ok(named) = parse(&text(&named), || archive.damaged("styles.xml")) {
        styles.add(&named);
    }
    let bytes = archive.get(CONTENT)?;
    let content = text(&bytes);
    let content = parse(&content, || archive.damaged(CONTENT))?;
    styles.add(&content);
    let words = content.root_element().descendants().find(|node| xml::is(*node, "body"));
    let words = words.and_then(|body| child(body, "text")).ok_or_else(|| archive.damaged(CONTENT))?;
    let mut body = Body::new(&styles);
    body.walk_all(words);
    let mut draft = body.finish();
    details(archive, &mut draft);
    if draft.blocks.is_empty() { Err(Unread::Nothing(FileKind::OpenDocument)) } else { Ok(draft) }
}

fn details(archive: &mut Archive<'_>, draft: &mut Draft) {
    let bytes = archive.find("meta.xml").ok().flatten().unwrap_or_default();
    let meta = text(&bytes);
    if let Ok(meta) = parse(&meta, || archive.damaged("meta.xml")) {
        let first = |names: [&str; 2]| {
            let found = names.into_iter().map(|name| xml::first(&meta, name));
            found.into_iter().find(|words| !words.is_empty()).unwrap_or_default()
        };
        let details = &mut draft.details;
        details.title = xml::first(&meta, "title");
        details.byline = first(["initial-creator", "creator"]);
        details.published = first(["date", "creation-date"]);
        details.language = xml::first(&meta, "language");
    }
}
