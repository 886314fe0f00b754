//! The stored form of what the journal notes for itself.
//!
//! ```text
//! 9d3c11f0 {"v":2,"article":"0198f2a0"}
//! 77a01be2 {"v":2,"key":"sayso/2/…","value":"…"}
//! ```

use super::{EntryError, VERSION, seal};
use crate::format::json::Reader;

/// An article was deleted for good, or is back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    /// The article's name.
    pub article: String,
    /// Whether it is back.
    pub back: bool,
}

#[derive(serde::Serialize)]
struct GoneLine<'a> {
    v: u64,
    article: &'a str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    back: bool,
}

impl Gone {
    /// Writes it to be stored under `key`.
    #[must_use]
    pub fn encode(&self, key: &str) -> String {
        seal::write(&GoneLine { v: VERSION, article: &self.article, back: self.back }, key)
    }

    /// Reads what was stored under `key`.
    ///
    /// # Errors
    ///
    /// If the value or its key was changed since it was written, or if a newer version wrote it.
    pub fn decode(value: &str, key: &str) -> Result<Gone, EntryError> {
        let mut reader = Reader::strict();
        let mut line = seal::line(value, key, VERSION, &mut reader)?;
        let gone = Gone { article: line.needed_text("article")?, back: line.flag("back")? };
        line.dismiss(&mut reader)?;
        Ok(gone)
    }
}

/// What stood under a key before a sound value took its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// The key it stood under.
    pub key: String,
    /// The value, whole.
    pub value: String,
}

#[derive(serde::Serialize)]
struct ReplacedLine<'a> {
    v: u64,
    key: &'a str,
    value: &'a str,
}

impl Replaced {
    /// Writes it to be stored under `under`.
    #[must_use]
    pub fn encode(&self, under: &str) -> String {
        seal::write(&ReplacedLine { v: VERSION, key: &self.key, value: &self.value }, under)
    }

    /// Reads what was stored under `under`.
    ///
    /// # Errors
    ///
    /// If the value or its key was changed since it was written, or if a newer version wrote it.
    pub fn decode(value: &str, under: &str) -> Result<Replaced, EntryError> {
        let mut reader = Reader::strict();
        let mut line = seal::line(value, under, VERSION, &mut reader)?;
        let replaced = Replaced { key: line.needed_text("key")?, value: line.needed_text("value")? };
        line.dismiss(&mut reader)?;
        Ok(replaced)
    }
}

#[derive(serde::Serialize)]
struct Fact {
    v: u64,
}

/// Writes, to be stored under `key`, that what the key says is so.
#[must_use]
pub fn encode_fact(key: &str) -> String {
    seal::write(&Fact { v: VERSION }, key)
}

/// Reads what [`encode_fact`] wrote.
///
/// # Errors
///
/// If the value or its key was changed since it was written, or if a newer version wrote it.
pub fn decode_fact(value: &str, key: &str) -> Result<(), EntryError> {
    let mut reader = Reader::strict();
    let line = seal::line(value, key, VERSION, &mut reader)?;
    Ok(line.dismiss(&mut reader)?)
}
