//! Feature structures of ours as records of our own file.

use serde::Serialize;
use serde::ser::Serializer;
use serde_json::value::RawValue;

use super::graph::{Graph, Node};
use super::schema::{Kind, NEWER, Range};
use crate::article::Foreign;
use crate::format::exchange::json;
use crate::format::exchange::json::string;
use crate::format::json::{Fields, Flaw, Path, Reader};
use crate::format::native::{self, Remark, SIZE_LIMIT};

/// The feature of a claim that says that the article gives no source.
pub(super) const NO_SOURCE: &str = "no_source";

/// What our own file has no field for.
const ASIDE: [&str; 3] = [NEWER, NO_SOURCE, "voice"];

impl Graph<'_> {
    /// A structure of ours as a record of our own file, as far as that has the same.
    pub(super) fn record(&mut self, at: usize, kind: &Kind, reader: &mut Reader) -> Result<Record, Flaw> {
        let mut record = Record::default();
        for feature in kind.features() {
            let value = match feature.range {
                Range::Text | Range::Flag if ASIDE.contains(&feature.name) => None,
                Range::Text | Range::Flag => {
                    self.node(at).and_then(|node| node.raw(feature.name)).map(ToOwned::to_owned)
                }
                Range::Texts => {
                    let all = self.elements(at, feature.name, reader)?;
                    (!all.is_empty()).then(|| json::raw(&all))
                }
                Range::List(_) | Range::One(_) | Range::Whole => None,
            };
            if let Some(value) = value {
                self.spend(value.get().len())?;
                record.put(feature.name, value);
            }
        }
        let Some(node) = self.node(at) else { return Ok(record) };
        let path = Path::Field(&Path::Root, &node.path);
        // Of the newer fields no two have one name, so only those before are looked through.
        let known: Vec<String> = record.0.iter().map(|(name, _)| name.clone()).collect();
        for (name, value) in newer(node, &path, reader)?.0 {
            match RawValue::from_string(value) {
                Ok(value) if !known.contains(&name) => record.put(&name, value),
                _ => reader.tell(&path.field(NEWER), Remark::LeftOut(name))?,
            }
        }
        Ok(record)
    }
}

/// Fields of newer versions, which lie in a text as JSON.
pub(super) fn newer(node: &Node<'_>, path: &Path<'_>, reader: &mut Reader) -> Result<Foreign, Flaw> {
    let at = path.field(NEWER);
    let Some(text) = node.text(NEWER) else { return Ok(Foreign::default()) };
    let raw = native::json(text.as_bytes(), SIZE_LIMIT).ok().filter(|raw| raw.get().starts_with('{'));
    match raw {
        Some(raw) => Fields::open(raw, &at, reader)?.foreign(reader),
        None => {
            reader.tell(path, Remark::LeftOut(NEWER.to_owned()))?;
            Ok(Foreign::default())
        }
    }
}

/// A record of our own file, its fields as they were written.
#[derive(Default)]
pub(super) struct Record(Vec<(String, Box<RawValue>)>);

impl Record {
    pub(super) fn put(&mut self, name: &str, value: Box<RawValue>) {
        self.0.push((name.to_owned(), value));
    }

    /// A text under a name, if there is none yet.
    pub(super) fn add_text(&mut self, name: &str, text: &str) {
        if !self.has(name) {
            self.put(name, json::raw(&text));
        }
    }

    /// Records under a name, if there are any.
    pub(super) fn add(&mut self, name: &str, records: &[Record]) {
        if !records.is_empty() && !self.has(name) {
            self.put(name, json::raw(&records));
        }
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(field, _)| field == name)
    }

    /// A text in it.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        self.0.iter().find(|(field, _)| field == name).and_then(|(_, raw)| string(raw))
    }
}

impl Serialize for Record {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}
