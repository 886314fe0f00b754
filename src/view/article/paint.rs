//! Which stretches are painted in which style.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::annotation::{Mark, MarkKind};
use crate::session::{Session, Voice, voice_of};
use crate::text::{Span, Utf16Offset};
use crate::view::{Find, look};

/// A style's name, its place above the others, and its stretches.
pub(super) type Layer = (String, i32, Vec<Range<Utf16Offset>>);

/// One layer a style: a mark adds its stretches to a few of them.
pub(super) fn layers(session: &Session, find: Option<&Find>) -> Vec<Layer> {
    let mut layers = BTreeMap::new();
    let mut add = |(priority, style): (i32, String), span: Span| {
        let (_, spans): &mut (i32, Vec<_>) = layers.entry(style).or_insert((priority, Vec::new()));
        spans.push(session.article.text.utf16(span));
    };
    for mark in session.marks.iter() {
        for span in mark.spans().into_iter().flat_map(|spans| spans.iter()) {
            add(style(session, mark), span);
            if session.in_hand.as_ref() == Some(&mark.id) {
                add((4, format!("hand-{}", voice(session, mark))), span);
            }
        }
    }
    if let Some(find) = find {
        find.hits.iter().for_each(|span| add((5, "find".into()), *span));
        find.hit().into_iter().for_each(|span| add((6, "find-now".into()), span));
    }
    layers.into_iter().map(|(style, (priority, spans))| (style, priority, spans)).collect()
}

/// Claims lie under mentions and cues, so that an underline is never covered.
fn style(session: &Session, mark: &Mark) -> (i32, String) {
    let voice = voice(session, mark);
    match mark.kind() {
        MarkKind::Note => (0, "note".into()),
        MarkKind::Claim => (1, format!("claim-{voice}")),
        MarkKind::Source => (2, format!("source-{voice}")),
        MarkKind::Cue => (3, "cue".into()),
    }
}

fn voice(session: &Session, mark: &Mark) -> &'static str {
    look::class(voice_of(session, mark).unwrap_or(Voice::Open))
}
