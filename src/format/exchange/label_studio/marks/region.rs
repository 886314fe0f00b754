//! A region: what several controls say of the same words.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use super::super::{FORM, NOTE, OURS, TAGS, VERDICT};
use crate::annotation::{Anchor, Answer, Form, Mark, Verdict, decimal};
use crate::format::exchange::carried;
use crate::format::exchange::json::{several, string};
use crate::format::json::{Fields, Flaw, Path, Reader};
use crate::format::native::Remark;
use crate::format::read::offset;
use crate::format::word::Word as _;

#[derive(Default)]
pub(super) struct Region {
    pub(super) path: String,
    pub(super) anchors: Vec<Anchor>,
    pub(super) label: Option<String>,
    pub(super) own: Option<Mark>,
    pub(super) form: Option<Form>,
    pub(super) verdict: Verdict,
    pub(super) note: Vec<String>,
    pub(super) tags: Vec<String>,
    pub(super) fields: BTreeMap<String, Answer>,
    /// Which region it is a piece of.
    pub(super) of: Option<usize>,
}

/// What lies in the `meta` of a region: what is ours, and what people wrote there.
#[derive(Default)]
pub(super) struct Meta {
    pub(super) mark: Option<Mark>,
    pub(super) note: Vec<String>,
}

pub(super) fn meta(raw: &RawValue, path: &Path<'_>, reader: &mut Reader) -> Result<Meta, Flaw> {
    if !raw.get().starts_with('{') {
        return Ok(Meta::default());
    }
    let mut fields = Fields::open(raw, path, reader)?;
    let at = path.field(OURS);
    let mark = fields.take(OURS).map(|raw| carried::read_mark(raw, &at, reader)).transpose()?;
    let note = match fields.take("text") {
        Some(raw) => several(raw, reader)?.into_iter().filter_map(string).collect(),
        None => Vec::new(),
    };
    Ok(Meta { mark: mark.map(|(mark, _)| mark), note })
}

impl Region {
    /// Takes what one control says.
    pub(super) fn take(
        &mut self,
        mut value: Fields<'_, '_>,
        kind: &str,
        from: &str,
        reader: &mut Reader,
    ) -> Result<(), Flaw> {
        let words = |raw: &RawValue, reader: &mut Reader| -> Result<Vec<String>, Flaw> {
            Ok(several(raw, reader)?.into_iter().filter_map(string).collect())
        };
        match kind {
            "labels" | "hypertextlabels" | "paragraphlabels" => {
                let labels = value.take(kind).or_else(|| value.take("labels"));
                let labels = labels.map(|raw| words(raw, reader)).transpose()?.unwrap_or_default();
                let mut labels = labels.into_iter();
                self.label = self.label.take().or_else(|| labels.next());
                // A region has one kind here; what else it is called becomes a tag.
                self.tags.extend(labels);
                if self.anchors.is_empty() {
                    self.anchors.extend(anchor(value, reader)?);
                }
            }
            "choices" | "textarea" => {
                let name = if kind == "choices" { "choices" } else { "text" };
                let said = value.take(name).map(|raw| words(raw, reader)).transpose()?.unwrap_or_default();
                self.say(from, said);
            }
            "number" | "rating" => {
                let number = value.take(kind).and_then(|raw| decimal(raw.get()));
                if let Some(number) = number {
                    self.fields.insert(from.to_owned(), Answer::Number(number));
                }
            }
            other => reader.tell(value.path, Remark::LeftOut(other.to_owned()))?,
        }
        Ok(())
    }

    /// Takes words under the name of a control; those of none of ours answer a field of that name.
    fn say(&mut self, from: &str, said: Vec<String>) {
        let first = said.first().map(String::as_str).unwrap_or_default();
        match from {
            FORM if Form::of(first).is_some() => self.form = Form::of(first),
            VERDICT if Verdict::of(first).is_some() => self.verdict = Verdict::of(first).unwrap_or_default(),
            NOTE => self.note.extend(said),
            TAGS => self.tags.extend(said),
            other if !said.is_empty() => {
                self.fields.insert(other.to_owned(), Answer::Text(said.join("\n")));
            }
            _ => {}
        }
    }
}

/// Where a region is: offsets into the text, which pages give beside those into their parts.
fn anchor(mut value: Fields<'_, '_>, reader: &mut Reader) -> Result<Option<Anchor>, Flaw> {
    let quote = value.take("text").and_then(string).unwrap_or_default();
    let at = value.path.field("globalOffsets");
    let global = value.take("globalOffsets");
    let mut place = match global {
        Some(raw) => Fields::open(raw, &at, reader)?,
        None => value,
    };
    let mut end = |name: &str| place.take(name).and_then(offset);
    let position = end("start").zip(end("end"));
    let (start, end) = position.unwrap_or_default();
    let known = position.is_some() || !quote.is_empty();
    Ok(known.then_some(Anchor { quote, prefix: String::new(), suffix: String::new(), position: start..end }))
}
