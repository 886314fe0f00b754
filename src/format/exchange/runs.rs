//! The article cut at every edge of a mark, for formats that set marks among the words.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::annotation::{Mark, MarkId, MarkSet};
use crate::article::{Block, Inline};
use crate::format::native::Document;
use crate::text::{ByteOffset, Span};

/// A block with its runs.
pub(super) type Cut<'a> = (&'a Block, Vec<Run<'a>>);

/// A stretch inside a block over which the same marks and the same inlines lie.
pub(super) struct Run<'a> {
    pub(super) text: &'a str,
    /// The marks over it, in reading order.
    pub(super) marks: Vec<Rc<Mark>>,
    /// Those that are met here for the first time.
    pub(super) begins: Vec<Rc<Mark>>,
    /// Those that are met here for the last time.
    pub(super) ends: Vec<Rc<Mark>>,
    pub(super) inlines: Vec<&'a Inline>,
}

/// The blocks with their runs. White space between blocks is in none of them; a mark on nothing else is met
/// nowhere.
pub(super) fn cut(document: &Document) -> Vec<Cut<'_>> {
    let marks: MarkSet = document.marks.iter().cloned().collect();
    let blocks = document.article.blocks.iter();
    let mut cut: Vec<Cut<'_>> = blocks.map(|block| (block, runs(document, &marks, block.span))).collect();
    let mut seen: BTreeMap<MarkId, ()> = BTreeMap::new();
    for run in cut.iter_mut().flat_map(|(_, runs)| runs) {
        run.begins =
            run.marks.iter().filter(|mark| seen.insert(mark.id.clone(), ()).is_none()).cloned().collect();
    }
    for run in cut.iter_mut().rev().flat_map(|(_, runs)| runs.iter_mut().rev()) {
        run.ends = run.marks.iter().filter(|mark| seen.remove(&mark.id).is_some()).cloned().collect();
    }
    cut
}

fn runs<'a>(document: &'a Document, marks: &MarkSet, block: Span) -> Vec<Run<'a>> {
    let near: Vec<&Rc<Mark>> = marks.within(block.start()..block.end()).collect();
    let inlines = document.article.inlines.iter();
    let inlines: Vec<&Inline> = inlines.filter(|inline| inline.span.overlaps(block)).collect();
    let spans = near.iter().flat_map(|mark| mark.spans().into_iter().flat_map(|spans| spans.iter()));
    let mut edges: Vec<ByteOffset> = spans
        .chain(inlines.iter().map(|inline| inline.span))
        .filter_map(|span| span.intersection(block))
        .flat_map(|span| [span.start(), span.end()])
        .chain([block.start(), block.end()])
        .collect();
    edges.sort_unstable();
    edges.dedup();
    let pairs = edges.iter().zip(edges.iter().skip(1));
    let run = |(start, end): (&ByteOffset, &ByteOffset)| {
        let over = |mark: &&&Rc<Mark>| mark.spans().is_some_and(|spans| spans.contains(*start));
        Some(Run {
            text: document.article.text.slice(document.article.text.span(*start..*end)?),
            marks: near.iter().filter(over).map(|mark| Rc::clone(mark)).collect(),
            begins: Vec::new(),
            ends: Vec::new(),
            inlines: inlines.iter().filter(|inline| inline.span.contains(*start)).copied().collect(),
        })
    };
    pairs.filter_map(run).collect()
}
