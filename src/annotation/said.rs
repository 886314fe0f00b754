//! Claims: what is said, by whom, how, and whether it holds.

use super::{MarkId, SourceId};
use crate::article::Foreign;

/// What only a claim has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Claim {
    /// Whose say-so it is.
    pub said_by: SaidBy,
    /// How it is told; `None` while nobody has said.
    pub form: Option<Form>,
    /// Whether it holds.
    pub verdict: Verdict,
    /// What the verdict rests on.
    pub evidence: Vec<Evidence>,
}

/// Whose say-so a claim is.
///
/// That an article names nobody is a finding, and not the same as not having looked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum SaidBy {
    /// Not tied to anybody yet.
    #[default]
    Open,
    /// The article gives no source.
    Nobody,
    /// One voice, or several in a joint statement. Never empty.
    Sources(Vec<Attribution>),
}

impl SaidBy {
    /// The ties; none if it is open or nobody's.
    #[must_use]
    pub fn attributions(&self) -> &[Attribution] {
        match self {
            SaidBy::Sources(attributions) => attributions,
            SaidBy::Open | SaidBy::Nobody => &[],
        }
    }

    /// Takes the ties out, to be put back with others; what has none stays as it is.
    #[must_use]
    pub fn take(&mut self) -> Vec<Attribution> {
        match self {
            SaidBy::Sources(attributions) => std::mem::take(attributions),
            SaidBy::Open | SaidBy::Nobody => Vec::new(),
        }
    }

    /// Whether this voice is among them.
    #[must_use]
    pub fn has(&self, source: &SourceId) -> bool {
        self.attributions().iter().any(|a| a.source == *source)
    }

    /// These ties, or open if there is none left.
    #[must_use]
    pub fn or_open(attributions: Vec<Attribution>) -> SaidBy {
        if attributions.is_empty() { SaidBy::Open } else { SaidBy::Sources(attributions) }
    }
}

/// One tie from a claim to a voice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribution {
    /// The voice in the register.
    pub source: SourceId,
    /// The mention of it that goes with this claim, if it is marked.
    pub mention: Option<MarkId>,
    /// The cue that ties them, if it is marked.
    pub cue: Option<MarkId>,
    /// Fields of a newer file that this version does not know.
    pub foreign: Foreign,
}

impl Attribution {
    /// A tie to a voice and nothing more.
    #[must_use]
    pub fn to(source: SourceId) -> Attribution {
        Attribution { source, mention: None, cue: None, foreign: Foreign::default() }
    }
}

/// How a claim is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// In the source's own words, between quotation marks.
    Direct,
    /// In the writer's words.
    Reported,
    /// Partly quoted.
    Mixed,
}

impl Form {
    /// All forms.
    pub const ALL: [Form; 3] = [Form::Direct, Form::Reported, Form::Mixed];
}

/// Whether a claim holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Verdict {
    /// Nobody has checked.
    #[default]
    Unchecked,
    /// The evidence bears it out.
    Supported,
    /// The evidence is divided.
    Disputed,
    /// The evidence contradicts it.
    Refuted,
    /// It was checked, and cannot be told.
    CannotTell,
}

impl Verdict {
    /// All verdicts.
    pub const ALL: [Verdict; 5] =
        [Verdict::Unchecked, Verdict::Supported, Verdict::Disputed, Verdict::Refuted, Verdict::CannotTell];
}

/// Something a verdict rests on. An empty string means unknown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Evidence {
    /// Where it is.
    pub url: String,
    /// The passage that matters.
    pub quote: String,
    /// What the person says of it.
    pub note: String,
    /// The day it was looked at.
    pub accessed: String,
    /// Fields of a newer file that this version does not know.
    pub foreign: Foreign,
}
