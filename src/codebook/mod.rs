//! Promise: what marks mean in a project is written down once, and each change of it is a version.

mod difference;
mod edit;
mod fault;
mod starter;

pub use difference::{Difference, differences};
pub use edit::Edit;
pub use fault::{Fault, LABEL_LIMIT, Part, Wrong};

/// What a group of people has agreed on: when to mark what, which labels notes have, and what more
/// is asked of each claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Codebook {
    /// What it is called.
    pub name: String,
    /// Which state of it this is, from 1 on. Each edit raises it.
    pub version: u32,
    /// When to mark a claim, a source and a cue; at most one rule for each.
    pub rules: Vec<Rule>,
    /// The labels of notes.
    pub labels: Vec<Label>,
    /// What more is asked of each claim.
    pub fields: Vec<FieldDef>,
}

/// What a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Claims.
    Claim,
    /// Mentions of sources.
    Source,
    /// Cues.
    Cue,
}

impl Subject {
    /// All of them.
    pub const ALL: [Subject; 3] = [Subject::Claim, Subject::Source, Subject::Cue];
}

/// How to decide whether something is to be marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// What is decided about.
    pub subject: Subject,
    /// What it is, in a sentence or two.
    pub definition: String,
    /// When to mark it; may be empty.
    pub when: String,
    /// When not to; may be empty.
    pub when_not: String,
    /// Sentences that show it.
    pub examples: Vec<String>,
}

/// What a note can be marked as.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Label {
    /// What it is called; marks carry this name.
    pub name: String,
    /// How its marks look.
    pub colour: Colour,
    /// The character that marks the selection with it, in lower case.
    pub key: Option<char>,
    /// What it means; may be empty.
    pub definition: String,
    /// Sentences that show it.
    pub examples: Vec<String>,
}

/// How the marks of a label look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Colour {
    /// Grey.
    #[default]
    Grey,
    /// Red.
    Red,
    /// Orange.
    Orange,
    /// Yellow.
    Yellow,
    /// Green.
    Green,
    /// Teal.
    Teal,
    /// Blue.
    Blue,
    /// Pink.
    Pink,
}

impl Colour {
    /// All of them.
    pub const ALL: [Colour; 8] = [
        Colour::Grey,
        Colour::Red,
        Colour::Orange,
        Colour::Yellow,
        Colour::Green,
        Colour::Teal,
        Colour::Blue,
        Colour::Pink,
    ];
}

/// Something more that is asked of each claim.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FieldDef {
    /// What it is called; answers carry this name.
    pub name: String,
    /// What is asked; may be empty.
    pub definition: String,
    /// How it is answered.
    pub kind: FieldKind,
}

/// How a field is answered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum FieldKind {
    /// With one of these.
    Choice(Vec<String>),
    /// With yes or no.
    YesNo,
    /// In words.
    #[default]
    Text,
    /// With a number.
    Number,
}

impl Rule {
    /// A rule that says nothing yet.
    #[must_use]
    pub fn empty(subject: Subject) -> Rule {
        Rule {
            subject,
            definition: String::new(),
            when: String::new(),
            when_not: String::new(),
            examples: Vec::new(),
        }
    }
}

impl Codebook {
    /// What each mark is stamped with: name and version.
    ///
    /// ```
    /// use sayso::codebook::Codebook;
    /// assert_eq!(Codebook::starter().stamp(), "Claims and sources, version 1");
    /// ```
    #[must_use]
    pub fn stamp(&self) -> String {
        format!("{}, version {}", self.name, self.version)
    }

    /// The label of this name.
    #[must_use]
    pub fn label(&self, name: &str) -> Option<&Label> {
        self.labels.iter().find(|label| label.name == name)
    }

    /// The label whose key this is.
    #[must_use]
    pub fn label_of_key(&self, key: char) -> Option<&Label> {
        self.labels.iter().find(|label| label.key == Some(key))
    }
}
