//! Packs the parts of a file.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use zip::write::{SimpleFileOptions, ZipWriter};

/// A folder, packed. The part that names the kind comes first, as the formats ask.
pub(crate) fn folder(path: &Path) -> Vec<u8> {
    let mut parts = Vec::new();
    walk(path, path, &mut parts);
    parts.sort_by_key(|(name, _)| (name != "mimetype", name.clone()));
    let parts: Vec<_> = parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    pack(&parts)
}

fn walk(top: &Path, path: &Path, parts: &mut Vec<(String, Vec<u8>)>) {
    for entry in fs::read_dir(path).expect("a fixture") {
        let path = entry.expect("a fixture").path();
        if path.is_dir() {
            walk(top, &path, parts);
        } else {
            let name = path.strip_prefix(top).expect("a fixture").to_string_lossy().replace('\\', "/");
            parts.push((name, fs::read(&path).expect("a fixture")));
        }
    }
}

/// Parts by name, packed.
pub(crate) fn pack(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a fixture");
        zip.write_all(bytes).expect("a fixture");
    }
    zip.finish().expect("a fixture").into_inner()
}
