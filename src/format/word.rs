//! The words that files use for kinds, forms, verdicts and verbs.

use crate::annotation::{Form, MarkKind, SourceKind, Verdict};
use crate::article::{BlockKind, InlineKind, LinkAddress};
use crate::session::{Origin, Verb};

/// A value that files write as one fixed word.
pub(super) trait Word: Copy + 'static {
    /// All values.
    const ALL: &'static [Self];

    /// The word for this one. Words are published: they never change.
    fn word(self) -> &'static str;

    /// The value of a word; `None` if no version so far has it.
    fn of(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.word() == word)
    }
}

impl Word for BlockKind {
    const ALL: &'static [BlockKind] = &BlockKind::ALL;

    fn word(self) -> &'static str {
        match self {
            BlockKind::Title => "title",
            BlockKind::Byline => "byline",
            BlockKind::Heading => "heading",
            BlockKind::Paragraph => "paragraph",
            BlockKind::ListItem => "list item",
            BlockKind::Quotation => "quotation",
            BlockKind::Credit => "credit",
            BlockKind::Aside => "aside",
        }
    }
}

/// The word for what is set apart inside a block, and the address that it leads to, if it does.
pub(super) fn inline_words(kind: &InlineKind) -> (&'static str, &str) {
    match kind {
        InlineKind::Emphasis => ("emphasis", ""),
        InlineKind::Strong => ("strong", ""),
        InlineKind::Link(address) => ("link", address.as_str()),
    }
}

/// What these words say; `None` if no version so far has them, or if the address may not be led to.
pub(super) fn inline(word: &str, address: &str) -> Option<InlineKind> {
    match word {
        "emphasis" => Some(InlineKind::Emphasis),
        "strong" => Some(InlineKind::Strong),
        "link" => LinkAddress::new(address).map(InlineKind::Link),
        _ => None,
    }
}

impl Word for SourceKind {
    const ALL: &'static [SourceKind] = &SourceKind::ALL;

    fn word(self) -> &'static str {
        match self {
            SourceKind::NamedPerson => "named person",
            SourceKind::UnnamedPerson => "unnamed person",
            SourceKind::Organisation => "organisation",
            SourceKind::Document => "document",
            SourceKind::Other => "other",
        }
    }
}

impl Word for MarkKind {
    const ALL: &'static [MarkKind] = &MarkKind::ALL;

    fn word(self) -> &'static str {
        match self {
            MarkKind::Claim => "claim",
            MarkKind::Source => "source",
            MarkKind::Cue => "cue",
            MarkKind::Note => "note",
        }
    }
}

impl Word for Form {
    const ALL: &'static [Form] = &Form::ALL;

    fn word(self) -> &'static str {
        match self {
            Form::Direct => "direct",
            Form::Reported => "reported",
            Form::Mixed => "mixed",
        }
    }
}

impl Word for Verdict {
    const ALL: &'static [Verdict] = &Verdict::ALL;

    fn word(self) -> &'static str {
        match self {
            Verdict::Unchecked => "unchecked",
            Verdict::Supported => "supported",
            Verdict::Disputed => "disputed",
            Verdict::Refuted => "refuted",
            Verdict::CannotTell => "cannot tell",
        }
    }
}

impl Word for Origin {
    const ALL: &'static [Origin] =
        &[Origin::Local, Origin::Undo, Origin::Redo, Origin::Remote, Origin::Import];

    fn word(self) -> &'static str {
        match self {
            Origin::Local => "local",
            Origin::Undo => "undo",
            Origin::Redo => "redo",
            Origin::Remote => "remote",
            Origin::Import => "import",
        }
    }
}

impl Word for Verb {
    const ALL: &'static [Verb] = &Verb::ALL;

    fn word(self) -> &'static str {
        match self {
            Verb::AddArticle => "add-article",
            Verb::EditArticle => "edit-article",
            Verb::RemoveArticle => "remove-article",
            Verb::RestoreArticle => "restore-article",
            Verb::MarkClaim => "mark-claim",
            Verb::MarkSource => "mark-source",
            Verb::MarkCue => "mark-cue",
            Verb::MarkNote => "mark-note",
            Verb::RemoveMark => "remove-mark",
            Verb::Tie => "tie",
            Verb::Untie => "untie",
            Verb::NoSource => "no-source",
            Verb::SetForm => "set-form",
            Verb::SetVerdict => "set-verdict",
            Verb::SetNote => "set-note",
            Verb::SetLabel => "set-label",
            Verb::AddSource => "add-source",
            Verb::EditSource => "edit-source",
            Verb::RemoveSource => "remove-source",
            Verb::SetBounds => "set-bounds",
            Verb::AddSpan => "add-span",
            Verb::RemoveSpan => "remove-span",
            Verb::MergeSources => "merge-sources",
            Verb::SplitMention => "split-mention",
            Verb::Refer => "refer",
            Verb::SetEvidence => "set-evidence",
            Verb::RemoveEvidence => "remove-evidence",
            Verb::SetTags => "set-tags",
            Verb::SetField => "set-field",
            Verb::MarkLabel => "mark-label",
            Verb::Accept => "accept",
            Verb::NameState => "name-state",
            Verb::RestoreState => "restore-state",
            Verb::TakeOther => "take-other",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check<W: Word + PartialEq + std::fmt::Debug>() {
        for value in W::ALL {
            assert_eq!(W::of(value.word()), Some(*value), "{value:?} and another share a word");
        }
        assert_eq!(W::of("Claim "), None);
    }

    #[test]
    fn every_word_stands_for_one_value() {
        check::<BlockKind>();
        check::<SourceKind>();
        check::<MarkKind>();
        check::<Form>();
        check::<Verdict>();
        check::<Origin>();
        check::<Verb>();
    }
}
