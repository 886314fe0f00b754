//! The claims: the accessible twin of what is painted, in the same order.

mod card;
mod chain;
mod evidence;
mod extra;
mod fields;
mod pieces;
mod tags;
mod who;
mod written;

use std::rc::Rc;

use yew::prelude::*;

use super::near::{Listed, listed};
use super::sifted::clear;
use super::{Ask, Draft, Near, Sieve};
use crate::annotation::MarkId;
use crate::codebook::Codebook;
use crate::session::Session;
use crate::words;
use card::MarkCard;
pub(super) use card::by;

#[derive(Properties, PartialEq)]
pub(super) struct ClaimsProps {
    pub(super) session: Rc<Session>,
    pub(super) sieve: Sieve,
    pub(super) near: Near,
    pub(super) codebook: Rc<Codebook>,
    /// Whether an earlier state is shown, which is there to be read.
    pub(super) past: bool,
    /// What was being typed when the page went away.
    pub(super) restored: Rc<Vec<Draft>>,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn Claims(props: &ClaimsProps) -> Html {
    let ClaimsProps { session, sieve, near, codebook, past, restored, ask } = props;
    // The card that has the focus stays, wherever the text goes.
    let kept = use_state_eq(|| None::<MarkId>);
    let (marks, count) = listed(session, sieve, near, kept.as_ref());
    let windowed = marks.len() < count;
    let card = |(at, mark): &Listed| {
        // Only the card in hand looks at the whole session, so only it is drawn again at each step.
        let in_hand = session.in_hand.as_ref() == Some(&mark.id);
        let face = card::Face::of(session, mark);
        let place = windowed.then_some((*at, count));
        html! {
            <MarkCard key={mark.id.0.as_ref()} {face} {place} session={in_hand.then(|| session.clone())} codebook={codebook.clone()} past={*past}
                restored={restored.clone()} kept={kept.setter()} ask={ask.clone()} />
        }
    };
    html! {
        <aside class="claims" aria-label={words::claims()}>
            if count == 0 && !sieve.filter.is_open() {
                <div class="empty"><p>{ words::none_shown() }</p>{ clear(ask) }</div>
            } else if count == 0 {
                <div class="empty">{ for words::no_claims_yet().map(|line| html! { <p>{ line }</p> }) }</div>
            }
            <ol id="cards" role="list">{ for marks.iter().map(card) }</ol>
        </aside>
    }
}
