//! One sitting: its day, hours and person; unfolded, its steps.

use yew::prelude::*;

use super::NOW;
use crate::browser;
use crate::view::{Ask, Look, Moment, Sitting, look};
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct SittingRowProps {
    pub(super) sitting: Sitting,
    /// The number of the step after which the article is shown.
    pub(super) shown: Option<usize>,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn SittingRow(SittingRowProps { sitting, shown, ask }: &SittingRowProps) -> Html {
    let Sitting { first, time, facts, unfolded, moments, more } = sitting.clone();
    html! {
        <li class="sitting">
            <h3>
                <button aria-expanded={unfolded.to_string()} onclick={ask.reform(move |_| Ask::Look(Look::Unfold(first)))}>
                    <span class="fold" aria-hidden="true">{ if unfolded { "▾" } else { "▸" } }</span>
                    <span>{ time }{ " " }<small>{ facts }</small></span>
                </button>
            </h3>
            if !moments.is_empty() {
                <ol class="moments">{ for moments.iter().map(|moment| row(moment, *shown, ask)) }</ol>
            }
            if more > 0 {
                <button class="plain" onclick={ask.reform(move |_| Ask::Look(Look::MoreSteps(first)))}>{ words::show_more_steps() }</button>
            }
        </li>
    }
}

fn row(moment: &Moment, shown: Option<usize>, ask: &Callback<Ask>) -> Html {
    let step = moment.step;
    let current = (shown == Some(step)).then_some("true");
    let class = classes!("moment", moment.named.then_some("named-state"));
    html! {
        <li key={step}>
            <button {class} aria-current={current} onclick={ask.reform(move |_| Ask::Look(Look::At(step)))}>
                <time>{ &moment.time }</time>
                <span>
                    if moment.named { { look::bookmark() } }
                    { &moment.what }
                </span>
            </button>
            if current.is_some() { { restore(moment, ask) } }
        </li>
    }
}

/// The same as in the bar over the article, where the keyboard is.
fn restore(moment: &Moment, ask: &Callback<Ask>) -> Html {
    let onclick = ask.reform(|_: MouseEvent| {
        browser::focus_by_id(NOW);
        Ask::Look(Look::Restore)
    });
    html! {
        <button class="plain restore-moment" aria-label={words::restore_moment(&moment.time, &moment.what)} {onclick}>{ words::restore() }</button>
    }
}
