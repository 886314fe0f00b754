//! Who says so: the voices nearest first, nobody, and a field that finds a voice or names a new one.

use std::rc::Rc;

use yew::prelude::*;

use crate::annotation::{Mark, MarkId, SaidBy, Source};
use crate::browser;
use crate::session::{Intent, Session, Voice, nearest_sources};
use crate::view::{Ask, look};
use crate::words;

/// Voices shown as pills: as many as there are digits.
const PILLS: usize = 9;

#[derive(Properties, PartialEq)]
pub(super) struct WhoProps {
    pub(super) session: Rc<Session>,
    pub(super) mark: Rc<Mark>,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn Who(WhoProps { session, mark, ask }: &WhoProps) -> Html {
    let typed = use_state_eq(String::new);
    let nearest = nearest_sources(session, mark, if typed.is_empty() { PILLS } else { usize::MAX });
    let (shown, new) = found(&nearest, mark, &typed);
    let first = shown.first().map(|(_, source)| source.id.clone());
    let oninput = {
        let typed = typed.setter();
        move |event: InputEvent| typed.set(browser::input_value(&event))
    };
    let onkeydown = {
        let choice = first.map(Ok).unwrap_or_else(|| Err(typed.trim().to_owned()));
        let (typed, id, ask) = (typed.clone(), mark.id.clone(), ask.clone());
        move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" if !event.is_composing() && !typed.trim().is_empty() => {
                event.prevent_default();
                event.stop_propagation();
                typed.set(String::new());
                ask.emit(Ask::Do(match (&choice, event.shift_key()) {
                    (Ok(source), true) => Intent::Join(id.clone(), source.clone()),
                    (Ok(source), false) => Intent::Tie(id.clone(), source.clone()),
                    (Err(name), _) => Intent::AddSource(name.clone(), Some(id.clone())),
                }));
                if !event.shift_key() {
                    browser::focus_by_id("main");
                }
            }
            "Escape" => typed.set(String::new()),
            _ => {}
        }
    };
    let nobody = mark.claim().is_some_and(|claim| claim.said_by == SaidBy::Nobody);
    html! {
        <>
            { for shown.into_iter().map(|(at, source)| pill(at, source, mark, ask)) }
            { for new.iter().map(|name| add(name, mark, ask)) }
            if typed.is_empty() { { nobody_pill(&mark.id, nobody, ask) } }
            <input id={format!("who-{}", mark.id)} type="text" autocomplete="off" aria-label={words::find_source()}
                placeholder={words::find_source()} title={words::find_source_hint()}
                value={String::clone(&typed)} {oninput} {onkeydown} />
        </>
    }
}

/// The voices that what is typed leaves, with their places among all, and the name to enter if none is
/// called exactly that. With nothing typed: as many as there are digits, and those that make the claim.
fn found<'a>(
    nearest: &[&'a Rc<Source>],
    mark: &Mark,
    typed: &str,
) -> (Vec<(usize, &'a Rc<Source>)>, Option<String>) {
    let (typed, plain) = (typed.trim(), typed.trim().to_lowercase());
    let says = |source: &Source| mark.claim().is_some_and(|claim| claim.said_by.has(&source.id));
    let all = nearest.iter().copied().enumerate();
    if typed.is_empty() {
        return (all.filter(|(at, source)| *at < PILLS || says(source)).collect(), None);
    }
    let shown: Vec<_> =
        all.filter(|(_, source)| source.name.to_lowercase().contains(&plain)).take(PILLS).collect();
    let known = nearest.iter().any(|source| source.name.to_lowercase() == plain);
    (shown, (!known).then(|| typed.to_owned()))
}

/// With `Shift` a voice is added to the others or taken away.
fn pill(at: usize, source: &Source, mark: &Mark, ask: &Callback<Ask>) -> Html {
    let (claim, id) = (mark.id.clone(), source.id.clone());
    let on = mark.claim().is_some_and(|claim| claim.said_by.has(&source.id));
    let onclick = ask.reform(move |event: MouseEvent| {
        let tie = if event.shift_key() || on { Intent::Join } else { Intent::Tie };
        Ask::Do(tie(claim.clone(), id.clone()))
    });
    html! {
        <button key={source.id.0.as_ref()} class={classes!("pill", look::class(Voice::Of(source.kind)))}
            aria-pressed={on.to_string()} title={words::who_hint()} {onclick}>
            { look::dot(Voice::Of(source.kind)) }{ &source.name }
            if at < PILLS { { look::key((at + 1).to_string()) } }
        </button>
    }
}

fn nobody_pill(claim: &MarkId, on: bool, ask: &Callback<Ask>) -> Html {
    let what = Intent::NoSource(claim.clone());
    html! {
        <button key="" class="pill" aria-pressed={on.to_string()} onclick={ask.reform(move |_| Ask::Do(what.clone()))}>
            { words::nobody_pill() }{ look::key("0") }
        </button>
    }
}

/// A name of which another is a part can only be entered here, as Enter takes the first that fits.
fn add(name: &str, mark: &Mark, ask: &Callback<Ask>) -> Html {
    let what = Intent::AddSource(name.to_owned(), Some(mark.id.clone()));
    html! {
        <button key="+" class="pill" onclick={ask.reform(move |_| Ask::Do(what.clone()))}>{ words::add_named(name) }</button>
    }
}
