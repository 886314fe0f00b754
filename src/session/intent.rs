//! Everything a person can ask of a session: a closed list, so one place shows what can happen.

use super::Record;
use crate::annotation::{Form, MarkId, MarkKind, Source, SourceId, Verdict};
use crate::article::Details;
use crate::text::Spans;

/// What a person asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Intent {
    /// Mark these spans.
    Mark(MarkKind, Spans),
    /// Take a mark in hand.
    Take(MarkId),
    /// Take the next or the previous mark in hand.
    Go(Direction),
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
    /// Enter a voice by name, and tie a claim to it.
    AddSource(String, Option<MarkId>),
    /// Replace what is known about a voice.
    EditSource(Source),
    /// Remove a voice with its mentions and ties.
    RemoveSource(SourceId),
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
}

/// Which way to go through the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Towards the end.
    Next,
    /// Towards the beginning.
    Previous,
}
