//! The marks and the voices of one article, always in a defined order.

use std::rc::Rc;

use super::{Mark, MarkId, Source, SourceId};
use crate::text::ByteOffset;

/// The marks of one article in reading order; orphans stand last.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MarkSet(Vec<Rc<Mark>>);

impl MarkSet {
    /// Puts a mark in, in place of the one with the same id.
    pub fn insert(&mut self, mark: Rc<Mark>) {
        self.remove(&mark.id);
        let at = self.0.partition_point(|other| order(other) < order(&mark));
        self.0.insert(at, mark);
    }

    /// Takes a mark out.
    pub fn remove(&mut self, id: &MarkId) {
        if let Some(at) = self.0.iter().position(|mark| mark.id == *id) {
            self.0.remove(at);
        }
    }

    /// The mark with this id.
    #[must_use]
    pub fn get(&self, id: &MarkId) -> Option<&Rc<Mark>> {
        self.0.iter().find(|mark| mark.id == *id)
    }

    /// All marks in reading order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Rc<Mark>> + ExactSizeIterator {
        self.0.iter()
    }

    /// The marks over a place, the shortest first.
    #[must_use]
    pub fn at(&self, place: ByteOffset) -> Vec<&Rc<Mark>> {
        let over = |mark: &&Rc<Mark>| mark.spans().is_some_and(|spans| spans.contains(place));
        let len = |mark: &Rc<Mark>| mark.spans().map_or(0, crate::text::Spans::byte_len);
        let mut found: Vec<&Rc<Mark>> = Vec::new();
        for mark in self.iter().filter(over) {
            found.insert(found.partition_point(|other| len(other) <= len(mark)), mark);
        }
        found
    }
}

impl FromIterator<Rc<Mark>> for MarkSet {
    /// Marks of different ids, in any order.
    fn from_iter<I: IntoIterator<Item = Rc<Mark>>>(marks: I) -> MarkSet {
        let mut all: Vec<Rc<Mark>> = marks.into_iter().collect();
        all.sort_unstable_by(|one, other| order(one).cmp(&order(other)));
        MarkSet(all)
    }
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
        match self.0.iter_mut().find(|other| other.id == source.id) {
            Some(slot) => *slot = source,
            None => {
                // Ids are made in time order, so undoing a removal puts a voice back where it was.
                let at = self.0.partition_point(|other| other.id < source.id);
                self.0.insert(at, source);
            }
        }
    }

    /// Takes a voice out.
    pub fn remove(&mut self, id: &SourceId) {
        self.0.retain(|source| source.id != *id);
    }

    /// The voice with this id.
    #[must_use]
    pub fn get(&self, id: &SourceId) -> Option<&Rc<Source>> {
        self.0.iter().find(|source| source.id == *id)
    }

    /// All voices.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Rc<Source>> + ExactSizeIterator {
        self.0.iter()
    }
}
