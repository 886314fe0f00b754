//! A mark in several pieces: each can be taken out.

use yew::prelude::*;

use super::fields::Card;
use crate::browser;
use crate::session::Intent;
use crate::view::Ask;
use crate::words;

/// The pieces, if there is more than one.
pub(super) fn pieces(card: &Card<'_>) -> Html {
    let spans: Vec<_> = card.mark.spans().map(|spans| spans.iter().collect()).unwrap_or_default();
    let piece = |(at, span)| {
        let quote = card.session.article.text.slice(span);
        let (id, ask) = (card.mark.id.clone(), card.ask.clone());
        let onclick = move |_| {
            ask.emit(Ask::Do(Intent::RemoveSpan(id.clone(), at)));
            browser::focus_by_id(&format!("card-{id}"));
        };
        html! {
            <li key={at}>
                <q>{ quote }</q>
                <button class="plain" aria-label={words::take_out_named(quote)} {onclick}>{ words::take_out() }</button>
            </li>
        }
    };
    html! {
        if spans.len() > 1 {
            <ol class="pieces" role="list" aria-label={words::pieces()}>{ for spans.into_iter().enumerate().map(piece) }</ol>
        }
    }
}
