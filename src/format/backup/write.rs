//! What is stored becomes a file.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{FORMAT, VERSION};
use crate::annotation::Timestamp;
use crate::format::native::time;

#[derive(serde::Serialize)]
struct File<'a> {
    format: &'static str,
    version: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    exported: Option<String>,
    #[serde(skip_serializing_if = "str::is_empty")]
    generator: &'a str,
    entries: Entries<'a>,
}

/// Keys and values as one object, in the order given.
struct Entries<'a>(&'a [(String, String)]);

impl Serialize for Entries<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

/// Writes keys and their values as one file, an entry on each line. `generator` names the program that
/// writes, and may be empty.
#[must_use]
pub fn encode(entries: &[(String, String)], exported: Timestamp, generator: &str) -> String {
    let exported = time::write(exported);
    let file = File { format: FORMAT, version: VERSION, exported, generator, entries: Entries(entries) };
    #[expect(clippy::expect_used, reason = "strings and numbers under string keys cannot fail")]
    let json = serde_json::to_string_pretty(&file).expect("strings and numbers are JSON");
    json + "\n"
}
