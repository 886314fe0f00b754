//! What the bytes of a file say that it is.

use super::{FileKind, OtherKind, extension, packed};
use crate::intake::Unread;

/// How many bytes from its start tell what a text is.
const HEAD: usize = 4_096;

/// What a file is by its bytes; `None` for text that may be of several kinds.
pub(super) fn told(name: &str, bytes: &[u8]) -> Result<Option<FileKind>, Unread> {
    let head = bytes.get(..HEAD.min(bytes.len())).unwrap_or_default();
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return packed::told(name, bytes).map(Some);
    }
    if head.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(of_office(name, bytes));
    }
    if find(head.get(..1_024).unwrap_or(head), b"%PDF-").is_some() {
        return Ok(Some(FileKind::Pdf));
    }
    if let Some(other) = other(head) {
        return Err(Unread::Other(other));
    }
    if is_binary(head) {
        return Err(unknown(name));
    }
    Ok(text(head))
}

/// A file that holds no text: by its name it may be a document that was broken.
fn unknown(name: &str) -> Unread {
    let packed = [FileKind::Word, FileKind::OpenDocument, FileKind::Book, FileKind::Pdf];
    match FileKind::named(name).filter(|kind| packed.contains(kind)) {
        Some(kind) => Unread::Damaged { kind, part: String::new() },
        None => Unread::Other(OtherKind::named(name).unwrap_or(OtherKind::Unknown)),
    }
}

/// Files of office programs before they were packed; with a password, those of today too. What is in them is
/// listed by name, in pieces of 128 bytes.
fn of_office(name: &str, bytes: &[u8]) -> Unread {
    let names = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.chunks(128).any(|piece| piece.starts_with(&wide))
    };
    if names("EncryptedPackage") {
        return Unread::Locked(FileKind::Word);
    }
    let kinds = [
        ("__substg1.0_", OtherKind::OutlookMail),
        ("WordDocument", OtherKind::OldWord),
        ("PowerPoint Document", OtherKind::Slides),
        ("Workbook", OtherKind::Sheets),
    ];
    let kind = kinds.into_iter().find(|(name, _)| names(name)).map(|(_, kind)| kind);
    Unread::Other(kind.or_else(|| OtherKind::named(name)).unwrap_or(OtherKind::Unknown))
}

/// Kinds that are not read, by how they begin.
fn other(head: &[u8]) -> Option<OtherKind> {
    const BEGINNINGS: [(&[u8], OtherKind); 17] = [
        (b"{\\rtf", OtherKind::RichText),
        (b"bplist00", OtherKind::WebArchive),
        (b"\xFF\xD8\xFF", OtherKind::Picture),
        (b"\x89PNG", OtherKind::Picture),
        (b"GIF8", OtherKind::Picture),
        (b"II*\0", OtherKind::Picture),
        (b"MM\0*", OtherKind::Picture),
        (b"AT&TFORM", OtherKind::Picture),
        (b"ID3", OtherKind::Recording),
        (b"OggS", OtherKind::Recording),
        (b"fLaC", OtherKind::Recording),
        (b"\x1A\x45\xDF\xA3", OtherKind::Recording),
        (b"\x1F\x8B", OtherKind::Archive),
        (b"BZh", OtherKind::Archive),
        (b"7z\xBC\xAF\x27\x1C", OtherKind::Archive),
        (b"Rar!", OtherKind::Archive),
        (b"\xFD7zXZ", OtherKind::Archive),
    ];
    let at = |from: usize, mark: &[u8]| head.get(from..).is_some_and(|rest| rest.starts_with(mark));
    let begins = BEGINNINGS.iter().find(|(mark, _)| at(0, mark)).map(|(_, kind)| *kind);
    begins.or_else(|| {
        let pictures: [&[u8]; 4] = [b"avif", b"heic", b"heix", b"mif1"];
        if at(4, b"ftyp") {
            let picture = pictures.iter().any(|brand| at(8, brand));
            return Some(if picture { OtherKind::Picture } else { OtherKind::Recording });
        }
        if at(0, b"RIFF") {
            return Some(if at(8, b"WEBP") { OtherKind::Picture } else { OtherKind::Recording });
        }
        at(60, b"BOOKMOBI").then_some(OtherKind::Kindle)
    })
}

/// Whether it is no text: it has a NUL, and is not UTF-16, in which every other byte of plain letters is one.
fn is_binary(head: &[u8]) -> bool {
    let marked = head.starts_with(&[0xFF, 0xFE]) || head.starts_with(&[0xFE, 0xFF]);
    let nuls = head.iter().filter(|byte| **byte == 0).count();
    let even = head.iter().step_by(2).filter(|byte| **byte == 0).count();
    let one_sided = (even == 0 || even == nuls) && nuls * 4 > head.len();
    nuls * 16 > head.len() && !marked && !one_sided
}

/// What the first lines of a text say that it is.
fn text(head: &[u8]) -> Option<FileKind> {
    let head = String::from_utf8_lossy(head).replace('\0', "");
    let head = head.trim_start_matches(['\u{feff}', '\u{fffd}', ' ', '\n', '\r', '\t']);
    let lower = head.to_lowercase();
    let headers = headers(head);
    let has = |name: &str| headers.iter().any(|each| each == name);
    if has("mime-version") && lower.contains("multipart/related") && !has("received") && !has("to") {
        return Some(FileKind::SavedPage);
    }
    let sent = has("received") || has("message-id") || has("mime-version") || has("to");
    if has("from") && (has("subject") || has("date")) && sent {
        return Some(FileKind::Mail);
    }
    if head.starts_with("WEBVTT") || is_srt(head) {
        return Some(FileKind::Captions);
    }
    let page = lower.starts_with("<!doctype html") || lower.starts_with("<html");
    let late = lower.starts_with("<?xml") || lower.starts_with("<!--");
    (page || (late && lower.contains("<html"))).then_some(FileKind::Page)
}

/// The names of the lines above the first blank one, in lower case; none if a line has no name.
fn headers(head: &str) -> Vec<String> {
    let mut names = Vec::new();
    for line in head.lines().take_while(|line| !line.trim().is_empty()) {
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let name = line.split_once(':').map(|(name, _)| name.to_lowercase());
        let is_name = |name: &String| name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        match name.filter(is_name) {
            Some(name) => names.push(name),
            None => break,
        }
    }
    names
}

fn is_srt(head: &str) -> bool {
    let mut lines = head.lines().map(str::trim).filter(|line| !line.is_empty());
    let number = lines.next().is_some_and(|line| line.bytes().all(|byte| byte.is_ascii_digit()));
    number
        && lines
            .next()
            .is_some_and(|line| line.contains("-->") && line.starts_with(|c: char| c.is_ascii_digit()))
}

/// Where bytes first stand in others.
fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

impl OtherKind {
    /// What the name of a file that is not read says that it is.
    pub(super) fn named(name: &str) -> Option<OtherKind> {
        Some(match extension(name).as_str() {
            "doc" | "dot" => OtherKind::OldWord,
            "rtf" => OtherKind::RichText,
            "pages" => OtherKind::Pages,
            "msg" => OtherKind::OutlookMail,
            "webarchive" => OtherKind::WebArchive,
            "mobi" | "azw" | "azw3" | "kfx" => OtherKind::Kindle,
            "xls" | "xlsx" | "ods" | "numbers" => OtherKind::Sheets,
            "ppt" | "pptx" | "odp" | "key" => OtherKind::Slides,
            "jpg" | "jpeg" | "png" | "gif" | "webp" | "tif" | "tiff" | "heic" | "bmp" | "djvu" => {
                OtherKind::Picture
            }
            "mp3" | "mp4" | "m4a" | "mov" | "wav" | "webm" | "mkv" | "avi" => OtherKind::Recording,
            "zip" | "7z" | "rar" | "gz" | "tar" => OtherKind::Archive,
            _ => return None,
        })
    }
}
