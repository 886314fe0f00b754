//! Lines that say who wrote a text, when, and how long it takes to read.

use super::calendar::{is_month, is_weekday};
use super::dates::dated;
use super::endings::{at_most, ends_sentence};
use super::names::{is_name, is_person, is_person_with_role, only_names};

/// The longest byline, in characters.
const LONGEST: usize = 160;

/// What stands before the name of a writer.
const LABELS: &[&str] = &[
    "by",
    "words by",
    "written by",
    "story by",
    "text by",
    "reported by",
    "reporting by",
    "posted by",
    "published by",
    "von",
    "par",
    "por",
];

/// Organisations that sign with their own name.
const AGENCIES: &[&str] =
    &["Associated Press", "The Associated Press", "AP", "Reuters", "AFP", "dpa", "Staff"];

/// Marks between the parts of a byline.
const SEPARATORS: &[&str] = &["|", "•", "·", " — ", " – ", " - ", " / ", "\t"];

/// What a byline says. `None` is what it does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Byline<'t> {
    /// The name, or the names, without the *By*.
    pub(super) writer: Option<&'t str>,
    /// The day of publication in the words of the line.
    pub(super) published: Option<&'t str>,
    /// Whether it could not be a headline as well: *Tom Ashe, reporter, dies* could.
    pub(super) sure: bool,
}

impl<'t> Byline<'t> {
    /// What two parts of one line say together.
    fn and(self, other: Byline<'t>) -> Byline<'t> {
        Byline {
            writer: self.writer.or(other.writer),
            published: self.published.or(other.published),
            sure: self.sure || other.sure,
        }
    }
}

/// Reads a byline. `None` if the line is none, or may as well be a sentence.
pub(super) fn byline(line: &str) -> Option<Byline<'_>> {
    if !at_most(line, LONGEST) {
        return None;
    }
    let parts = parts(line);
    let told: Vec<Option<Byline<'_>>> = parts.iter().map(|part| tell(part)).collect();
    let silent_are_names =
        parts.iter().zip(&told).all(|(p, told)| told.is_some() || is_name(p) || is_count(p));
    let all = told.into_iter().flatten().reduce(Byline::and);
    all.filter(|_| silent_are_names)
}

/// The parts between separators, without white space at their edges.
fn parts(line: &str) -> Vec<&str> {
    let mut parts = vec![line];
    for separator in SEPARATORS {
        parts = parts.into_iter().flat_map(|part| part.split(separator)).collect();
    }
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// What one part says; `None` if it is no part of a byline that can be told by itself.
fn tell(part: &str) -> Option<Byline<'_>> {
    if ends_sentence(part) && !part.ends_with("a.m.") && !part.ends_with("p.m.") {
        return None;
    }
    if let Some(dated) = dated(part) {
        return Some(Byline { writer: None, published: dated.day(), sure: true });
    }
    if let Some(signed) = after_label(part) {
        return signature(signed);
    }
    let dated = trailing_date(part).filter(|(name, day)| is_name(name) && day.is_some());
    let published = dated.and_then(|(_, day)| day);
    let sure = is_reading_time(part);
    let known = sure || published.is_some() || AGENCIES.contains(&part) || is_person_with_role(part);
    known.then_some(Byline { writer: None, published, sure })
}

/// What follows *By*. It starts with a capital, or with a letter of a script that has none.
fn after_label(part: &str) -> Option<&str> {
    LABELS.iter().find_map(|label| {
        let head = part.get(..label.len()).filter(|head| head.eq_ignore_ascii_case(label))?;
        let rest = part.get(head.len()..)?;
        let name = rest.trim_start_matches([':', ' ']);
        let starts = name.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
        // *Von* and the like are words of a sentence unless they begin it.
        let begins = label.len() != 3 || head.starts_with(char::is_uppercase);
        (name.len() < rest.len() && starts && begins).then_some(name)
    })
}

/// The name, and the date if one follows it: `Nadia Feld, The Lowmarsh Courier, 4 March 2026`.
fn signature(words: &str) -> Option<Byline<'_>> {
    let (names, published) = trailing_date(words).unwrap_or((words, None));
    let names = only_names(names);
    let first = names.split_whitespace().next()?;
    // *By Monday* and *By March the board …* are no signatures; *By April Jones* is.
    let by_a_day = (is_month(first) || is_weekday(first)) && !is_person(names);
    let few = words.split_whitespace().count() <= 20;
    (few && !by_a_day).then_some(Byline { writer: Some(names), published, sure: true })
}

/// The words before a date at the end, and the date if it says enough.
fn trailing_date(words: &str) -> Option<(&str, Option<&str>)> {
    words.match_indices([',', ' ']).find_map(|(at, _)| {
        let day = dated(words.get(at + 1..)?.trim_start())?.day();
        Some((words.get(..at)?, day))
    })
}

/// `2 mins read`, `5 min. read`, `Reading time: 5 minutes`, `3 Min. Lesezeit`.
fn is_reading_time(part: &str) -> bool {
    let lower = part.to_lowercase().replace('-', " ");
    let minutes = lower.split_whitespace().any(|word| word.starts_with("min"));
    let reading = ["read", "reading", "lesezeit", "lecture", "lectura"];
    let says_reading = lower.split([' ', ':']).any(|word| reading.contains(&word));
    let figure = lower.contains(|c: char| c.is_ascii_digit());
    minutes && says_reading && figure && lower.split_whitespace().count() <= 5
}

/// `512 words`.
fn is_count(part: &str) -> bool {
    part.split_once(' ').is_some_and(|(number, unit)| {
        number.bytes().all(|byte| byte.is_ascii_digit())
            && matches!(unit, "words" | "comments" | "comment" | "shares")
    })
}

#[cfg(test)]
mod tests;
