//! A file becomes articles.

use serde_json::value::RawValue;

use super::article::document;
use super::work::Work;
use super::{Document, Fault, ImportError, ImportNotice, SIZE_LIMIT, UNIT, VERSION, ids};
use crate::format::json::{Expected, Fields, Path, Reader, sound};
use crate::text::Text;

/// What a file held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// Its articles, in file order.
    pub documents: Vec<Document>,
    /// What a person should know of how it was read.
    pub notices: Vec<ImportNotice>,
    /// How many more notices there were; only the first thousand are listed.
    pub unlisted: usize,
}

/// Whether something could be a file of this format, from its first bytes alone: it starts as a
/// JSON object does.
#[must_use]
pub fn looks_native(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{')
}

/// The mark some Windows programs put before UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Reads a file. Texts are taken to the letter.
///
/// Time and memory grow with the size of the file, within limits.
///
/// # Errors
///
/// If it is not a file of this format, of a newer version, too large, or lacks what cannot be
/// guessed. Then nothing of it is taken. All lesser faults are mended, and told in the notices.
pub fn import(bytes: &[u8]) -> Result<Imported, ImportError> {
    import_beside(bytes, None, &mut |_| {})
}

/// The same beside a text, which a file that leaves its text out may be of. Tells now and then which share of
/// the articles is read, in percent; it never falls.
///
/// # Errors
///
/// As [`import`].
pub fn import_beside(
    bytes: &[u8],
    beside: Option<&Text>,
    watch: &mut dyn FnMut(u32),
) -> Result<Imported, ImportError> {
    let raw = json(bytes, SIZE_LIMIT)?;
    let mut reader = Reader::forgiving();
    let mut file = open(raw, &mut reader)?;
    let unit = file.text("unit")?;
    if let Some(other) = unit.clone().filter(|unit| unit != UNIT) {
        return Err(ImportError::WrongUnit(other));
    }
    let documents = documents(&mut file, &mut reader, &mut Work::new(bytes.len(), beside, watch))?;
    if unit.is_none() && reader.met_offsets {
        return Err(file.missing("unit").into());
    }
    // When and by what a file was written says nothing about the articles in it.
    for known in ["exported", "generator"] {
        file.take(known);
    }
    file.dismiss(&mut reader)?;
    Ok(Imported { documents, notices: reader.notices, unlisted: reader.unlisted })
}

/// The file as JSON, sound from end to end, and no larger than so many bytes.
pub(in crate::format) fn json(bytes: &[u8], limit: usize) -> Result<&RawValue, ImportError> {
    if bytes.len() > limit {
        return Err(ImportError::TooLarge { bytes: bytes.len(), limit });
    }
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, error))?;
    sound(text)?;
    serde_json::from_str(text).or(Err(ImportError::NotSayso))
}

fn not_utf8(bytes: &[u8], error: std::str::Utf8Error) -> ImportError {
    let sound = bytes.get(..error.valid_up_to()).and_then(|sound| std::str::from_utf8(sound).ok());
    let sound = sound.unwrap_or_default();
    let last = sound.rsplit('\n').next().unwrap_or_default();
    ImportError::NotJson {
        line: sound.split('\n').count(),
        column: last.chars().count() + 1,
        fault: Fault::NotUtf8,
    }
}

/// Opens the file if it is one of this format and version.
fn open<'a>(raw: &'a RawValue, reader: &mut Reader) -> Result<Fields<'a, 'static>, ImportError> {
    let mut file = Fields::open(raw, &Path::Root, reader).or(Err(ImportError::NotSayso))?;
    if file.text("format").ok().flatten().as_deref() != Some("sayso") {
        return Err(ImportError::NotSayso);
    }
    let version: u64 = file.number("version")?.ok_or_else(|| file.missing("version"))?;
    match version {
        1..=VERSION => Ok(file),
        0 => Err(ImportError::WrongType { path: "version".into(), expected: Expected::WholeNumber }),
        version => Err(ImportError::Newer { version }),
    }
}

fn documents(
    file: &mut Fields<'_, '_>,
    reader: &mut Reader,
    work: &mut Work<'_>,
) -> Result<Vec<Document>, ImportError> {
    let list = Path::Root.field("articles");
    let mut documents = Vec::new();
    let raws = file.list("articles", reader)?.ok_or_else(|| file.missing("articles"))?;
    for (index, raw) in raws.into_iter().enumerate() {
        documents.push(document(raw, &list.item(index), reader, work)?);
    }
    ids::settle(&mut documents, 'a', &list, reader)?;
    Ok(documents)
}
