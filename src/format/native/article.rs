//! One article of a file.

use serde_json::value::RawValue;

use super::work::Work;
use super::{Document, Remark, blocks, inlines, marks};
use crate::article::{Article, Refusal, check_length};
use crate::format::json::{Fields, Flaw, Path, Reader};
use crate::format::{read, sha256_hex};
use crate::text::Text;

/// Reads one article with all that was said about it. Its id is empty if the file gives none.
pub(super) fn document(
    raw: &RawValue,
    path: &Path<'_>,
    reader: &mut Reader,
    work: &mut Work<'_>,
) -> Result<Document, Flaw> {
    let mut fields = Fields::open(raw, path, reader)?;
    let id = fields.text_or_empty("id")?.as_str().into();
    let text = text(&mut fields, reader, work.beside)?;
    let blocks = blocks::take(&mut fields, &text, reader)?;
    let inlines = inlines::take(&mut fields, &text, &blocks, reader)?;
    work.done(text.len().0);
    let said = marks::take(&mut fields, &text, reader, work)?;
    Ok(Document {
        id,
        article: Article { text, blocks, inlines },
        details: read::details(fields, reader)?,
        sources: said.sources,
        marks: said.marks,
    })
}

/// Takes the text to the letter, and compares it with the hash if the file states one. Where the file leaves
/// it out, it has to be the text that is open.
fn text(fields: &mut Fields<'_, '_>, reader: &mut Reader, beside: Option<&Text>) -> Result<Text, Flaw> {
    let Some(text) = fields.text("text")? else { return left_out(fields, beside) };
    if let Err(Refusal::TooLong { length, .. }) = check_length(text.as_bytes()) {
        return Err(Flaw::TooLong { path: fields.path.field("text").to_string(), length });
    }
    let stated = fields.text("sha256")?;
    if stated.is_some_and(|stated| !stated.eq_ignore_ascii_case(&sha256_hex(&text))) {
        reader.tell(&fields.path.field("sha256"), Remark::OtherText)?;
    }
    Ok(Text::new(text))
}

/// The text that is open, if it is the one whose hash the file states.
fn left_out(fields: &mut Fields<'_, '_>, beside: Option<&Text>) -> Result<Text, Flaw> {
    let Some(stated) = fields.text("sha256")? else { return Err(fields.missing("text")) };
    let is_it = |text: &&Text| stated.eq_ignore_ascii_case(&sha256_hex(text.as_str()));
    let title = fields.peek_text("title").unwrap_or_default();
    beside.filter(is_it).cloned().ok_or_else(|| Flaw::NoText { path: fields.path.to_string(), title })
}
