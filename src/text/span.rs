//! Stretches of a text.

use std::ops::Range;

use super::{ByteOffset, Text};

/// A stretch of one text: never empty, never outside it, never cutting a character.
///
/// Only a [`Text`] makes spans, so these hold by construction. A span is meaningful only with the
/// text that made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: ByteOffset,
    end: ByteOffset,
}

impl Span {
    /// For [`Text`] alone, which has checked the range.
    pub(super) fn known(range: Range<ByteOffset>) -> Span {
        Span { start: range.start, end: range.end }
    }

    /// Where it begins.
    #[must_use]
    pub fn start(self) -> ByteOffset {
        self.start
    }

    /// Where it ends, exclusive.
    #[must_use]
    pub fn end(self) -> ByteOffset {
        self.end
    }

    /// Its length in bytes; never 0.
    #[must_use]
    pub fn byte_len(self) -> usize {
        self.end.0.saturating_sub(self.start.0)
    }

    /// Whether the place is inside, or at the start.
    #[must_use]
    pub fn contains(self, place: ByteOffset) -> bool {
        self.start <= place && place < self.end
    }

    /// Whether the two share at least one character.
    #[must_use]
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Bytes between the two; 0 where they touch or overlap.
    #[must_use]
    pub fn distance(self, other: Span) -> usize {
        let gap = |left: Span, right: Span| right.start.0.saturating_sub(left.end.0);
        gap(self, other).max(gap(other, self))
    }

    /// The part that both share.
    #[must_use]
    pub fn intersection(self, other: Span) -> Option<Span> {
        let (start, end) = (self.start.max(other.start), self.end.min(other.end));
        (start < end).then_some(Span { start, end })
    }

    fn touches(self, other: Span) -> bool {
        self.start <= other.end && other.start <= self.end
    }

    fn hull(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// One or more spans in reading order that neither overlap nor touch.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spans(Vec<Span>);

impl From<Span> for Spans {
    fn from(span: Span) -> Spans {
        Spans(vec![span])
    }
}

impl Spans {
    /// Sorts, and joins what touches or overlaps. `None` if there is no span.
    #[must_use]
    pub fn new(mut spans: Vec<Span>) -> Option<Spans> {
        spans.sort_unstable();
        let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
        for span in spans {
            match joined.last_mut() {
                Some(last) if last.touches(span) => *last = last.hull(span),
                _ => joined.push(span),
            }
        }
        (!joined.is_empty()).then_some(Spans(joined))
    }

    /// The spans in reading order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = Span> + ExactSizeIterator {
        self.0.iter().copied()
    }

    /// From the start of the first to the end of the last.
    #[must_use]
    pub fn hull(&self) -> Span {
        let all = self.iter().reduce(Span::hull);
        all.unwrap_or(Span { start: ByteOffset(0), end: ByteOffset(0) })
    }

    /// Bytes in all spans together.
    #[must_use]
    pub fn byte_len(&self) -> usize {
        self.iter().map(Span::byte_len).sum()
    }

    /// Whether the place is inside one of them.
    #[must_use]
    pub fn contains(&self, place: ByteOffset) -> bool {
        self.iter().any(|span| span.contains(place))
    }

    /// Whether each of the other spans lies inside one of these.
    #[must_use]
    pub fn covers(&self, other: &Spans) -> bool {
        other.iter().all(|inner| self.iter().any(|outer| outer.intersection(inner) == Some(inner)))
    }

    /// The least distance between any two, see [`Span::distance`].
    #[must_use]
    pub fn distance(&self, other: &Spans) -> usize {
        let pairs = self.iter().flat_map(|a| other.iter().map(move |b| a.distance(b)));
        pairs.min().unwrap_or(usize::MAX)
    }

    /// What they say: the stretches of the text, joined by ` … ` where something lies between.
    #[must_use]
    pub fn quote(&self, text: &Text) -> String {
        self.iter().map(|span| text.slice(span)).collect::<Vec<_>>().join(" … ")
    }
}
