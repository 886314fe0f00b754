//! A codebook as it is stored: a checksum, a space and JSON on one line.

use super::{CodebookError, VERSION, read, wire};
use crate::codebook::Codebook;
use crate::format::entry::EntryError;
use crate::format::entry::seal::{line, write};
use crate::format::json::Reader;
use crate::format::native::ImportError;

#[derive(serde::Serialize)]
struct Line<'a> {
    v: u64,
    codebook: wire::Codebook<'a>,
}

/// Writes a codebook to be stored under `key`.
#[must_use]
pub fn encode(codebook: &Codebook, key: &str) -> String {
    write(&Line { v: VERSION, codebook: codebook.into() }, key)
}

/// Reads a codebook that was stored under `key`.
///
/// # Errors
///
/// If the value or its key was changed since it was written, or if a newer version wrote it.
pub fn decode(value: &str, key: &str) -> Result<Codebook, EntryError> {
    let mut reader = Reader::strict();
    let mut line = line(value, key, VERSION, &mut reader)?;
    let codebook = read::codebook(&mut line, &mut reader).map_err(damage)?;
    line.dismiss(&mut reader)?;
    Ok(codebook)
}

/// What was written here kept to the rules, so whatever does not is damage.
fn damage(error: CodebookError) -> EntryError {
    let path = match error {
        CodebookError::File(ImportError::Missing { path } | ImportError::WrongType { path, .. })
        | CodebookError::UnknownWord { path, .. }
        | CodebookError::OddKey { path, .. } => path,
        CodebookError::File(_)
        | CodebookError::NotCodes
        | CodebookError::NotACodebook
        | CodebookError::Fault(_) => "codebook".into(),
    };
    EntryError::WrongShape { path }
}
