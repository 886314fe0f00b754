//! What features say of a mark or a voice.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use super::super::layers::{
    ANSWERS, CODEBOOK, COMMENT, CREATED, CREATOR, EVIDENCE, FORM, KIND, MODIFIED, NOBODY, REASON, ROLE,
    SOURCE_NOTE, TAGS, TRUE, VERDICT,
};
use crate::annotation::{
    Answer, Claim, Content, Evidence, Form, Mark, SaidBy, Source, SourceKind, Timestamp, Verdict,
};
use crate::format::exchange::build::Told;
use crate::format::native::{Remark, time};
use crate::format::read::answer;
use crate::format::word::Word;

/// Takes what is said of a mark. What is no feature of ours is an answer to a question of that name.
pub(super) fn take(mark: &mut Mark, values: BTreeMap<&str, &str>, ours: bool, path: &str, told: &mut Told) {
    let mut fields: BTreeMap<String, Answer> = BTreeMap::new();
    for (name, value) in values {
        if !ours || !of_mark(mark, name, value, &mut fields, path, told) {
            fields.entry(name.to_owned()).or_insert_with(|| Answer::Text(value.to_owned()));
        }
    }
    mark.fields = fields.into_iter().collect();
}

/// Whether a feature of a mark is one of ours.
fn of_mark(
    mark: &mut Mark,
    name: &str,
    value: &str,
    fields: &mut BTreeMap<String, Answer>,
    path: &str,
    told: &mut Told,
) -> bool {
    match name {
        COMMENT => value.clone_into(&mut mark.note),
        CREATOR => value.clone_into(&mut mark.creator),
        CODEBOOK => value.clone_into(&mut mark.codebook),
        CREATED => mark.created = when(value, path, told),
        MODIFIED => mark.modified = when(value, path, told),
        TAGS => mark.tags = tags(value),
        ANSWERS => return answers(value, fields),
        _ => {
            return match &mut mark.content {
                Content::Claim(claim) => of_claim(claim, name, value, path, told),
                _ => false,
            };
        }
    }
    true
}

fn of_claim(claim: &mut Claim, name: &str, value: &str, path: &str, told: &mut Told) -> bool {
    match name {
        FORM => claim.form = word::<Form>(value, path, told),
        VERDICT => claim.verdict = word::<Verdict>(value, path, told).unwrap_or_default(),
        NOBODY if value == TRUE => claim.said_by = SaidBy::Nobody,
        EVIDENCE => match evidence(value) {
            Some(all) => claim.evidence = all,
            None => return false,
        },
        _ => return false,
    }
    true
}

/// Takes what is said of a voice, unless it is known.
pub(super) fn of_voice(source: &mut Source, values: &mut BTreeMap<&str, &str>, path: &str, told: &mut Told) {
    let kind = values.remove(KIND).and_then(|kind| word::<SourceKind>(kind, path, told));
    if source.kind == SourceKind::Other {
        source.kind = kind.unwrap_or(SourceKind::Other);
    }
    let fields =
        [(ROLE, &mut source.role), (REASON, &mut source.why_unnamed), (SOURCE_NOTE, &mut source.note)];
    for (name, field) in fields {
        if let Some(value) = values.remove(name).filter(|_| field.is_empty()) {
            value.clone_into(field);
        }
    }
}

/// A word of ours; another one is told.
fn word<W: Word>(value: &str, path: &str, told: &mut Told) -> Option<W> {
    let word = W::of(value);
    if word.is_none() {
        told.tell(path, Remark::UnknownWord(value.to_owned()));
    }
    word
}

fn when(value: &str, path: &str, told: &mut Told) -> Timestamp {
    let time = time::read(value);
    if time.is_none() {
        told.tell(path, Remark::UnreadTime(value.to_owned()));
    }
    time.unwrap_or_default()
}

/// A list of JSON, or words with commas between.
fn tags(value: &str) -> Vec<String> {
    serde_json::from_str(value).unwrap_or_else(|_other| {
        let words = value.split(',').map(str::trim).filter(|tag| !tag.is_empty());
        words.map(str::to_owned).collect()
    })
}

/// Takes an object of JSON whose values answer something; `false` if it is none.
fn answers(value: &str, fields: &mut BTreeMap<String, Answer>) -> bool {
    let Ok(all) = serde_json::from_str::<BTreeMap<String, &RawValue>>(value) else { return false };
    let read: Option<Vec<(String, Answer)>> =
        all.into_iter().map(|(name, raw)| Some((name, answer(raw.get())?))).collect();
    let is_read = read.is_some();
    fields.extend(read.unwrap_or_default());
    is_read
}

/// A list of JSON of objects whose values are texts.
fn evidence(value: &str) -> Option<Vec<Evidence>> {
    let all: Vec<BTreeMap<String, String>> = serde_json::from_str(value).ok()?;
    let one = |mut says: BTreeMap<String, String>| {
        let mut take = |name: &str| says.remove(name).unwrap_or_default();
        let (url, quote, note, accessed) = (take("url"), take("quote"), take("note"), take("accessed"));
        Evidence { url, quote, note, accessed, ..Evidence::default() }
    };
    Some(all.into_iter().map(one).collect())
}
