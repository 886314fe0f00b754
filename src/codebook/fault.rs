//! What a codebook may hold, and what is wrong with one that does not keep to it.

use super::{Codebook, FieldDef, FieldKind, Label, Rule};

/// The most labels.
pub const LABEL_LIMIT: usize = 40;
/// The most extra fields.
const FIELD_LIMIT: usize = 20;
/// The most choices of a field, and the most examples of a rule or a label.
const LIST_LIMIT: usize = 50;
/// The most characters of a name or a choice.
const NAME_LIMIT: usize = 80;
/// The most characters of a definition, a rule or an example.
const TEXT_LIMIT: usize = 2_000;
/// The most characters in all, so that several versions fit into a browser's room.
const TOTAL_LIMIT: usize = 100_000;

/// What is wrong with a codebook, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub part: Part,
    /// What.
    pub wrong: Wrong,
}

/// A part of a codebook, with its name as far as it has one. Numbers count from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// The whole.
    Codebook,
    /// A rule.
    Rule(usize),
    /// A label.
    Label(usize, String),
    /// An extra field.
    Field(usize, String),
}

/// What is wrong with a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// It has no name.
    NoName,
    /// A text in it is longer than it may be.
    TooLong {
        /// Its characters.
        length: usize,
        /// The most it may have.
        limit: usize,
    },
    /// It has more of something than it may: labels, fields, choices, examples.
    TooMany {
        /// How many.
        count: usize,
        /// The most there may be.
        limit: usize,
    },
    /// Another one before it has the same name, or is about the same.
    SameName,
    /// A label before it has the same key.
    SameKey {
        /// The key.
        key: char,
        /// The name of the other label.
        other: String,
    },
    /// This character cannot be a key: a digit, white space, or an upper-case letter.
    OddKey(char),
    /// It is a choice with nothing to choose from.
    NoChoices,
}

impl Codebook {
    /// Makes sure that it keeps the limits and that its parts can be told apart.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong, and where.
    pub fn check(&self) -> Result<(), Fault> {
        self.check_whole().map_err(|wrong| Fault { part: Part::Codebook, wrong })?;
        for (at, rule) in self.rules.iter().enumerate() {
            self.check_rule(at, rule).map_err(|wrong| Fault { part: Part::Rule(at), wrong })?;
        }
        for (at, label) in self.labels.iter().enumerate() {
            let fault = |wrong| Fault { part: Part::Label(at, label.name.clone()), wrong };
            self.check_label(at, label).map_err(fault)?;
        }
        for (at, field) in self.fields.iter().enumerate() {
            let fault = |wrong| Fault { part: Part::Field(at, field.name.clone()), wrong };
            self.check_field(at, field).map_err(fault)?;
        }
        Ok(())
    }

    fn check_whole(&self) -> Result<(), Wrong> {
        name(&self.name)?;
        count(self.labels.len(), LABEL_LIMIT)?;
        count(self.fields.len(), FIELD_LIMIT)?;
        let length = self.length();
        if length > TOTAL_LIMIT { Err(Wrong::TooLong { length, limit: TOTAL_LIMIT }) } else { Ok(()) }
    }

    fn check_rule(&self, at: usize, rule: &Rule) -> Result<(), Wrong> {
        if self.rules.iter().take(at).any(|other| other.subject == rule.subject) {
            return Err(Wrong::SameName);
        }
        for text in [&rule.definition, &rule.when, &rule.when_not] {
            length(text, TEXT_LIMIT)?;
        }
        list(&rule.examples, TEXT_LIMIT)
    }

    fn check_label(&self, at: usize, label: &Label) -> Result<(), Wrong> {
        name(&label.name)?;
        for other in self.labels.iter().take(at) {
            if other.name == label.name {
                return Err(Wrong::SameName);
            }
            if let Some(key) = label.key.filter(|key| other.key == Some(*key)) {
                return Err(Wrong::SameKey { key, other: other.name.clone() });
            }
        }
        if let Some(key) = label.key.filter(|key| !may_be_key(*key)) {
            return Err(Wrong::OddKey(key));
        }
        length(&label.definition, TEXT_LIMIT)?;
        list(&label.examples, TEXT_LIMIT)
    }

    fn check_field(&self, at: usize, field: &FieldDef) -> Result<(), Wrong> {
        name(&field.name)?;
        if self.fields.iter().take(at).any(|other| other.name == field.name) {
            return Err(Wrong::SameName);
        }
        length(&field.definition, TEXT_LIMIT)?;
        match &field.kind {
            FieldKind::Choice(choices) if choices.is_empty() => Err(Wrong::NoChoices),
            FieldKind::Choice(choices) => {
                list(choices, NAME_LIMIT)?;
                choices.iter().try_for_each(|choice| name(choice))
            }
            FieldKind::YesNo | FieldKind::Text | FieldKind::Number => Ok(()),
        }
    }

    /// Characters in all.
    fn length(&self) -> usize {
        let rules = self.rules.iter().map(|rule| {
            characters(&rule.definition)
                + characters(&rule.when)
                + characters(&rule.when_not)
                + total(&rule.examples)
        });
        let labels = self
            .labels
            .iter()
            .map(|label| characters(&label.name) + characters(&label.definition) + total(&label.examples));
        let fields = self.fields.iter().map(|field| {
            let choices = if let FieldKind::Choice(choices) = &field.kind { total(choices) } else { 0 };
            characters(&field.name) + characters(&field.definition) + choices
        });
        rules.chain(labels).chain(fields).sum()
    }
}

/// Digits choose sources, and a letter must be there without Shift.
fn may_be_key(key: char) -> bool {
    let lower = key.to_lowercase().eq([key]);
    lower && !key.is_whitespace() && !key.is_control() && !key.is_ascii_digit()
}

fn name(name: &str) -> Result<(), Wrong> {
    if name.trim().is_empty() { Err(Wrong::NoName) } else { length(name, NAME_LIMIT) }
}

fn length(text: &str, limit: usize) -> Result<(), Wrong> {
    let length = characters(text);
    if length > limit { Err(Wrong::TooLong { length, limit }) } else { Ok(()) }
}

fn list(texts: &[String], limit: usize) -> Result<(), Wrong> {
    count(texts.len(), LIST_LIMIT)?;
    texts.iter().try_for_each(|text| length(text, limit))
}

fn count(count: usize, limit: usize) -> Result<(), Wrong> {
    if count > limit { Err(Wrong::TooMany { count, limit }) } else { Ok(()) }
}

fn total(texts: &[String]) -> usize {
    texts.iter().map(|text| characters(text)).sum()
}

fn characters(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(spoil: impl FnOnce(&mut Codebook), part: Part, wrong: Wrong) {
        let mut codebook = Codebook::starter();
        spoil(&mut codebook);
        assert_eq!(codebook.check(), Err(Fault { part, wrong }));
    }

    #[test]
    fn names_are_there_and_differ() {
        check(|c| c.name = " ".into(), Part::Codebook, Wrong::NoName);
        check(|c| c.labels[1].name.clear(), Part::Label(1, String::new()), Wrong::NoName);
        let opinion = Part::Label(2, "Opinion".into());
        check(|c| c.labels[2].name = "Opinion".into(), opinion, Wrong::SameName);
        let record = Part::Field(1, "On the record".into());
        check(|c| c.fields[1].name = "On the record".into(), record, Wrong::SameName);
        check(|c| c.rules[1].subject = crate::codebook::Subject::Claim, Part::Rule(1), Wrong::SameName);
    }

    #[test]
    fn keys_are_characters_of_their_own() {
        let part = || Part::Label(3, "Check this".into());
        let same = Wrong::SameKey { key: 'i', other: "Opinion".into() };
        check(|c| c.labels[3].key = Some('i'), part(), same);
        for odd in ['5', 'Q', ' ', '\n'] {
            check(|c| c.labels[3].key = Some(odd), part(), Wrong::OddKey(odd));
        }
        let mut codebook = Codebook::starter();
        codebook.labels[3].key = Some('ß');
        codebook.labels[2].key = Some('!');
        codebook.labels[1].key = None;
        assert_eq!(codebook.check(), Ok(()));
    }

    #[test]
    fn what_is_too_much_says_how_much() {
        let many = Wrong::TooMany { count: 41, limit: 40 };
        check(|c| c.labels = vec![Label::default(); 41], Part::Codebook, many);
        let long = Wrong::TooLong { length: 81, limit: 80 };
        check(|c| c.name = "ß".repeat(81), Part::Codebook, long);
        let long = Wrong::TooLong { length: 2_001, limit: 2_000 };
        check(|c| c.rules[2].when_not = "x".repeat(2_001), Part::Rule(2), long);
        let many = Wrong::TooMany { count: 51, limit: 50 };
        check(|c| c.rules[0].examples = vec!["x".into(); 51], Part::Rule(0), many);
        let mut codebook = Codebook::starter();
        codebook.labels[0].examples = vec!["x".repeat(2_000); 50];
        assert!(matches!(
            codebook.check(),
            Err(Fault { part: Part::Codebook, wrong: Wrong::TooLong { .. } })
        ));
    }

    #[test]
    fn a_choice_offers_something() {
        let part = || Part::Field(1, "Topic".into());
        check(|c| c.fields[1].kind = FieldKind::Choice(Vec::new()), part(), Wrong::NoChoices);
        check(|c| c.fields[1].kind = FieldKind::Choice(vec![" ".into()]), part(), Wrong::NoName);
    }
}
