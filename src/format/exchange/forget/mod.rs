//! What each loss makes an article forget. These are the definitions that the account of losses rests on.

mod article;
mod claims;
mod marks;
mod names;
mod register;
mod strings;

use std::rc::Rc;

pub(super) use article::is_xml;

use super::Loss;
use crate::annotation::{Claim, Content, Mark, MarkKind, MarkSet, Source};
use crate::format::native::Document;
use crate::text::is_space;

/// Makes an article forget something, and says how many records that changed.
pub(super) fn forget(loss: Loss, document: &mut Document) -> usize {
    let details = &mut document.details;
    match loss {
        Loss::Names => names::forget(document),
        Loss::Title => cleared(&mut details.title),
        Loss::Byline => cleared(&mut details.byline),
        Loss::Publisher => cleared(&mut details.publisher),
        Loss::Address => cleared(&mut details.url),
        Loss::Published => cleared(&mut details.published),
        Loss::Retrieved => cleared(&mut details.retrieved),
        Loss::Language => cleared(&mut details.language),
        Loss::Follows => cleared(&mut details.follows),
        Loss::Text => article::text(document),
        Loss::Blocks => article::blocks(document),
        Loss::Inlines => cleared(&mut document.article.inlines),
        Loss::ControlCharacters => article::control_characters(document),
        Loss::LongTexts => article::long_texts(document),
        Loss::NewerFields => article::newer_fields(document),
        Loss::SourceNames => register::names(document),
        Loss::SourceKinds => register::kinds(document),
        Loss::SourceRoles => each_source(document, |source| clear(&mut source.role)),
        Loss::Reasons => each_source(document, |source| clear(&mut source.why_unnamed)),
        Loss::SourceNotes => each_source(document, |source| clear(&mut source.note)),
        Loss::SilentSources => register::silent(document),
        Loss::UnusedSources => register::unused(document),
        Loss::LooseEnds => register::loose_ends(document),
        Loss::Orphans => marks::drop_marks(document, |mark| mark.spans().is_none()),
        Loss::Mentions => marks::drop_marks(document, |mark| mark.kind() == MarkKind::Source),
        Loss::Cues => marks::drop_marks(document, |mark| mark.kind() == MarkKind::Cue),
        Loss::Notes => marks::drop_marks(document, |mark| matches!(mark.content, Content::Note(_))),
        Loss::Labels => each_mark(document, marks::label),
        Loss::Comments => each_mark(document, |mark| clear(&mut mark.note)),
        Loss::Tags => each_mark(document, |mark| clear(&mut mark.tags)),
        Loss::Answers => each_mark(document, |mark| clear(&mut mark.fields)),
        Loss::Creators => each_mark(document, |mark| clear(&mut mark.creator)),
        Loss::Codebooks => each_mark(document, |mark| clear(&mut mark.codebook)),
        Loss::Times => each_mark(document, |mark| clear(&mut mark.created) | clear(&mut mark.modified)),
        Loss::Changes => each_mark(document, |mark| clear(&mut mark.modified)),
        Loss::Drift => each_mark(document, |mark| clear(&mut mark.drift)),
        Loss::LineEnds => marks::trim(document, is_line_end),
        Loss::Edges => marks::trim(document, is_space),
        Loss::Overlaps => marks::overlaps(document),
        Loss::NoteBreaks => article::note_breaks(document),
        Loss::Pieces => marks::pieces(document),
        Loss::Forms => each_claim(document, |claim| clear(&mut claim.form)),
        Loss::Verdicts => each_claim(document, |claim| clear(&mut claim.verdict)),
        Loss::Evidence => each_claim(document, |claim| clear(&mut claim.evidence)),
        Loss::EvidenceDays => each_claim(document, claims::evidence_days),
        Loss::Findings => each_claim(document, claims::finding),
        Loss::JointSources => each_claim(document, claims::joint),
        Loss::TieMentions => each_claim(document, claims::mentions),
        Loss::TieCues => each_claim(document, claims::cues),
        Loss::SilentTies => each_claim(document, claims::silent),
        Loss::Ties => each_claim(document, claims::ties),
    }
}

/// Empties something, and says whether there was anything.
fn clear<T: Default + PartialEq>(field: &mut T) -> bool {
    let empty = T::default();
    let had = *field != empty;
    *field = empty;
    had
}

fn cleared<T: Default + PartialEq>(field: &mut T) -> usize {
    usize::from(clear(field))
}

/// Changes marks, and says how many were changed.
fn each_mark(document: &mut Document, change: impl Fn(&mut Mark) -> bool) -> usize {
    let changed = |mark: &mut Rc<Mark>| usize::from(change(Rc::make_mut(mark)));
    document.marks.iter_mut().map(changed).sum()
}

fn each_claim(document: &mut Document, change: impl Fn(&mut Claim) -> bool) -> usize {
    each_mark(document, |mark| match &mut mark.content {
        Content::Claim(claim) => change(claim),
        _ => false,
    })
}

fn each_source(document: &mut Document, change: impl Fn(&mut Source) -> bool) -> usize {
    let changed = |source: &mut Rc<Source>| usize::from(change(Rc::make_mut(source)));
    document.sources.iter_mut().map(changed).sum()
}

/// Puts the marks in reading order, as a session has them.
pub(super) fn arrange(document: &mut Document) {
    let set: MarkSet = document.marks.drain(..).collect();
    document.marks = set.iter().cloned().collect();
}

/// Whether a line ends here for some program.
pub(super) fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
