//! What a selection grows to, and what stands at a place.

use super::Article;
use crate::text::{
    ByteOffset, Quotation, Span, Text, nested_quotations, sentences, trim, widen_within, words,
};

/// The least larger unit around a span: its words, the clause, what stands between quotation marks,
/// the quotation with its marks, the sentence, the block. A span that is already a block, or several,
/// stays.
///
/// ```
/// use sayso::article::{grow, plain};
/// use sayso::text::ByteOffset;
/// let article = plain("“We knew, and nobody asked,” he said. So it goes.").expect("a text").article;
/// let mut span = article.text.span(ByteOffset(4)..ByteOffset(5)).expect("a letter");
/// for expected in ["We", "We knew", "We knew, and nobody asked,", "“We knew, and nobody asked,”"] {
///     span = grow(&article, span);
///     assert_eq!(article.text.slice(span), expected);
/// }
/// ```
#[must_use]
pub fn grow(article: &Article, span: Span) -> Span {
    let text = &article.text;
    let (Some(first), Some(last)) = (block_of(article, span.start()), last_block(article, span)) else {
        return span;
    };
    if first != last {
        return hull(text, span, hull(text, first, last));
    }
    let block = first;
    let quotations = nested_quotations(text, block);
    let mut units = vec![block];
    units.extend(quotations.iter().flat_map(|quotation| [Some(quotation.whole), quotation.within]).flatten());
    let touched = |stretches: Vec<Span>| {
        stretches.into_iter().filter(|s| s.overlaps(span)).reduce(|a, b| hull(text, a, b))
    };
    units.extend(touched(words(text, block)));
    let mut sentences_around = vec![touched(whole_sentences(text, block, &quotations))];
    let within = quotations.iter().filter_map(|quotation| quotation.within);
    let within = within.filter(|within| within.intersection(span) == Some(span));
    sentences_around.extend(within.map(|within| touched(sentences(text, within))));
    for sentence in sentences_around.into_iter().flatten() {
        units.push(sentence);
        units.extend(touched(clauses(text, sentence)));
    }
    let larger =
        units.into_iter().map(|unit| widen_within(text, block, unit)).filter(|unit| contains(*unit, span));
    larger.min_by_key(|unit| unit.byte_len()).unwrap_or(span)
}

/// The word at a place; at its end too if no other begins there.
#[must_use]
pub fn word_at(article: &Article, place: ByteOffset) -> Option<Span> {
    let block = block_of(article, place)?;
    let words = words(&article.text, block);
    let at = words.partition_point(|word| word.end() < place);
    let touching = words.get(at..)?.iter().take_while(|word| word.start() <= place);
    touching.last().map(|word| widen_within(&article.text, block, *word))
}

/// The sentence at a place. Inside a quotation of several sentences it is the one of them; else
/// quotations belong wholly to the sentence that quotes. Between two sentences it is the one before.
#[must_use]
pub fn sentence_at(article: &Article, place: ByteOffset) -> Option<Span> {
    let block = block_of(article, place)?;
    let quotations = nested_quotations(&article.text, block);
    let at = |sentences: Vec<Span>| sentences.into_iter().rfind(|sentence| sentence.start() <= place);
    for quotation in &quotations {
        let within = quotation.within.filter(|within| within.start() <= place && place < within.end());
        let sentences = within.map(|within| sentences(&article.text, within)).unwrap_or_default();
        if sentences.len() > 1 {
            return at(sentences);
        }
    }
    let whole = whole_sentences(&article.text, block, &quotations);
    let first = whole.first().copied();
    at(whole).or(first).map(|sentence| widen_within(&article.text, block, sentence))
}

/// The block that holds a place or ends there.
fn block_of(article: &Article, place: ByteOffset) -> Option<Span> {
    let block = article.block_at(place)?.span;
    (block.start() <= place && place <= block.end()).then_some(block)
}

/// The last block that a span touches.
fn last_block(article: &Article, span: Span) -> Option<Span> {
    let before = article.blocks.partition_point(|block| block.span.start() < span.end());
    article
        .blocks
        .get(before.checked_sub(1)?)
        .map(|block| block.span)
        .filter(|block| span.end() <= block.end())
}

fn hull(text: &Text, a: Span, b: Span) -> Span {
    text.span(a.start().min(b.start())..a.end().max(b.end())).unwrap_or(a)
}

/// Whether the unit holds the span and more.
fn contains(unit: Span, span: Span) -> bool {
    unit != span && unit.intersection(span) == Some(span)
}

/// The sentences of a block, where none ends inside a quotation.
fn whole_sentences(text: &Text, block: Span, quotations: &[Quotation]) -> Vec<Span> {
    let mut whole: Vec<Span> = Vec::new();
    for sentence in sentences(text, block) {
        let goes_on = whole.last().is_some_and(|last| {
            quotations.iter().any(|quotation| {
                let quotation = quotation.whole;
                quotation.start() < last.end()
                    && last.end() < quotation.end()
                    && quotation.contains(sentence.start())
            })
        });
        match whole.last_mut() {
            Some(last) if goes_on => *last = hull(text, *last, sentence),
            _ => whole.push(sentence),
        }
    }
    whole
}

/// The clauses of a stretch: what stands between its commas, dashes and the like, outside the
/// quotations in it.
fn clauses(text: &Text, stretch: Span) -> Vec<Span> {
    let quotations = crate::text::quotations(text, stretch);
    let mut clauses = Vec::new();
    let mut start = stretch.start();
    for (at, sign) in text.slice(stretch).match_indices(is_divider) {
        let place = ByteOffset(stretch.start().0 + at);
        let next = ByteOffset(place.0 + sign.len());
        let ends =
            text.after(next).starts_with(|c: char| c.is_whitespace()) || matches!(sign, "—" | "(" | ")");
        if ends && !quotations.iter().any(|quotation| quotation.whole.contains(place)) {
            clauses.extend(text.span(start..place));
            start = next;
        }
    }
    clauses.extend(text.span(start..stretch.end()));
    clauses.into_iter().filter_map(|clause| trim(text, clause)).collect()
}

fn is_divider(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '(' | ')' | '–' | '—')
}

#[cfg(test)]
mod tests;
