//! Words to find a mark by.

use yew::prelude::*;

use super::fields::Card;
use super::written::Written;
use crate::browser;
use crate::session::Intent;
use crate::view::{Ask, Field};
use crate::words;

/// The tags, each removable, and a field that takes more: a comma or Enter ends a tag.
pub(super) fn tags(card: &Card<'_>) -> Html {
    let (id, list) = (&card.mark.id, format!("tags-{}", card.mark.id));
    let face = format!("card-{id}");
    let tag = |(at, tag): (usize, &String)| {
        let left = card.mark.tags.iter().enumerate().filter(|(other, _)| *other != at);
        let without = Intent::SetTags(id.clone(), left.map(|(_, tag)| tag.clone()).collect());
        let (ask, face) = (card.ask.clone(), face.clone());
        let onclick = move |_| {
            ask.emit(Ask::Do(without.clone()));
            browser::focus_by_id(&face);
        };
        html! {
            <li key={tag.clone()}>
                <button class="pill" aria-label={words::remove_tag(tag)} title={words::remove_tag(tag)} {onclick}>
                    { tag }<span aria-hidden="true">{ "✕" }</span>
                </button>
            </li>
        }
    };
    html! {
        <div class="tags" role="group" aria-label={words::tags()}>
            if !card.mark.tags.is_empty() {
                <ul class="pills" role="list">{ for card.mark.tags.iter().enumerate().map(tag) }</ul>
            }
            <Written mark={id.clone()} field={Field::Tag} name={words::add_tag()} value={String::new()}
                restored={card.restored(Field::Tag)} list={list.clone()} ask={card.ask.clone()} />
            <datalist id={list}>{ for suggestions(card).iter().map(|tag| html! { <option key={tag.clone()} value={tag.clone()} /> }) }</datalist>
        </div>
    }
}

/// The tags of the other marks of the article, each once.
fn suggestions(card: &Card<'_>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for tag in card.session.marks.iter().flat_map(|mark| &mark.tags) {
        if !found.contains(tag) && !card.mark.tags.contains(tag) {
            found.push(tag.clone());
        }
    }
    found
}
