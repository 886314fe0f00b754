//! Who says what: each voice with its claims, in the order of the register.

use std::rc::Rc;

use yew::prelude::*;

use super::{Ask, look};
use crate::annotation::{Mark, SaidBy, Source};
use crate::insight::sourcing;
use crate::session::{Intent, Session, Voice, claims};
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct OverviewProps {
    pub(super) session: Rc<Session>,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn Overview(OverviewProps { session, ask }: &OverviewProps) -> Html {
    let sourcing = sourcing(session);
    let voices = session.sources.iter().map(|source| by_source(session, source, ask));
    html! {
        <main class="over" id="main" tabindex="0" aria-label={words::overview()}>
            <section class="box">
                <h1>{ words::who_says_what() }</h1>
                <p>{ words::who_says_what_hint() }</p>
                if sourcing.shares.is_empty() { <p class="empty">{ words::no_profile_yet() }</p> } else { { look::stack(&sourcing) } }
            </section>
            { for voices }
            { by_nobody(session, Voice::Nobody, &SaidBy::Nobody, ask) }
            { by_nobody(session, Voice::Open, &SaidBy::Open, ask) }
        </main>
    }
}

fn by_source(session: &Session, source: &Source, ask: &Callback<Ask>) -> Html {
    let said = claims(session).filter(|mark| mark.claim().is_some_and(|claim| claim.said_by.has(&source.id)));
    let note = [source.role.as_str(), source.why_unnamed.as_str()];
    let note = note.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
    voice(session, Voice::Of(source.kind), &source.name, &note, said.collect(), ask)
}

fn by_nobody(session: &Session, who: Voice, said_by: &SaidBy, ask: &Callback<Ask>) -> Html {
    let said: Vec<_> = claims(session).filter(|m| m.claim().is_some_and(|c| c.said_by == *said_by)).collect();
    html! { if !said.is_empty() { { voice(session, who, &words::voice(who), "", said, ask) } } }
}

fn voice(
    session: &Session,
    who: Voice,
    name: &str,
    note: &str,
    said: Vec<&Rc<Mark>>,
    ask: &Callback<Ask>,
) -> Html {
    html! {
        <section class={classes!("box", "said", look::class(who))} aria-label={name.to_owned()}>
            <h2>{ look::dot(who) }{ name }<small>{ note }</small><span class="n">{ words::claim_count(said.len()) }</span></h2>
            <ul>{ for said.into_iter().map(|mark| line(session, mark, ask)) }</ul>
        </section>
    }
}

fn line(session: &Session, mark: &Mark, ask: &Callback<Ask>) -> Html {
    let verdict = mark.claim().map(|claim| claim.verdict).unwrap_or_default();
    let id = mark.id.clone();
    html! {
        <li key={mark.id.0.as_ref()}>
            <a href={look::address(&session.id)} onclick={ask.reform(move |_| Ask::Do(Intent::Take(id.clone())))}>
                <q>{ mark.quote(&session.article.text) }</q>
            </a>
            <span class={classes!("verdict", look::verdict_class(verdict))}>{ words::verdict(verdict) }</span>
        </li>
    }
}
