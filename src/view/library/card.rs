//! One article of the library.

use std::rc::Rc;

use yew::prelude::*;

use super::super::look;
use super::{Ask, Card, Dialog};
use crate::article::ArticleId;
use crate::view::Version;
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct ArticleCardProps {
    pub(super) card: Rc<Card>,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn ArticleCard(ArticleCardProps { card, ask }: &ArticleCardProps) -> Html {
    let (rename, remove, follow) = (card.id.clone(), card.id.clone(), card.id.clone());
    html! {
        <li class="article-card">
            <a href={look::address(&card.id)}><h2>{ &card.title }</h2></a>
            <p class="facts">{ words::card_facts(&card.origin, &card.added, card.words) }</p>
            { for card.follows.iter().map(|(before, title)| html! { <p class="facts">{ follows(before, title.as_deref()) }</p> }) }
            <div class="rests">
                if card.sourcing.claims > 0 { { look::stack(&card.sourcing) } }
                <span>{ words::counts(card.sourcing.claims, card.sources) }</span>
            </div>
            <div class="card-tools">
                <button aria-label={words::details_of(&card.title)}
                    onclick={ask.reform(move |_| Ask::ShowDetails(rename.clone()))}>{ words::details() }</button>
                <button aria-label={words::new_version_of(&card.title)}
                    onclick={ask.reform(move |_| Ask::Version(Version::Begin(follow.clone())))}>{ words::new_version_short() }</button>
                <button aria-label={words::delete_named(&card.title)}
                    onclick={ask.reform(move |_| Ask::Remove(remove.clone()))}>{ words::delete() }</button>
            </div>
        </li>
    }
}

/// Which article it is a new version of; a way there, if that is here.
fn follows(before: &ArticleId, title: Option<&str>) -> Html {
    match title {
        Some(title) => html! { <a href={look::address(before)}>{ words::new_version_of(title) }</a> },
        None => html! { words::follows_another() },
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
