//! Several files as one.

use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::{Codec, Fault, Misread, Part};

/// The most parts that are unpacked, and the most bytes of all of them together.
const PARTS: usize = 10_000;
const UNPACKED: u64 = 96_000_000;

/// The parts as one file: one part as it is, several packed.
pub(super) fn bundle(parts: Vec<Part>, codec: &Codec) -> (Part, &'static str) {
    match <[Part; 1]>::try_from(parts) {
        Ok([part]) => (part, codec.media),
        Err(parts) => (Part { name: "zip".to_owned(), bytes: pack(&parts) }, "application/zip"),
    }
}

/// Packs parts. Writing into memory cannot fail; a part that could not be packed would be an empty file,
/// which the readers refuse.
pub(super) fn pack(parts: &[Part]) -> Vec<u8> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for part in parts {
        let written = zip.start_file(part.name.as_str(), options).map(|()| zip.write_all(&part.bytes));
        if !matches!(written, Ok(Ok(()))) {
            return Vec::new();
        }
    }
    zip.finish().map(Cursor::into_inner).unwrap_or_default()
}

/// The parts of a packed file, in its order. What other systems add of their own is left out.
///
/// # Errors
///
/// If it is damaged, locked, or unpacks to more than may be.
pub fn unbundle(bytes: &[u8]) -> Result<Vec<Part>, Misread> {
    let damaged = || Misread::whole(Fault::NotPacked);
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_broken| damaged())?;
    if zip.len() > PARTS {
        return Err(Misread::whole(Fault::TooMany(PARTS)));
    }
    let mut parts = Vec::new();
    let mut left = UNPACKED;
    for index in 0..zip.len() {
        let part = zip.by_index(index).map_err(|_broken| damaged())?;
        let name = part.name().map_err(|_broken| damaged())?.into_owned();
        if part.is_dir() || name.starts_with("__MACOSX/") || name.ends_with(".DS_Store") {
            continue;
        }
        let mut bytes = Vec::new();
        // One byte more than may be tells that there is more; what the list says of its size is not believed.
        part.take(left + 1).read_to_end(&mut bytes).map_err(|_broken| damaged())?;
        left =
            left.checked_sub(bytes.len() as u64).ok_or(Misread::whole(Fault::TooLarge(UNPACKED as usize)))?;
        parts.push(Part { name, bytes });
    }
    Ok(parts)
}

/// A name that every system takes for a file, made of the first words of a title.
pub(super) fn safe(title: &str) -> String {
    let plain: String = title.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words: Vec<&str> = plain.split_whitespace().take(8).collect();
    let name: String = words.join("-").to_lowercase().chars().take(60).collect();
    if name.is_empty() { "article".to_owned() } else { name }
}
