//! A claim inside a claim: *Smith said the ministry told him that …*.

use yew::prelude::*;

use super::card::by;
use super::fields::Card;
use crate::session::{Intent, chain};
use crate::view::Ask;
use crate::words;

/// Through whom a claim reached the reader, from its own voice outwards. Each leads to the claim around.
pub(super) fn told_through(card: &Card<'_>) -> Html {
    let around = chain(card.session, card.mark);
    if around.is_empty() {
        return html! {};
    }
    let link = |outer: &std::rc::Rc<crate::annotation::Mark>| {
        let id = outer.id.clone();
        let onclick = card.ask.reform(move |_| Ask::Do(Intent::Take(id.clone())));
        html! {
            <span key={outer.id.0.as_ref()}>
                <i aria-hidden="true">{ " › " }</i>
                <button {onclick}>{ words::told_by(&by(card.session, outer)) }</button>
            </span>
        }
    };
    html! {
        <div class="chain" role="group" aria-label={words::told_through()}>
            <b>{ by(card.session, card.mark) }</b>{ for around.iter().map(link) }
        </div>
    }
}
