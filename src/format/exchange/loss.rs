//! What a format cannot carry.

use super::forget;
use crate::format::native::Document;

/// Something that a file cannot carry, and what becomes of it there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Loss {
    // ---- the article ----
    /// The names that tell this article, its sources and its marks from all others: opened again, they are
    /// others. Sources are renamed in the order of the register, marks in reading order, those on the same
    /// stretch by kind.
    Names,
    /// The title.
    Title,
    /// The byline.
    Byline,
    /// The publisher.
    Publisher,
    /// The address.
    Address,
    /// The day it was published.
    Published,
    /// The day it was taken from there.
    Retrieved,
    /// The language.
    Language,
    /// Which article it is a new version of.
    Follows,
    /// The text, with its blocks, its emphasis and its links: of marks only the words are left, not where they
    /// stand.
    Text,
    /// Headings, quotations and the like: every line is a paragraph.
    Blocks,
    /// Emphasis and links.
    Inlines,
    /// Characters that no XML can hold; U+FFFD stands in their place, in the text and everywhere else.
    ControlCharacters,
    /// What goes beyond 32,000 UTF-16 units of a text that a person or a page wrote.
    LongTexts,
    /// Fields of a newer version of the program.
    NewerFields,

    // ---- the register ----
    /// What sources are called: they go by the words of their first mention.
    SourceNames,
    /// What kind of voice they are.
    SourceKinds,
    /// What they are or do.
    SourceRoles,
    /// The reason for not naming them.
    Reasons,
    /// What was written about them.
    SourceNotes,
    /// Sources that are mentioned nowhere; what they say has no source yet.
    SilentSources,
    /// Sources that are neither mentioned nor tied to a claim.
    UnusedSources,
    /// References that lead nowhere: nameless sources stand in for sources that are not there, mentions of
    /// another source and cues that are none go.
    LooseEnds,

    // ---- marks ----
    /// Marks whose place was not found in the text.
    Orphans,
    /// Marks that are mentions of sources.
    Mentions,
    /// Marks that are cues.
    Cues,
    /// Marks that are notes.
    Notes,
    /// The labels of notes.
    Labels,
    /// What was written about marks.
    Comments,
    /// Tags.
    Tags,
    /// Answers to the fields of a codebook.
    Answers,
    /// Who made marks.
    Creators,
    /// The codebook in force.
    Codebooks,
    /// When marks were made and changed.
    Times,
    /// When marks were last changed.
    Changes,
    /// That marks stand elsewhere or over other words than they were made on.
    Drift,
    /// Line ends between pieces and at the edges of marks: pieces that only they separate are one, and marks on
    /// nothing else go.
    LineEnds,
    /// White space at the edges of marks and between pieces that nothing else separates; marks on nothing else
    /// go.
    Edges,
    /// Marks on words that another mark of their kind is on: the one that comes first in the article stays.
    Overlaps,
    /// Line breaks and tabs in what people wrote: spaces stand in their place.
    NoteBreaks,
    /// Marks of several pieces: each piece is a mark of its own, of the same source.
    Pieces,

    // ---- claims ----
    /// Whether they are quoted.
    Forms,
    /// Whether they hold.
    Verdicts,
    /// What that rests on.
    Evidence,
    /// When evidence was looked at.
    EvidenceDays,
    /// That the article gives no source: it looks as if nobody had looked.
    Findings,
    /// All sources of a joint statement but the first.
    JointSources,
    /// Which mention goes with which claim.
    TieMentions,
    /// Which cue goes with which claim.
    TieCues,
    /// Ties to a source that no mention goes with.
    SilentTies,
    /// All ties between claims and sources.
    Ties,
}

impl Loss {
    /// Makes an article forget it, and says how many records that changed.
    pub fn forget(self, document: &mut Document) -> usize {
        forget::forget(self, document)
    }
}

/// What a file does not carry of what was written to it: for each loss how many records it changed, in the
/// order in which they were forgotten; only those that changed something.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Losses(pub Vec<(Loss, usize)>);

impl Losses {
    /// The articles without what a format cannot carry, and the account of it.
    #[must_use]
    pub fn of(documents: &[Document], loses: &[Loss]) -> (Vec<Document>, Losses) {
        let mut kept = documents.to_vec();
        let mut losses = Vec::new();
        for loss in loses {
            let changed: usize = kept.iter_mut().map(|document| loss.forget(document)).sum();
            if changed > 0 {
                losses.push((*loss, changed));
            }
        }
        (kept, Losses(losses))
    }

    /// Whether the file carries everything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
