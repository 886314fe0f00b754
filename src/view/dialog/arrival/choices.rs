//! What a person decides about the blocks that were found.

use std::rc::Rc;

use yew::Reducible;

use crate::article::{BlockKind, Details};
use crate::intake::{Draft, Found};
use crate::text::word_count;

/// Blocks that are drawn at first, and so many more each time.
const SOME: usize = 200;

/// A decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Choice {
    /// Keep this block, or leave it out again.
    Keep(usize),
    /// It is of another kind.
    Retype(usize, BlockKind),
    /// Keep this part, or leave it out again.
    Part(usize),
    /// Keep all blocks, or only those that were proposed.
    Whole(bool),
    /// Show the blocks that are left out from here on.
    Unfold(usize),
    /// Show more of a long article.
    More,
}

/// All decisions so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Choices {
    /// Of each block, its kind and whether it is kept.
    blocks: Vec<(BlockKind, bool)>,
    /// Whether it was proposed to be kept.
    proposed: Vec<bool>,
    /// How many words each has.
    words: Vec<usize>,
    /// Of each part, whether it is kept.
    parts: Vec<bool>,
    /// Where runs of blocks begin that were proposed to be left out and are shown all the same.
    unfolded: Vec<usize>,
    /// How many lines are drawn.
    pub(super) drawn: usize,
}

/// A line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    /// This block.
    Block(usize),
    /// A run of blocks that are left out: where it begins, and how many they are.
    Folded(usize, usize),
}

impl Choices {
    pub(super) fn of(draft: &Draft) -> Choices {
        Choices {
            blocks: draft.blocks.iter().map(|found| (found.kind, found.kept)).collect(),
            proposed: draft.blocks.iter().map(|found| found.kept).collect(),
            words: draft.blocks.iter().map(|found| word_count(&found.text())).collect(),
            parts: vec![true; draft.parts.len()],
            unfolded: Vec::new(),
            drawn: SOME,
        }
    }

    /// A block's kind, and whether it is kept.
    pub(super) fn block(&self, at: usize) -> (BlockKind, bool) {
        self.blocks.get(at).copied().unwrap_or((BlockKind::Paragraph, false))
    }

    pub(super) fn keeps_part(&self, part: usize) -> bool {
        self.parts.get(part).is_none_or(|kept| *kept)
    }

    /// Whether anything was proposed to be left out.
    pub(super) fn leaves_out(&self) -> bool {
        self.proposed.contains(&false)
    }

    /// Whether all blocks are kept.
    pub(super) fn is_whole(&self) -> bool {
        self.blocks.iter().all(|(_, kept)| *kept)
    }

    /// How many blocks and how many words will be added.
    pub(super) fn will_add(&self, draft: &Draft) -> (usize, usize) {
        let kept = |(at, found): &(usize, &Found)| self.block(*at).1 && self.keeps_part(found.part);
        let kept = draft.blocks.iter().enumerate().filter(kept);
        kept.fold((0, 0), |(blocks, words), (at, _)| {
            (blocks + 1, words + self.words.get(at).copied().unwrap_or_default())
        })
    }

    /// The draft as it was decided.
    pub(super) fn apply(&self, draft: &Draft, details: Details) -> Draft {
        let decided = |(at, found): (usize, &Found)| {
            let (kind, kept) = self.block(at);
            Found { kind, kept: kept && self.keeps_part(found.part), ..found.clone() }
        };
        let blocks = draft.blocks.iter().enumerate().map(decided).collect();
        Draft { details, blocks, ..draft.clone() }
    }

    /// The lines of the list: blocks of parts that are kept, and runs that are folded.
    pub(super) fn lines(&self, draft: &Draft) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut run: Option<usize> = None;
        for (at, found) in draft.blocks.iter().enumerate() {
            if !self.keeps_part(found.part) {
                continue;
            }
            let out = !self.proposed.get(at).copied().unwrap_or(true);
            run = if out { run.or(Some(at)) } else { None };
            let folded = run.filter(|from| !self.unfolded.contains(from) && !self.block(at).1);
            match (folded, lines.last_mut()) {
                (Some(from), Some(Line::Folded(first, count))) if *first == from => *count += 1,
                (Some(from), _) => lines.push(Line::Folded(from, 1)),
                (None, _) => lines.push(Line::Block(at)),
            }
        }
        lines
    }
}

impl Reducible for Choices {
    type Action = Choice;

    fn reduce(self: Rc<Self>, choice: Choice) -> Rc<Self> {
        let mut next = Choices::clone(&self);
        match choice {
            Choice::Keep(at) => next.blocks.get_mut(at).into_iter().for_each(|(_, kept)| *kept = !*kept),
            Choice::Retype(at, to) => next.blocks.get_mut(at).into_iter().for_each(|(kind, _)| *kind = to),
            Choice::Part(part) => next.parts.get_mut(part).into_iter().for_each(|kept| *kept = !*kept),
            Choice::Whole(whole) => {
                for ((_, kept), proposed) in next.blocks.iter_mut().zip(&self.proposed) {
                    *kept = whole || *proposed;
                }
            }
            Choice::Unfold(from) => next.unfolded.push(from),
            Choice::More => next.drawn += SOME,
        }
        Rc::new(next)
    }
}
