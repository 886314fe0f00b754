//! Emphasis and links of a file.

use serde_json::value::RawValue;

use super::Remark;
use crate::article::{Block, Inline};
use crate::format::entry::fit;
use crate::format::json::{Fields, Flaw, Path, Reader};
use crate::format::read::{each, offset};
use crate::format::word;
use crate::text::Text;

/// Takes what is set apart inside the blocks. What does not fit them is left out, and told.
pub(super) fn take(
    fields: &mut Fields<'_, '_>,
    text: &Text,
    blocks: &[Block],
    reader: &mut Reader,
) -> Result<Vec<Inline>, Flaw> {
    let path = fields.path.field("inlines");
    let read_one = |raw: &RawValue, path: &Path<'_>, reader: &mut Reader| inline(raw, text, path, reader);
    let given = each(fields, "inlines", reader, read_one)?.unwrap_or_default();
    let all = given.len();
    let mut inlines: Vec<Inline> =
        given.into_iter().flatten().filter(|each| fit(std::slice::from_ref(each), blocks)).collect();
    if inlines.len() < all {
        reader.tell(&path, Remark::BrokenInlines(all - inlines.len()))?;
    }
    inlines.sort_by_key(|inline| inline.span.start());
    Ok(inlines)
}

/// Reads one; `None` if it says nothing that can be shown, or its offsets do not fit the text.
fn inline(raw: &RawValue, text: &Text, path: &Path<'_>, reader: &mut Reader) -> Result<Option<Inline>, Flaw> {
    let mut fields = Fields::open(raw, path, reader)?;
    let kind = word::inline(&fields.text_or_empty("kind")?, &fields.text_or_empty("url")?);
    let range = fields.take("start").and_then(offset).zip(fields.take("end").and_then(offset));
    fields.dismiss(reader)?;
    let span = range.and_then(|(start, end)| text.span_code_points(start..end));
    Ok(span.zip(kind).map(|(span, kind)| Inline { span, kind }))
}
