//! Fields that are carried along unread.

use serde::ser::{Serialize, SerializeMap as _, Serializer};
use serde_json::value::RawValue;

use crate::article::Foreign;

/// Fields of a newer file, written as they came.
pub(in crate::format) struct Carried<'a>(pub(in crate::format) &'a Foreign);

impl Serialize for Carried<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let fields = &self.0.0;
        let mut map = serializer.serialize_map(Some(fields.len()))?;
        for (name, value) in fields {
            match serde_json::from_str::<&RawValue>(value) {
                Ok(raw) => map.serialize_entry(name, raw)?,
                // Not JSON, so it was not read from a file: kept as text rather than lost.
                Err(_) => map.serialize_entry(name, value)?,
            }
        }
        map.end()
    }
}
