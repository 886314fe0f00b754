//! The library: what there is to read, and the ways in.

mod card;

use std::rc::Rc;

use yew::prelude::*;

use super::{Ask, Card, Dialog, Files};
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct LibraryProps {
    pub(super) cards: Rc<Vec<Rc<Card>>>,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn Library(LibraryProps { cards, ask }: &LibraryProps) -> Html {
    let (removed, cards): (Vec<_>, Vec<_>) = cards.iter().cloned().partition(|card| card.removed);
    html! {
        <main class="library" id="main" tabindex="0" aria-label={words::library()}>
            <div class="shelf">
                <header class="welcome">
                    <h1>{ if cards.is_empty() { words::motto() } else { words::library() } }</h1>
                    if cards.is_empty() { <p>{ words::welcome() }</p> }
                    { ways_in(ask) }
                    <p class="hint">{ words::drop_hint() }</p>
                </header>
                <ul class="cards" aria-label={words::articles()}>
                    { for cards.iter().map(|card| html! { <card::ArticleCard key={card.id.0.as_ref()} card={card.clone()} ask={ask.clone()} /> }) }
                </ul>
                { removed_cards(&removed, ask) }
            </div>
        </main>
    }
}

fn ways_in(ask: &Callback<Ask>) -> Html {
    html! {
        <div class="ways-in">
            <button class="primary" onclick={ask.reform(|_| Ask::Show(Dialog::Paste(None)))}>{ words::paste_text() }</button>
            <button class="plain" onclick={ask.reform(|_| Ask::Files(Files::Pick))}>{ words::open_files() }</button>
            <button class="plain" onclick={ask.reform(|_| Ask::Show(Dialog::Web(String::new(), None)))}>{ words::from_the_web() }</button>
            <button class="plain" onclick={ask.reform(|_| Ask::OpenSample)}>{ words::try_sample() }</button>
        </div>
    }
}

fn removed_cards(removed: &[Rc<Card>], ask: &Callback<Ask>) -> Html {
    html! {
        if !removed.is_empty() {
            <details class="removed">
                <summary>{ words::recently_deleted(removed.len()) }</summary>
                <ul>{ for removed.iter().map(|card| card::removed(card, ask)) }</ul>
            </details>
        }
    }
}
