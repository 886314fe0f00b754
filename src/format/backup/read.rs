//! A file becomes keys and values again.

use super::{Backup, FORMAT, OURS, SIZE_LIMIT, VERSION};
use crate::annotation::Timestamp;
use crate::format::json::{Expected, Fields, Flaw, Path, Reader, parse};
use crate::format::native::{ImportError, json, time};
use crate::format::notice::Remark;

/// Why a file is refused as a whole; nothing of it was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BackupError {
    /// It cannot be read as JSON of this shape and version.
    File(ImportError),
    /// It is JSON, but not a backup.
    NotABackup,
    /// It is a backup, and nothing of this program's is in it.
    Empty,
}

impl From<ImportError> for BackupError {
    fn from(error: ImportError) -> BackupError {
        BackupError::File(error)
    }
}

impl From<Flaw> for BackupError {
    fn from(flaw: Flaw) -> BackupError {
        BackupError::File(flaw.into())
    }
}

/// Whether something is meant to be a backup, from its first bytes alone: the format, or a key, stands
/// at the beginning of such a file.
#[must_use]
pub fn is_backup(bytes: &[u8]) -> bool {
    const BEGINNING: usize = 1_000;
    let beginning = bytes.get(..BEGINNING).unwrap_or(bytes);
    let begins_with = |wanted: &str| {
        beginning.strip_prefix(b"\xef\xbb\xbf").unwrap_or(beginning).trim_ascii_start().first() == Some(&b'{')
            && beginning.windows(wanted.len()).any(|window| window == wanted.as_bytes())
    };
    begins_with(&format!("\"{FORMAT}\"")) || begins_with("\"sayso/")
}

/// Reads a file. Values are taken to the letter: whether they can be read as marks and articles is for
/// the journal to say. What is no key of this program, or no text, is told in the notices and left out.
///
/// The notice of the first version handed out keys and values without anything around them; that is
/// read too.
///
/// # Errors
///
/// If it is not a backup, of a newer version, too large, or holds nothing of this program's. Then
/// nothing of it is taken.
pub fn decode(bytes: &[u8]) -> Result<Backup, BackupError> {
    let raw = json(bytes, SIZE_LIMIT)?;
    let mut reader = Reader::forgiving();
    let mut file = Fields::open(raw, &Path::Root, &mut reader).or(Err(BackupError::NotABackup))?;
    let named = file.take("format").map(|name| parse::<String>(name, &Path::Root, Expected::Text));
    let (exported, entries) = match named {
        None => (None, entries(file, &mut reader)?),
        Some(name) if name.as_deref() == Ok(FORMAT) => whole(file, &mut reader)?,
        Some(_) => return Err(BackupError::NotABackup),
    };
    if entries.is_empty() {
        return Err(if exported.is_some() { BackupError::Empty } else { BackupError::NotABackup });
    }
    let Reader { notices, unlisted, .. } = reader;
    Ok(Backup { exported: exported.unwrap_or_default(), entries, notices, unlisted })
}

type Entries = Vec<(String, String)>;

/// What stands in a file that says that it is a backup: when it was saved, and the entries.
fn whole(mut file: Fields<'_, '_>, reader: &mut Reader) -> Result<(Option<Timestamp>, Entries), BackupError> {
    match file.number("version")?.ok_or_else(|| file.missing("version"))? {
        VERSION => {}
        0_u64 => {
            let wrong = Flaw::WrongType { path: "version".into(), expected: Expected::WholeNumber };
            return Err(wrong.into());
        }
        version => return Err(BackupError::File(ImportError::Newer { version })),
    }
    let exported = time::take(&mut file, "exported", reader)?;
    let raw = file.take("entries").ok_or_else(|| file.missing("entries"))?;
    file.take("generator");
    file.dismiss(reader)?;
    let path = Path::Root.field("entries");
    let stored = Fields::open(raw, &path, reader)?;
    Ok((Some(exported), entries(stored, reader)?))
}

/// The keys of this program with their values.
fn entries(stored: Fields<'_, '_>, reader: &mut Reader) -> Result<Entries, BackupError> {
    let (path, all) = stored.into_all();
    reader.count(all.len())?;
    let mut entries = Vec::with_capacity(all.len());
    for (key, raw) in all {
        let value = parse(raw, path, Expected::Text);
        match value {
            Ok(value) if key.starts_with(OURS) => entries.push((key, value)),
            Ok(_) | Err(_) => reader.tell(path, Remark::UnknownField(key))?,
        }
    }
    Ok(entries)
}
