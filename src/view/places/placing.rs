//! The bar that stands while words are awaited for a mark.

use yew::prelude::*;

use crate::view::Ask;
use crate::words;

#[derive(Properties, PartialEq)]
pub(in crate::view) struct PlacingBarProps {
    /// The words of the mark.
    pub(in crate::view) quote: String,
    pub(in crate::view) ask: Callback<Ask>,
}

#[component]
pub(in crate::view) fn PlacingBar(PlacingBarProps { quote, ask }: &PlacingBarProps) -> Html {
    // A button that is pressed must not take the selection away.
    let keep = |event: MouseEvent| event.prevent_default();
    html! {
        <section class="looking placing" aria-label={words::placing(quote)}>
            <p><b>{ words::placing(quote) }</b>{ " " }<span>{ words::placing_hint() }</span></p>
            <button class="primary" onmousedown={keep} onclick={ask.reform(|_| Ask::ReplaceBounds)}>{ words::place_here() }</button>
            <button class="plain" onclick={ask.reform(|_| Ask::StopPlacing)}>{ words::stop_placing() }</button>
        </section>
    }
}
