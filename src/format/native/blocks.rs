//! The blocks of a file, or what stands in for them.

use serde_json::value::RawValue;

use super::Remark;
use crate::article::{Block, BlockKind};
use crate::format::json::{Fields, Flaw, Path, Reader};
use crate::format::read::{each, offset};
use crate::text::{ByteOffset, Span, Text, trim};

/// Takes the blocks of an article. If they are missing or broken, every line becomes a paragraph.
pub(super) fn take(
    fields: &mut Fields<'_, '_>,
    text: &Text,
    reader: &mut Reader,
) -> Result<Vec<Block>, Flaw> {
    let path = fields.path.field("blocks");
    let read_one = |raw: &RawValue, path: &Path<'_>, reader: &mut Reader| block(raw, text, path, reader);
    let given = each(fields, "blocks", reader, read_one)?;
    let missing = given.is_none();
    let blocks: Option<Vec<Block>> = given.and_then(|blocks| blocks.into_iter().collect());
    if let Some(blocks) = blocks.filter(|blocks| covers(blocks, text)) {
        return Ok(blocks);
    }
    let lines = by_lines(text);
    if !(missing && lines.is_empty()) {
        reader.tell(&path, if missing { Remark::NoBlocks } else { Remark::BrokenBlocks })?;
    }
    Ok(lines)
}

/// Reads one block; `None` if its offsets do not fit the text.
fn block(raw: &RawValue, text: &Text, path: &Path<'_>, reader: &mut Reader) -> Result<Option<Block>, Flaw> {
    let mut fields = Fields::open(raw, path, reader)?;
    let kind = fields.word("kind", reader)?.unwrap_or(BlockKind::Paragraph);
    let range = fields.take("start").and_then(offset).zip(fields.take("end").and_then(offset));
    reader.met_offsets |= range.is_some();
    fields.dismiss(reader)?;
    Ok(range.and_then(|(start, end)| text.span_code_points(start..end)).map(|span| Block { kind, span }))
}

/// Whether the blocks are in order and apart, and only white space lies outside them.
fn covers(blocks: &[Block], text: &Text) -> bool {
    let mut end = ByteOffset(0);
    for block in blocks {
        if !blank(text, end, block.span.start()) {
            return false;
        }
        end = block.span.end();
    }
    blank(text, end, text.len())
}

/// Whether the stretch lies the right way round and holds white space alone.
fn blank(text: &Text, start: ByteOffset, end: ByteOffset) -> bool {
    text.as_str().get(start.0..end.0).is_some_and(|gap| gap.chars().all(char::is_whitespace))
}

/// Each line with something in it is a paragraph.
pub(in crate::format) fn by_lines(text: &Text) -> Vec<Block> {
    let mut start = 0;
    let mut blocks = Vec::new();
    for line in
        text.as_str().split_inclusive(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'])
    {
        let end = start + line.len();
        let span: Option<Span> =
            text.span(ByteOffset(start)..ByteOffset(end)).and_then(|line| trim(text, line));
        blocks.extend(span.map(|span| Block { kind: BlockKind::Paragraph, span }));
        start = end;
    }
    blocks
}
