//! The claims: the accessible twin of what is painted, in the same order.

mod card;
mod chain;
mod evidence;
mod extra;
mod fields;
mod listing;
mod pieces;
mod tags;
mod who;
mod written;

use std::rc::Rc;

use yew::prelude::*;

use super::sifted::clear;
use super::{Ask, Draft, Sieve};
use crate::annotation::MarkId;
use crate::browser;
use crate::codebook::Codebook;
use crate::session::Session;
use crate::words;
pub(super) use card::{Face, by};
use card::{MarkCard, Number};
use listing::Entry;
pub(super) use listing::{Listing, use_listing};

/// The list that the cards are in.
pub(super) const LIST: &str = "cards";

/// Milliseconds after which cards that were there say their new numbers.
const LATER: u32 = 300;

#[derive(Properties, PartialEq)]
pub(super) struct ClaimsProps {
    pub(super) session: Rc<Session>,
    pub(super) sieve: Sieve,
    /// The cards that are there.
    pub(super) listing: Rc<Listing>,
    /// Told which card the focus comes to.
    pub(super) kept: Callback<MarkId>,
    pub(super) codebook: Rc<Codebook>,
    /// Whether an earlier state is shown, which is there to be read.
    pub(super) past: bool,
    /// What was being typed when the page went away.
    pub(super) restored: Rc<Vec<Draft>>,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn Claims(props: &ClaimsProps) -> Html {
    let ClaimsProps { session, sieve, listing, kept, codebook, past, restored, ask } = props;
    use_numbers(listing);
    let windowed = listing.cards.len() < listing.count;
    let card = |entry: &Entry| {
        // Only the card in hand looks at the whole session, so only it is drawn again at each step.
        let in_hand = session.in_hand.as_ref() == Some(&entry.mark.id);
        html! {
            <MarkCard key={entry.mark.id.0.as_ref()} face={entry.face.clone()} session={in_hand.then(|| session.clone())} codebook={codebook.clone()}
                past={*past} number={Number(windowed.then_some((entry.at, listing.count)))} restored={restored.clone()} kept={kept.clone()} ask={ask.clone()} />
        }
    };
    let count = listing.count;
    html! {
        <aside class="claims" aria-label={words::claims()}>
            if count == 0 && !sieve.filter.is_open() {
                <div class="empty"><p>{ words::none_shown() }</p>{ clear(ask) }</div>
            } else if count == 0 {
                <div class="empty">{ for words::no_claims_yet().map(|line| html! { <p>{ line }</p> }) }</div>
            }
            <ol id={LIST} role="list">{ for listing.cards.iter().map(card) }</ol>
        </aside>
    }
}

/// Where not all cards are there each says its number, and of how many. One mark more moves the numbers of
/// all after it; those that stand there already say the new ones a little later.
#[hook]
fn use_numbers(listing: &Rc<Listing>) {
    use_effect_with(listing.clone(), |listing| {
        let listing = listing.clone();
        let later = browser::after(LATER, move || {
            let windowed = listing.cards.len() < listing.count;
            let numbers = listing.cards.iter().map(|entry| windowed.then_some((entry.at, listing.count)));
            if let Some(list) = browser::by_id(LIST) {
                browser::number_children(&list, numbers);
            }
        });
        move || drop(later)
    });
}
