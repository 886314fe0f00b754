//! The articles by size, each with the way to a file.

use yew::prelude::*;

use crate::view::{Ask, Care, Held, StorageView};
use crate::words;

pub(super) fn articles(storage: &StorageView, ask: &Callback<Ask>) -> Html {
    html! {
        <section aria-labelledby="storage-articles">
            <h3 id="storage-articles">{ words::articles_heading() }</h3>
            if storage.held.is_empty() { <p class="hint">{ words::no_articles_yet() }</p> }
            <ul class="held">{ for storage.held.iter().map(|held| row(held, storage, ask)) }</ul>
        </section>
    }
}

fn row(held: &Held, storage: &StorageView, ask: &Callback<Ask>) -> Html {
    let saved = storage.moving.as_ref().filter(|(id, _)| *id == held.id).map(|(_, file)| file);
    html! {
        <li key={held.id.0.as_ref()}>
            <span class="title">{ &held.title }
                <small>{ words::article_room(held.units, storage.room) }
                    if held.removed { { " · " }{ words::removed_from_library() } }
                </small>
            </span>
            { match saved {
                None => to_file(held, ask),
                Some(file) => question(held, file, ask),
            } }
        </li>
    }
}

fn to_file(held: &Held, ask: &Callback<Ask>) -> Html {
    let id = held.id.clone();
    html! {
        <button class="plain" aria-label={words::move_named(&held.title)} onclick={ask.reform(move |_| Ask::Care(Care::MoveToFile(id.clone())))}>
            { words::move_to_file() }
        </button>
    }
}

/// Nothing is deleted before the person has seen the file.
fn question(held: &Held, file: &str, ask: &Callback<Ask>) -> Html {
    let id = held.id.clone();
    html! {
        <div class="moving" role="group" aria-label={words::move_named(&held.title)}>
            <p role="status">{ words::moved_question(file) }</p>
            <button class="plain" onclick={ask.reform(|_| Ask::Care(Care::StayHere))}>{ words::keep_it_here() }</button>
            <button class="plain danger" onclick={ask.reform(move |_| Ask::Care(Care::Moved(id.clone())))}>{ words::file_is_there() }</button>
        </div>
    }
}
