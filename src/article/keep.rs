//! What a text keeps of the article that it is a new version of.

use std::collections::BTreeMap;

use super::{Article, Block, Inline};
use crate::text::{ByteOffset, Span};

impl Article {
    /// The article with what `old` knew of the blocks whose words are the same: their kind, emphasis and
    /// links. Of words that stand in several blocks the first that is left counts, in order.
    #[must_use]
    pub fn keeping(mut self, old: &Article) -> Article {
        let mut known: BTreeMap<&str, Vec<&Block>> = BTreeMap::new();
        for block in old.blocks.iter().rev() {
            known.entry(old.text.slice(block.span)).or_default().push(block);
        }
        let mut inlines = Vec::new();
        for block in &mut self.blocks {
            let Some(same) = known.get_mut(self.text.slice(block.span)).and_then(Vec::pop) else { continue };
            block.kind = same.kind;
            let moved = |inline: &Inline| {
                let from = block.span.start().0 + inline.span.start().0.checked_sub(same.span.start().0)?;
                let to = from + inline.span.byte_len();
                let span: Span = self.text.span(ByteOffset(from)..ByteOffset(to))?;
                Some(Inline { span, kind: inline.kind.clone() })
            };
            inlines.extend(old.inlines_of(same).filter_map(moved));
        }
        self.inlines = inlines;
        self
    }
}

#[cfg(test)]
mod tests {
    use crate::article::{Article, Block, BlockKind, Inline, InlineKind};
    use crate::text::{ByteOffset, Text};

    /// An article whose blocks are its lines, with emphasis on the first word of each.
    fn article(text: &str, kinds: &[BlockKind]) -> Article {
        let (mut at, mut blocks, mut inlines) = (0, Vec::new(), Vec::new());
        let text = Text::new(text);
        for (line, kind) in text.as_str().split('\n').zip(kinds) {
            let span = |to: usize| text.span(ByteOffset(at)..ByteOffset(at + to)).expect("a line");
            blocks.push(Block { kind: *kind, span: span(line.len()) });
            let word = line.find(' ').unwrap_or(line.len());
            inlines.push(Inline { kind: InlineKind::Emphasis, span: span(word) });
            at += line.len() + 1;
        }
        Article { blocks, inlines, text }
    }

    #[test]
    fn blocks_with_the_same_words_stay_what_they_were() {
        use BlockKind::{Byline, Heading, Paragraph, Quotation};
        let old = article("Né so\nit was\nit was\nlast one", &[Heading, Byline, Quotation, Heading]);
        let mut new = article("New here\nit was\nNé so\nit was\nit was\nlast", &[Paragraph; 6]);
        new.inlines.clear();
        let kept = new.keeping(&old);
        let kinds: Vec<BlockKind> = kept.blocks.iter().map(|block| block.kind).collect();
        assert_eq!(kinds, [Paragraph, Byline, Heading, Quotation, Paragraph, Paragraph]);
        let set: Vec<&str> = kept.inlines.iter().map(|inline| kept.text.slice(inline.span)).collect();
        assert_eq!(set, ["it", "Né", "it"]);
        assert_eq!(kept.inlines[1].span.start(), ByteOffset(16));
    }
}
