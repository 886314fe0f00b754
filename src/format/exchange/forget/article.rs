//! What is forgotten of the article itself.

use std::rc::Rc;

use super::strings::strings;
use super::{clear, each_claim, each_mark, each_source};
use crate::annotation::{Anchor, Place, SaidBy};
use crate::article::{Block, Inline};
use crate::format::native::{Document, by_lines};
use crate::text::{CodePointOffset, Span, Spans, Text};

/// Of marks only the words are left. Says 1 if there was more.
pub(super) fn text(document: &mut Document) -> usize {
    let article = &mut document.article;
    let text = std::mem::replace(&mut article.text, Text::new(""));
    article.blocks.clear();
    article.inlines.clear();
    let bare = |quote: &str| {
        let (quote, prefix, suffix) = (quote.to_owned(), String::new(), String::new());
        Anchor { quote, prefix, suffix, position: CodePointOffset(0)..CodePointOffset(0) }
    };
    let uprooted = each_mark(document, |mark| {
        let anchors = match &mark.place {
            Place::Placed(spans) => spans.iter().map(|span| bare(text.slice(span))).collect(),
            Place::Orphan(anchors) => anchors.iter().map(|anchor| bare(&anchor.quote)).collect(),
        };
        let place = Place::Orphan(anchors);
        let changed = mark.place != place;
        mark.place = place;
        changed
    });
    usize::from(!text.is_empty() || uprooted > 0)
}

/// Every line is a paragraph. Says 1 if the blocks were others.
pub(super) fn blocks(document: &mut Document) -> usize {
    let article = &mut document.article;
    let lines = by_lines(&article.text);
    let changed = usize::from(article.blocks != lines);
    article.blocks = lines;
    // A line may be shorter than the block was in which something is set apart.
    let blocks = &article.blocks;
    let inside = |inline: &Inline| {
        let at = blocks.partition_point(|block| block.span.end() <= inline.span.start());
        blocks.get(at).is_some_and(|block| block.span.intersection(inline.span) == Some(inline.span))
    };
    article.inlines.retain(inside);
    changed
}

/// Puts U+FFFD in the place of what no XML can hold (XML 1.0, production 2), and says how many such
/// characters there were.
pub(super) fn control_characters(document: &mut Document) -> usize {
    let mut count = 0;
    let mut replaced = |string: &str| -> String {
        let each = string.chars().map(|c| {
            if is_xml(c) {
                c
            } else {
                count += 1;
                char::REPLACEMENT_CHARACTER
            }
        });
        each.collect()
    };
    let text = Text::new(replaced(document.article.text.as_str()));
    strings(document, &mut |string| *string = replaced(string));
    if count > 0 {
        respan(document, text);
    }
    count
}

/// Whether XML 1.0 can hold a character.
pub(in crate::format::exchange) fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// Gives an article another text with as many characters. What stands where stays, character by character.
fn respan(document: &mut Document, text: Text) {
    let Document { article, marks, .. } = document;
    let old = std::mem::replace(&mut article.text, text);
    let text = &article.text;
    let moved = |span: Span| text.span_code_points(old.code_points(span));
    article.blocks =
        article.blocks.iter().filter_map(|one| Some(Block { span: moved(one.span)?, ..*one })).collect();
    let inline = |one: &Inline| Some(Inline { span: moved(one.span)?, ..one.clone() });
    article.inlines = article.inlines.iter().filter_map(inline).collect();
    for mark in marks {
        let Some(spans) = mark.spans().and_then(|spans| Spans::new(spans.iter().filter_map(moved).collect()))
        else {
            continue;
        };
        Rc::make_mut(mark).place = Place::Placed(spans);
    }
}

/// Puts spaces in the place of line breaks and tabs in what people wrote, and says how many texts had some.
pub(super) fn note_breaks(document: &mut Document) -> usize {
    let mut changed = 0;
    let is_break = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    strings(document, &mut |string| {
        if string.contains(is_break) {
            *string = string.replace("\r\n", " ").replace(is_break, " ");
            changed += 1;
        }
    });
    changed
}

/// Cuts what is longer than a cell of a spreadsheet holds, and says how many texts were. The article's own text is
/// not among them.
pub(super) fn long_texts(document: &mut Document) -> usize {
    let mut cut = 0;
    strings(document, &mut |string| {
        let mut units = 0;
        let end = string.char_indices().find(|(_, c)| {
            units += c.len_utf16();
            units > LONGEST
        });
        if let Some((at, _)) = end {
            string.truncate(at);
            cut += 1;
        }
    });
    cut
}

/// The longest text that a cell holds, in UTF-16 units (Excel: 32,767).
const LONGEST: usize = 32_000;

/// Forgets all fields of newer versions, and says how many records had some.
pub(super) fn newer_fields(document: &mut Document) -> usize {
    let article = usize::from(clear(&mut document.details.foreign));
    let sources = each_source(document, |source| clear(&mut source.foreign));
    let claims = each_claim(document, |claim| {
        let evidence =
            claim.evidence.iter_mut().map(|one| clear(&mut one.foreign)).filter(|had| *had).count();
        let ties = match &mut claim.said_by {
            SaidBy::Sources(ties) => {
                ties.iter_mut().map(|tie| clear(&mut tie.foreign)).filter(|had| *had).count()
            }
            SaidBy::Open | SaidBy::Nobody => 0,
        };
        evidence + ties > 0
    });
    article + sources + claims + each_mark(document, |mark| clear(&mut mark.foreign))
}
