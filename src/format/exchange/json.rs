//! Files that are one piece of JSON, read so that every complaint can name the place.

use std::collections::BTreeSet;

use serde::de::IgnoredAny;
use serde_json::value::RawValue;

use super::build::Told;
use super::{At, Fault, Given, Misread};
use crate::format::json::{Flaw, Reader};
use crate::format::native::{self, ImportError, SIZE_LIMIT};

/// The one file, as JSON that is sound from end to end.
pub(super) fn open<'a>(given: &Given<'a>) -> Result<&'a RawValue, Misread> {
    let part = given.parts.first().ok_or(Misread::whole(Fault::NotThis))?;
    native::json(&part.bytes, SIZE_LIMIT).map_err(|error| match error {
        ImportError::TooLarge { limit, .. } => Misread::whole(Fault::TooLarge(limit)),
        ImportError::NotJson { line, fault, .. } => Misread::line(line, not_json(fault)),
        ImportError::LoneSurrogate { line, .. } => {
            Misread::line(line, Fault::NotJson("half of a surrogate pair".to_owned()))
        }
        ImportError::TooDeep => Misread::whole(Fault::NotJson("it nests too deep".to_owned())),
        _ => Misread::whole(Fault::NotThis),
    })
}

fn not_json(fault: native::Fault) -> Fault {
    match fault {
        native::Fault::CutOff => Fault::NotJson("it ends too early".to_owned()),
        native::Fault::NotUtf8 => Fault::NotUtf8,
        native::Fault::Syntax(why) => Fault::NotJson(why),
    }
}

impl From<Flaw> for Misread {
    fn from(flaw: Flaw) -> Misread {
        let at = |path: String| if path.is_empty() { At::Whole } else { At::Path(path) };
        match flaw {
            Flaw::Missing { path } | Flaw::Refused { path } => missing(&path),
            Flaw::WrongType { path, expected } => Misread { at: at(path), fault: Fault::Wrong(expected) },
            Flaw::TooMany => Misread::whole(Fault::TooMany(native::ITEM_LIMIT)),
            Flaw::NoText { path, .. } => Misread { at: at(path), fault: Fault::NoText },
            Flaw::TooLong { path, length } => Misread { at: at(path), fault: Fault::TooLong(length) },
        }
    }
}

/// A field that is not there, at the place of its object.
fn missing(path: &str) -> Misread {
    match path.rsplit_once('.') {
        Some((object, field)) => {
            Misread { at: At::Path(object.to_owned()), fault: Fault::Missing(field.to_owned()) }
        }
        None => Misread::whole(Fault::Missing(path.to_owned())),
    }
}

/// What may be one thing or a list of them.
pub(super) fn several<'a>(raw: &'a RawValue, reader: &mut Reader) -> Result<Vec<&'a RawValue>, Flaw> {
    let items: Vec<&RawValue> = if raw.get().starts_with('[') {
        serde_json::from_str(raw.get()).unwrap_or_default()
    } else {
        vec![raw]
    };
    reader.count(items.len())?;
    Ok(items)
}

/// A string, if it is one.
pub(super) fn string(raw: &RawValue) -> Option<String> {
    serde_json::from_str(raw.get()).ok()
}

/// What anything that a writer made looks like as JSON. Maps with other keys than strings and numbers that are
/// no numbers are not made here.
pub(super) fn raw(value: &impl serde::Serialize) -> Box<RawValue> {
    #[expect(clippy::expect_used, reason = "strings, numbers and lists under string keys cannot fail")]
    serde_json::value::to_raw_value(value).expect("strings, numbers and lists are JSON")
}

/// The whole as a file that a person can read.
pub(super) fn pretty(value: &impl serde::Serialize) -> String {
    #[expect(clippy::expect_used, reason = "strings, numbers and lists under string keys cannot fail")]
    let json = serde_json::to_string_pretty(value).expect("strings, numbers and lists are JSON");
    json + "\n"
}

/// The fields of a file that is one object, or a list that begins with one; enough to tell formats apart.
#[derive(Default)]
pub(super) struct Shape {
    /// Whether it is a list.
    pub(super) list: bool,
    names: BTreeSet<String>,
}

impl Shape {
    /// Looks at a file; `None` if it is no such JSON.
    pub(super) fn of(bytes: &[u8]) -> Option<Shape> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let json = std::str::from_utf8(bytes).ok()?.trim_start();
        let list = json.starts_with('[');
        let first =
            if list { serde_json::from_str::<Vec<&RawValue>>(json).ok()?.first()?.get() } else { json };
        let fields: std::collections::BTreeMap<String, IgnoredAny> = serde_json::from_str(first).ok()?;
        Some(Shape { list, names: fields.into_keys().collect() })
    }

    /// Whether all these fields are there.
    pub(super) fn has(&self, names: &[&str]) -> bool {
        names.iter().all(|name| self.names.contains(*name))
    }
}

impl Told {
    /// Takes over what was told while fields were read.
    pub(super) fn heard(&mut self, reader: Reader) {
        for notice in reader.notices {
            self.tell(&notice.path, notice.what);
        }
        self.add_unlisted(reader.unlisted);
    }
}
