//! Restoring a backup: what it has and we lack comes in, and nothing sound is written over.

use super::gone::Goners;
use super::load::{Aside, Why};
use super::{Journal, Keepsake, Key, KeyValue, StoreError};
use crate::article::ArticleId;
use crate::format::entry::{EntryError, Gone, Past, Replaced, Snapshot, decode};
use crate::format::sha256_hex;

/// What came of restoring a backup.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Adopted {
    /// How many keys came in.
    pub added: usize,
    /// How many were here already, or need not be.
    pub known: usize,
    /// How many took the place of a damaged value, which was set aside.
    pub healed: usize,
    /// What cannot be read, and why. It was left out.
    pub refused: Vec<Aside>,
    /// The articles that something came in for, or that are back.
    pub articles: Vec<ArticleId>,
    /// Why the store did not take the rest, if it did not.
    pub trouble: Option<StoreError>,
}

impl<S: KeyValue> Journal<S> {
    /// Takes in what a backup holds, key by key. An article that was deleted for good and is in the
    /// backup is back; what the backup itself says is gone stays out.
    pub fn adopt(&mut self, entries: Vec<(String, String)>) -> Adopted {
        let mut adopted = Adopted::default();
        let gone = goners(&entries);
        let mut brought = Vec::new();
        for (key, value) in in_order(entries) {
            let parsed = Key::parse(&key);
            if parsed.article().is_some_and(|id| gone.holds(id)) {
                continue;
            }
            if let Err(why) = sound(&parsed, &key, &value) {
                adopted.refused.push(Aside { key, value, why });
                continue;
            }
            match self.adopt_one(&parsed, &key, &value) {
                Ok(how) => adopted.count(how, parsed.article(), &mut brought),
                Err(trouble) => {
                    adopted.trouble = Some(trouble);
                    return adopted;
                }
            }
        }
        adopted.trouble = self.bring_back(brought, &mut adopted.articles).err();
        adopted
    }

    fn adopt_one(&self, parsed: &Key, key: &str, value: &str) -> Result<How, StoreError> {
        let is_here = match parsed {
            Key::Text(sha256) => self.has_text(sha256)?,
            Key::Here | Key::Gone(_) | Key::Other => true,
            _ => self.may_go(key) && !parsed.article().is_some_and(|id| self.gone.holds(id)),
        };
        let old = if is_here { None } else { self.store.get(key)? };
        if is_here || old.as_ref().is_some_and(|old| sound(parsed, key, old).is_ok()) {
            return Ok(How::Known);
        }
        self.replace(key, value)?;
        Ok(if old.is_some() { How::Healed } else { How::Added })
    }

    /// Lifts the note that they are gone from all articles that were brought.
    fn bring_back(
        &mut self,
        brought: Vec<ArticleId>,
        articles: &mut Vec<ArticleId>,
    ) -> Result<(), StoreError> {
        for id in brought {
            if self.gone.holds(&id) {
                self.note_gone(&id, true)?;
                articles.push(id);
            }
        }
        articles.sort_unstable();
        articles.dedup();
        Ok(())
    }
}

/// What became of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    Added,
    Known,
    Healed,
}

impl Adopted {
    fn count(&mut self, how: How, article: Option<&ArticleId>, brought: &mut Vec<ArticleId>) {
        match how {
            How::Added => self.added += 1,
            How::Known => self.known += 1,
            How::Healed => self.healed += 1,
        }
        let Some(id) = article else { return };
        if !brought.contains(id) {
            brought.push(id.clone());
        }
        if how != How::Known && !self.articles.contains(id) {
            self.articles.push(id.clone());
        }
    }
}

/// Texts before what is read in them, and what is folded before what is not.
fn in_order(mut entries: Vec<(String, String)>) -> Vec<(String, String)> {
    entries.sort_by_key(|(key, _)| match Key::parse(key) {
        Key::Text(_) => 0,
        Key::Past(_) => 1,
        Key::Snapshot(_) => 2,
        _ => 3,
    });
    entries
}

/// What the backup itself says is gone.
fn goners(entries: &[(String, String)]) -> Goners {
    let note = |(key, value): &(String, String)| match Key::parse(key) {
        Key::Gone(parsed) => Some((parsed, Gone::decode(value, key).ok()?)),
        _ => None,
    };
    Goners::of(entries.iter().filter_map(note).collect())
}

/// The last moment that a calendar in a browser has, in milliseconds since 1970.
const END_OF_TIME: u64 = 8_640_000_000_000_000;

/// Whether a value is what its key says.
fn sound(parsed: &Key, key: &str, value: &str) -> Result<(), Why> {
    let latest = match parsed {
        Key::Entry(_) => decode(value, key).map(|raw| raw.at().0.unsigned_abs()),
        Key::Snapshot(_) => Snapshot::decode(value, key).map(|raw| raw.latest()),
        Key::Past(_) => Past::decode(value, key).map(|_| 0),
        Key::Kept(kept) => Keepsake::decode(kept, value).map(|_| 0),
        Key::Aside(_) => Replaced::decode(value, key).map(|_| 0),
        Key::Text(sha256) if sha256_hex(value) != *sha256 => return Err(Why::OtherText),
        Key::Unknown => return Err(Why::UnknownKey),
        Key::Newer => Err(EntryError::Newer { version: newer(key) }),
        Key::Text(_) | Key::Gone(_) | Key::Here | Key::Other => Ok(0),
    };
    let latest = latest.map_err(Why::Entry)?.max(parsed.turn().map_or(0, |turn| turn.time));
    if latest > END_OF_TIME { Err(Why::BeyondTime) } else { Ok(()) }
}

/// The version that a key names.
fn newer(key: &str) -> u64 {
    key.split('/').nth(1).and_then(|version| version.parse().ok()).unwrap_or_default()
}
