//! Giving the present state a name.

use yew::prelude::*;

use crate::browser;
use crate::view::{Ask, Look};
use crate::words;

/// The most characters of a name.
const LIMIT: &str = "80";

#[derive(Properties, PartialEq)]
pub(super) struct NameStateProps {
    /// What is wrong with the last try.
    pub(super) trouble: Option<String>,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn NameState(NameStateProps { trouble, ask }: &NameStateProps) -> Html {
    let name = use_state(String::new);
    let oninput = {
        let name = name.setter();
        move |event: InputEvent| name.set(browser::input_value(&event))
    };
    let onsubmit = {
        let (name, ask) = (name.clone(), ask.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let written = name.trim().to_owned();
            if !written.is_empty() {
                name.set(String::new());
            }
            ask.emit(Ask::Look(Look::Name(written)));
        }
    };
    html! {
        <form class="name-state" {onsubmit}>
            <label>{ words::name_this_state() }
                <input type="text" maxlength={LIMIT} placeholder={words::state_name_hint()} value={(*name).clone()} {oninput}
                    aria-describedby={trouble.as_ref().map(|_| "name-state-trouble")} aria-invalid={trouble.as_ref().map(|_| "true")} />
            </label>
            <button class="plain">{ words::give_name() }</button>
            if let Some(trouble) = trouble { <p class="trouble" id="name-state-trouble" role="alert">{ trouble }</p> }
        </form>
    }
}
