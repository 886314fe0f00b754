//! Entering a voice by name.

use yew::prelude::*;

use crate::annotation::MarkId;
use crate::browser;
use crate::session::Intent;
use crate::view::Ask;
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct NewSourceProps {
    /// The claim in hand.
    pub(super) claim: Option<MarkId>,
    pub(super) ask: Callback<Ask>,
}

/// A voice can be entered by name; with a claim in hand it makes that claim.
#[component]
pub(super) fn NewSource(NewSourceProps { claim, ask }: &NewSourceProps) -> Html {
    let name = use_state(String::new);
    let oninput = {
        let name = name.setter();
        move |event: InputEvent| name.set(browser::input_value(&event))
    };
    let onsubmit = {
        let (ask, name, claim) = (ask.clone(), name.clone(), claim.clone());
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
