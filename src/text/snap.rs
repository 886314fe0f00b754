//! A selection becomes what a person meant by it.

use super::{
    ByteOffset, Quotation, Span, Text, grapheme_after, grapheme_before, nested_quotations, sentences,
    widen_within, words,
};

/// What becomes of quotation marks at the edges of a selection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Quotes {
    /// They stay where they were selected, and one mark brings the other along.
    #[default]
    Keep,
    /// They are left out, with the comma they hide: *“We knew,”* becomes *We knew*.
    Leave,
}

/// How often the rules are applied. They settle after three turns at the most; the rest is for texts
/// that nobody writes.
const TURNS: usize = 8;

/// The selection snapped to whole words, inside `within` (a block).
///
/// - A word that is touched is taken whole, and so is a quotation of which all words are selected and
///   one mark.
/// - White space, commas, semicolons, colons, dashes and lone brackets at the edges are left out.
/// - A full stop at the end stays if it was selected and the selection begins where a sentence or a
///   quotation begins; any other sign that ends a sentence stays. None stays at the start.
/// - A quotation mark at an edge whose partner is not selected is left out, and so are with
///   [`Quotes::Leave`] both marks of a quotation that is all there is. Marks of a quotation that
///   lies at one edge only stay, as *the “planned” works* would not be whole without.
///
/// It cuts no user-perceived character unless `within` does, and snapping twice changes nothing more.
/// `None` if nothing is left.
///
/// ```
/// use sayso::text::{ByteOffset, Quotes, Text, snap};
/// let text = Text::new("“We knew it,” she said.");
/// let whole = text.whole().expect("not empty");
/// let selected = text.span(ByteOffset(4)..ByteOffset(17)).expect("e knew it,”");
/// let snapped = |quotes| snap(&text, whole, selected, quotes).map(|span| text.slice(span));
/// assert_eq!(snapped(Quotes::Keep), Some("“We knew it,”"));
/// assert_eq!(snapped(Quotes::Leave), Some("We knew it"));
/// ```
#[must_use]
pub fn snap(text: &Text, within: Span, span: Span, quotes: Quotes) -> Option<Span> {
    let snapper = Snapper {
        text,
        within,
        quotes,
        words: words(text, within),
        quotations: nested_quotations(text, within),
        sentences: sentences(text, within).into_iter().map(Span::start).collect(),
    };
    let mut snapped = within.intersection(span)?;
    for _ in 0..TURNS {
        let before = snapped;
        snapped = snapper.trim(snapper.widen(snapped))?;
        if snapped == before {
            break;
        }
    }
    snapper.holds_word(snapped).then_some(snapped)
}

/// What is known of the block.
struct Snapper<'t> {
    text: &'t Text,
    within: Span,
    quotes: Quotes,
    words: Vec<Span>,
    quotations: Vec<Quotation>,
    /// Where sentences start.
    sentences: Vec<ByteOffset>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edge {
    Start,
    End,
}

impl Snapper<'_> {
    /// Takes touched words and all but selected quotations whole.
    fn widen(&self, span: Span) -> Span {
        let first = self.words.partition_point(|word| word.end() <= span.start());
        let touched = self.words.iter().skip(first).take_while(|word| word.start() < span.end());
        let mut wide = touched.fold(span, |wide, word| self.hull(wide, *word));
        // Inner quotations come after the outer ones, and may complete them.
        for quotation in self.quotations.iter().rev() {
            if self.is_all_but_taken(*quotation, wide) {
                wide = self.hull(wide, quotation.whole);
            }
        }
        let wide = widen_within(self.text, self.within, wide);
        self.within.intersection(wide).unwrap_or(span)
    }

    fn is_all_but_taken(&self, quotation: Quotation, span: Span) -> bool {
        let first = self.words.partition_point(|word| word.start() < quotation.whole.start());
        let mut inside = self.words.iter().skip(first).take_while(|word| word.end() <= quotation.whole.end());
        let Some(first) = inside.next() else { return false };
        let last = inside.last().unwrap_or(first);
        let takes_words = span.start() <= first.start() && last.end() <= span.end();
        let takes_more = quotation.within.is_none_or(|within| within.intersection(span) != Some(span));
        takes_words && takes_more
    }

    fn hull(&self, a: Span, b: Span) -> Span {
        self.text.span(a.start().min(b.start())..a.end().max(b.end())).unwrap_or(a)
    }

    /// Leaves out what does not belong at the edges.
    fn trim(&self, span: Span) -> Option<Span> {
        let mut rest = span;
        loop {
            let shorter = if let Some(inside) = self.left_quotation(rest) {
                inside
            } else if self.drops(rest, Edge::End) {
                let end = grapheme_before(self.text, self.within, rest.end())?;
                self.text.span(rest.start()..end)
            } else if self.drops(rest, Edge::Start) {
                let start = grapheme_after(self.text, self.within, rest.start())?;
                self.text.span(start..rest.end())
            } else {
                return Some(rest);
            };
            rest = shorter?;
        }
    }

    /// What is inside the quotation that is all there is, if its marks are to be left out; an inner
    /// `None` if nothing is.
    fn left_quotation(&self, span: Span) -> Option<Option<Span>> {
        let all = self.quotations.iter().find(|quotation| quotation.whole == span)?;
        let within = all.within.map(|within| widen_within(self.text, self.within, within));
        (self.quotes == Quotes::Leave && within != Some(span)).then_some(within)
    }

    /// Whether the character at that edge does not belong there.
    fn drops(&self, span: Span, edge: Edge) -> bool {
        let character = self.character(span, edge);
        let Some(character) = character else { return false };
        if self.is_word(character) {
            return false;
        }
        let Some(sign) = only_char(self.text.slice(character)) else {
            return self.text.slice(character).starts_with(|c: char| c.is_whitespace() || c.is_control());
        };
        match sign {
            ',' | ';' | ':' | '،' | '؛' | '，' | '、' | '；' | '：' => true,
            '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' => true,
            '(' | '[' | '{' | ')' | ']' | '}' => !has_partner(self.text.slice(span), edge),
            '.' | '。' | '．' if edge == Edge::End => !self.ends_sentence(span),
            '.' | '。' | '．' | '!' | '?' => edge == Edge::Start,
            _ if is_quotation_mark(sign) => !self.is_mark_of_whole(character, span),
            _ => sign.is_whitespace() || sign.is_control(),
        }
    }

    fn character(&self, span: Span, edge: Edge) -> Option<Span> {
        let range = match edge {
            Edge::Start => {
                span.start()..grapheme_after(self.text, self.within, span.start())?.min(span.end())
            }
            Edge::End => grapheme_before(self.text, self.within, span.end())?.max(span.start())..span.end(),
        };
        self.text.span(range)
    }

    fn is_word(&self, character: Span) -> bool {
        let at = self.words.partition_point(|word| word.end() <= character.start());
        self.words.get(at).is_some_and(|word| word.overlaps(character))
    }

    /// Whether the character is a mark of a quotation that is wholly in the span.
    fn is_mark_of_whole(&self, character: Span, span: Span) -> bool {
        let mut whole = self.quotations.iter().filter(|q| q.whole.intersection(span) == Some(q.whole));
        whole.any(|quotation| {
            let inside = quotation.within.and_then(|within| within.intersection(character));
            quotation.whole.overlaps(character) && inside.is_none()
        })
    }

    /// Whether the full stop at the end belongs: the span begins a sentence or a quotation, or the
    /// stop is one of several.
    fn ends_sentence(&self, span: Span) -> bool {
        let begins = |place: ByteOffset| {
            place <= span.start()
                && self.text.span(place..span.start()).is_none_or(|lead| !self.holds_word(lead))
        };
        let behind = self.sentences.partition_point(|start| *start <= span.start());
        let sentence = behind.checked_sub(1).and_then(|at| self.sentences.get(at));
        let quotation = self.quotations.iter().filter_map(|quotation| quotation.within);
        let several = self.text.slice(span).ends_with("..");
        several || sentence.is_some_and(|start| begins(*start)) || quotation.map(Span::start).any(begins)
    }

    fn holds_word(&self, span: Span) -> bool {
        let at = self.words.partition_point(|word| word.end() <= span.start());
        self.words.get(at).is_some_and(|word| word.start() < span.end())
    }
}

/// The character, if the string is exactly one.
fn only_char(string: &str) -> Option<char> {
    let mut characters = string.chars();
    characters.next().filter(|_| characters.next().is_none())
}

fn is_quotation_mark(c: char) -> bool {
    "“”„‟«»‹›‘’‚\"'「」『』＂".contains(c)
}

/// Whether the bracket at that edge has its partner in the slice.
fn has_partner(slice: &str, edge: Edge) -> bool {
    let mut depth = 0_i32;
    let closes = |c: char| {
        let step = match c {
            '(' | '[' | '{' => 1,
            ')' | ']' | '}' => -1,
            _ => 0,
        };
        depth += if edge == Edge::Start { step } else { -step };
        depth <= 0
    };
    match edge {
        Edge::Start => slice.chars().position(closes).is_some_and(|at| at > 0),
        Edge::End => slice.chars().rev().position(closes).is_some_and(|at| at > 0),
    }
}

#[cfg(test)]
mod tests;
