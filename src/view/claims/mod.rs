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

use super::sifted::clear;
use super::{Ask, Draft, Sieve};
use crate::annotation::{Mark, MarkKind};
use crate::codebook::Codebook;
use crate::session::Session;
use crate::words;
use card::MarkCard;

#[derive(Properties, PartialEq)]
pub(super) struct ClaimsProps {
    pub(super) session: Rc<Session>,
    pub(super) sieve: Sieve,
    pub(super) codebook: Rc<Codebook>,
    /// Whether an earlier state is shown, which is there to be read.
    pub(super) past: bool,
    /// What was being typed when the page went away.
    pub(super) restored: Rc<Vec<Draft>>,
    pub(super) ask: Callback<Ask>,
}

/// Claims and notes always have a card; a mention or a cue only while it is in hand.
#[component]
pub(super) fn Claims(ClaimsProps { session, sieve, codebook, past, restored, ask }: &ClaimsProps) -> Html {
    let listed = |mark: &&Rc<Mark>| {
        matches!(mark.kind(), MarkKind::Claim | MarkKind::Note) || session.in_hand.as_ref() == Some(&mark.id)
    };
    let marks = session.marks.iter().filter(listed).filter(|mark| sieve.passes(session, mark));
    let marks: Vec<&Rc<Mark>> = marks.collect();
    let card = |mark: &&Rc<Mark>| {
        // Only the card in hand looks at the whole session, so only it is drawn again at each step.
        let in_hand = session.in_hand.as_ref() == Some(&mark.id);
        let face = card::Face::of(session, mark);
        html! {
            <MarkCard key={mark.id.0.as_ref()} {face} session={in_hand.then(|| session.clone())} codebook={codebook.clone()} past={*past}
                restored={restored.clone()} ask={ask.clone()} />
        }
    };
    html! {
        <aside class="claims" aria-label={words::claims()}>
            if marks.is_empty() && !sieve.filter.is_open() {
                <div class="empty"><p>{ words::none_shown() }</p>{ clear(ask) }</div>
            } else if marks.is_empty() {
                <div class="empty">{ for words::no_claims_yet().map(|line| html! { <p>{ line }</p> }) }</div>
            }
            <ol id="cards" role="list">{ for marks.iter().map(card) }</ol>
        </aside>
    }
}
