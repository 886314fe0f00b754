//! One JSON object, taken field by field.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserializer as _;
use serde::de::{Deserialize, DeserializeOwned, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::{Expected, Flaw, Path, Reader};
use crate::article::Foreign;
use crate::format::notice::Remark;
use crate::format::word::Word;

/// The fields of one object that nobody has taken yet, with the place of the object.
///
/// A field that is `null` counts as absent. All of it must have passed
/// [`sound`](super::sound()) before.
#[derive(Debug)]
pub(in crate::format) struct Fields<'a, 'p> {
    /// Where the object stands.
    pub(in crate::format) path: &'p Path<'p>,
    rest: Vec<(String, &'a RawValue)>,
}

impl<'a, 'p> Fields<'a, 'p> {
    /// Opens an object. Of a field that is given twice the last counts, as in browsers, and that
    /// is told.
    pub(in crate::format) fn open(
        raw: &'a RawValue,
        path: &'p Path<'p>,
        reader: &mut Reader,
    ) -> Result<Fields<'a, 'p>, Flaw> {
        let read = serde_json::Deserializer::from_str(raw.get()).deserialize_map(Entries);
        let wrong = || Flaw::WrongType { path: path.to_string(), expected: Expected::Object };
        let rest = read.ok().ok_or_else(wrong)?;
        Ok(Fields { path, rest: once_each(rest, path, reader)? })
    }

    /// Takes a field as it was written.
    pub(in crate::format) fn take(&mut self, name: &str) -> Option<&'a RawValue> {
        let at = self.rest.iter().position(|(field, _)| field == name)?;
        let (_, raw) = self.rest.remove(at);
        (raw.get() != "null").then_some(raw)
    }

    /// Takes a string; `None` if it is absent.
    pub(in crate::format) fn text(&mut self, name: &str) -> Result<Option<String>, Flaw> {
        self.take(name).map(|raw| parse(raw, &self.path.field(name), Expected::Text)).transpose()
    }

    /// Looks at a string and leaves it there.
    pub(in crate::format) fn peek_text(&self, name: &str) -> Option<String> {
        let (_, raw) = self.rest.iter().find(|(field, _)| field == name)?;
        serde_json::from_str(raw.get()).ok()
    }

    /// Takes a string that may be absent, which means the same as empty: unknown.
    pub(in crate::format) fn text_or_empty(&mut self, name: &str) -> Result<String, Flaw> {
        Ok(self.text(name)?.unwrap_or_default())
    }

    /// Takes a string that must be there.
    pub(in crate::format) fn needed_text(&mut self, name: &str) -> Result<String, Flaw> {
        self.text(name)?.ok_or_else(|| self.missing(name))
    }

    /// Takes a word. An unknown word is told, and counts as absent.
    pub(in crate::format) fn word<W: Word>(
        &mut self,
        name: &str,
        reader: &mut Reader,
    ) -> Result<Option<W>, Flaw> {
        let Some(word) = self.text(name)? else { return Ok(None) };
        let value = W::of(&word);
        if value.is_none() {
            reader.tell(&self.path.field(name), Remark::UnknownWord(word))?;
        }
        Ok(value)
    }

    /// Takes a list; `None` if it is absent.
    pub(in crate::format) fn list(
        &mut self,
        name: &str,
        reader: &mut Reader,
    ) -> Result<Option<Vec<&'a RawValue>>, Flaw> {
        self.take(name).map(|raw| list(raw, &self.path.field(name), reader)).transpose()
    }

    /// Takes a list of strings; empty if it is absent.
    pub(in crate::format) fn texts(&mut self, name: &str, reader: &mut Reader) -> Result<Vec<String>, Flaw> {
        let path = self.path.field(name);
        let items = self.list(name, reader)?.unwrap_or_default();
        items.iter().enumerate().map(|(index, raw)| parse(raw, &path.item(index), Expected::Text)).collect()
    }

    /// Takes `true` or `false`; `false` if it is absent.
    pub(in crate::format) fn flag(&mut self, name: &str) -> Result<bool, Flaw> {
        let flag = self.take(name).map(|raw| parse(raw, &self.path.field(name), Expected::Boolean));
        Ok(flag.transpose()?.unwrap_or_default())
    }

    /// Takes a whole number; `None` if it is absent.
    pub(in crate::format) fn number<N: DeserializeOwned>(&mut self, name: &str) -> Result<Option<N>, Flaw> {
        self.take(name).map(|raw| parse(raw, &self.path.field(name), Expected::WholeNumber)).transpose()
    }

    /// All that nobody took, to be carried along unread.
    pub(in crate::format) fn foreign(self, reader: &mut Reader) -> Result<Foreign, Flaw> {
        reader.count(self.rest.len())?;
        Ok(Foreign(self.rest.into_iter().map(|(name, raw)| (name, raw.get().to_owned())).collect()))
    }

    /// All that nobody took, by name, with the place of the object.
    pub(in crate::format) fn into_all(self) -> (&'p Path<'p>, Vec<(String, &'a RawValue)>) {
        (self.path, self.rest)
    }

    /// Tells of each field that nobody took and that cannot be carried along.
    pub(in crate::format) fn dismiss(self, reader: &mut Reader) -> Result<(), Flaw> {
        self.rest.into_iter().try_for_each(|(name, _)| reader.tell(self.path, Remark::UnknownField(name)))
    }

    /// The fault of not having a field.
    pub(in crate::format) fn missing(&self, name: &str) -> Flaw {
        Flaw::Missing { path: self.path.field(name).to_string() }
    }
}

/// Reads a value as what it should be.
pub(in crate::format) fn parse<'a, T: Deserialize<'a>>(
    raw: &'a RawValue,
    path: &Path<'_>,
    expected: Expected,
) -> Result<T, Flaw> {
    let read = serde_json::from_str(raw.get()).ok();
    read.ok_or_else(|| Flaw::WrongType { path: path.to_string(), expected })
}

fn list<'a>(raw: &'a RawValue, path: &Path<'_>, reader: &mut Reader) -> Result<Vec<&'a RawValue>, Flaw> {
    let items: Vec<&RawValue> = parse(raw, path, Expected::List)?;
    reader.count(items.len())?;
    Ok(items)
}

/// Keeps the last of each name, in the order of first appearance.
fn once_each<'a>(
    all: Vec<(String, &'a RawValue)>,
    path: &Path<'_>,
    reader: &mut Reader,
) -> Result<Vec<(String, &'a RawValue)>, Flaw> {
    let mut last: BTreeMap<String, &RawValue> = BTreeMap::new();
    last.extend(all.iter().map(|(name, raw)| (name.clone(), *raw)));
    if last.len() == all.len() {
        return Ok(all);
    }
    let mut kept = Vec::with_capacity(last.len());
    for (name, _) in all {
        match last.remove(&name) {
            Some(raw) => kept.push((name, raw)),
            None => reader.tell(path, Remark::DoubledField(name))?,
        }
    }
    Ok(kept)
}

/// Reads an object as pairs, each value as it was written.
struct Entries;

impl<'de> Visitor<'de> for Entries {
    type Value = Vec<(String, &'de RawValue)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = fields.next_entry()? {
            entries.push(entry);
        }
        Ok(entries)
    }
}
