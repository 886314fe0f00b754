//! The checksum in front of what is stored, and the version in it.

use serde_json::value::RawValue;

use super::EntryError;
use crate::format::hash::crc32;
use crate::format::json::{Fields, Path, Reader, sound};

/// Writes a line of JSON behind its checksum.
pub(in crate::format) fn write(line: &impl serde::Serialize, key: &str) -> String {
    #[expect(clippy::expect_used, reason = "strings, numbers and lists under string keys cannot fail")]
    let json = serde_json::to_string(line).expect("strings, numbers and lists are JSON");
    seal(&json, key)
}

/// Puts the checksum of key and JSON before the JSON.
pub(in crate::format) fn seal(json: &str, key: &str) -> String {
    format!("{} {json}", sum(json, key))
}

/// The JSON behind the checksum, if the two agree.
pub(in crate::format) fn unseal<'a>(value: &'a str, key: &str) -> Result<&'a str, EntryError> {
    let (stated, json) = value.split_once(' ').ok_or(EntryError::Damaged)?;
    if stated == sum(json, key) { Ok(json) } else { Err(EntryError::Damaged) }
}

/// Whether a value is what was once sealed under this key.
#[must_use]
pub fn is_sealed(value: &str, key: &str) -> bool {
    unseal(value, key).is_ok()
}

fn sum(json: &str, key: &str) -> String {
    format!("{:08x}", crc32(&[key, " ", json]))
}

/// Opens what is stored under `key`: an object on one line whose `v` says that this version, or an
/// older one, wrote it.
pub(in crate::format) fn line<'a>(
    value: &'a str,
    key: &str,
    newest: u64,
    reader: &mut Reader,
) -> Result<Fields<'a, 'static>, EntryError> {
    let json = unseal(value, key)?;
    sound(json)?;
    let raw: &RawValue = serde_json::from_str(json).or(Err(EntryError::NotJson))?;
    let mut line = Fields::open(raw, &Path::Root, reader)?;
    match line.number("v")?.ok_or_else(|| line.missing("v"))? {
        0 => Err(EntryError::WrongShape { path: "v".to_owned() }),
        version if version > newest => Err(EntryError::Newer { version }),
        _ => Ok(line),
    }
}
