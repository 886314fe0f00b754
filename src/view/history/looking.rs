//! The bar over an earlier state: which moment it is, and the two ways on.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser;
use crate::view::{Ask, Look, Looking};
use crate::words;

#[derive(Properties, PartialEq)]
pub(in crate::view) struct LookingBarProps {
    pub(in crate::view) looking: Rc<Looking>,
    pub(in crate::view) ask: Callback<Ask>,
}

/// It is there for as long as the article is not shown as it is now.
#[component]
pub(in crate::view) fn LookingBar(LookingBarProps { looking, ask }: &LookingBarProps) -> Html {
    // The bar goes, so the focus goes to the article.
    let then = |what: Ask| {
        ask.reform(move |_: MouseEvent| {
            browser::focus_by_id("main");
            what.clone()
        })
    };
    html! {
        <section class="looking" aria-label={words::earlier_state()}>
            <p><b>{ words::as_it_was(&looking.moment) }</b>{ " " }<span>{ &looking.told }</span></p>
            <button class="primary" onclick={then(Ask::Look(Look::Restore))}>{ words::restore_state() }</button>
            <button class="plain" onclick={then(Ask::Look(Look::Now))}>{ words::back_to_now() }</button>
        </section>
    }
}
