//! Where the marks stand in this version of the text: how many how, and those to be looked at.

mod entry;
mod placing;

use std::rc::Rc;

use yew::prelude::*;

use super::history::up_and_down;
use super::{Ask, look};
use crate::annotation::{Drift, Mark, MarkId, Places};
use crate::browser;
use crate::session::{Intent, Session};
use crate::settings::Command;
use crate::words;
use entry::Entry;
pub(super) use placing::PlacingBar;

/// The id of the head, which takes the focus when what had it is gone from the list.
const HEAD: &str = "places-head";

/// How many of a list are drawn at first, and how many more at a time.
const DRAWN: usize = 50;

#[derive(Properties, PartialEq)]
pub(super) struct PlacesPanelProps {
    pub(super) session: Rc<Session>,
    /// Whether an earlier state is shown, which is there to be read.
    pub(super) past: bool,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn PlacesPanel(PlacesPanelProps { session, past, ask }: &PlacesPanelProps) -> Html {
    let panel = use_node_ref();
    use_effect_with((), |()| {
        browser::focus_by_id(HEAD);
    });
    let marks = || session.marks.iter();
    let counts = Places::of(marks().map(AsRef::as_ref));
    let orphans = marks().filter(|mark| mark.spans().is_none()).cloned().collect();
    let drifted = |wanted: fn(&Drift) -> bool| -> Vec<Rc<Mark>> {
        let drifts = |mark: &&Rc<Mark>| mark.spans().is_some() && mark.drift.as_ref().is_some_and(wanted);
        marks().filter(drifts).cloned().collect()
    };
    let section = |name: String, marks: Vec<Rc<Mark>>, placed: bool| {
        let key = name.clone();
        html! {
            <Section {key} {name} {marks} {placed} past={*past} session={session.clone()} ask={ask.clone()} />
        }
    };
    html! {
        <aside class="beside places" ref={panel.clone()} aria-labelledby={HEAD} onkeydown={up_and_down(&panel)}>
            <header>
                <h2 id={HEAD} tabindex="-1">{ words::places() }</h2>
                <button class="cross" aria-label={words::close_places()} title={words::close()}
                    onclick={ask.reform(|_| Ask::Run(Command::Places))}>{ "✕" }</button>
            </header>
            <p class="hint">{ words::places_hint() }</p>
            <p class="counted">{ words::places_counted(&counts) }</p>
            { for session.details.follows.iter().map(|before| html! {
                <p class="hint"><a href={look::address(before)}>{ words::the_version_before() }</a></p>
            }) }
            if counts.open() == 0 { <p class="empty">{ words::all_in_place() }</p> }
            { section(words::not_found_head(), orphans, false) }
            { section(words::changed_head(), drifted(|drift| drift.former().is_some()), true) }
            { section(words::moved_head(), drifted(|drift| *drift == Drift::Moved), true) }
        </aside>
    }
}

#[derive(Properties, PartialEq)]
struct SectionProps {
    name: String,
    marks: Vec<Rc<Mark>>,
    /// Whether they have a place, which may be found right.
    placed: bool,
    past: bool,
    session: Rc<Session>,
    ask: Callback<Ask>,
}

/// One of the lists; nothing if it is empty.
#[component]
fn Section(SectionProps { name, marks, placed, past, session, ask }: &SectionProps) -> Html {
    let drawn = use_state(|| DRAWN);
    if marks.is_empty() {
        return html! {};
    }
    let more = {
        let (drawn, next) = (drawn.setter(), *drawn + DRAWN);
        move |_: MouseEvent| drawn.set(next)
    };
    let all: Vec<MarkId> = marks.iter().map(|mark| mark.id.clone()).collect();
    let accept = ask.reform(move |_: MouseEvent| {
        browser::focus_by_id(HEAD);
        Ask::Do(Intent::Accept(all.clone()))
    });
    html! {
        <section aria-label={name.clone()}>
            <h3>{ words::places_head(name, marks.len()) }</h3>
            <ol role="list">
                { for marks.iter().take(*drawn).map(|mark| html! {
                    <Entry key={mark.id.0.as_ref()} mark={mark.clone()} past={*past} text={session.article.text.clone()}
                        by={super::claims::by(session, mark)} in_hand={session.in_hand.as_ref() == Some(&mark.id)} ask={ask.clone()} />
                }) }
            </ol>
            if marks.len() > *drawn { <button class="plain" onclick={more}>{ words::show_more_places() }</button> }
            if *placed && !past && marks.len() > 1 { <button class="plain" onclick={accept}>{ words::all_right_so() }</button> }
        </section>
    }
}
