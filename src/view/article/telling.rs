//! The proposal of who says the claim just marked.

use std::rc::Rc;

use yew::prelude::*;

use crate::session::Session;
use crate::view::{Ask, Preview, look};
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct TellingBarProps {
    pub(super) preview: Preview,
    pub(super) session: Rc<Session>,
    pub(super) ask: Callback<Ask>,
}

/// It stands at the foot, where it covers nothing that a person may want to select next.
#[component]
pub(super) fn TellingBar(TellingBarProps { preview, session, ask }: &TellingBarProps) -> Html {
    let text = &session.article.text;
    let (source, cue) =
        (preview.told.source.map(|span| text.slice(span)), preview.told.cue.map(|span| text.slice(span)));
    html! {
        <div class="pop telling" role="group" aria-label={words::proposal()}
            onmousedown={|event: MouseEvent| event.prevent_default()}>
            <span>{ words::told(cue, source) }</span>
            <button onclick={ask.reform(|_| Ask::Answer(true))}>{ words::take_all() }{ look::key("Enter") }</button>
            <button onclick={ask.reform(|_| Ask::Answer(false))}>{ words::only_the_claim() }{ look::key("Esc") }</button>
        </div>
    }
}
