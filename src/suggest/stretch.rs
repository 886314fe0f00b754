//! What stands beside a claim, word by word.

use super::lexicon::is_verb;
use crate::text::{Quotation, Span, Text, words};

/// A word of a stretch.
#[derive(Debug, Clone)]
pub(super) struct Word {
    pub(super) span: Span,
    pub(super) lower: String,
    /// It starts with a capital, or with a letter of a script that has none.
    pub(super) is_capital: bool,
    /// A comma, a dash, a quotation or the like stands before it.
    pub(super) is_apart: bool,
    pub(super) is_verb: bool,
}

/// The words beside a claim in one direction, without those in quotations.
#[derive(Debug, Clone, Default)]
pub(super) struct Stretch {
    pub(super) words: Vec<Word>,
    /// It ends with a colon.
    pub(super) ends_with_colon: bool,
}

impl Stretch {
    /// Reads the words of a stretch outside the quotations given.
    pub(super) fn read(text: &Text, stretch: Option<Span>, quotations: &[Quotation]) -> Stretch {
        let Some(stretch) = stretch else { return Stretch::default() };
        let mut read: Vec<Word> = Vec::new();
        let (mut end, mut skipped) = (stretch.start(), false);
        for span in words(text, stretch) {
            if quotations.iter().any(|quotation| quotation.whole.overlaps(span)) {
                skipped = true;
                continue;
            }
            let between = text.span(end..span.start()).map(|gap| text.slice(gap)).unwrap_or_default();
            let slice = text.slice(span);
            let is_apart = skipped || parts(between, read.last());
            let lower = slice.to_lowercase().replace('’', "'");
            let is_capital = slice.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
            read.push(Word { span, is_verb: is_verb(&lower), lower, is_capital, is_apart });
            (end, skipped) = (span.end(), false);
        }
        let ends_with_colon = text.slice(stretch).trim_end().ends_with(':');
        Stretch { words: read, ends_with_colon }
    }

    pub(super) fn word(&self, at: usize) -> Option<&Word> {
        self.words.get(at)
    }

    /// The words that start clauses, counted from 0: the first, and each that stands apart.
    pub(super) fn clauses(&self) -> impl Iterator<Item = usize> {
        self.words.iter().enumerate().filter(|(at, word)| *at == 0 || word.is_apart).map(|(at, _)| at)
    }
}

/// Whether what stands between two words parts them. A full stop after a title or an initial does not.
fn parts(between: &str, before: Option<&Word>) -> bool {
    let short = before.is_some_and(|word| word.is_capital && word.lower.chars().count() <= 4);
    let between = if short { between.strip_prefix('.').unwrap_or(between) } else { between };
    between.contains(|c: char| !c.is_whitespace())
}
