//! The claims: the accessible twin of what is painted, in the same order.

mod card;
mod fields;

use std::rc::Rc;

use yew::prelude::*;

use super::Ask;
use crate::annotation::{Mark, MarkKind};
use crate::session::Session;
use crate::words;
use card::MarkCard;

#[derive(Properties, PartialEq)]
pub(super) struct ClaimsProps {
    pub(super) session: Rc<Session>,
    pub(super) ask: Callback<Ask>,
}

/// Claims and notes always have a card; a mention or a cue only while it is in hand.
#[component]
pub(super) fn Claims(ClaimsProps { session, ask }: &ClaimsProps) -> Html {
    let listed = |mark: &&Rc<Mark>| {
        matches!(mark.kind(), MarkKind::Claim | MarkKind::Note) || session.in_hand.as_ref() == Some(&mark.id)
    };
    let marks: Vec<&Rc<Mark>> = session.marks.iter().filter(listed).collect();
    let card = |mark: &&Rc<Mark>| {
        // Only the card in hand looks at the whole session, so only it is drawn again at each step.
        let in_hand = session.in_hand.as_ref() == Some(&mark.id);
        let face = card::Face::of(session, mark);
        html! {
            <MarkCard key={mark.id.0.as_ref()} {face} session={in_hand.then(|| session.clone())} ask={ask.clone()} />
        }
    };
    html! {
        <aside class="claims" aria-label={words::claims()}>
            if marks.is_empty() { <div class="empty">{ for words::no_claims_yet().map(|line| html! { <p>{ line }</p> }) }</div> }
            <ol role="list">{ for marks.iter().map(card) }</ol>
        </aside>
    }
}
