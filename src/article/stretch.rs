//! A block in stretches that are set alike.

use super::{Article, Block, Inline, InlineKind, LinkAddress};
use crate::text::{ByteOffset, Span};

/// A stretch of a block that is set alike throughout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch<'a> {
    /// Where it stands in the article's text.
    pub span: Span,
    /// Whether it is stressed.
    pub emphasis: bool,
    /// Whether it is of weight.
    pub strong: bool,
    /// Where it leads.
    pub link: Option<&'a LinkAddress>,
}

impl Article {
    /// The stretches of a block, which together are the whole of it; one if nothing in it is set apart.
    /// Where two links cover the same words, the one that starts later counts.
    #[must_use]
    pub fn stretches(&self, block: &Block) -> Vec<Stretch<'_>> {
        let inlines: Vec<&Inline> = self.inlines_of(block).collect();
        let edges = edges(block.span, &inlines);
        let spans =
            edges.iter().zip(edges.iter().skip(1)).filter_map(|(from, to)| self.text.span(*from..*to));
        spans.map(|span| stretch(span, &inlines)).collect()
    }

    /// What is set apart in a block.
    pub(super) fn inlines_of(&self, block: &Block) -> impl Iterator<Item = &Inline> {
        let from = self.inlines.partition_point(|inline| inline.span.start() < block.span.start());
        let end = block.span.end();
        self.inlines.iter().skip(from).take_while(move |inline| inline.span.start() < end)
    }
}

/// Where something begins or ends to be set apart, with both ends of the block.
fn edges(block: Span, inlines: &[&Inline]) -> Vec<ByteOffset> {
    let ends = inlines.iter().flat_map(|inline| [inline.span.start(), inline.span.end().min(block.end())]);
    let mut edges: Vec<ByteOffset> = [block.start(), block.end()].into_iter().chain(ends).collect();
    edges.sort_unstable();
    edges.dedup();
    edges
}

fn stretch<'a>(span: Span, inlines: &[&'a Inline]) -> Stretch<'a> {
    let mut stretch = Stretch { span, emphasis: false, strong: false, link: None };
    for inline in
        inlines.iter().filter(|each| each.span.start() <= span.start() && span.end() <= each.span.end())
    {
        match &inline.kind {
            InlineKind::Emphasis => stretch.emphasis = true,
            InlineKind::Strong => stretch.strong = true,
            InlineKind::Link(address) => stretch.link = Some(address),
        }
    }
    stretch
}

#[cfg(test)]
mod tests {
    use crate::article::{Article, Block, BlockKind, Inline, InlineKind, LinkAddress};
    use crate::text::{ByteOffset, Span, Text};

    /// Each stretch with a letter for all that it is set as; an inline is a kind and its words.
    fn check(text: &str, set: &[(InlineKind, &str)], expected: &[(&str, &str)]) {
        let text = Text::new(text);
        let span = |from: usize, to: usize| text.span(ByteOffset(from)..ByteOffset(to)).expect("in the text");
        let find = |words: &str| -> Span {
            let from = text.as_str().find(words).expect("words of the text");
            span(from, from + words.len())
        };
        let mut inlines: Vec<Inline> =
            set.iter().map(|(kind, words)| Inline { kind: kind.clone(), span: find(words) }).collect();
        inlines.sort_by_key(|inline| inline.span.start());
        let block = Block { kind: BlockKind::Paragraph, span: span(0, text.len().0) };
        let article = Article { blocks: vec![block], inlines, text };
        let stretches = article.stretches(&block);
        let said: Vec<(&str, String)> = stretches
            .iter()
            .map(|it| {
                let set = [(it.emphasis, "e"), (it.strong, "s"), (it.link.is_some(), "l")];
                (
                    article.text.slice(it.span),
                    set.iter().filter(|(is, _)| *is).map(|(_, letter)| *letter).collect(),
                )
            })
            .collect();
        let said: Vec<(&str, &str)> = said.iter().map(|(words, set)| (*words, set.as_str())).collect();
        assert_eq!(said, expected);
    }

    #[test]
    fn stretches_are_the_whole_block() {
        let link = || InlineKind::Link(LinkAddress::new("https://a.example").expect("an address"));
        let (emphasis, strong) = (InlineKind::Emphasis, InlineKind::Strong);
        check("all alike", &[], &[("all alike", "")]);
        check("one two", &[(emphasis.clone(), "one")], &[("one", "e"), (" two", "")]);
        check("one two", &[(strong.clone(), "one two")], &[("one two", "s")]);
        check(
            "one two three",
            &[(link(), "one two"), (emphasis, "two three"), (strong, "two")],
            &[("one ", "l"), ("two", "esl"), (" three", "e")],
        );
    }
}
