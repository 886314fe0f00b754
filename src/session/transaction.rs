//! Transactions: the only thing that is applied, stored, sent to other tabs and undone.

use super::Change;
use crate::annotation::Timestamp;

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transaction {
    /// What it does to the records.
    pub change: Change,
    /// What it is called, for *Undo*, the history and the live region.
    pub step: Step,
    /// Where it comes from.
    pub origin: Origin,
    /// When it was made.
    pub at: Timestamp,
    /// Who made it; empty if not said.
    pub by: String,
}

/// Where a transaction comes from; only [`Origin::Local`] steps can be undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// The person in front of the page.
    Local,
    /// The last step, taken back.
    Undo,
    /// The last undone step, made again.
    Redo,
    /// Another tab.
    Remote,
    /// A file, or the article's first entry.
    Import,
}

/// The name of a step, as data: the `words` room says it in a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What was done.
    pub verb: Verb,
    /// To what: a quote, a name, a title; may be empty.
    pub object: String,
}

/// What a step does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verb {
    /// An article came into the library.
    AddArticle,
    /// An article's details were changed.
    EditArticle,
    /// An article left the library.
    RemoveArticle,
    /// An article came back.
    RestoreArticle,
    /// A claim was marked.
    MarkClaim,
    /// A mention of a source was marked.
    MarkSource,
    /// A cue was marked.
    MarkCue,
    /// A note was made.
    MarkNote,
    /// A mark was removed.
    RemoveMark,
    /// A claim was tied to a voice.
    Tie,
    /// A tie was taken away.
    Untie,
    /// A claim was found to have no source.
    NoSource,
    /// A claim's form was set.
    SetForm,
    /// A claim's verdict was set.
    SetVerdict,
    /// A mark's note was written.
    SetNote,
    /// A note mark's label was written.
    SetLabel,
    /// A voice was entered.
    AddSource,
    /// A voice was changed.
    EditSource,
    /// A voice was removed, with its mentions and ties.
    RemoveSource,
}

impl Verb {
    /// All verbs.
    pub const ALL: [Verb; 19] = [
        Verb::AddArticle,
        Verb::EditArticle,
        Verb::RemoveArticle,
        Verb::RestoreArticle,
        Verb::MarkClaim,
        Verb::MarkSource,
        Verb::MarkCue,
        Verb::MarkNote,
        Verb::RemoveMark,
        Verb::Tie,
        Verb::Untie,
        Verb::NoSource,
        Verb::SetForm,
        Verb::SetVerdict,
        Verb::SetNote,
        Verb::SetLabel,
        Verb::AddSource,
        Verb::EditSource,
        Verb::RemoveSource,
    ];
}

/// What planning needs from outside: the time, and names for new records. It comes in so that
/// planning is the same on every run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// Now; later than every transaction of the article so far.
    pub at: Timestamp,
    /// Who is in front of the page; empty if not said.
    pub by: String,
    /// Two unused ids, in order: a step makes at most one mark and one voice.
    pub ids: [String; 2],
}

/// A transaction before it is stamped.
pub(super) struct Draft {
    pub(super) change: Change,
    pub(super) verb: Verb,
    pub(super) object: String,
}

impl Draft {
    /// `None` if nothing would change.
    pub(super) fn sign(self, origin: Origin, stamp: &Stamp) -> Option<Transaction> {
        let step = Step { verb: self.verb, object: self.object };
        let (at, by) = (stamp.at, stamp.by.clone());
        (!self.change.is_empty()).then_some(Transaction { change: self.change, step, origin, at, by })
    }
}
