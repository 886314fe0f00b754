//! The register: the voices of the article, by kind.

mod heard;
mod menu;
mod new;
mod row;

use std::collections::BTreeMap;
use std::rc::Rc;

use yew::prelude::*;

use super::{Ask, Dialog, look};
use crate::annotation::{Mark, SaidBy, Source, SourceId, SourceKind};
use crate::session::{
    Direction, Filter, Intent, Session, Voice, choices, claims, mention_in_hand, mentions_of, next_mention,
};
use crate::words;
use heard::Hearing;
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
    let hearing = use_mut_ref(Hearing::default);
    hearing.borrow_mut().follow(&session.marks);
    let (on_pick, on_step) = use_picking(session, ask);
    let on_target = use_callback((), {
        let target = target.setter();
        move |id: Option<SourceId>, ()| target.set(id)
    });
    let digits: BTreeMap<_, _> = choices(session).into_iter().map(|s| &s.id).zip(1..).collect();
    let hearing = hearing.borrow();
    let row = |source: &Rc<Source>| {
        let id = &source.id;
        let mentioned = session.hand().is_some_and(|mark| mark.mentions() == Some(id));
        let heard = hearing.of(id);
        let mention = if mentioned && heard.mentions > 1 { mention_in_hand(session, id) } else { None };
        let current = mentioned || says(session.claim_in_hand(), id);
        html! {
            <Row key={id.0.as_ref()} source={source.clone()} {heard} digit={digits.get(id).copied()} {current} {mention}
                over={target.as_ref() == Some(id)} merges={session.sources.iter().len() > 1} filter={filter.clone()}
                on_pick={on_pick.clone()} on_step={on_step.clone()} on_target={on_target.clone()} ask={ask.clone()} />
        }
    };
    let group = |kind: SourceKind| {
        let voices: Vec<_> = session.sources.iter().filter(|source| source.kind == kind).collect();
        html! {
            if !voices.is_empty() {
                <section key={words::source_group(kind)} aria-label={words::source_group(kind)}>
                    <h2>{ words::source_group(kind) }</h2>
                    <ul>{ for voices.into_iter().map(row) }</ul>
                </section>
            }
        }
    };
    html! {
        <nav class="sources" id={PLACE} tabindex="-1" aria-label={words::sources()} ondragleave={on_target.reform(|_| None)}>
            if session.sources.iter().len() == 0 { <p class="empty">{ words::no_sources_yet() }</p> }
            { for SourceKind::ALL.into_iter().map(group) }
            { nobody(session, hearing.nobody, ask) }
            <NewSource claim={session.claim_in_hand().map(|claim| claim.id.clone())} ask={ask.clone()} />
        </nav>
    }
}

type Picking = (Callback<(SourceId, bool)>, Callback<(SourceId, Direction)>);

/// What choosing a voice, or another of its mentions, comes to is decided when it is done: so the rows stay
/// as they are whatever is in hand.
#[hook]
fn use_picking(session: &Rc<Session>, ask: &Callback<Ask>) -> Picking {
    let now = use_mut_ref(|| session.clone());
    now.replace(session.clone());
    let on_pick = use_callback(ask.clone(), {
        let now = now.clone();
        move |(id, joins): (SourceId, bool), ask| {
            let asked = picked(&now.borrow(), id, joins);
            ask.emit(asked);
        }
    });
    let on_step = use_callback(ask.clone(), move |(id, direction): (SourceId, Direction), ask| {
        let next = next_mention(&now.borrow(), &id, direction);
        ask.emit(Ask::Do(next.map_or(Intent::LetGo, Intent::Take)));
    });
    (on_pick, on_step)
}

/// With a claim in hand a voice ties it; a mention just made can be referred to it; else it leads to its
/// first mention.
fn picked(session: &Session, id: SourceId, joins: bool) -> Ask {
    match (session.claim_in_hand(), &session.fresh) {
        (Some(claim), _) if joins => Ask::Do(Intent::Join(claim.id.clone(), id)),
        (Some(claim), _) => Ask::Do(Intent::Tie(claim.id.clone(), id)),
        (None, Some(fresh)) => Ask::Do(Intent::Refer(fresh.clone(), id)),
        (None, None) => {
            let first = mentions_of(session, &id).next().map(|mention| mention.id.clone());
            first.map_or_else(|| Ask::Show(Dialog::Source(id)), |first| Ask::Do(Intent::Take(first)))
        }
    }
}

fn says(claim: Option<&Rc<Mark>>, source: &SourceId) -> bool {
    claim.and_then(|claim| claim.claim()).is_some_and(|claim| claim.said_by.has(source))
}

fn names_nobody(mark: &Mark) -> bool {
    mark.claim().is_some_and(|claim| claim.said_by == SaidBy::Nobody)
}

fn nobody(session: &Rc<Session>, count: usize, ask: &Callback<Ask>) -> Html {
    let in_hand = session.claim_in_hand();
    let current = in_hand.is_some_and(|claim| names_nobody(claim));
    let onclick = {
        let session = session.clone();
        ask.reform(move |_| {
            let first = || claims(&session).find(|claim| names_nobody(claim));
            Ask::Do(match (session.claim_in_hand(), first()) {
                (Some(claim), _) => Intent::NoSource(claim.id.clone()),
                (None, Some(first)) => Intent::Take(first.id.clone()),
                (None, None) => Intent::LetGo,
            })
        })
    };
    html! {
        if in_hand.is_some() || count > 0 {
            <section aria-label={words::nobody()}>
                <h2>{ words::nobody() }</h2>
                <button class="source" aria-current={current.then_some("true")} {onclick}>
                    { look::dot(Voice::Nobody) }<span>{ words::no_source_given() }</span>
                    <span class="n">{ for in_hand.map(|_| look::key("0")) }{ count }</span>
                </button>
            </section>
        }
    }
}
