//! What happens when the mouse is lifted: the selection keeps to words.

use yew::prelude::*;

use super::ReaderProps;
use crate::article::sentence_at;
use crate::browser::{self, Ends, Island, Release};
use crate::session::Session;
use crate::settings::Settings;
use crate::text::{Quotes, Span, snap};
use crate::view::Ask;

/// Snaps what the mouse has selected; with Ctrl or Cmd it becomes a piece of the mark in hand.
#[hook]
pub(super) fn use_pencil(props: &ReaderProps) {
    let ReaderProps { session, sieve, pencil, slot, ask, .. } = props;
    let settings = &sieve.settings;
    let (slot, ask) = (slot.clone(), ask.clone());
    let seen = (session.clone(), settings.clone(), pencil.caret.is_some());
    use_effect_with(seen, move |(session, settings, caret)| {
        let (session, settings, caret) = (session.clone(), settings.clone(), *caret);
        let on_release = browser::on_release(move |release| {
            let Some(island) = slot.get() else { return };
            if caret {
                ask.emit(Ask::HideCaret);
            }
            if !lifted(&session, &settings, &island, release) {
                return;
            }
            if release.command && session.in_hand.is_some() {
                ask.emit(Ask::AddPiece);
            }
        });
        move || drop(on_release)
    });
}

/// Whether something is selected, after it was snapped.
fn lifted(session: &Session, settings: &Settings, island: &Island, release: Release) -> bool {
    let text = &session.article.text;
    if release.clicks == 3 {
        let sentence = whole_sentence(session, island, release);
        sentence.into_iter().for_each(|sentence| browser::select(island, text.utf16(sentence)));
        return sentence.is_some();
    }
    // Only a selection that lies in the text is ours to change.
    let Some(ends) = browser::ends(island) else { return browser::selected(island).is_some() };
    let selected = browser::selected(island).and_then(|range| text.span_utf16(range));
    let Some(span) = selected else { return false };
    if release.alt || !settings.snap {
        return true;
    }
    let quotes = if settings.quotes { Quotes::Keep } else { Quotes::Leave };
    match snap(text, blocks_around(session, span), span, quotes) {
        Some(snapped) if snapped == span => {}
        Some(snapped) => {
            let (start, end) = (text.utf16(snapped).start, text.utf16(snapped).end);
            let backwards = ends.focus < ends.anchor;
            let (anchor, focus) = if backwards { (end, start) } else { (start, end) };
            browser::set_ends(island, Ends { anchor, focus });
        }
        None => browser::clear_selection(),
    }
    browser::selected(island).is_some()
}

/// The blocks that a selection touches: no more than that has to be looked at.
fn blocks_around(session: &Session, span: Span) -> Span {
    let article = &session.article;
    let first = article.block_at(span.start()).map_or(span.start(), |block| block.span.start());
    let last = article.block_at(span.end()).map_or(span.end(), |block| block.span.end());
    article.text.span(first.min(span.start())..last.max(span.end())).unwrap_or(span)
}

fn whole_sentence(session: &Session, island: &Island, release: Release) -> Option<Span> {
    let place = browser::place_near(island, release.x, release.y)?;
    sentence_at(&session.article, session.article.text.byte_at_utf16(place)?)
}
