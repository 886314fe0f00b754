//! The search field over the article, with the filters.

use std::rc::Rc;

use yew::prelude::*;

use super::filters::Filters;
use super::{Ask, Find, Sieve};
use crate::browser;
use crate::session::{Direction, Session};
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct SearchProps {
    pub(super) find: Rc<Find>,
    pub(super) session: Rc<Session>,
    pub(super) sieve: Sieve,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn Search(SearchProps { find, session, sieve, ask }: &SearchProps) -> Html {
    let field = use_node_ref();
    use_effect_with((find.focus, find.to_filters), {
        let field = field.clone();
        move |(_, to_filters)| {
            if let Some(field) = field.cast().filter(|_| !to_filters) {
                browser::focus(&field);
            }
        }
    });
    let (places, marks) = find.counts();
    let step = |direction| ask.reform(move |_| Ask::SearchStep(direction));
    let (none, unfolded) = (find.hits.is_empty(), find.filters);
    html! {
        <div class="search" role="search" onkeydown={on_escape(ask)}>
            <input ref={field} type="search" aria-label={words::search_field()} placeholder={words::search_field()}
                value={find.words.clone()} onkeydown={on_key(ask)}
                oninput={ask.reform(|event: InputEvent| Ask::Search(browser::input_value(&event)))} />
            <output aria-live="polite">{ words::hits(find.at, places, marks, &find.words) }</output>
            <button aria-label={words::previous_hit()} title={words::previous_hit()} disabled={none}
                onclick={step(Direction::Previous)}>{ "↑" }</button>
            <button aria-label={words::next_hit()} title={words::next_hit()} disabled={none}
                onclick={step(Direction::Next)}>{ "↓" }</button>
            <button class="filter" aria-expanded={unfolded.to_string()} onclick={ask.reform(move |_| Ask::ShowFilters(!unfolded))}>
                { words::filter() }
            </button>
            <button aria-label={words::close_search()} title={words::close_search()}
                onclick={ask.reform(|_| Ask::CloseSearch)}>{ "✕" }</button>
            if unfolded {
                <Filters focus={find.to_filters.then_some(find.focus)} session={session.clone()} filter={sieve.filter.clone()} ask={ask.clone()} />
            }
        </div>
    }
}

/// `Enter` and `Shift+Enter` step.
fn on_key(ask: &Callback<Ask>) -> Callback<KeyboardEvent> {
    let ask = ask.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            event.stop_propagation();
            let direction = if event.shift_key() { Direction::Previous } else { Direction::Next };
            ask.emit(Ask::SearchStep(direction));
        }
    })
}

/// `Esc` closes from anywhere in the search, with the place found selected.
fn on_escape(ask: &Callback<Ask>) -> Callback<KeyboardEvent> {
    let ask = ask.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            event.stop_propagation();
            ask.emit(Ask::CloseSearch);
        }
    })
}
