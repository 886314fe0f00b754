//! Where the bounds of a mark may go.

use crate::text::{ByteOffset, Span, Spans, Text, widen_to_graphemes};

/// One of the two edges of a span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// Where it begins.
    Start,
    /// Where it ends.
    End,
}

/// The spans with one edge of one of them moved. A span keeps at least one character, however far
/// its edge is pulled over it; one that meets its neighbour is joined with it. No character is cut.
/// `None` if there is no such span.
///
/// ```
/// use sayso::session::{Edge, with_edge};
/// use sayso::text::{ByteOffset, Spans, Text};
/// let text = Text::new("The mayor said so.");
/// let mayor = Spans::from(text.span(ByteOffset(4)..ByteOffset(9)).expect("a word"));
/// let longer = with_edge(&text, &mayor, 0, Edge::Start, ByteOffset(0)).expect("a span");
/// assert_eq!(longer.quote(&text), "The mayor");
/// ```
#[must_use]
pub fn with_edge(text: &Text, spans: &Spans, at: usize, edge: Edge, to: ByteOffset) -> Option<Spans> {
    let span = spans.iter().nth(at)?;
    let to = to.min(text.len());
    let moved = match edge {
        Edge::Start => text.span(to.min(last_character(text, span).start())..span.end()),
        Edge::End => text.span(span.start()..to.max(first_character(text, span).end())),
    };
    // A place inside a character makes no span: then the edge stays where it is.
    let moved = moved.map_or(span, |moved| widen_to_graphemes(text, moved));
    let others = spans.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, span)| span);
    Spans::new(others.chain([moved]).collect())
}

fn first_character(text: &Text, span: Span) -> Span {
    let len = text.slice(span).chars().next().map_or(0, char::len_utf8);
    let first = text.span(span.start()..ByteOffset(span.start().0 + len));
    widen_to_graphemes(text, first.unwrap_or(span))
}

fn last_character(text: &Text, span: Span) -> Span {
    let len = text.slice(span).chars().next_back().map_or(0, char::len_utf8);
    let last = text.span(ByteOffset(span.end().0.saturating_sub(len))..span.end());
    widen_to_graphemes(text, last.unwrap_or(span))
}

#[cfg(test)]
mod tests {
    use super::{Edge, with_edge};
    use crate::text::{ByteOffset, Spans, Text};

    fn spans(text: &Text, quotes: &[&str]) -> Spans {
        let find = |quote: &&str| {
            let at = text.as_str().find(*quote).expect("in the text");
            text.span(ByteOffset(at)..ByteOffset(at + quote.len())).expect("a span")
        };
        Spans::new(quotes.iter().map(find).collect()).expect("spans")
    }

    #[track_caller]
    fn check(text: &str, quotes: &[&str], at: usize, edge: Edge, to: usize, expected: &str) {
        let text = Text::new(text);
        let moved = with_edge(&text, &spans(&text, quotes), at, edge, ByteOffset(to));
        assert_eq!(moved.map(|moved| moved.quote(&text)).as_deref(), Some(expected));
    }

    #[test]
    fn an_edge_goes_where_it_is_pulled() {
        let text = "The mayor said so.";
        check(text, &["mayor"], 0, Edge::Start, 0, "The mayor");
        check(text, &["mayor"], 0, Edge::Start, 6, "yor");
        check(text, &["mayor"], 0, Edge::End, 14, "mayor said");
        check(text, &["mayor"], 0, Edge::End, 999, "mayor said so.");
    }

    #[test]
    fn a_character_stays_whole_and_one_stays_in_all() {
        check("a mayor", &["mayor"], 0, Edge::Start, 99, "r");
        check("a mayor", &["mayor"], 0, Edge::End, 0, "m");
        check("so 👩‍👩‍👧 it is", &["👩‍👩‍👧 it"], 0, Edge::End, 0, "👩‍👩‍👧");
        check("cafe\u{301} au lait", &["au"], 0, Edge::Start, 4, "e\u{301} au");
        check("é au", &["au"], 0, Edge::Start, 1, "au");
    }

    #[test]
    fn pieces_that_meet_are_joined() {
        check("one two three", &["one", "three"], 0, Edge::End, 8, "one two three");
        check("one two three", &["one", "three"], 1, Edge::Start, 0, "one two three");
        check("one two three", &["one", "three"], 0, Edge::End, 5, "one t … three");
        let text = Text::new("one");
        assert_eq!(with_edge(&text, &spans(&text, &["one"]), 1, Edge::End, ByteOffset(0)), None);
    }
}
