//! The search field over the article.

use std::rc::Rc;

use yew::prelude::*;

use super::{Ask, Find};
use crate::browser;
use crate::session::Direction;
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct SearchProps {
    pub(super) find: Rc<Find>,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn Search(SearchProps { find, ask }: &SearchProps) -> Html {
    let field = use_node_ref();
    use_effect_with(find.focus, {
        let field = field.clone();
        move |_| {
            if let Some(field) = field.cast() {
                browser::focus(&field);
            }
        }
    });
    let step = |direction| ask.reform(move |_| Ask::SearchStep(direction));
    html! {
        <div class="search" role="search">
            <input ref={field} type="search" aria-label={words::search_field()} placeholder={words::search_field()}
                value={find.words.clone()} onkeydown={on_key(ask)}
                oninput={ask.reform(|event: InputEvent| Ask::Search(browser::input_value(&event)))} />
            <output aria-live="polite">{ words::hits(find.at, find.hits.len(), &find.words) }</output>
            <button aria-label={words::previous_hit()} title={words::previous_hit()} disabled={find.hits.is_empty()}
                onclick={step(Direction::Previous)}>{ "↑" }</button>
            <button aria-label={words::next_hit()} title={words::next_hit()} disabled={find.hits.is_empty()}
                onclick={step(Direction::Next)}>{ "↓" }</button>
            <button aria-label={words::close_search()} title={words::close_search()}
                onclick={ask.reform(|_| Ask::CloseSearch)}>{ "✕" }</button>
        </div>
    }
}

/// `Enter` and `Shift+Enter` step, `Esc` closes with the place found selected.
fn on_key(ask: &Callback<Ask>) -> Callback<KeyboardEvent> {
    let ask = ask.clone();
    Callback::from(move |event: KeyboardEvent| {
        let what = match (event.key().as_str(), event.shift_key()) {
            ("Enter", false) => Ask::SearchStep(Direction::Next),
            ("Enter", true) => Ask::SearchStep(Direction::Previous),
            ("Escape", _) => Ask::CloseSearch,
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        ask.emit(what);
    })
}
