//! The history beside the text: sittings by day and person, steps unfold, named states stand out.

mod looking;
mod name;
mod sitting;

use std::rc::Rc;

use yew::prelude::*;

use super::{Ask, HistoryView, Look};
use crate::browser;
use crate::settings::Command;
use crate::words;
pub(super) use looking::LookingBar;
use name::NameState;
use sitting::SittingRow;

/// The id of the way back to now.
const NOW: &str = "history-now";

#[derive(Properties, PartialEq)]
pub(super) struct HistoryPanelProps {
    pub(super) history: Rc<HistoryView>,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn HistoryPanel(HistoryPanelProps { history, ask }: &HistoryPanelProps) -> Html {
    let panel = use_node_ref();
    html! {
        <aside class="beside history" ref={panel.clone()} aria-label={words::history()} onkeydown={up_and_down(&panel)}>
            <header>
                <div><h2>{ words::history() }</h2><small>{ words::step_count(history.steps) }</small></div>
                <button class="cross" aria-label={words::close_history()} title={words::close()}
                    onclick={ask.reform(|_| Ask::Run(Command::Versions))}>{ "✕" }</button>
            </header>
            <p class="hint">{ words::history_hint() }</p>
            if history.shown.is_none() {
                <NameState trouble={history.trouble.clone()} ask={ask.clone()} />
            }
            { list(history, ask) }
        </aside>
    }
}

fn list(history: &HistoryView, ask: &Callback<Ask>) -> Html {
    let now = history.shown.is_none().then_some("true");
    html! {
        <>
            <button class="moment now" id={NOW} aria-current={now} onclick={ask.reform(|_| Ask::Look(Look::Now))}>{ words::now_in_history() }</button>
            <ol class="sittings" aria-busy={history.reading.to_string()}>
                { for history.sittings.iter().map(|sitting| html! {
                    <SittingRow key={sitting.first} sitting={sitting.clone()} shown={history.shown} ask={ask.clone()} />
                }) }
            </ol>
            if history.earlier > 0 {
                <button class="plain" onclick={ask.reform(|_| Ask::Look(Look::MoreSittings))}>{ words::show_more_sittings() }</button>
            }
            if history.reading { <p class="hint" role="status">{ words::history_reading() }</p> }
            if history.gaps { <p class="hint">{ words::history_unread() }</p> }
        </>
    }
}

/// Arrows go from button to button, as in a list; in the field they are the field's.
pub(super) fn up_and_down(panel: &NodeRef) -> Callback<KeyboardEvent> {
    let panel = panel.clone();
    Callback::from(move |event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowDown" => 1,
            "ArrowUp" => -1,
            _ => return,
        };
        if let Some(panel) = panel.cast().filter(|_| !browser::is_typed(&event)) {
            event.prevent_default();
            event.stop_propagation();
            browser::focus_step(&panel, step);
        }
    })
}
