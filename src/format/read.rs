//! Reads the shapes that published files and stored entries share.

mod answers;

use serde_json::value::RawValue;

pub(super) use answers::answer;

use super::json::{Fields, Flaw, Path, Reader};
use super::notice::Remark;
use super::word::Word as _;
use crate::annotation::{
    Anchor, Attribution, Claim, Content, Drift, Evidence, Mark, MarkId, MarkKind, Place, SaidBy, Source,
    SourceId, SourceKind, Timestamp,
};
use crate::article::Details;
use crate::text::CodePointOffset;

/// Reads what is known about an article; what nobody took of its fields becomes its own.
pub(super) fn details(mut fields: Fields<'_, '_>, reader: &mut Reader) -> Result<Details, Flaw> {
    Ok(Details {
        title: fields.text_or_empty("title")?,
        byline: fields.text_or_empty("byline")?,
        publisher: fields.text_or_empty("publisher")?,
        url: fields.text_or_empty("url")?,
        published: fields.text_or_empty("published")?,
        retrieved: fields.text_or_empty("retrieved")?,
        language: fields.text_or_empty("language")?,
        follows: fields.text("follows")?.filter(|id| !id.is_empty()).map(|id| id.as_str().into()),
        foreign: fields.foreign(reader)?,
    })
}

/// Reads a voice. Its id is empty if the file gives none.
pub(super) fn source(raw: &RawValue, path: &Path<'_>, reader: &mut Reader) -> Result<Source, Flaw> {
    let mut fields = Fields::open(raw, path, reader)?;
    Ok(Source {
        id: fields.text_or_empty("id")?.as_str().into(),
        name: fields.text_or_empty("name")?,
        kind: fields.word("kind", reader)?.unwrap_or(SourceKind::Other),
        role: fields.text_or_empty("role")?,
        why_unnamed: fields.text_or_empty("why_unnamed")?,
        note: fields.text_or_empty("note")?,
        foreign: fields.foreign(reader)?,
    })
}

/// A mark whose place is still as the file has it.
pub(super) struct Unplaced<'a> {
    /// The mark, as an orphan without anchors. Its id is empty if the file gives none.
    pub(super) mark: Mark,
    /// Its spans.
    pub(super) spans: Vec<&'a RawValue>,
    /// Whether the file says that its place was not found.
    pub(super) orphan: bool,
}

/// Files and entries write times differently.
pub(super) type ReadTime = fn(&mut Fields<'_, '_>, &str, &mut Reader) -> Result<Timestamp, Flaw>;

/// Reads a mark, all but its place.
pub(super) fn mark<'a>(
    raw: &'a RawValue,
    path: &Path<'_>,
    reader: &mut Reader,
    time: ReadTime,
) -> Result<Unplaced<'a>, Flaw> {
    let mut fields = Fields::open(raw, path, reader)?;
    let spans = fields.list("spans", reader)?.unwrap_or_default();
    let orphan = fields.flag("orphan")?;
    let mark = Mark {
        id: fields.text_or_empty("id")?.as_str().into(),
        place: Place::Orphan(Vec::new()),
        content: content(&mut fields, reader)?,
        note: fields.text_or_empty("note")?,
        tags: fields.texts("tags", reader)?,
        fields: answers::take(&mut fields, reader)?,
        creator: fields.text_or_empty("creator")?,
        codebook: fields.text_or_empty("codebook")?,
        created: time(&mut fields, "created", reader)?,
        modified: time(&mut fields, "modified", reader)?,
        drift: drift(&mut fields)?,
        foreign: fields.foreign(reader)?,
    };
    Ok(Unplaced { mark, spans, orphan })
}

/// A mark over other words may stand elsewhere as well; the words say more.
fn drift(fields: &mut Fields<'_, '_>) -> Result<Option<Drift>, Flaw> {
    let (former, moved) = (fields.text_or_empty("former")?, fields.flag("moved")?);
    Ok(if former.is_empty() { moved.then_some(Drift::Moved) } else { Some(Drift::Changed(former)) })
}

/// What only one kind has. Fields of the other kinds are left, and carried along.
fn content(fields: &mut Fields<'_, '_>, reader: &mut Reader) -> Result<Content, Flaw> {
    let kind = fields.needed_text("kind")?;
    Ok(match MarkKind::of(&kind) {
        Some(MarkKind::Claim) => Content::Claim(claim(fields, reader)?),
        Some(MarkKind::Source) => Content::Source(SourceId::from(fields.needed_text("source")?.as_str())),
        Some(MarkKind::Cue) => Content::Cue,
        Some(MarkKind::Note) => Content::Note(fields.text_or_empty("label")?),
        None => unknown_kind(kind, fields, reader)?,
    })
}

/// A mark of a kind that does not exist yet is kept as a note that says which.
fn unknown_kind(kind: String, fields: &mut Fields<'_, '_>, reader: &mut Reader) -> Result<Content, Flaw> {
    let label = match fields.text("label")? {
        Some(label) => format!("{kind}: {label}"),
        None => kind.clone(),
    };
    reader.tell(&fields.path.field("kind"), Remark::UnknownWord(kind))?;
    Ok(Content::Note(label))
}

fn claim(fields: &mut Fields<'_, '_>, reader: &mut Reader) -> Result<Claim, Flaw> {
    Ok(Claim {
        said_by: said_by(fields, reader)?,
        form: fields.word("form", reader)?,
        verdict: fields.word("verdict", reader)?.unwrap_or_default(),
        evidence: each(fields, "evidence", reader, evidence)?.unwrap_or_default(),
    })
}

fn said_by(fields: &mut Fields<'_, '_>, reader: &mut Reader) -> Result<SaidBy, Flaw> {
    Ok(match each(fields, "attributions", reader, attribution)? {
        None => SaidBy::Open,
        Some(ties) if ties.is_empty() => SaidBy::Nobody,
        Some(ties) => SaidBy::Sources(ties),
    })
}

/// Reads one tie from a claim to a voice.
pub(super) fn attribution(raw: &RawValue, path: &Path<'_>, reader: &mut Reader) -> Result<Attribution, Flaw> {
    let mut fields = Fields::open(raw, path, reader)?;
    Ok(Attribution {
        source: fields.needed_text("source")?.as_str().into(),
        mention: fields.text("mention")?.as_deref().map(MarkId::from),
        cue: fields.text("cue")?.as_deref().map(MarkId::from),
        foreign: fields.foreign(reader)?,
    })
}

fn evidence(raw: &RawValue, path: &Path<'_>, reader: &mut Reader) -> Result<Evidence, Flaw> {
    let mut fields = Fields::open(raw, path, reader)?;
    Ok(Evidence {
        url: fields.text_or_empty("url")?,
        quote: fields.text_or_empty("quote")?,
        note: fields.text_or_empty("note")?,
        accessed: fields.text_or_empty("accessed")?,
        foreign: fields.foreign(reader)?,
    })
}

/// Reads each item of a list in the same way; `None` if the list is absent.
pub(super) fn each<'a, T>(
    fields: &mut Fields<'a, '_>,
    name: &str,
    reader: &mut Reader,
    read: impl Fn(&'a RawValue, &Path<'_>, &mut Reader) -> Result<T, Flaw>,
) -> Result<Option<Vec<T>>, Flaw> {
    let path = fields.path.field(name);
    let Some(items) = fields.list(name, reader)? else { return Ok(None) };
    let read_one = |(index, raw): (usize, &&'a RawValue)| read(raw, &path.item(index), reader);
    items.iter().enumerate().map(read_one).collect::<Result<_, _>>().map(Some)
}

/// Reads an anchor. Its position is 0 to 0 if the file has none of use.
pub(super) fn anchor(raw: &RawValue, path: &Path<'_>, reader: &mut Reader) -> Result<Anchor, Flaw> {
    let mut fields = Fields::open(raw, path, reader)?;
    let (start, end) = (fields.take("start"), fields.take("end"));
    let position = start.and_then(offset).zip(end.and_then(offset));
    reader.met_offsets |= position.is_some();
    if position.is_none() && (start.is_some() || end.is_some()) {
        reader.tell(path, Remark::OddOffsets)?;
    }
    let (start, end) = position.unwrap_or_default();
    let anchor = Anchor {
        quote: fields.text_or_empty("quote")?,
        prefix: fields.text_or_empty("prefix")?,
        suffix: fields.text_or_empty("suffix")?,
        position: start..end,
    };
    fields.dismiss(reader)?;
    Ok(anchor)
}

/// Reads each span of a mark as an anchor.
pub(super) fn anchors(
    unplaced: &Unplaced<'_>,
    path: &Path<'_>,
    reader: &mut Reader,
) -> Result<Vec<Anchor>, Flaw> {
    let list = path.field("spans");
    let spans = unplaced.spans.iter().enumerate();
    spans.map(|(index, raw)| anchor(raw, &list.item(index), reader)).collect()
}

/// An offset that a text could have. `12.0` is one, since some tools write all numbers so; what is
/// negative, broken, beyond 32 bits or no number is not.
pub(super) fn offset(raw: &RawValue) -> Option<CodePointOffset> {
    let number: f64 = serde_json::from_str(raw.get()).ok()?;
    let whole = number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number);
    whole.then_some(CodePointOffset(number as usize))
}
