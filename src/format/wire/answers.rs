//! Answers to extra fields, as they are written.

use serde::ser::{Serialize, SerializeMap as _, Serializer};
use serde_json::value::RawValue;

use crate::annotation::Answer;

/// The answers of a mark: an object of texts, `true` or `false`, and numbers.
pub(in crate::format) struct Answers<'a>(pub(in crate::format) &'a [(String, Answer)]);

impl Answers<'_> {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Answers<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, answer) in self.0 {
            match answer {
                Answer::Text(text) => map.serialize_entry(name, text)?,
                Answer::YesNo(yes) => map.serialize_entry(name, yes)?,
                Answer::Number(number) => match serde_json::from_str::<&RawValue>(number) {
                    Ok(raw) => map.serialize_entry(name, raw)?,
                    // Not a number that JSON knows: kept as text rather than lost.
                    Err(_) => map.serialize_entry(name, number)?,
                },
            }
        }
        map.end()
    }
}
