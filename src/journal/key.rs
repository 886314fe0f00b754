//! The names under which things are stored. They are published: other versions rely on them.

use std::fmt;

use crate::article::ArticleId;
use crate::format::entry::Turn;

mod kept;
#[cfg(test)]
mod tests;

pub use kept::{KeptKey, Thing};

/// What all keys of this program begin with.
pub(super) const OURS: &str = "sayso/";

/// What a key stands for.
///
/// ```
/// use sayso::journal::Key;
/// let Key::Entry(key) = Key::parse("sayso/2/a7/1772618400000-tab1-0") else { panic!("an entry") };
/// assert_eq!((&*key.article.0, key.turn.time), ("a7", 1_772_618_400_000));
/// assert_eq!(Key::parse("sayso/settings"), Key::Other);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Key {
    /// An entry: `sayso/2/<article>/<time>-<tab>-<n>`.
    Entry(EntryKey),
    /// What an article had become: `sayso/2/<article>/snapshot.<time>-<tab>-<n>`.
    Snapshot(FoldKey),
    /// The entries that were folded into a snapshot: `sayso/2/<article>/past.<time>-<tab>-<n>`.
    Past(FoldKey),
    /// A text under its SHA-256: `sayso/2/text/<sha256>`.
    Text(String),
    /// What is kept beside the articles: `sayso/2/settings.<time>-<tab>-<n>`, `sayso/2/codebook.…`.
    Kept(KeptKey),
    /// An article was deleted for good, or is back: `sayso/2/gone.<time>-<tab>-<n>`.
    Gone(GoneKey),
    /// What stood under another key before a sound value took its place: `sayso/2/aside.<sha256>`.
    Aside(String),
    /// This version has been here, so that older ones stop writing: `sayso/2/here`.
    Here,
    /// Something of a newer version of the journal: `sayso/<version>/…`.
    Newer,
    /// Something under `sayso/1/` or `sayso/2/` that no version so far has written.
    Unknown,
    /// Nothing of the journal's.
    Other,
}

/// How keys are laid out: the version of the journal that wrote them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layout {
    /// Entries, texts, settings and the codebook alone.
    One,
    /// This one.
    Two,
}

impl Layout {
    fn prefix(self) -> &'static str {
        match self {
            Layout::One => "sayso/1/",
            Layout::Two => "sayso/2/",
        }
    }
}

impl Key {
    /// What a key stands for.
    #[must_use]
    pub fn parse(key: &str) -> Key {
        let Some((version, rest)) = key.strip_prefix(OURS).and_then(|rest| rest.split_once('/')) else {
            return Key::Other;
        };
        match version.parse::<u32>() {
            Ok(1) if version == "1" => Key::within(Layout::One, rest),
            Ok(2) if version == "2" => Key::of_this_version(rest),
            Ok(3..) => Key::Newer,
            Ok(_) | Err(_) => Key::Other,
        }
    }

    /// What both versions have.
    fn within(layout: Layout, rest: &str) -> Key {
        if let Some(hash) = rest.strip_prefix("text/").filter(|hash| is_hash(hash)) {
            return Key::Text(hash.to_owned());
        }
        let kept = KeptKey::parse(layout, rest).map(Key::Kept);
        kept.or_else(|| EntryKey::parse(layout, rest).map(Key::Entry)).unwrap_or(Key::Unknown)
    }

    fn of_this_version(rest: &str) -> Key {
        if rest == "here" {
            return Key::Here;
        }
        if let Some(hash) = rest.strip_prefix("aside.").filter(|hash| is_hash(hash)) {
            return Key::Aside(hash.to_owned());
        }
        if let Some(turn) =
            rest.strip_prefix("gone.").filter(|name| !name.contains('/')).and_then(Turn::parse)
        {
            return Key::Gone(GoneKey { turn });
        }
        match FoldKey::parse(rest) {
            Some(key) if key.part == Part::Snapshot => Key::Snapshot(key),
            Some(key) => Key::Past(key),
            None => Key::within(Layout::Two, rest),
        }
    }

    /// The article that a key belongs to.
    #[must_use]
    pub fn article(&self) -> Option<&ArticleId> {
        match self {
            Key::Entry(key) => Some(&key.article),
            Key::Snapshot(key) | Key::Past(key) => Some(&key.article),
            _ => None,
        }
    }

    /// The turn that a key ends with.
    pub(super) fn turn(&self) -> Option<&Turn> {
        match self {
            Key::Entry(key) => Some(&key.turn),
            Key::Snapshot(key) | Key::Past(key) => Some(&key.turn),
            Key::Kept(key) => Some(&key.turn),
            Key::Gone(key) => Some(&key.turn),
            _ => None,
        }
    }

    /// The key of a text.
    pub(super) fn text(sha256: &str) -> String {
        format!("{}text/{sha256}", Layout::Two.prefix())
    }

    /// The key that version 1 gave a text.
    pub(super) fn old_text(sha256: &str) -> String {
        format!("{}text/{sha256}", Layout::One.prefix())
    }

    /// The key of what stood somewhere before it was replaced.
    pub(super) fn aside(sha256: &str) -> String {
        format!("{}aside.{sha256}", Layout::Two.prefix())
    }

    /// The key that says that this version has been here.
    pub(super) fn here() -> String {
        format!("{}here", Layout::Two.prefix())
    }
}

fn is_hash(hash: &str) -> bool {
    hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

/// The key of an entry. Within an article, entries are replayed in the order of their keys.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct EntryKey {
    /// The article it belongs to.
    pub article: ArticleId,
    /// Its place in the order of all writes.
    pub turn: Turn,
    /// The version that wrote it.
    pub layout: Layout,
}

impl EntryKey {
    /// Article ids may hold anything, so the parts are taken from the end.
    fn parse(layout: Layout, rest: &str) -> Option<EntryKey> {
        let (article, name) = rest.rsplit_once('/')?;
        Some(EntryKey { article: article.into(), turn: Turn::parse(name)?, layout })
    }
}

impl fmt::Display for EntryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}/{}", self.layout.prefix(), self.article, self.turn)
    }
}

/// What a fold leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// What the article had become.
    Snapshot,
    /// The entries that led there.
    Past,
}

impl Part {
    fn word(self) -> &'static str {
        match self {
            Part::Snapshot => "snapshot.",
            Part::Past => "past.",
        }
    }
}

/// The key of what a fold leaves. A snapshot and its past have the same turn.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FoldKey {
    /// The article it belongs to.
    pub article: ArticleId,
    /// The turn of the fold.
    pub turn: Turn,
    /// Which of the two it is.
    pub part: Part,
}

impl FoldKey {
    fn parse(rest: &str) -> Option<FoldKey> {
        let (article, name) = rest.rsplit_once('/')?;
        let part = [Part::Snapshot, Part::Past].into_iter().find(|part| name.starts_with(part.word()))?;
        let turn = Turn::parse(name.strip_prefix(part.word())?)?;
        Some(FoldKey { article: article.into(), turn, part })
    }
}

impl fmt::Display for FoldKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}/{}{}", Layout::Two.prefix(), self.article, self.part.word(), self.turn)
    }
}

/// The key of the note that an article was deleted for good, or is back.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct GoneKey {
    /// When that was; of two notes on an article the later counts.
    pub turn: Turn,
}

impl fmt::Display for GoneKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}gone.{}", Layout::Two.prefix(), self.turn)
    }
}
