//! The parts of a packed file, unpacked one by one within limits.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::caps::{ENTRIES, PART, UNPACKED};
use super::{FileKind, Unread};

/// A packed file.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// What is said to be in it, for what is said when it is broken.
    kind: FileKind,
    /// How many bytes may still be unpacked.
    left: usize,
}

impl<'a> Archive<'a> {
    /// Reads the list of parts.
    ///
    /// # Errors
    ///
    /// [`Unread::TooManyParts`], which is found out before the list is read, or [`Unread::Damaged`].
    pub(super) fn new(kind: FileKind, bytes: &'a [u8]) -> Result<Archive<'a>, Unread> {
        if count(bytes, b"PK\x01\x02", ENTRIES) > ENTRIES {
            return Err(Unread::TooManyParts { limit: ENTRIES });
        }
        let damaged = |_: ZipError| Unread::Damaged { kind, part: String::new() };
        // Every end mark is tried as the end of a list: a file full of them would be tried for ever.
        if count(bytes, b"PK\x05\x06", END_MARKS) > END_MARKS {
            return Err(Unread::Damaged { kind, part: String::new() });
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        Ok(Archive { zip, kind, left: UNPACKED })
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    pub(super) fn has_under(&self, folder: &str) -> bool {
        self.zip.file_names_raw().any(|name| name.starts_with(folder.as_bytes()))
    }

    /// Unpacks a part that has to be there.
    ///
    /// # Errors
    ///
    /// As [`Archive::find`], and [`Unread::Damaged`] if it is not there.
    pub(super) fn get(&mut self, name: &str) -> Result<Vec<u8>, Unread> {
        self.find(name)?.ok_or_else(|| self.damaged(name))
    }

    /// Unpacks a part; `None` if there is none of this name.
    ///
    /// # Errors
    ///
    /// [`Unread::Swells`] if it is too large, [`Unread::Locked`], or [`Unread::Damaged`].
    pub(super) fn find(&mut self, name: &str) -> Result<Option<Vec<u8>>, Unread> {
        let Some(index) = self.zip.index_for_name(name) else { return Ok(None) };
        let kind = self.kind;
        let damaged = || Unread::Damaged { kind, part: name.to_owned() };
        let limit = self.left.min(PART);
        let part = self.zip.by_index(index).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Unread::Locked(kind),
            _ => damaged(),
        })?;
        let mut bytes = Vec::new();
        // One byte more than may be tells that there is more; what the list says of its size is not believed.
        part.take(limit as u64 + 1).read_to_end(&mut bytes).map_err(|_broken| damaged())?;
        if bytes.len() > limit {
            return Err(Unread::Swells { limit: if limit < PART { UNPACKED } else { PART } });
        }
        self.left -= bytes.len();
        Ok(Some(bytes))
    }

    /// What is said if a part is broken.
    pub(super) fn damaged(&self, part: &str) -> Unread {
        Unread::Damaged { kind: self.kind, part: part.to_owned() }
    }
}

/// How many end marks a packed file may have: its own, and what lies in it packed once more.
const END_MARKS: usize = 64;

/// How often four bytes stand in a file; it stops counting above a limit.
fn count(bytes: &[u8], wanted: &[u8; 4], limit: usize) -> usize {
    bytes.windows(4).filter(|four| four == wanted).take(limit + 1).count()
}
