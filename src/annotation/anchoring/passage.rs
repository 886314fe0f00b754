//! Finds the places that suit one passage.

use std::ops::Range;

use super::align::align;
use super::grams::Grams;
use super::pattern::Pattern;
use super::seeds::{LIMITS, Seeds, seeds};
use super::weigh::{Wanted, Weight};
use crate::annotation::anchor::CONTEXT;
use crate::annotation::occurrences::occurrences;
use crate::text::{ByteOffset, Text};

/// Characters of a quote that are looked for in one piece. Of a longer one both ends are.
const LONG: usize = 512;

/// A passage with what stands around it, and where it was, in bytes.
#[derive(Clone, Copy)]
pub(super) struct Passage<'a> {
    pub(super) prefix: &'a str,
    pub(super) quote: &'a str,
    pub(super) suffix: &'a str,
    pub(super) at: usize,
}

/// A text and its grams, all of them.
pub(super) struct Search<'a> {
    pub(super) text: &'a Text,
    pub(super) grams: &'a Grams,
}

impl Search<'_> {
    /// The places that suit a passage, in bytes, the better first; several if none leads clearly.
    pub(super) fn find(&self, passage: Passage<'_>) -> Vec<Range<usize>> {
        match passage.quote.chars().nth(LONG) {
            _ if passage.quote.is_empty() => Vec::new(),
            None => self.places(passage),
            Some(_) => self.both_ends(passage).into_iter().collect(),
        }
    }

    /// A long passage stands from where it begins to where it ends, unless that is far more or far
    /// less than it was.
    fn both_ends(&self, whole: Passage<'_>) -> Option<Range<usize>> {
        let (head, tail) = (first(whole.quote, LONG / 2), last(whole.quote, LONG / 2));
        let (after, before) = (whole.quote.strip_prefix(head)?, whole.quote.strip_suffix(tail)?);
        let start = self.one_place(Passage { quote: head, suffix: first(after, CONTEXT), ..whole })?.start;
        if self.text.after(ByteOffset(start)).starts_with(whole.quote) {
            return Some(start..start + whole.quote.len());
        }
        let at = start + before.len();
        let end = self.one_place(Passage { prefix: last(before, CONTEXT), quote: tail, at, ..whole })?.end;
        let len = end.checked_sub(start)?;
        (len >= whole.quote.len() / 2 && len / 2 <= whole.quote.len()).then_some(start..end)
    }

    fn one_place(&self, passage: Passage<'_>) -> Option<Range<usize>> {
        let mut places = self.places(passage);
        let only = places.pop();
        only.filter(|_| places.is_empty())
    }

    /// The places that suit a passage, in bytes. Rare grams are asked first; what they leave open,
    /// more frequent ones decide, and where grams tell nothing, a search for the exact words.
    fn places(&self, passage: Passage<'_>) -> Vec<Range<usize>> {
        let pattern = Pattern::new(passage.prefix, passage.quote, passage.suffix);
        let all = [passage.prefix, passage.quote, passage.suffix].concat();
        let mut chosen = Vec::new();
        for limit in LIMITS {
            let Seeds { stretches, crowded } = seeds(self.text.as_str(), self.grams, &all, limit);
            let sure;
            (chosen, sure) = self.choose(&pattern, passage, stretches);
            if sure || limit > LIMITS[0] && !crowded {
                return chosen;
            }
        }
        let exact = self.to_the_letter(&pattern, passage, &all);
        if exact.is_empty() { chosen } else { exact }
    }

    /// The best of some stretches, and whether there is no doubt that it is.
    fn choose(
        &self,
        pattern: &Pattern,
        passage: Passage<'_>,
        stretches: Vec<Range<usize>>,
    ) -> (Vec<Range<usize>>, bool) {
        let end = pattern.quote.end;
        let lengths = [pattern.quote.start, pattern.quote.len(), pattern.len() - end];
        let edges = [passage.prefix.ends_with('\n'), passage.suffix.starts_with('\n')];
        let wanted = Wanted { lengths, at: passage.at, text: self.text.as_str(), edges };
        let weigh = |stretch: Range<usize>| {
            let from = stretch.start;
            wanted.weigh(&align(pattern, self.text.as_str().get(stretch)?), from)
        };
        let weights: Vec<Weight> = stretches.into_iter().filter_map(weigh).collect();
        let chosen = wanted.choose(weights);
        let sure = matches!(&chosen[..], [only] if wanted.is_sure(only));
        (chosen.into_iter().map(|weight| weight.place).collect(), sure)
    }

    /// The place where quote and surroundings stand to the letter, if there is one such place; else
    /// the best of those with the same quote, if these are few.
    fn to_the_letter(&self, pattern: &Pattern, passage: Passage<'_>, all: &str) -> Vec<Range<usize>> {
        let text = self.text.as_str();
        if let [at] = occurrences(text, all).as_slice() {
            let start = at + passage.prefix.len();
            return std::iter::once(start..start + passage.quote.len()).collect();
        }
        let room = all.len();
        let around = |at: usize| {
            let to = at.saturating_add(room + passage.quote.len()).min(text.len());
            text.floor_char_boundary(at.saturating_sub(room))..text.ceil_char_boundary(to)
        };
        let places = occurrences(text, passage.quote);
        let few = places.len() <= LIMITS[1];
        let stretches = places.into_iter().filter(|_| few).map(around).collect();
        self.choose(pattern, passage, stretches).0
    }
}

pub(super) fn first(text: &str, most: usize) -> &str {
    let end = text.char_indices().nth(most).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}

pub(super) fn last(text: &str, most: usize) -> &str {
    let start = text.char_indices().rev().nth(most.saturating_sub(1)).map_or(0, |(at, _)| at);
    text.get(start..).unwrap_or_default()
}
