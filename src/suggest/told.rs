//! Who says a claim, and with which word.

use super::lexicon::{
    is_bare, is_determiner, is_helper, is_participle, is_plural, is_pronoun, is_to_be, may_be_noun,
    may_come_first,
};
use super::names::{is_name, name_from, name_until};
use super::stretch::Stretch;
use crate::article::Article;
use crate::text::{Quotation, Span, Spans, Text, nested_quotations, quotations, sentences};

/// Who says a claim, where the text tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Telling {
    /// The words that name who says it.
    pub source: Option<Span>,
    /// The word that ties the two: *said*, *according to*.
    pub cue: Option<Span>,
}

/// Who says a claim and with which word, read from the sentence around it: *“…,” said NAME*, *NAME,
/// ROLE, said: “…”*, *according to NAME*, *NAME said that …*, and what stands between its pieces. A
/// claim that is a part of a quotation is told by whoever tells the quotation. `None` if the rules
/// find nobody. It reads English.
///
/// ```
/// use sayso::article::plain;
/// use sayso::suggest::told_by;
/// use sayso::text::{ByteOffset, Spans};
/// let article = plain("The toll stays, the harbour board said.").expect("a text").article;
/// let claim = article.text.span(ByteOffset(0)..ByteOffset(14)).expect("The toll stays");
/// let telling = told_by(&article, &Spans::from(claim)).expect("a source");
/// assert_eq!(telling.source.map(|span| article.text.slice(span)), Some("the harbour board"));
/// assert_eq!(telling.cue.map(|span| article.text.slice(span)), Some("said"));
/// ```
#[must_use]
pub fn told_by(article: &Article, claim: &Spans) -> Option<Telling> {
    let text = &article.text;
    let block = article.block_around(claim.hull());
    let hull = block.intersection(claim.hull())?;
    let around = nested_quotations(text, block);
    let mut around: Vec<Quotation> = around.into_iter().filter(|q| holds(q.whole, hull)).collect();
    if claim.iter().len() > 1 {
        let found = between(text, block, claim);
        if found.is_some() {
            return found;
        }
    }
    // From the innermost quotation outwards: what holds the claim becomes the claim.
    let mut inner = hull;
    while let Some(quotation) = around.pop() {
        if let Some(within) = quotation.within.filter(|within| holds(*within, inner) && *within != inner) {
            let found = beside(text, within, inner, false);
            if found.is_some() {
                return found;
            }
        }
        inner = quotation.whole;
    }
    let quoted = quotations(text, block).iter().any(|quotation| quotation.whole == inner);
    beside(text, block, inner, quoted)
}

fn holds(outer: Span, inner: Span) -> bool {
    outer.intersection(inner) == Some(inner)
}

/// Who is told of between the pieces of a claim: *“A,” she said, “B.”*
fn between(text: &Text, block: Span, claim: &Spans) -> Option<Telling> {
    let quotations = quotations(text, block);
    let spans: Vec<Span> = claim.iter().collect();
    spans.windows(2).find_map(|two| {
        let [first, second] = two else { return None };
        let stretch = Stretch::read(text, text.span(first.end()..second.start()), &quotations);
        after_claim(&stretch)
    })
}

/// Who is told of before or after the claim, in the stretch that holds it.
fn beside(text: &Text, stretch: Span, claim: Span, quoted: bool) -> Option<Telling> {
    let quotations = quotations(text, stretch);
    let read = |span| Stretch::read(text, span, &quotations);
    let behind = read(sentence_behind(text, stretch, claim));
    let ahead = read(sentence_ahead(text, stretch, claim));
    if quoted {
        let near = if ends_for_good(text, claim) { None } else { after_claim(&ahead) };
        let before = || before_claim(&behind).or_else(|| named_with_colon(&behind));
        near.or_else(before).or_else(|| told_before(text, stretch, claim, &quotations))
    } else {
        before_claim(&behind).or_else(|| after_claim(&ahead))
    }
}

/// The part of the claim's sentence that stands before it.
fn sentence_behind(text: &Text, stretch: Span, claim: Span) -> Option<Span> {
    let behind = text.span(stretch.start()..claim.start())?;
    let last = sentences(text, behind).pop()?;
    let rest = text.slice(behind).trim_end_matches(|c: char| c.is_whitespace() || "“„‘\"'«»([".contains(c));
    let closed = rest.ends_with(['.', '!', '?', '…', '”', '’']) && !rest.ends_with(",”");
    (!closed).then_some(last)
}

/// The part of the claim's sentence that stands after it.
fn sentence_ahead(text: &Text, stretch: Span, claim: Span) -> Option<Span> {
    let ahead = text.span(claim.end()..stretch.end())?;
    let closed =
        text.slice(claim).ends_with(['.', '!', '?']) || text.slice(ahead).starts_with(['.', '!', '?']);
    if closed { None } else { sentences(text, ahead).into_iter().next() }
}

/// Whether a quotation ends with a full stop, so that its sentence is over: *“We go.” The board …*
fn ends_for_good(text: &Text, quotation: Span) -> bool {
    text.slice(quotation).trim_end_matches(|c: char| "”’\"'»«“".contains(c)).ends_with('.')
}

/// Who told the quotation before, if only that stands between: *“A,” she said. “B.”*
fn told_before(text: &Text, stretch: Span, claim: Span, quotations: &[Quotation]) -> Option<Telling> {
    let before = quotations.iter().rev().find(|quotation| quotation.whole.end() <= claim.start())?;
    let tag = text.span(before.whole.end()..claim.start())?;
    let only_tag =
        sentences(text, tag).len() == 1 && holds(stretch, tag) && !ends_for_good(text, before.whole);
    let ahead = Stretch::read(text, Some(tag), quotations);
    if only_tag { after_claim(&ahead) } else { None }
}

/// *NAME: “…”*
fn named_with_colon(stretch: &Stretch) -> Option<Telling> {
    let whole = stretch.ends_with_colon && is_name(stretch, 0, stretch.words.len());
    let (first, last) = (stretch.words.first()?, stretch.words.last()?);
    let source = Some(hull(first.span, last.span)).filter(|_| whole && first.is_capital)?;
    Some(Telling { source: Some(source), cue: None })
}

/// Who is told of after a claim: *said NAME*, *NAME, ROLE, said*, *according to NAME*.
fn after_claim(stretch: &Stretch) -> Option<Telling> {
    stretch.clauses().find_map(|start| {
        let found = according_to(stretch, start).or_else(|| verb_first(stretch, start));
        found.or_else(|| {
            let end = name_end_before_verb(stretch, start)?;
            telling(stretch, start, end.0, end.1, end.1 + 1)
        })
    })
}

/// *according to NAME*, *in the words of NAME*.
fn according_to(stretch: &Stretch, start: usize) -> Option<Telling> {
    let starts = |words: &[&str]| {
        words.iter().enumerate().all(|(at, word)| stretch.word(start + at).is_some_and(|w| w.lower == *word))
    };
    let cue: &[&str] = &["according", "to"];
    let cue = if starts(cue) { cue } else { &["in", "the", "words", "of"] };
    let name = start + cue.len();
    let end = starts(cue).then(|| name_from(stretch, name))??;
    telling(stretch, name, end, start, name)
}

/// *said NAME*.
fn verb_first(stretch: &Stretch, start: usize) -> Option<Telling> {
    let verb = stretch.word(start).filter(|word| word.is_verb && may_come_first(&word.lower))?;
    let next = stretch.word(start + 1).filter(|next| !next.is_apart && !is_to_be(&verb.lower))?;
    let end = name_from(stretch, start + 1).filter(|_| !is_pronoun(&next.lower) || next.lower != "it")?;
    telling(stretch, start + 1, end, start, start + 1)
}

/// For a name that starts a clause, where it ends and where its verb stands: *NAME said*, *NAME,
/// ROLE, said*, *NAME, who runs the office, said*.
fn name_end_before_verb(stretch: &Stretch, start: usize) -> Option<(usize, usize)> {
    let verbs = (start + 1..stretch.words.len()).filter(|at| is_told(stretch, *at));
    verbs.take(3).find_map(|verb| {
        let (name, end) = subject(stretch, verb)?;
        (name == start).then_some((end, verb))
    })
}

/// Who is told of before a claim: the nearest verb with a subject, *NAME said that …*.
fn before_claim(stretch: &Stretch) -> Option<Telling> {
    let verbs = (0..stretch.words.len()).rev().filter(|at| is_told(stretch, *at));
    let mut own = None;
    for verb in verbs {
        let cue = own.unwrap_or(verb);
        if let Some((name, end)) = subject(stretch, verb) {
            return telling(stretch, name, end, cue, cue + 1);
        }
        let word = stretch.word(verb)?;
        own = is_participle(&word.lower).then_some(cue);
    }
    (0..stretch.words.len()).find_map(|start| according_to(stretch, start))
}

/// Whether the word is a verb of saying there, in the active voice.
fn is_told(stretch: &Stretch, at: usize) -> bool {
    let Some(word) = stretch.word(at).filter(|word| word.is_verb && !word.is_capital) else { return false };
    let Some(before) = at.checked_sub(1).and_then(|at| stretch.word(at)) else {
        return is_participle(&word.lower);
    };
    let passive = is_to_be(&before.lower) && !is_participle(&word.lower);
    let noun = may_be_noun(&word.lower) && (is_determiner(&before.lower) || before.lower == "of");
    let bare = is_bare(&word.lower)
        && !is_plural(&before.lower)
        && !is_pronoun(&before.lower)
        && !is_helper(&before.lower);
    !passive && !noun && !bare && before.lower != "to"
}

/// Who does what the verb says: the name before it, without helpers and without what stands between
/// commas.
fn subject(stretch: &Stretch, verb: usize) -> Option<(usize, usize)> {
    let mut end = verb;
    while end > 0 && stretch.word(end - 1).is_some_and(|word| is_helper(&word.lower) || is_to_be(&word.lower))
    {
        end -= 1;
    }
    if stretch.word(end.checked_sub(1)?).is_some_and(|word| word.lower == "who") {
        return name_until(stretch, end - 1).map(|name| (name, end - 1));
    }
    if !stretch.word(end)?.is_apart {
        return name_until(stretch, end).map(|name| (name, end));
    }
    // Between the commas stands the role; the name stands before the first of them.
    let comma = (1..end).rev().find(|at| stretch.word(*at).is_some_and(|word| word.is_apart))?;
    name_until(stretch, comma).map(|name| (name, comma))
}

/// The telling of these words: the name from `name` to `end`, the cue from `cue` to `after`.
fn telling(stretch: &Stretch, name: usize, end: usize, cue: usize, after: usize) -> Option<Telling> {
    let span = |from: usize, to: usize| {
        let (first, last) = (stretch.word(from)?, stretch.word(to.checked_sub(1)?)?);
        Some(hull(first.span, last.span))
    };
    Some(Telling { source: Some(span(name, end)?), cue: Some(span(cue, after)?) })
}

fn hull(first: Span, last: Span) -> Span {
    Spans::new(vec![first, last]).map_or(first, |spans| spans.hull())
}

#[cfg(test)]
mod tests;
