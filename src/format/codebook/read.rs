//! A file becomes a codebook.

use serde_json::value::RawValue;

use super::words::KINDS;
use super::{CodebookError, FORMAT, Imported, SIZE_LIMIT, VERSION};
use crate::codebook::{Codebook, Colour, FieldDef, FieldKind, Label, Rule};
use crate::format::json::{Expected, Fields, Path, Reader};
use crate::format::native::{ImportError, json};
use crate::format::word::Word;

/// Whether something is meant to be a codebook, from its first bytes alone: the format stands at the
/// beginning of such a file.
#[must_use]
pub fn is_codebook(bytes: &[u8]) -> bool {
    const BEGINNING: usize = 1_000;
    let beginning = bytes.get(..BEGINNING).unwrap_or(bytes);
    let wanted = format!("\"{FORMAT}\"");
    beginning.windows(wanted.len()).any(|window| window == wanted.as_bytes())
}

/// Reads a file. Fields that are not known are told in the notices, and are not kept.
///
/// # Errors
///
/// If it is not a codebook, of a newer version, too large, lacks what cannot be guessed, or says
/// what no codebook may say. Then nothing of it is taken.
pub fn import(bytes: &[u8]) -> Result<Imported, CodebookError> {
    let raw = json(bytes, SIZE_LIMIT)?;
    let mut reader = Reader::forgiving();
    let mut file = Fields::open(raw, &Path::Root, &mut reader).or(Err(CodebookError::NotACodebook))?;
    if file.text("format").ok().flatten().as_deref() != Some(FORMAT) {
        return Err(CodebookError::NotACodebook);
    }
    let version = file.number("version")?.ok_or_else(|| file.missing("version"))?;
    if version != VERSION {
        return Err(wrong_version(version));
    }
    let codebook = codebook(&mut file, &mut reader)?;
    file.take("generator");
    file.dismiss(&mut reader)?;
    Ok(Imported { codebook, notices: reader.notices })
}

fn wrong_version(version: u64) -> CodebookError {
    CodebookError::File(match version {
        0 => ImportError::WrongType { path: "version".into(), expected: Expected::WholeNumber },
        version => ImportError::Newer { version },
    })
}

/// Reads the codebook that stands in the field of this name.
pub(super) fn codebook(file: &mut Fields<'_, '_>, reader: &mut Reader) -> Result<Codebook, CodebookError> {
    let path = Path::Root.field("codebook");
    let raw = file.take("codebook").ok_or_else(|| file.missing("codebook"))?;
    let mut fields = Fields::open(raw, &path, reader)?;
    let codebook = Codebook {
        name: fields.needed_text("name")?.trim().to_owned(),
        version: fields.number("version")?.filter(|version| *version > 0).unwrap_or(1),
        rules: each(&mut fields, "rules", reader, rule)?,
        labels: each(&mut fields, "labels", reader, label)?,
        fields: each(&mut fields, "fields", reader, field)?,
    };
    fields.dismiss(reader)?;
    codebook.check()?;
    Ok(codebook)
}

fn rule(raw: &RawValue, path: &Path<'_>, reader: &mut Reader) -> Result<Rule, CodebookError> {
    let mut fields = Fields::open(raw, path, reader)?;
    let rule = Rule {
        subject: word(&mut fields, "about")?.ok_or_else(|| fields.missing("about"))?,
        definition: fields.text_or_empty("definition")?,
        when: fields.text_or_empty("when")?,
        when_not: fields.text_or_empty("when_not")?,
        examples: fields.texts("examples", reader)?,
    };
    fields.dismiss(reader)?;
    Ok(rule)
}

fn label(raw: &RawValue, path: &Path<'_>, reader: &mut Reader) -> Result<Label, CodebookError> {
    let mut fields = Fields::open(raw, path, reader)?;
    let label = Label {
        name: fields.needed_text("name")?.trim().to_owned(),
        colour: word::<Colour>(&mut fields, "colour")?.unwrap_or_default(),
        key: key(&mut fields)?,
        definition: fields.text_or_empty("definition")?,
        examples: fields.texts("examples", reader)?,
    };
    fields.dismiss(reader)?;
    Ok(label)
}

fn key(fields: &mut Fields<'_, '_>) -> Result<Option<char>, CodebookError> {
    let Some(key) = fields.text("key")? else { return Ok(None) };
    let mut characters = key.chars();
    match (characters.next(), characters.next()) {
        (Some(one), None) => Ok(Some(one)),
        _ => Err(CodebookError::OddKey { path: fields.path.field("key").to_string(), key }),
    }
}

fn field(raw: &RawValue, path: &Path<'_>, reader: &mut Reader) -> Result<FieldDef, CodebookError> {
    let mut fields = Fields::open(raw, path, reader)?;
    let field = FieldDef {
        name: fields.needed_text("name")?.trim().to_owned(),
        definition: fields.text_or_empty("definition")?,
        kind: kind(&mut fields, reader)?,
    };
    fields.dismiss(reader)?;
    Ok(field)
}

fn kind(fields: &mut Fields<'_, '_>, reader: &mut Reader) -> Result<FieldKind, CodebookError> {
    let word = fields.needed_text("kind")?;
    let [choice, yes_no, text, number] = KINDS;
    Ok(match word.as_str() {
        kind if kind == choice => FieldKind::Choice(fields.texts("choices", reader)?),
        kind if kind == yes_no => FieldKind::YesNo,
        kind if kind == text => FieldKind::Text,
        kind if kind == number => FieldKind::Number,
        _ => {
            let path = fields.path.field("kind").to_string();
            return Err(CodebookError::UnknownWord { path, word, known: KINDS.to_vec() });
        }
    })
}

/// Takes a word that has to be known; `None` if it is absent.
fn word<W: Word>(fields: &mut Fields<'_, '_>, name: &str) -> Result<Option<W>, CodebookError> {
    let Some(word) = fields.text(name)? else { return Ok(None) };
    let known = || W::ALL.iter().map(|value| value.word()).collect();
    let path = || fields.path.field(name).to_string();
    match W::of(&word) {
        Some(value) => Ok(Some(value)),
        None => Err(CodebookError::UnknownWord { path: path(), known: known(), word }),
    }
}

/// Reads each item of a list; none if the list is absent.
fn each<T>(
    fields: &mut Fields<'_, '_>,
    name: &str,
    reader: &mut Reader,
    read: fn(&RawValue, &Path<'_>, &mut Reader) -> Result<T, CodebookError>,
) -> Result<Vec<T>, CodebookError> {
    let path = fields.path.field(name);
    let items = fields.list(name, reader)?.unwrap_or_default();
    items.into_iter().enumerate().map(|(index, raw)| read(raw, &path.item(index), reader)).collect()
}
