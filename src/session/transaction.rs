//! Transactions: the only thing that is applied, stored, sent to other tabs and undone.

use super::Change;
use crate::annotation::{Mark, Timestamp};

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
    /// To what: a quote, a name, a title; may be empty. Where there are two, [`Step::both`] has them.
    pub object: String,
}

/// Stands between two objects of a step. No keyboard has it, so nobody types it.
const AND: char = '\u{1f}';

impl Step {
    /// The first and the second object; the second is empty if there is only one.
    #[must_use]
    pub fn both(&self) -> (&str, &str) {
        self.object.split_once(AND).unwrap_or((&self.object, ""))
    }
}

/// Two objects of a step as one.
pub(super) fn pair(first: &str, second: &str) -> String {
    format!("{first}{AND}{second}")
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
    /// A mark was given other spans.
    SetBounds,
    /// A span was added to a mark.
    AddSpan,
    /// A span was taken out of a mark.
    RemoveSpan,
    /// Two voices became one.
    MergeSources,
    /// A mention became a voice of its own.
    SplitMention,
    /// A mention was found to speak of another voice.
    Refer,
    /// Evidence was written.
    SetEvidence,
    /// Evidence was taken away.
    RemoveEvidence,
    /// A mark was given tags.
    SetTags,
    /// An extra field was answered.
    SetField,
    /// A note was made under a label.
    MarkLabel,
    /// The state of the article was given a name.
    NameState,
    /// An earlier state was brought back.
    RestoreState,
    /// Of two versions of a record, the one that had lost was taken.
    TakeOther,
    /// Marks were found right where they stand now.
    Accept,
}

impl Verb {
    /// All verbs.
    pub const ALL: [Verb; 34] = [
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
        Verb::SetBounds,
        Verb::AddSpan,
        Verb::RemoveSpan,
        Verb::MergeSources,
        Verb::SplitMention,
        Verb::Refer,
        Verb::SetEvidence,
        Verb::RemoveEvidence,
        Verb::SetTags,
        Verb::SetField,
        Verb::MarkLabel,
        Verb::NameState,
        Verb::RestoreState,
        Verb::TakeOther,
        Verb::Accept,
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
    /// Four unused ids, in order: for a mark, a voice, and another mark and voice.
    pub ids: [String; 4],
    /// The codebook in force, by name and version, for each mark that is made or changed; may be
    /// empty.
    pub codebook: String,
}

impl Stamp {
    /// Writes on a mark when and under which codebook it was changed. Without a codebook the mark
    /// keeps what it says.
    pub(super) fn press(&self, mark: &mut Mark) {
        mark.modified = self.at;
        if !self.codebook.is_empty() {
            mark.codebook.clone_from(&self.codebook);
        }
    }
}

/// A transaction before it is stamped.
pub(super) struct Draft {
    pub(super) change: Change,
    pub(super) verb: Verb,
    pub(super) object: String,
}

impl Draft {
    /// `None` if nothing would change; a name is kept for its own sake.
    pub(super) fn sign(self, origin: Origin, stamp: &Stamp) -> Option<Transaction> {
        let says = self.verb == Verb::NameState || !self.change.is_empty();
        let step = Step { verb: self.verb, object: self.object };
        let (at, by) = (stamp.at, stamp.by.clone());
        says.then_some(Transaction { change: self.change, step, origin, at, by })
    }
}
