//! The register: the voices of the article, by kind.

mod menu;
mod new;
mod row;

use std::rc::Rc;

use yew::prelude::*;

use super::{Ask, look};
use crate::annotation::{SaidBy, SourceId, SourceKind};
use crate::session::{Filter, Intent, Session, Voice, choices, claims};
use crate::words;
use new::NewSource;
use row::Row;

/// The id of the register, to give it the focus by.
const PLACE: &str = "sources";

#[derive(Properties, PartialEq)]
pub(super) struct SourcesProps {
    pub(super) session: Rc<Session>,
    pub(super) filter: Rc<Filter>,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn Sources(SourcesProps { session, filter, ask }: &SourcesProps) -> Html {
    // The voice that another one is being dragged over.
    let target = use_state_eq(|| None::<SourceId>);
    let heard = row::heard(session);
    let choices: Vec<SourceId> = choices(session).into_iter().map(|source| source.id.clone()).collect();
    let row = Row { session, filter, ask, target: &target, heard: &heard, choices: &choices };
    let group = |kind: SourceKind| {
        let voices: Vec<_> = session.sources.iter().filter(|source| source.kind == kind).collect();
        html! {
            if !voices.is_empty() {
                <section key={words::source_group(kind)} aria-label={words::source_group(kind)}>
                    <h2>{ words::source_group(kind) }</h2>
                    <ul>{ for voices.into_iter().map(|source| row.of(source)) }</ul>
                </section>
            }
        }
    };
    let ondragleave = {
        let target = target.setter();
        move |_: DragEvent| target.set(None)
    };
    html! {
        <nav class="sources" id={PLACE} tabindex="-1" aria-label={words::sources()} {ondragleave}>
            if session.sources.iter().len() == 0 { <p class="empty">{ words::no_sources_yet() }</p> }
            { for SourceKind::ALL.into_iter().map(group) }
            { nobody(session, ask) }
            <NewSource session={session.clone()} ask={ask.clone()} />
        </nav>
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
