//! The checksum in front of an entry.

use super::EntryError;
use crate::format::hash::crc32;

/// Puts the checksum of key and JSON before the JSON.
pub(super) fn seal(json: &str, key: &str) -> String {
    format!("{} {json}", sum(json, key))
}

/// The JSON behind the checksum, if the two agree.
pub(super) fn unseal<'a>(value: &'a str, key: &str) -> Result<&'a str, EntryError> {
    let (stated, json) = value.split_once(' ').ok_or(EntryError::Damaged)?;
    if stated == sum(json, key) { Ok(json) } else { Err(EntryError::Damaged) }
}

fn sum(json: &str, key: &str) -> String {
    format!("{:08x}", crc32(&[key, " ", json]))
}
