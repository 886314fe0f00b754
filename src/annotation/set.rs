//! The marks and the voices of one article, always in a defined order.

use std::ops::Range;
use std::rc::Rc;

use super::{Mark, MarkId, Source, SourceId};
use crate::text::{ByteOffset, Span};

/// The marks of one article in reading order; orphans stand last.
///
/// What is looked for by name or by place is found by halving, and cloning copies pointers, so that a
/// step among ten thousand marks costs little more than among ten.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MarkSet {
    ordered: Vec<Rc<Mark>>,
    /// The same marks by name.
    named: Vec<Rc<Mark>>,
    /// For each of the ordered marks how far it and all before it reach: it never falls.
    reach: Vec<ByteOffset>,
}

impl MarkSet {
    /// Puts a mark in, in place of the one with the same id.
    pub fn insert(&mut self, mark: Rc<Mark>) {
        self.remove(&mark.id);
        let at = self.ordered.partition_point(|other| order(other) < order(&mark));
        let before = self.reach_before(at);
        self.reach.insert(at, before);
        self.named.insert(self.named.partition_point(|other| other.id < mark.id), mark.clone());
        self.ordered.insert(at, mark);
        self.measure_from(at, before);
    }

    /// Takes a mark out.
    pub fn remove(&mut self, id: &MarkId) {
        let Ok(place) = self.named.binary_search_by(|other| other.id.cmp(id)) else { return };
        let mark = self.named.remove(place);
        let at = self.ordered.partition_point(|other| order(other) < order(&mark));
        if at < self.ordered.len() {
            self.ordered.remove(at);
            self.reach.remove(at);
            self.measure_from(at, self.reach_before(at));
        }
    }

    /// The mark with this id.
    #[must_use]
    pub fn get(&self, id: &MarkId) -> Option<&Rc<Mark>> {
        let at = self.named.binary_search_by(|other| other.id.cmp(id)).ok()?;
        self.named.get(at)
    }

    /// All marks in reading order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Rc<Mark>> + ExactSizeIterator {
        self.ordered.iter()
    }

    /// How many marks stand before this one in reading order.
    #[must_use]
    pub fn position(&self, mark: &Mark) -> usize {
        self.ordered.partition_point(|other| order(other) < order(mark))
    }

    /// The marks that reach into a stretch of the text from their first span to their last, in
    /// reading order. Orphans are none of them.
    pub fn within(&self, stretch: Range<ByteOffset>) -> impl DoubleEndedIterator<Item = &Rc<Mark>> {
        let first = self.reach.partition_point(|reach| *reach <= stretch.start);
        let after = self
            .ordered
            .partition_point(|mark| mark.spans().is_some_and(|spans| spans.hull().start() < stretch.end));
        let candidates = self.ordered.get(first..after).unwrap_or_default();
        candidates.iter().filter(move |mark| end(mark) > stretch.start)
    }

    /// All placed marks, those near a stretch first: each with a distance in bytes that neither it nor any
    /// that follows is nearer than.
    pub fn outward(&self, stretch: Span) -> impl Iterator<Item = (usize, &Rc<Mark>)> {
        let starts = |mark: &Rc<Mark>| mark.spans().map(|spans| spans.hull().start());
        let middle = self.ordered.partition_point(|mark| starts(mark).is_some_and(|at| at < stretch.start()));
        let (mut before, mut after) = (middle, middle);
        std::iter::from_fn(move || {
            let right = self.ordered.get(after).and_then(starts);
            let right = right.map(|start| start.0.saturating_sub(stretch.end().0));
            let left = before.checked_sub(1).and_then(|at| self.reach.get(at));
            let left = left.map(|reach| stretch.start().0.saturating_sub(reach.0));
            let is_left = left.is_some_and(|left| right.is_none_or(|right| left <= right));
            let (at, bound) = if is_left { (before - 1, left?) } else { (after, right?) };
            if is_left {
                before -= 1;
            } else {
                after += 1;
            }
            Some((bound, self.ordered.get(at)?))
        })
    }

    /// The marks over a place, the shortest first.
    #[must_use]
    pub fn at(&self, place: ByteOffset) -> Vec<&Rc<Mark>> {
        let over = |mark: &&Rc<Mark>| mark.spans().is_some_and(|spans| spans.contains(place));
        let len = |mark: &Rc<Mark>| mark.spans().map_or(0, crate::text::Spans::byte_len);
        let mut found: Vec<&Rc<Mark>> = Vec::new();
        for mark in self.within(place..ByteOffset(place.0.saturating_add(1))).filter(over) {
            found.insert(found.partition_point(|other| len(other) <= len(mark)), mark);
        }
        found
    }

    /// The marks of an older set that are not here to the letter, and those here that were not there.
    /// After one step these are few; it looks at pointers alone.
    #[must_use]
    pub fn since<'a>(&'a self, old: &'a MarkSet) -> (&'a [Rc<Mark>], &'a [Rc<Mark>]) {
        let (new, old) = (self.ordered.as_slice(), old.ordered.as_slice());
        let same = |(one, other): &(&Rc<Mark>, &Rc<Mark>)| Rc::ptr_eq(one, other);
        let head = new.iter().zip(old).take_while(same).count();
        let (new, old) = (new.get(head..).unwrap_or_default(), old.get(head..).unwrap_or_default());
        let tail = new.iter().rev().zip(old.iter().rev()).take_while(same).count();
        let but_tail = |all: &'a [Rc<Mark>]| all.get(..all.len() - tail).unwrap_or_default();
        (but_tail(old), but_tail(new))
    }

    fn reach_before(&self, at: usize) -> ByteOffset {
        at.checked_sub(1).and_then(|at| self.reach.get(at)).copied().unwrap_or_default()
    }

    /// Writes how far the marks reach from one on, as far as that is not what stands there already.
    fn measure_from(&mut self, at: usize, mut reach: ByteOffset) {
        let from = self.reach.iter_mut().zip(&self.ordered).enumerate().skip(at);
        for (here, (known, mark)) in from {
            reach = reach.max(end(mark));
            if here > at && *known == reach {
                break;
            }
            *known = reach;
        }
    }
}

impl FromIterator<Rc<Mark>> for MarkSet {
    /// Marks of different ids, in any order.
    fn from_iter<I: IntoIterator<Item = Rc<Mark>>>(marks: I) -> MarkSet {
        let mut ordered: Vec<Rc<Mark>> = marks.into_iter().collect();
        ordered.sort_unstable_by(|one, other| order(one).cmp(&order(other)));
        let mut named = ordered.clone();
        named.sort_unstable_by(|one, other| one.id.cmp(&other.id));
        let reach = ordered.iter().scan(ByteOffset(0), |reach, mark| {
            *reach = end(mark).max(*reach);
            Some(*reach)
        });
        MarkSet { reach: reach.collect(), ordered, named }
    }
}

/// Where a mark ends; an orphan at the beginning of the text.
fn end(mark: &Mark) -> ByteOffset {
    mark.spans().map_or(ByteOffset(0), |spans| spans.hull().end())
}

/// By start, then the longer first, then by id.
fn order(mark: &Mark) -> (bool, ByteOffset, std::cmp::Reverse<ByteOffset>, &MarkId) {
    let hull = mark.spans().map(crate::text::Spans::hull);
    let (start, end) = hull.map_or_else(Default::default, |hull| (hull.start(), hull.end()));
    (hull.is_none(), start, std::cmp::Reverse(end), &mark.id)
}

/// The voices of one article in the order in which they were entered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Register(Vec<Rc<Source>>);

impl Register {
    /// Puts a voice in, in place of the one with the same id.
    pub fn insert(&mut self, source: Rc<Source>) {
        // Ids are made in time order, so undoing a removal puts a voice back where it was.
        let at = self.0.partition_point(|other| other.id < source.id);
        match self.0.get_mut(at).filter(|other| other.id == source.id) {
            Some(slot) => *slot = source,
            None => self.0.insert(at, source),
        }
    }

    /// Takes a voice out.
    pub fn remove(&mut self, id: &SourceId) {
        self.0.retain(|source| source.id != *id);
    }

    /// The voice with this id.
    #[must_use]
    pub fn get(&self, id: &SourceId) -> Option<&Rc<Source>> {
        let at = self.0.binary_search_by(|source| source.id.cmp(id)).ok()?;
        self.0.get(at)
    }

    /// All voices.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Rc<Source>> + ExactSizeIterator {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests;
