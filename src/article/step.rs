//! Moving a caret.

use super::Article;
use crate::text::{ByteOffset, Span, grapheme_after, grapheme_before, sentences, widen_within, words};

/// How far one step goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// One user-perceived character.
    Character,
    /// Forward to the end of a word, back to the start of one.
    Word,
    /// To the start of a sentence.
    Sentence,
    /// To the start of a block.
    Block,
}

/// Which way a step goes in reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// Towards the end of the article.
    Forward,
    /// Towards its start.
    Back,
}

/// Where a caret comes to by one step. It stands inside a block or at its edge, and between two
/// user-perceived characters, also if it did not before: a place between blocks counts as the end of
/// the block above. A step leaves a block when nothing to stop at is left in it, and at the ends of
/// the article it stays.
///
/// ```
/// use sayso::article::{Unit, Way, plain, step};
/// use sayso::text::ByteOffset;
/// let article = plain("The toll stays.").expect("a text").article;
/// assert_eq!(step(&article, ByteOffset(5), Unit::Word, Way::Forward), ByteOffset(8));
/// assert_eq!(step(&article, ByteOffset(5), Unit::Word, Way::Back), ByteOffset(4));
/// ```
#[must_use]
pub fn step(article: &Article, from: ByteOffset, unit: Unit, way: Way) -> ByteOffset {
    let Some((at, place)) = settle(article, from) else { return from };
    if place != from && (place < from) == (way == Way::Back) {
        return place;
    }
    let here = block(article, at).and_then(|block| stop_in(article, block, place, unit, way));
    let next = match way {
        Way::Forward => at.checked_add(1),
        Way::Back => at.checked_sub(1),
    };
    let there = || block(article, next?).map(|block| entry(article, block, unit, way));
    let edge = || block(article, at).map(|block| edge_of(block, way));
    here.or_else(there).or_else(edge).unwrap_or(place)
}

fn block(article: &Article, at: usize) -> Option<Span> {
    article.blocks.get(at).map(|block| block.span)
}

/// The block a caret is in, counted from 0, and the nearest place in it that a caret may have.
fn settle(article: &Article, from: ByteOffset) -> Option<(usize, ByteOffset)> {
    let after = article.blocks.partition_point(|block| block.span.start() <= from);
    let at = after.saturating_sub(1);
    let block = block(article, at)?;
    let place = from.clamp(block.start(), block.end());
    let before = article.text.span(block.start()..place);
    let inside = before.is_some() || place == block.start();
    let place = if inside { place } else { character_start(article, place) };
    Some((at, uncut(article, block, place)))
}

/// The start of the character in which a place lies.
fn character_start(article: &Article, place: ByteOffset) -> ByteOffset {
    ByteOffset(article.text.as_str().floor_char_boundary(place.0))
}

/// The place itself, or the start of the user-perceived character that it would cut.
fn uncut(article: &Article, block: Span, place: ByteOffset) -> ByteOffset {
    let ahead = article.text.span(place..block.end());
    ahead.map_or(place, |ahead| widen_within(&article.text, block, ahead).start().max(block.start()))
}

/// The next place to stop at in the block, beyond the given one; `None` if the block has no more.
fn stop_in(article: &Article, block: Span, place: ByteOffset, unit: Unit, way: Way) -> Option<ByteOffset> {
    if unit == Unit::Character {
        return match way {
            Way::Forward => grapheme_after(&article.text, block, place).filter(|next| *next <= block.end()),
            Way::Back => grapheme_before(&article.text, block, place).filter(|next| *next >= block.start()),
        };
    }
    let mut stops = stops(article, block, unit, way).into_iter();
    match way {
        Way::Forward => stops.find(|stop| *stop > place),
        Way::Back => stops.rev().find(|stop| *stop < place),
    }
}

/// All places in a block at which a step of that kind may stop, in order.
fn stops(article: &Article, block: Span, unit: Unit, way: Way) -> Vec<ByteOffset> {
    let text = &article.text;
    let mut stops = match (unit, way) {
        (Unit::Character, _) => Vec::new(),
        (Unit::Word, Way::Forward) => {
            let ends = words(text, block).into_iter().map(|word| widen_within(text, block, word).end());
            ends.chain([block.end()]).collect()
        }
        (Unit::Word, Way::Back) => {
            let starts = words(text, block).into_iter().map(|word| widen_within(text, block, word).start());
            [block.start()].into_iter().chain(starts).collect()
        }
        (Unit::Sentence, _) => {
            let starts = sentences(text, block).into_iter().map(|at| widen_within(text, block, at).start());
            [block.start()].into_iter().chain(starts).collect()
        }
        (Unit::Block, _) => vec![block.start()],
    };
    stops.retain(|stop| block.start() <= *stop && *stop <= block.end());
    stops
}

/// Where a step comes to that enters a block.
fn entry(article: &Article, block: Span, unit: Unit, way: Way) -> ByteOffset {
    let stops = stops(article, block, unit, way);
    match (unit, way) {
        (Unit::Character, Way::Back) => block.end(),
        (Unit::Word, Way::Forward) => stops.first().copied().unwrap_or(block.end()),
        (Unit::Word | Unit::Sentence, Way::Back) => stops.last().copied().unwrap_or(block.start()),
        (Unit::Character | Unit::Sentence, Way::Forward) | (Unit::Block, _) => block.start(),
    }
}

fn edge_of(block: Span, way: Way) -> ByteOffset {
    match way {
        Way::Forward => block.end(),
        Way::Back => block.start(),
    }
}

#[cfg(test)]
mod tests;
