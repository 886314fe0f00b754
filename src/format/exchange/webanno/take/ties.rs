//! Slots and relations become ties.

use std::collections::BTreeMap;

use super::super::annotations::Reference;
use super::super::layers::{CUE_ROLE, SOURCE_ROLE};
use super::{Taking, id};
use crate::annotation::{Attribution, Content, MarkKind, SaidBy};
use crate::format::exchange::build::Told;
use crate::format::exchange::labels;
use crate::format::native::Remark;

/// What goes together in a tie, by the numbers of marks.
#[derive(Default)]
struct Tie {
    mention: Option<usize>,
    cue: Option<usize>,
    /// The line that says so.
    line: usize,
}

/// The ties of each claim, by the number of its mark, and by their own.
type Ties = BTreeMap<usize, BTreeMap<usize, Tie>>;

impl Taking<'_> {
    /// Ties claims to what is in their slots, and to what a relation leads to. Whatever else is in a slot or
    /// related is told.
    pub(super) fn tie(&mut self, told: &mut Told) {
        let mut ties = Ties::new();
        let from = self.from;
        for (at, annotation) in from.all.iter().enumerate() {
            let claim = self.marks.get(&at).copied();
            for (role, target) in &annotation.slots {
                if !claim.is_some_and(|claim| {
                    self.add(&mut ties, annotation.line, claim, (role, self.mark_of(target)))
                }) {
                    let what = if role.is_empty() { self.label(annotation) } else { role };
                    told.tell(&format!("line {}", annotation.line), Remark::LeftOut(what.to_owned()));
                }
            }
        }
        for relation in &from.relations {
            let ends = self.mark_of(&relation.from).zip(self.mark_of(&relation.to));
            let taken = ends.is_some_and(|(one, other)| {
                let line = relation.line;
                self.add(&mut ties, line, one, ("", Some(other)))
                    || self.add(&mut ties, line, other, ("", Some(one)))
            });
            if !taken {
                let what = from.layers.get(relation.layer).map(|layer| layer.name.clone());
                told.tell(&format!("line {}", relation.line), Remark::LeftOut(what.unwrap_or_default()));
            }
        }
        for (claim, ties) in ties {
            self.settle(claim, ties, told);
        }
    }

    /// The mark that a reference leads to.
    fn mark_of(&self, target: &Reference) -> Option<usize> {
        self.marks.get(&self.from.get(target)?).copied()
    }

    /// Adds to the ties of a claim what goes with it. A role of ours says to which tie it belongs; what has
    /// another one belongs to the first tie that has none of its kind. Whether it could be.
    fn add(&self, ties: &mut Ties, line: usize, claim: usize, slot: (&str, Option<usize>)) -> bool {
        let (role, other) = slot;
        let kind = |mark: usize| self.build.marks.get(mark).map(crate::annotation::Mark::kind);
        let Some((other, of)) = other.and_then(|other| Some((other, kind(other)?))) else { return false };
        let name = match of {
            MarkKind::Source => SOURCE_ROLE,
            MarkKind::Cue => CUE_ROLE,
            MarkKind::Claim | MarkKind::Note => return false,
        };
        if kind(claim) != Some(MarkKind::Claim) {
            return false;
        }
        let ties = ties.entry(claim).or_default();
        let is_free = |tie: &Tie| if of == MarkKind::Cue { tie.cue.is_none() } else { tie.mention.is_none() };
        let free = || ties.iter().find(|(_, tie)| is_free(tie)).map(|(nth, _)| *nth);
        let next = || ties.last_key_value().map_or(0, |(nth, _)| nth.saturating_add(1));
        let nth = labels::number(role, name).unwrap_or_else(|| free().unwrap_or_else(next));
        let tie = ties.entry(nth).or_insert_with(|| Tie { line, ..Tie::default() });
        let place = if of == MarkKind::Cue { &mut tie.cue } else { &mut tie.mention };
        let is_free = place.is_none();
        place.get_or_insert(other);
        is_free
    }

    /// Gives a claim its ties. A cue without a mention ties nothing.
    fn settle(&mut self, claim: usize, ties: BTreeMap<usize, Tie>, told: &mut Told) {
        let mut said = Vec::new();
        for tie in ties.into_values() {
            let mention = tie.mention.and_then(|mention| Some((mention, self.build.marks.get(mention)?)));
            let source = mention.and_then(|(at, mark)| Some((at, mark.mentions()?.clone())));
            match source {
                Some((mention, source)) => said.push(Attribution {
                    mention: Some(id(mention)),
                    cue: tie.cue.map(id),
                    ..Attribution::to(source)
                }),
                None => told.tell(&format!("line {}", tie.line), Remark::LeftOut(CUE_ROLE.to_owned())),
            }
        }
        let mark = self.build.marks.get_mut(claim).map(|mark| &mut mark.content);
        if let Some(Content::Claim(claim)) = mark.filter(|_| !said.is_empty()) {
            claim.said_by = SaidBy::Sources(said);
        }
    }
}
