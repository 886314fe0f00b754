//! The line that says that not all marks are shown.

use std::rc::Rc;

use yew::prelude::*;

use super::{Ask, Sieve, look};
use crate::session::{Filter, Session};
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct SiftedProps {
    pub(super) session: Rc<Session>,
    pub(super) sieve: Sieve,
    pub(super) ask: Callback<Ask>,
}

/// It is there for as long as a filter is on. The live region says the same at each change.
#[component]
pub(super) fn Sifted(SiftedProps { session, sieve, ask }: &SiftedProps) -> Html {
    let passes = |mark: &&Rc<_>| sieve.filter.passes(session, mark, &sieve.settings.name);
    html! {
        if !sieve.filter.is_open() {
            <section class="sifted" aria-label={words::shown_marks()}>
                { look::sieve() }
                <span>{ words::sifted(session, &sieve.filter, session.marks.iter().filter(passes).count()) }</span>
                { clear(ask) }
            </section>
        }
    }
}

/// The way back to all marks.
pub(super) fn clear(ask: &Callback<Ask>) -> Html {
    html! {
        <button onclick={ask.reform(|_| Ask::Filter(Filter::default()))}>{ words::show_all_marks() }</button>
    }
}
