//! What a packed file is.

use super::{FileKind, OtherKind};
use crate::intake::Unread;
use crate::intake::archive::Archive;

/// What a packed file is by what is in it.
pub(super) fn told(name: &str, bytes: &[u8]) -> Result<FileKind, Unread> {
    let named = FileKind::named(name).unwrap_or(FileKind::Word);
    let mut archive = Archive::new(named, bytes)?;
    let mime = archive.find("mimetype").ok().flatten().unwrap_or_default();
    let mime = String::from_utf8_lossy(&mime).trim().to_owned();
    let open = "application/vnd.oasis.opendocument.";
    Ok(match mime.strip_prefix(open) {
        Some(kind) if kind.starts_with("text") => FileKind::OpenDocument,
        Some(kind) if kind.starts_with("presentation") => return Err(Unread::Other(OtherKind::Slides)),
        Some(_) => return Err(Unread::Other(OtherKind::Sheets)),
        None if mime == "application/epub+zip" || archive.has("META-INF/container.xml") => FileKind::Book,
        None if archive.has_under("word/") => FileKind::Word,
        None => return Err(Unread::Other(other(&archive))),
    })
}

fn other(archive: &Archive<'_>) -> OtherKind {
    if archive.has_under("xl/") {
        OtherKind::Sheets
    } else if archive.has_under("ppt/") {
        OtherKind::Slides
    } else if archive.has_under("Index/Document.iwa") || archive.has_under("Index.zip") {
        OtherKind::Pages
    } else {
        OtherKind::Archive
    }
}
