//! The register: the voices of the article, by kind.

use std::rc::Rc;

use yew::prelude::*;

use super::{Ask, Dialog, look};
use crate::annotation::{Mark, SaidBy, Source, SourceKind};
use crate::browser;
use crate::session::{Intent, Session, Voice, claims, mentions_of, nearest_sources};
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct SourcesProps {
    pub(super) session: Rc<Session>,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn Sources(SourcesProps { session, ask }: &SourcesProps) -> Html {
    let group = |kind: SourceKind| {
        let voices: Vec<_> = session.sources.iter().filter(|source| source.kind == kind).collect();
        html! {
            if !voices.is_empty() {
                <section key={words::source_group(kind)} aria-label={words::source_group(kind)}>
                    <h2>{ words::source_group(kind) }</h2>
                    <ul>{ for voices.into_iter().map(|source| entry(session, source, ask)) }</ul>
                </section>
            }
        }
    };
    html! {
        <nav class="sources" aria-label={words::sources()}>
            if session.sources.iter().len() == 0 { <p class="empty">{ words::no_sources_yet() }</p> }
            { for SourceKind::ALL.into_iter().map(group) }
            { nobody(session, ask) }
            <NewSource session={session.clone()} ask={ask.clone()} />
        </nav>
    }
}

/// With a claim in hand a voice ties it; else it leads to the voice's first mention.
fn entry(session: &Session, source: &Rc<Source>, ask: &Callback<Ask>) -> Html {
    let (id, edit) = (source.id.clone(), source.id.clone());
    let claim = session.claim_in_hand().cloned();
    let mention = mentions_of(session, &source.id).next().map(|mark| mark.id.clone());
    let current =
        says(claim.as_deref(), source) || session.hand().is_some_and(|m| m.mentions() == Some(&source.id));
    let digit = claim.as_ref().and_then(|claim| digit(session, claim, source));
    let onclick = ask.reform(move |event: MouseEvent| match (&claim, &mention) {
        (Some(claim), _) if event.shift_key() => Ask::Do(Intent::Join(claim.id.clone(), id.clone())),
        (Some(claim), _) => Ask::Do(Intent::Tie(claim.id.clone(), id.clone())),
        (None, Some(mention)) => Ask::Do(Intent::Take(mention.clone())),
        (None, None) => Ask::Show(Dialog::Source(id.clone())),
    });
    html! {
        <li key={source.id.0.as_ref()} class="source-row">
            <button class="source" aria-current={current.then_some("true")} {onclick}>
                { look::dot(Voice::Of(source.kind)) }
                <span>{ &source.name }<small>{ under(session, source) }</small></span>
                <span class="n">{ for digit.map(|digit| look::key(digit.to_string())) }
                    <span aria-label={words::claim_count(count(session, source))}>{ count(session, source) }</span>
                </span>
            </button>
            <button class="edit" aria-label={words::edit_named(&source.name)} title={words::edit()}
                onclick={ask.reform(move |_| Ask::Show(Dialog::Source(edit.clone())))}>{ "✎" }</button>
        </li>
    }
}

fn says(claim: Option<&Mark>, source: &Source) -> bool {
    claim.and_then(Mark::claim).is_some_and(|claim| claim.said_by.has(&source.id))
}

fn count(session: &Session, source: &Source) -> usize {
    claims(session).filter(|claim| says(Some(claim), source)).count()
}

/// The digit that ties the claim in hand to this voice, 1 to 9.
pub(super) fn digit(session: &Session, claim: &Mark, source: &Source) -> Option<usize> {
    let at = nearest_sources(session, claim).iter().position(|other| other.id == source.id)?;
    (at < 9).then_some(at + 1)
}

/// The small line: the role if it is known, else how often the voice is mentioned.
fn under(session: &Session, source: &Source) -> String {
    if source.role.is_empty() {
        words::mention_count(mentions_of(session, &source.id).count())
    } else {
        source.role.clone()
    }
}

fn nobody(session: &Session, ask: &Callback<Ask>) -> Html {
    let without: Vec<_> =
        claims(session).filter(|c| c.claim().is_some_and(|c| c.said_by == SaidBy::Nobody)).collect();
    let in_hand = session.claim_in_hand();
    let current = in_hand.and_then(|mark| mark.claim()).is_some_and(|claim| claim.said_by == SaidBy::Nobody);
    let what = match (in_hand, without.first()) {
        (Some(claim), _) => Some(Intent::NoSource(claim.id.clone())),
        (None, Some(first)) => Some(Intent::Take(first.id.clone())),
        (None, None) => None,
    };
    html! {
        if let Some(what) = what {
            <section aria-label={words::nobody()}>
                <h2>{ words::nobody() }</h2>
                <button class="source" aria-current={current.then_some("true")}
                    onclick={ask.reform(move |_| Ask::Do(what.clone()))}>
                    { look::dot(Voice::Nobody) }<span>{ words::no_source_given() }</span>
                    <span class="n">{ for in_hand.map(|_| look::key("0")) }{ without.len() }</span>
                </button>
            </section>
        }
    }
}

/// A voice can be entered by name; with a claim in hand it makes that claim.
#[component]
fn NewSource(SourcesProps { session, ask }: &SourcesProps) -> Html {
    let name = use_state(String::new);
    let oninput = {
        let name = name.setter();
        move |event: InputEvent| name.set(browser::input_value(&event))
    };
    let onsubmit = {
        let (ask, name, claim) =
            (ask.clone(), name.clone(), session.claim_in_hand().map(|claim| claim.id.clone()));
        move |event: SubmitEvent| {
            event.prevent_default();
            ask.emit(Ask::Do(Intent::AddSource(String::clone(&name), claim.clone())));
            name.set(String::new());
        }
    };
    html! {
        <form class="new-source" {onsubmit}>
            <input type="text" autocomplete="off" aria-label={words::new_source()} placeholder={words::new_source()}
                value={String::clone(&name)} {oninput} />
            <button disabled={name.trim().is_empty()}>{ words::add() }</button>
        </form>
    }
}
