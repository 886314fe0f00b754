//! Marks: what a person highlighted.

use std::rc::Rc;

use super::{Answer, Claim, Drift, Place, SourceId, Timestamp};
use crate::article::Foreign;
use crate::text::{Spans, Text};

/// The name of a mark that never changes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MarkId(pub Rc<str>);

impl From<&str> for MarkId {
    fn from(id: &str) -> MarkId {
        MarkId(id.into())
    }
}

impl std::fmt::Display for MarkId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// The four kinds of mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MarkKind {
    /// What is said.
    Claim,
    /// A mention of who says it.
    Source,
    /// The word that ties them: *said*, *according to*.
    Cue,
    /// Anything else, under a label of the person's own.
    Note,
}

impl MarkKind {
    /// All kinds, in the order of the toolbar.
    pub const ALL: [MarkKind; 4] = [MarkKind::Claim, MarkKind::Source, MarkKind::Cue, MarkKind::Note];
}

/// One mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Its name, for ever.
    pub id: MarkId,
    /// Where it stands.
    pub place: Place,
    /// What kind it is, with what only that kind has.
    pub content: Content,
    /// What the person wrote about it.
    pub note: String,
    /// Words to find it by.
    pub tags: Vec<String>,
    /// Answers to the extra fields of a codebook, by the name of the field and sorted by it.
    pub fields: Vec<(String, Answer)>,
    /// Who made it; empty if not said.
    pub creator: String,
    /// The codebook and its version that were in force at the last change; empty if there was none.
    pub codebook: String,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed.
    pub modified: Timestamp,
    /// How it came to stand elsewhere or over other words than it was made on, until somebody says
    /// that it is right so.
    pub drift: Option<Drift>,
    /// Fields of a newer file that this version does not know.
    pub foreign: Foreign,
}

/// What only one kind of mark has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// What is said, by whom, and whether it holds.
    Claim(Claim),
    /// A mention of a voice in the register.
    Source(SourceId),
    /// A cue.
    Cue,
    /// A note under a label, which may be empty.
    Note(String),
}

impl Mark {
    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> MarkKind {
        match self.content {
            Content::Claim(_) => MarkKind::Claim,
            Content::Source(_) => MarkKind::Source,
            Content::Cue => MarkKind::Cue,
            Content::Note(_) => MarkKind::Note,
        }
    }

    /// Its spans; `None` for an orphan.
    #[must_use]
    pub fn spans(&self) -> Option<&Spans> {
        match &self.place {
            Place::Placed(spans) => Some(spans),
            Place::Orphan(_) => None,
        }
    }

    /// The claim, if it is one.
    #[must_use]
    pub fn claim(&self) -> Option<&Claim> {
        match &self.content {
            Content::Claim(claim) => Some(claim),
            _ => None,
        }
    }

    /// The voice it mentions, if it is a mention.
    #[must_use]
    pub fn mentions(&self) -> Option<&SourceId> {
        match &self.content {
            Content::Source(source) => Some(source),
            _ => None,
        }
    }

    /// The words it marks: from the text where it is placed, from its anchors where it is not.
    #[must_use]
    pub fn quote(&self, text: &Text) -> String {
        match &self.place {
            Place::Placed(spans) => spans.quote(text),
            Place::Orphan(anchors) => {
                anchors.iter().map(|a| a.quote.as_str()).collect::<Vec<_>>().join(" … ")
            }
        }
    }
}
