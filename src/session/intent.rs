//! Everything a person can ask of a session: a closed list, so one place shows what can happen.

use super::{Record, RecordId};
use crate::annotation::{Answer, Evidence, Form, MarkId, MarkKind, Source, SourceId, Verdict};
use crate::article::Details;
use crate::text::{Span, Spans};

/// What a person asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Intent {
    /// Mark these spans.
    Mark(MarkKind, Spans),
    /// Mark these spans as a note under this label.
    MarkLabel(String, Spans),
    /// Mark who makes this claim and with which word, and tie the claim to them.
    TakeTelling(MarkId, Told),
    /// Give a mark other spans; all that is tied to it stays.
    SetBounds(MarkId, Spans),
    /// Add a span to a mark.
    AddSpan(MarkId, Span),
    /// Take one span out of a mark, by its number in reading order; the last one stays.
    RemoveSpan(MarkId, usize),
    /// Take a mark in hand.
    Take(MarkId),
    /// Have nothing in hand.
    LetGo,
    /// Remove a mark.
    RemoveMark(MarkId),
    /// This voice, and no other, makes the claim.
    Tie(MarkId, SourceId),
    /// This voice makes the claim as well; if it does already, it no longer does.
    Join(MarkId, SourceId),
    /// The article names nobody for the claim; if that is set already, it is open again.
    NoSource(MarkId),
    /// Tie a mark just made to its nearest sensible partner, if there is one.
    TieNearest(MarkId),
    /// Set how a claim is told.
    SetForm(MarkId, Form),
    /// Set whether a claim holds.
    SetVerdict(MarkId, Verdict),
    /// Write a mark's note.
    SetNote(MarkId, String),
    /// Write the label of a note mark.
    SetLabel(MarkId, String),
    /// Set the tags of a mark.
    SetTags(MarkId, Vec<String>),
    /// Set one piece of a claim's evidence by its number; one more than there are is added.
    SetEvidence(MarkId, usize, Evidence),
    /// Take one piece of a claim's evidence away.
    RemoveEvidence(MarkId, usize),
    /// Answer an extra field of a claim, or take the answer away.
    SetField(MarkId, String, Option<Answer>),
    /// Enter a voice by name, and tie a claim to it.
    AddSource(String, Option<MarkId>),
    /// Replace what is known about a voice.
    EditSource(Source),
    /// Remove a voice with its mentions and ties.
    RemoveSource(SourceId),
    /// Two voices are one: all mentions and ties of the first go to the second.
    MergeSources {
        /// The voice that goes.
        from: SourceId,
        /// The voice that stays.
        into: SourceId,
    },
    /// A mention speaks of a voice of its own; ties that go through it follow.
    SplitMention(MarkId),
    /// A mention speaks of this voice: *he* is Ilse Varga. Ties that go through it follow.
    Refer(MarkId, SourceId),
    /// Replace what is known about the article.
    EditDetails(Details),
    /// Bring in what a file says: what is not here is added, what was changed later replaces.
    Merge(Vec<Record>),
    /// Take the article out of the library.
    RemoveArticle,
    /// Put it back.
    RestoreArticle,
    /// Take the last step back.
    Undo,
    /// Make the last undone step again.
    Redo,
    /// Give the article's present state a name.
    NameState(String),
    /// Make the records what they were at some moment, which the text names.
    RestoreState(Vec<Record>, String),
    /// These marks are right where they stand now, though a new version of the text has moved or
    /// changed their words.
    Accept(Vec<MarkId>),
    /// Make a record what another tab had made of it, where the version here had won; `None` if the
    /// other tab had removed it.
    TakeOther(RecordId, Option<Record>),
}

/// Who makes a claim and with which word, as places in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Told {
    /// Who says it.
    pub source: Option<Span>,
    /// The word that says so.
    pub cue: Option<Span>,
}

/// Which way to go through the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Towards the end.
    Next,
    /// Towards the beginning.
    Previous,
}
