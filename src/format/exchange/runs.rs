//! The article cut at every edge of a mark, for formats that set marks among the words.

use std::rc::Rc;

use crate::annotation::{Mark, MarkSet};
use crate::article::{Block, Inline};
use crate::format::native::Document;
use crate::text::{ByteOffset, Span};

/// An article whose marks can be looked up by place.
pub(super) struct Cut<'a> {
    document: &'a Document,
    marks: MarkSet,
}

/// A stretch inside a block over which the same marks and the same inlines lie.
pub(super) struct Run<'a> {
    pub(super) text: &'a str,
    /// The marks over it, in reading order.
    pub(super) marks: Vec<&'a Rc<Mark>>,
    /// Those whose first piece begins here.
    pub(super) begins: Vec<&'a Rc<Mark>>,
    /// Those whose last piece ends here.
    pub(super) ends: Vec<&'a Rc<Mark>>,
    pub(super) inlines: Vec<&'a Inline>,
}

impl<'a> Cut<'a> {
    pub(super) fn new(document: &'a Document) -> Cut<'a> {
        Cut { document, marks: document.marks.iter().cloned().collect() }
    }

    /// The blocks with their runs. White space between blocks is in none of them; a mark on nothing else is
    /// told by no run.
    pub(super) fn blocks(&'a self) -> impl Iterator<Item = (&'a Block, Vec<Run<'a>>)> {
        self.document.article.blocks.iter().map(|block| (block, self.runs(block.span)))
    }

    fn runs(&'a self, block: Span) -> Vec<Run<'a>> {
        let marks: Vec<&Rc<Mark>> = self.marks.within(block.start()..block.end()).collect();
        let inlines = &self.document.article.inlines;
        let inlines: Vec<&Inline> = inlines.iter().filter(|inline| inline.span.overlaps(block)).collect();
        let spans = marks.iter().flat_map(|mark| mark.spans().into_iter().flat_map(|spans| spans.iter()));
        let mut edges: Vec<ByteOffset> = spans
            .chain(inlines.iter().map(|inline| inline.span))
            .filter_map(|span| span.intersection(block))
            .flat_map(|span| [span.start(), span.end()])
            .chain([block.start(), block.end()])
            .collect();
        edges.sort_unstable();
        edges.dedup();
        let pairs = edges.iter().zip(edges.iter().skip(1));
        pairs.filter_map(|(start, end)| self.run(*start, *end, &marks, &inlines)).collect()
    }

    fn run(
        &'a self,
        start: ByteOffset,
        end: ByteOffset,
        marks: &[&'a Rc<Mark>],
        inlines: &[&'a Inline],
    ) -> Option<Run<'a>> {
        let text = &self.document.article.text;
        let span = text.span(start..end)?;
        let over = |mark: &&&Rc<Mark>| mark.spans().is_some_and(|spans| spans.contains(start));
        let over: Vec<&Rc<Mark>> = marks.iter().filter(over).copied().collect();
        let hull = |mark: &Mark| mark.spans().map(|spans| spans.hull());
        let first = |mark: &&&Rc<Mark>| hull(mark).is_some_and(|hull| hull.start() == start);
        let last = |mark: &&&Rc<Mark>| hull(mark).is_some_and(|hull| hull.end() == end);
        Some(Run {
            text: text.slice(span),
            begins: over.iter().filter(first).copied().collect(),
            ends: over.iter().filter(last).copied().collect(),
            inlines: inlines.iter().filter(|inline| inline.span.contains(start)).copied().collect(),
            marks: over,
        })
    }
}
