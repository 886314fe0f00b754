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

/// One layer a style: a mark near what is seen adds its stretches to a few of them.
pub(super) fn layers(
    session: &Session,
    find: Option<&Find>,
    sieve: &Sieve,
    codebook: &Codebook,
    pencil: &Pencil,
    near: &Range<ByteOffset>,
) -> Vec<Layer> {
    let mut layers = BTreeMap::new();
    let mut add = |(priority, style): (i32, String), span: Span| {
        let (_, spans): &mut (i32, Vec<_>) = layers.entry(style).or_insert((priority, Vec::new()));
        spans.push(session.article.text.utf16(span));
    };
    for mark in session.marks.within(near.clone()).filter(|mark| sieve.passes(session, mark)) {
        let in_hand = session.in_hand.as_ref() == Some(&mark.id);
        let spans = pencil.drawn.as_ref().filter(|_| in_hand).or(mark.spans());
        for span in spans.into_iter().flat_map(|spans| spans.iter()) {
            add(style(session, codebook, mark), span);
            if in_hand {
                add((4, format!("hand-{}", voice(session, mark))), span);
            }
        }
    }
    for told in pencil.telling.iter().map(|telling| &telling.told) {
        told.source.into_iter().chain(told.cue).for_each(|span| add((4, "proposed".into()), span));
    }
    if let Some(find) = find {
        let is_near = |span: &Span| span.start() < near.end && span.end() > near.start;
        let places = |hit: &Hit| if let Hit::Place(span) = hit { Some(*span).filter(is_near) } else { None };
        find.hits.iter().filter_map(places).for_each(|span| add((5, "find".into()), span));
        find.hit().and_then(places).into_iter().for_each(|span| add((6, "find-now".into()), span));
    }
    layers.into_iter().map(|(style, (priority, spans))| (style, priority, spans)).collect()
}

/// Claims lie under mentions and cues, so that an underline is never covered.
fn style(session: &Session, codebook: &Codebook, mark: &Mark) -> (i32, String) {
    let voice = voice(session, mark);
    match &mark.content {
        Content::Note(label) => (0, note(codebook, label)),
        Content::Claim(_) => (1, format!("claim-{voice}")),
        Content::Source(_) => (2, format!("source-{voice}")),
        Content::Cue => (3, "cue".into()),
    }
}

/// A note looks as its label says, and plain if the codebook has no such label.
fn note(codebook: &Codebook, label: &str) -> String {
    codebook
        .label(label)
        .map_or_else(|| "note".into(), |label| format!("note-{}", look::colour(label.colour)))
}

fn voice(session: &Session, mark: &Mark) -> &'static str {
    look::class(voice_of(session, mark).unwrap_or(Voice::Open))
}
