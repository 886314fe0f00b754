//! Links from marks, as INCEpTION has them: to further pieces, and from claims to who says them and how.

use std::collections::{BTreeMap, BTreeSet};

use super::graph::Graph;
use super::others::Skipped;
use super::schema::{LINK, PIECE};
use super::types::{Class, short};
use super::{BY_CUE, PIECE_OF, SAID_BY};
use crate::annotation::{Attribution, Content, Mark, MarkId, SaidBy, SourceId};
use crate::format::exchange::labels::number;
use crate::format::json::{Flaw, Reader};

/// The links of all marks.
#[derive(Default)]
pub(super) struct Links {
    /// The further pieces of a structure.
    pub(super) pieces: BTreeMap<usize, Vec<usize>>,
    /// All others.
    pub(super) ties: Vec<Link>,
}

pub(super) struct Link {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) role: String,
}

impl Links {
    /// Reads the links of a structure.
    pub(super) fn take(
        &mut self,
        graph: &mut Graph<'_>,
        from: usize,
        reader: &mut Reader,
    ) -> Result<(), Flaw> {
        for at in graph.list(from, "links", reader)? {
            let Some(link) = graph.node(at) else { continue };
            let Some(to) = link.number("@target").and_then(|id| graph.target(id)) else { continue };
            let role = link.text("role").unwrap_or_default();
            let is_piece = graph
                .node(to)
                .is_some_and(|node| matches!(node.class, Class::Ours(kind) if kind.name == PIECE.name));
            if role == PIECE_OF && is_piece {
                self.pieces.entry(from).or_default().push(to);
            } else {
                self.ties.push(Link { from, to, role });
            }
        }
        Ok(())
    }

    /// Tells of pieces that no mark links to.
    pub(super) fn tell(&self, graph: &Graph<'_>, sofa: Option<usize>, skipped: &mut Skipped) {
        let mut linked: Vec<usize> = self.pieces.values().flatten().copied().collect();
        linked.sort_unstable();
        for at in graph.of(&PIECE, sofa) {
            if let Some(node) = graph.node(at).filter(|_| linked.binary_search(&at).is_err()) {
                skipped.one(&node.path, short(PIECE.name));
            }
        }
    }
}

/// What an end of a link is.
pub(super) enum End {
    Mention(SourceId, MarkId),
    Cue(MarkId),
}

impl End {
    pub(super) fn of(mark: &Mark) -> Option<End> {
        match &mark.content {
            Content::Source(source) => Some(End::Mention(source.clone(), mark.id.clone())),
            Content::Cue => Some(End::Cue(mark.id.clone())),
            Content::Claim(_) | Content::Note(_) => None,
        }
    }
}

/// Which mentions and which cues go with which claims already, by the number of the claim: a claim may have very
/// many of both.
pub(super) struct Known(BTreeSet<(usize, MarkId)>);

impl Known {
    pub(super) fn of(marks: &[Mark]) -> Known {
        let ties = marks.iter().enumerate().flat_map(|(at, mark)| {
            let ties = mark.claim().map(|claim| claim.said_by.attributions()).unwrap_or_default();
            ties.iter().flat_map(|tie| [&tie.mention, &tie.cue]).flatten().map(move |id| (at, id.clone()))
        });
        Known(ties.collect())
    }

    /// Ties a claim by a link, if no tie says so already; `None` if that is no such link.
    pub(super) fn tie(&mut self, at: usize, mark: &mut Mark, role: &str, end: End) -> Option<()> {
        let nth = number(role, SAID_BY).or_else(|| number(role, BY_CUE))?;
        let Content::Claim(claim) = &mut mark.content else { return None };
        let (End::Mention(_, id) | End::Cue(id)) = &end;
        if matches!(end, End::Cue(_)) && claim.said_by.attributions().is_empty() {
            // Where nobody says it, there is nothing that a cue could go with.
            return None;
        }
        if !self.0.insert((at, id.clone())) {
            return Some(());
        }
        let mut ties = claim.said_by.take();
        let last = ties.len().saturating_sub(1);
        match end {
            End::Mention(source, id) => match ties.get_mut(nth) {
                Some(tie) if tie.mention.is_none() && tie.source == source => tie.mention = Some(id),
                _ => ties.push(Attribution { mention: Some(id), ..Attribution::to(source) }),
            },
            End::Cue(id) => {
                if let Some(tie) = ties.get_mut(nth.min(last)) {
                    tie.cue = tie.cue.take().or(Some(id));
                }
            }
        }
        claim.said_by = SaidBy::or_open(ties);
        Some(())
    }
}

/// What a link is called where it is told.
pub(super) fn called(role: &str) -> String {
    format!("{}: {role}", short(LINK.name))
}
