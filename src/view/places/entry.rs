//! One mark to be looked at: its words, what they were, and what can be done about it.

use std::rc::Rc;

use yew::prelude::*;

use super::HEAD;
use crate::annotation::{Anchor, Difference, Drift, Mark, Place, differences};
use crate::browser;
use crate::session::Intent;
use crate::text::Text;
use crate::view::Ask;
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct EntryProps {
    pub(super) mark: Rc<Mark>,
    pub(super) text: Text,
    /// Who says it, or what the mark is.
    pub(super) by: String,
    pub(super) in_hand: bool,
    pub(super) past: bool,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn Entry(EntryProps { mark, text, by, in_hand, past, ask }: &EntryProps) -> Html {
    let id = mark.id.clone();
    let take = ask.reform(move |_: MouseEvent| Ask::Do(Intent::Take(id.clone())));
    let current = in_hand.then_some("true");
    html! {
        <li class="place" aria-current={current}>
            <button class="place-face" onclick={take}>
                { wording(mark, text) }
                <span class="by">{ if mark.claim().is_some() { words::claim_by(by) } else { by.clone() } }</span>
            </button>
            if !past { <div class="row">{ tools(mark, text, ask) }</div> }
        </li>
    }
}

/// What can be done: a place that stands may be found right; one that is nowhere may go.
fn tools(mark: &Mark, text: &Text, ask: &Callback<Ask>) -> Html {
    let quote = mark.quote(text);
    let then = |name: String, label: String, what: Ask| {
        let onclick = ask.reform(move |_: MouseEvent| {
            browser::focus_by_id(HEAD);
            what.clone()
        });
        html! { <button class="plain" aria-label={label} {onclick}>{ name }</button> }
    };
    let id = || mark.id.clone();
    html! {
        <>
            if mark.spans().is_some() {
                { then(words::right_so(), words::right_named(&quote), Ask::Do(Intent::Accept(vec![id()]))) }
            }
            { then(words::place_it(), words::place_named(&quote), Ask::Place(id())) }
            if mark.spans().is_none() {
                { then(words::delete(), words::delete_place_named(&quote), Ask::Do(Intent::RemoveMark(id()))) }
            }
        </>
    }
}

fn wording(mark: &Mark, text: &Text) -> Html {
    match (&mark.place, &mark.drift) {
        (Place::Orphan(anchors), _) if anchors.is_empty() => {
            html! { <span>{ words::no_words_kept() }</span> }
        }
        (Place::Orphan(anchors), _) => html! { { for anchors.iter().map(lost) } },
        (Place::Placed(_), Some(Drift::Changed(former))) => {
            let [was, is] = differences(former, &mark.quote(text));
            html! {
                <>
                    <span class="wording"><small>{ words::former_wording() }</small>{ " " }{ for was.iter().map(struck) }</span>
                    <span class="wording"><small>{ words::present_wording() }</small>{ " " }{ for is.iter().map(added) }</span>
                </>
            }
        }
        (Place::Placed(spans), _) => html! { <q>{ spans.quote(text) }</q> },
    }
}

/// Words that were not found, between those that stood around them.
fn lost(anchor: &Anchor) -> Html {
    html! {
        <span class="wording">
            if !anchor.prefix.is_empty() { <small>{ "… " }{ &anchor.prefix }</small> }
            <b>{ &anchor.quote }</b>
            if !anchor.suffix.is_empty() { <small>{ &anchor.suffix }{ " …" }</small> }
        </span>
    }
}

fn struck(part: &Difference) -> Html {
    if part.only_here {
        html! { <del>{ &part.words }</del> }
    } else {
        html! { { &part.words } }
    }
}

fn added(part: &Difference) -> Html {
    if part.only_here {
        html! { <ins>{ &part.words }</ins> }
    } else {
        html! { { &part.words } }
    }
}
