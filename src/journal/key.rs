//! The names under which things are stored. They are published: other versions rely on them.

use std::fmt;

use crate::article::ArticleId;

/// What all keys of this program begin with.
pub(super) const OURS: &str = "sayso/";

/// What a key stands for.
///
/// ```
/// use sayso::journal::Key;
/// let Key::Entry(key) = Key::parse("sayso/1/a7/1772618400000-tab1-0") else { panic!("an entry") };
/// assert_eq!((&*key.article.0, key.time, key.tab.as_str(), key.n), ("a7", 1_772_618_400_000, "tab1", 0));
/// assert_eq!(Key::parse("sayso/settings"), Key::Other);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Key {
    /// An entry: `sayso/1/<article>/<time>-<tab>-<n>`.
    Entry(EntryKey),
    /// A text under its SHA-256: `sayso/1/text/<sha256>`.
    Text(String),
    /// What is kept beside the articles: `sayso/1/settings.<time>-<tab>-<n>`, `sayso/1/codebook.…`.
    Kept(KeptKey),
    /// Something of a newer version of the journal: `sayso/<version>/…`.
    Newer,
    /// Something under `sayso/1/` that this version did not write.
    Unknown,
    /// Nothing of the journal's.
    Other,
}

impl Key {
    /// What a key stands for.
    #[must_use]
    pub fn parse(key: &str) -> Key {
        let Some((version, rest)) = key.strip_prefix(OURS).and_then(|rest| rest.split_once('/')) else {
            return Key::Other;
        };
        match version.parse::<u32>() {
            Ok(1) => Key::of_this_version(rest),
            Ok(2..) => Key::Newer,
            Ok(0) | Err(_) => Key::Other,
        }
    }

    fn of_this_version(rest: &str) -> Key {
        if let Some(hash) = rest.strip_prefix("text/").filter(|hash| is_hash(hash)) {
            return Key::Text(hash.to_owned());
        }
        let kept = KeptKey::parse(rest).map(Key::Kept);
        kept.or_else(|| EntryKey::parse(rest).map(Key::Entry)).unwrap_or(Key::Unknown)
    }

    /// The key of a text.
    pub(super) fn text(sha256: &str) -> String {
        format!("{OURS}1/text/{sha256}")
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
    /// When it was made, in milliseconds since 1970.
    pub time: u64,
    /// The tab that made it.
    pub tab: String,
    /// Which of the entries of that tab in that millisecond it is, counted from 0.
    pub n: u64,
}

impl EntryKey {
    /// Article ids may hold anything, so the parts are taken from the end.
    fn parse(rest: &str) -> Option<EntryKey> {
        let (article, name) = rest.rsplit_once('/')?;
        let (time, tab, n) = parts(name)?;
        let key = EntryKey { article: article.into(), time, tab, n };
        // Two keys must never name the same entry, so `+5` and `05` are not read as 5.
        (key.to_string().strip_prefix("sayso/1/") == Some(rest)).then_some(key)
    }
}

/// What is kept beside the articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing {
    /// How a person likes to work.
    Settings,
    /// What marks mean.
    Codebook,
}

impl Thing {
    /// All of them.
    pub const ALL: [Thing; 2] = [Thing::Settings, Thing::Codebook];

    fn word(self) -> &'static str {
        match self {
            Thing::Settings => "settings",
            Thing::Codebook => "codebook",
        }
    }
}

/// The key of something kept beside the articles; the greatest of a thing is the one that counts.
/// Entries have a slash after their article, whatever it is called, and these keys have none.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct KeptKey {
    /// What it is.
    pub thing: Thing,
    /// When it was kept, in milliseconds since 1970.
    pub time: u64,
    /// The tab that kept it.
    pub tab: String,
    /// Which of the states of that tab in that millisecond it is, counted from 0.
    pub n: u64,
}

impl KeptKey {
    fn parse(rest: &str) -> Option<KeptKey> {
        let (word, name) = rest.split_once('.')?;
        let thing = Thing::ALL.into_iter().find(|thing| thing.word() == word)?;
        let (time, tab, n) = parts(name)?;
        let key = KeptKey { thing, time, tab, n };
        (!name.contains('/') && key.to_string().strip_prefix("sayso/1/") == Some(rest)).then_some(key)
    }
}

impl fmt::Display for KeptKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{OURS}1/{}.{:013}-{}-{}", self.thing.word(), self.time, self.tab, self.n)
    }
}

/// The time, the tab and the number that a key ends with.
fn parts(name: &str) -> Option<(u64, String, u64)> {
    let (time, tab_and_n) = name.split_once('-')?;
    let (tab, n) = tab_and_n.rsplit_once('-')?;
    Some((time.parse().ok()?, tab.to_owned(), n.parse().ok()?))
}

impl fmt::Display for EntryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{OURS}1/{}/{:013}-{}-{}", self.article, self.time, self.tab, self.n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HASH: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    fn check(article: &str, time: u64, tab: &str, n: u64, expected: &str) {
        let key = EntryKey { article: article.into(), time, tab: tab.to_owned(), n };
        assert_eq!(key.to_string(), expected);
        assert_eq!(Key::parse(expected), Key::Entry(key));
    }

    #[test]
    fn entry_keys_are_read_as_they_are_written() {
        check("a", 1_772_618_400_000, "t", 0, "sayso/1/a/1772618400000-t-0");
        check("a", 5, "t", 12, "sayso/1/a/0000000000005-t-12");
        check("a", 17_726_184_000_000, "", 0, "sayso/1/a/17726184000000--0");
        check("text", 5, "two-part", 0, "sayso/1/text/0000000000005-two-part-0");
        check("with/slash 🙂", 5, "t", 0, "sayso/1/with/slash 🙂/0000000000005-t-0");
        check("", 5, "t", 0, "sayso/1//0000000000005-t-0");
    }

    #[test]
    fn other_keys_are_told_apart() {
        assert_eq!(Key::parse(&Key::text(HASH)), Key::Text(HASH.to_owned()));
        for newer in ["sayso/2/a/x", "sayso/17/", "sayso/2/text/y"] {
            assert_eq!(Key::parse(newer), Key::Newer, "{newer}");
        }
        for unknown in [
            "sayso/1/",
            "sayso/1/a",
            "sayso/1/text/abc",
            "sayso/1/a/5-t-0",
            "sayso/1/a/0000000000005-t-00",
            "sayso/1/a/0000000000005-t-+1",
            "sayso/1/a/x-t-0",
            "sayso/1/a/0000000000005",
        ] {
            assert_eq!(Key::parse(unknown), Key::Unknown, "{unknown}");
        }
        for other in ["", "sayso", "sayso/", "sayso/theme", "sayso/settings/x", "other/1/a/b", "sayso/0/a"] {
            assert_eq!(Key::parse(other), Key::Other, "{other}");
        }
    }

    #[test]
    fn what_is_kept_beside_the_articles_is_never_taken_for_an_entry() {
        let key = |thing| KeptKey { thing, time: 5, tab: "t".to_owned(), n: 1 };
        for (printed, thing) in [
            ("sayso/1/settings.0000000000005-t-1", Thing::Settings),
            ("sayso/1/codebook.0000000000005-t-1", Thing::Codebook),
        ] {
            assert_eq!(key(thing).to_string(), printed);
            assert_eq!(Key::parse(printed), Key::Kept(key(thing)));
        }
        check("settings", 5, "t", 1, "sayso/1/settings/0000000000005-t-1");
        check(
            "settings.0000000000005-t-1",
            5,
            "t",
            1,
            "sayso/1/settings.0000000000005-t-1/0000000000005-t-1",
        );
        for unknown in ["sayso/1/settings", "sayso/1/settings.5-t-1", "sayso/1/rules.0000000000005-t-1"] {
            assert_eq!(Key::parse(unknown), Key::Unknown, "{unknown}");
        }
    }

    #[test]
    fn numbers_count_as_numbers() {
        let n = |n| EntryKey { article: "a".into(), time: 5, tab: "t".into(), n };
        assert!(n(9) < n(10));
    }
}
