//! What the pencil is doing: seen on the screen, never stored.

use crate::annotation::MarkId;
use crate::article::{Unit, Way};
use crate::session::Told;
use crate::text::{ByteOffset, Spans};

/// What is being done in the open article with the pencil.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pencil {
    /// The caret of the keyboard, while it is shown.
    pub caret: Option<Caret>,
    /// The bounds of the mark in hand while a handle is being pulled.
    pub drawn: Option<Spans>,
    /// The list of the marks at a place where several overlap.
    pub overlap: Option<Overlap>,
    /// Who seems to say the claim just marked, and with which word; not marked yet.
    pub telling: Option<Preview>,
    /// The mark that is being placed; it is the one in hand.
    pub placing: Option<MarkId>,
}

/// A caret: where a selection began and where it ends now; the same place twice if nothing is
/// selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Caret {
    /// Where it began.
    pub anchor: ByteOffset,
    /// Where it ends now.
    pub focus: ByteOffset,
}

/// Several marks over one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overlap {
    /// The place.
    pub at: ByteOffset,
    /// The marks, the shortest first.
    pub marks: Vec<MarkId>,
    /// Whether it was asked for with the keyboard, and takes the focus.
    pub focused: bool,
}

/// A proposal that waits for a yes or a no.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The claim it is about.
    pub claim: MarkId,
    /// Where who says it stands, and the cue.
    pub told: Told,
}

/// How far an arrow key goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stride {
    /// A character, a word, a sentence or a block.
    By(Unit),
    /// A line of the screen.
    Line,
    /// To the end of the line of the screen.
    LineEnd,
    /// To the end of the article.
    Article,
}

/// A move of the caret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    /// How far.
    pub stride: Stride,
    /// Which way.
    pub way: Way,
    /// Whether the selection follows.
    pub extend: bool,
}
