//! How a claim is told, guessed from the quotation marks around it.

#[cfg(test)]
mod tests;

use super::Form;
use crate::article::Article;
use crate::text::{ByteOffset, Span, Spans, quotations};

/// Guesses whether the words are the source's own: direct if all that is marked stands between
/// quotation marks, mixed if a part of it does, else reported.
///
/// Only letters and figures count, so a quotation mark or a full stop more or less in the mark
/// changes nothing. Each block is read by itself, as a quotation that runs over several paragraphs
/// opens each of them anew. The cost is the length of the blocks in which the spans stand.
#[must_use]
pub fn guess_form(article: &Article, spans: &Spans) -> Form {
    // In a mark of nothing but signs, each of them counts.
    let has_words = spans.iter().any(|span| article.text.slice(span).contains(char::is_alphanumeric));
    let counts = |c: char| if has_words { c.is_alphanumeric() } else { !c.is_whitespace() };
    let parts = spans.iter().flat_map(|span| parts(article, span));
    let (mut quoted, mut all) = (0, 0);
    for is_quoted in parts.flat_map(|(block, part)| quoted_or_not(article, block, part, counts)) {
        quoted += usize::from(is_quoted);
        all += 1;
    }
    match quoted {
        0 => Form::Reported,
        _ if quoted == all => Form::Direct,
        _ => Form::Mixed,
    }
}

/// The blocks in which a span stands, each with the part of the span in it; the span itself where
/// there is no block.
fn parts(article: &Article, span: Span) -> Vec<(Span, Span)> {
    let after = article.blocks.partition_point(|block| block.span.end() <= span.start());
    let blocks = article.blocks.iter().skip(after).map(|block| block.span);
    let touched = blocks.take_while(|block| block.start() < span.end());
    let parts: Vec<_> = touched.filter_map(|block| Some((block, block.intersection(span)?))).collect();
    if parts.is_empty() { vec![(article.block_around(span), span)] } else { parts }
}

/// For each character of a part that counts, whether it is quoted.
fn quoted_or_not(article: &Article, block: Span, part: Span, counts: impl Fn(char) -> bool) -> Vec<bool> {
    let quotations = quotations(&article.text, block);
    let mut rest = quotations.iter().map(|quotation| quotation.whole).peekable();
    let counting = article.text.slice(part).char_indices().filter(|(_, c)| counts(*c));
    let places = counting.map(|(at, _)| ByteOffset(part.start().0 + at));
    let is_quoted = |place| {
        while rest.next_if(|quotation| quotation.end() <= place).is_some() {}
        rest.peek().is_some_and(|quotation| quotation.contains(place))
    };
    places.map(is_quoted).collect()
}
