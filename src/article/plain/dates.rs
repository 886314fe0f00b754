//! Lines that are a date and nothing else.

use super::calendar::{Certainty, certainty, is_month, is_weekday};

/// What a line says before the day on which the text first appeared.
const PUBLISHED: &[&str] = &[
    "first published on",
    "first published",
    "published online",
    "published on",
    "published",
    "posted on",
    "posted",
    "date",
    "veröffentlicht am",
    "veröffentlicht",
    "publié le",
    "publicado el",
];

/// What a line says before the day on which the text was changed.
const UPDATED: &[&str] = &[
    "last updated on",
    "last updated",
    "last modified",
    "updated on",
    "updated",
    "aktualisiert am",
    "aktualisiert",
    "mis à jour le",
    "actualizado el",
];

/// What a line of dates says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dated<'t> {
    /// The day on which the text appeared, in the words of the line.
    Published(&'t str),
    /// A day that says too little to be kept, or another day than that of publication.
    Otherwise,
}

impl<'t> Dated<'t> {
    /// The day on which the text appeared, if it is said.
    pub(super) fn day(self) -> Option<&'t str> {
        match self {
            Dated::Published(day) => Some(day),
            Dated::Otherwise => None,
        }
    }
}

/// Reads a line, or a part of one, that is a date and nothing else: `4 March 2026`,
/// `Published: 2026-03-04, 10:30 a.m.`, `Updated yesterday`. `None` for any other words.
pub(super) fn dated(words: &str) -> Option<Dated<'_>> {
    if without_label(words, UPDATED).is_some() {
        return Some(Dated::Otherwise);
    }
    let first = before_update(words);
    let labelled = without_label(first, PUBLISHED);
    let day = labelled.unwrap_or(first);
    match certainty(day) {
        Some(Certainty::Year) => Some(Dated::Published(day)),
        Some(Certainty::Day) => Some(Dated::Otherwise),
        None => (labelled.is_some() || is_ago(words)).then_some(Dated::Otherwise),
    }
}

/// What stands before an `Updated …` in the midst of a line.
fn before_update(words: &str) -> &str {
    let at = [" Updated", " updated", " UPDATED", " Last updated", "(Updated"]
        .iter()
        .filter_map(|w| words.find(w));
    let first = at.min().and_then(|at| words.get(..at));
    first.map_or(words, |first| first.trim_end_matches([' ', ',', ';', '(', '-', '–', '—', '|']))
}

/// The rest of the words after one of the labels, whatever its case, if it says when.
/// *Published reports differ* does not.
fn without_label<'t>(words: &'t str, labels: &[&str]) -> Option<&'t str> {
    labels.iter().find_map(|label| {
        let head = words.get(..label.len()).filter(|head| head.to_lowercase() == *label)?;
        let rest = words.get(head.len()..)?;
        let bare = rest.trim_start_matches([':', ' ']);
        let says_when = rest.starts_with(':') || (rest.starts_with(' ') && starts_like_a_time(bare));
        says_when.then_some(bare)
    })
}

fn starts_like_a_time(words: &str) -> bool {
    let first = words.split([' ', ',']).next().unwrap_or_default();
    let adverbs = ["today", "yesterday", "online", "just", "on", "at"];
    let figure = first.starts_with(|c: char| c.is_ascii_digit());
    figure || is_month(first) || is_weekday(first) || adverbs.contains(&first.to_lowercase().as_str())
}

/// `3 hours ago`.
fn is_ago(words: &str) -> bool {
    words.ends_with(" ago")
        && words.starts_with(|c: char| c.is_ascii_digit())
        && words.split(' ').count() == 3
}

#[cfg(test)]
mod tests {
    use super::{Dated, dated};

    #[test]
    fn a_plain_date_is_kept_in_its_words() {
        fn check(words: &str, day: &str) {
            assert_eq!(dated(words), Some(Dated::Published(day)), "{words}");
        }
        for day in ["4 March 2026", "March 4, 2026", "Wednesday, 4th March 2026", "4 Mar. 2026", "March 2026"]
        {
            check(day, day);
        }
        for day in ["2026-03-04", "04/03/2026", "4.3.2026", "4.3.26", "2026-03-04T10:30:00Z", "2026年3月4日"]
        {
            check(day, day);
        }
        for day in ["4. März 2026, 10:30 Uhr", "le 1er août 2026 à 9:15", "4 de marzo de 2026"] {
            check(day, day);
        }
        check("Published 4 March 2026", "4 March 2026");
        check("PUBLISHED: March 4, 2026 at 10:30 a.m. EST", "March 4, 2026 at 10:30 a.m. EST");
        check("Published March 4, 2026 – Updated March 5, 2026", "March 4, 2026");
        check("Veröffentlicht am 4. März 2026", "4. März 2026");
    }

    #[test]
    fn what_says_too_little_is_not_kept() {
        for words in
            ["4 March", "Updated 4 March 2026", "Last updated: yesterday", "3 hours ago", "Published online"]
        {
            assert_eq!(dated(words), Some(Dated::Otherwise), "{words}");
        }
    }

    #[test]
    fn a_sentence_about_a_day_is_no_date() {
        for words in ["", "March", "2026", "On 4 March the bridge closed", "May", "The 4 March 2026 report"] {
            assert_eq!(dated(words), None, "{words}");
        }
        for words in ["99 March 2026x", "1234-56-78", "4/4", "10:30", "Dateline Lowmarsh", "Updatedness"] {
            assert_eq!(dated(words), None, "{words}");
        }
    }
}
