//! One article of the library.

use std::rc::Rc;

use yew::prelude::*;

use super::super::look;
use super::{Ask, Card, Dialog};
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct ArticleCardProps {
    pub(super) card: Rc<Card>,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn ArticleCard(ArticleCardProps { card, ask }: &ArticleCardProps) -> Html {
    let (rename, remove) = (card.id.clone(), card.id.clone());
    html! {
        <li class="article-card">
            <a href={look::address(&card.id)}><h2>{ &card.title }</h2></a>
            <p class="facts">{ words::card_facts(&card.origin, &card.added, card.words) }</p>
            <div class="rests">
                if card.sourcing.claims > 0 { { look::stack(&card.sourcing) } }
                <span>{ words::counts(card.sourcing.claims, card.sources) }</span>
            </div>
            <div class="card-tools">
                <button aria-label={words::details_of(&card.title)}
                    onclick={ask.reform(move |_| Ask::ShowDetails(rename.clone()))}>{ words::details() }</button>
                <button aria-label={words::delete_named(&card.title)}
                    onclick={ask.reform(move |_| Ask::Remove(remove.clone()))}>{ words::delete() }</button>
            </div>
        </li>
    }
}

/// An article that was taken out.
pub(super) fn removed(card: &Card, ask: &Callback<Ask>) -> Html {
    let (restore, forget, title) = (card.id.clone(), card.id.clone(), card.title.clone());
    html! {
        <li key={card.id.0.as_ref()}>
            <span>{ &card.title }</span>
            <button aria-label={words::restore_named(&card.title)}
                onclick={ask.reform(move |_| Ask::Restore(restore.clone()))}>{ words::restore() }</button>
            <button aria-label={words::forget_named(&card.title)}
                onclick={ask.reform(move |_| Ask::Show(Dialog::Forget(forget.clone(), title.clone())))}>
                { words::delete_for_good() }
            </button>
        </li>
    }
}
