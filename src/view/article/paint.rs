//! Which stretches are painted in which style.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::annotation::{Content, Mark};
use crate::codebook::Codebook;
use crate::session::{Hit, Session, Voice, voice_of};
use crate::text::{ByteOffset, Span, Utf16Offset};
use crate::view::{Find, Pencil, Sieve, look};

/// A style's name, its place above the others, and its stretches.
pub(super) type Layer = (String, i32, Vec<Range<Utf16Offset>>);

/// What a stretch looks like. What is painted later lies above: claims lie under mentions and cues, so
/// that an underline is never covered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Style {
    Note(Option<&'static str>),
    Claim(&'static str),
    Source(&'static str),
    Cue,
    Hand(&'static str),
    Proposed,
    Find,
    FindNow,
}

impl Style {
    fn name(self) -> String {
        match self {
            Style::Note(None) => "note".into(),
            Style::Note(Some(colour)) => format!("note-{colour}"),
            Style::Claim(voice) => format!("claim-{voice}"),
            Style::Source(voice) => format!("source-{voice}"),
            Style::Cue => "cue".into(),
            Style::Hand(voice) => format!("hand-{voice}"),
            Style::Proposed => "proposed".into(),
            Style::Find => "find".into(),
            Style::FindNow => "find-now".into(),
        }
    }

    fn priority(self) -> i32 {
        match self {
            Style::Note(_) => 0,
            Style::Claim(_) => 1,
            Style::Source(_) => 2,
            Style::Cue => 3,
            Style::Hand(_) | Style::Proposed => 4,
            Style::Find => 5,
            Style::FindNow => 6,
        }
    }
}

/// One layer a style: a mark near what is seen adds its stretches to a few of them.
pub(super) fn layers(
    session: &Session,
    find: Option<&Find>,
    sieve: &Sieve,
    codebook: &Codebook,
    pencil: &Pencil,
    near: &Range<ByteOffset>,
) -> Vec<Layer> {
    let mut layers: BTreeMap<Style, Vec<_>> = BTreeMap::new();
    let mut add = |style: Style, span: Span| {
        layers.entry(style).or_default().push(session.article.text.utf16(span));
    };
    for mark in session.marks.within(near.clone()).filter(|mark| sieve.passes(session, mark)) {
        let in_hand = session.in_hand.as_ref() == Some(&mark.id);
        let spans = pencil.drawn.as_ref().filter(|_| in_hand).or(mark.spans());
        for span in spans.into_iter().flat_map(|spans| spans.iter()) {
            add(style(session, codebook, mark), span);
            if in_hand {
                add(Style::Hand(voice(session, mark)), span);
            }
        }
    }
    for told in pencil.telling.iter().map(|telling| &telling.told) {
        told.source.into_iter().chain(told.cue).for_each(|span| add(Style::Proposed, span));
    }
    if let Some(find) = find {
        let is_near = |span: &Span| span.start() < near.end && span.end() > near.start;
        let places = |hit: &Hit| if let Hit::Place(span) = hit { Some(*span).filter(is_near) } else { None };
        find.hits.iter().filter_map(places).for_each(|span| add(Style::Find, span));
        find.hit().and_then(places).into_iter().for_each(|span| add(Style::FindNow, span));
    }
    layers.into_iter().map(|(style, spans)| (style.name(), style.priority(), spans)).collect()
}

fn style(session: &Session, codebook: &Codebook, mark: &Mark) -> Style {
    match &mark.content {
        // A note looks as its label says, and plain if the codebook has no such label.
        Content::Note(label) => Style::Note(codebook.label(label).map(|label| look::colour(label.colour))),
        Content::Claim(_) => Style::Claim(voice(session, mark)),
        Content::Source(_) => Style::Source(voice(session, mark)),
        Content::Cue => Style::Cue,
    }
}

fn voice(session: &Session, mark: &Mark) -> &'static str {
    look::class(voice_of(session, mark).unwrap_or(Voice::Open))
}
