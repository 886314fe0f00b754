//! Lists of phrases, written so that they can be read.

use std::sync::OnceLock;

/// A list of phrases in lower case. It is written as one string with `|` between the phrases, so
/// that a long list takes few lines, and is split on first use.
pub(super) struct Phrases {
    written: &'static str,
    split: OnceLock<Vec<&'static str>>,
}

impl Phrases {
    pub(super) const fn new(written: &'static str) -> Phrases {
        Phrases { written, split: OnceLock::new() }
    }

    /// Whether the words are one of the phrases.
    pub(super) fn has(&self, lower: &str) -> bool {
        self.all().contains(&lower)
    }

    /// Whether the words start with one of the phrases, and not in the midst of a longer word.
    pub(super) fn begin(&self, lower: &str) -> bool {
        self.rests(lower).any(|(phrase, rest)| {
            !phrase.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric)
        })
    }

    /// What follows each phrase with which the words start.
    pub(super) fn rests<'a>(&'a self, lower: &'a str) -> impl Iterator<Item = (&'static str, &'a str)> {
        self.all().iter().filter_map(|phrase| Some((*phrase, lower.strip_prefix(phrase)?)))
    }

    fn all(&self) -> &[&'static str] {
        self.split.get_or_init(|| self.written.split('|').map(str::trim).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::Phrases;

    #[test]
    fn a_phrase_is_whole_words() {
        let phrases = Phrases::new("share | sign up for | more: | ©");
        assert!(phrases.has("share") && !phrases.has("shares") && !phrases.has(""));
        for words in ["share this", "sign up for it", "more:bridges", "©2026"] {
            assert!(phrases.begin(words), "{words}");
        }
        for words in ["shares", "sign up forever", "more bridges", "", "sha"] {
            assert!(!phrases.begin(words), "{words}");
        }
    }
}
