//! Anchors: the stored address of a span, and how it is found again.

use super::occurrences::occurrences;
use crate::text::{ByteOffset, CodePointOffset, Span, Spans, Text};

/// Characters of context kept on each side (as Hypothesis does).
pub(super) const CONTEXT: usize = 32;

/// The address of a span that outlives the text it was made on: what stands there, what stands
/// around it, and where it was (W3C Web Annotation: text quote and text position selectors).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// The words themselves.
    pub quote: String,
    /// Up to 32 characters before.
    pub prefix: String,
    /// Up to 32 characters after.
    pub suffix: String,
    /// Where it was.
    pub position: std::ops::Range<CodePointOffset>,
}

/// Where a mark stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In the text.
    Placed(Spans),
    /// Not found; the addresses are kept until it is.
    Orphan(Vec<Anchor>),
}

/// The address of a span.
#[must_use]
pub fn describe(text: &Text, span: Span) -> Anchor {
    let before = text.before(span.start());
    let prefix_at = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
    Anchor {
        quote: text.slice(span).to_owned(),
        prefix: before.get(prefix_at..).unwrap_or_default().to_owned(),
        suffix: text.after(span.end()).chars().take(CONTEXT).collect(),
        position: text.code_points(span),
    }
}

/// Finds a span again: at its place if the quote stands there, else the place with the same quote
/// whose surroundings agree best, the nearest among equals. `None` if the quote is nowhere.
#[must_use]
pub fn resolve(text: &Text, anchor: &Anchor) -> Option<Span> {
    let at_place = text.span_code_points(anchor.position.clone());
    if let Some(span) = at_place.filter(|span| text.slice(*span) == anchor.quote) {
        return Some(span);
    }
    if anchor.quote.is_empty() {
        return None;
    }
    let found = occurrences(text.as_str(), &anchor.quote).into_iter();
    let spans = found.filter_map(|at| text.span(ByteOffset(at)..ByteOffset(at + anchor.quote.len())));
    spans.max_by_key(|span| {
        let moved = text.code_points(*span).start.0.abs_diff(anchor.position.start.0);
        (agreement(text, anchor, *span), std::cmp::Reverse(moved))
    })
}

/// Characters of context that are as they were, from the span outwards.
fn agreement(text: &Text, anchor: &Anchor, span: Span) -> usize {
    let before = text.before(span.start()).chars().rev().zip(anchor.prefix.chars().rev());
    let after = text.after(span.end()).chars().zip(anchor.suffix.chars());
    before.take_while(|(a, b)| a == b).count() + after.take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests;
