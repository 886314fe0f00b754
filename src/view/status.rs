//! The line at the foot: whether all is kept, how much there is, how to see all keys.

use std::rc::Rc;

use yew::prelude::*;

use super::{Ask, Care, Dialog, Panel, Saving, Screen, look};
use crate::annotation::{Mark, MarkSet, Places};
use crate::session::{Session, claims};
use crate::settings::Command;
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct StatusProps {
    pub(super) screen: Rc<Screen>,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn Status(StatusProps { screen, ask }: &StatusProps) -> Html {
    let counted = use_mut_ref(Counted::default);
    html! {
        <footer class="status">
            { saving(&screen.saving, ask) }
            { for screen.session.as_ref().map(|session| panels(screen, session, &mut counted.borrow_mut(), ask)) }
            <span class="push"></span>
            { aside(screen, ask) }
            <button class="wide" onclick={ask.reform(|_| Ask::Care(Care::Open))}>{ words::room_used(screen.used) }</button>
            <button class="wide" onclick={ask.reform(|_| Ask::Show(Dialog::Keys))}>
                { look::key("?") }{ " " }{ words::all_keys() }
            </button>
        </footer>
    }
}

/// What is counted of the marks; only those that a step touches are looked at.
#[derive(Debug, Default)]
struct Counted {
    marks: Rc<MarkSet>,
    claims: usize,
    /// Those whose place is to be looked at.
    drifted: usize,
}

impl Counted {
    fn follow(&mut self, marks: &Rc<MarkSet>) {
        let old = std::mem::replace(&mut self.marks, marks.clone());
        if !Rc::ptr_eq(&old, marks) {
            let (gone, came) = marks.since(&old);
            let claims = |marks: &[Rc<Mark>]| marks.iter().filter(|mark| mark.claim().is_some()).count();
            let drifted = |marks: &[Rc<Mark>]| Places::of(marks.iter().map(AsRef::as_ref)).open();
            self.claims = (self.claims + claims(came)).saturating_sub(claims(gone));
            self.drifted = (self.drifted + drifted(came)).saturating_sub(drifted(gone));
        }
    }
}

fn saving(saving: &Saving, ask: &Callback<Ask>) -> Html {
    match saving {
        Saving::Saved => html! {
            <span class="saving saved">
                { words::saved() }{ " " }<span class="wide">{ words::saved_where() }</span>
            </span>
        },
        Saving::Saving => html! { <span class="saving">{ words::saving() }</span> },
        Saving::SavedOnce(why) => html! { <span class="saving once">{ words::saved_once(why) }</span> },
        Saving::ReadOnly(why) => html! { <span class="saving unsaved" role="alert">{ why }</span> },
        Saving::Unsaved(why) => html! {
            <span class="saving unsaved" role="alert">
                { words::not_saved(why) }
                <button onclick={ask.reform(|_| Ask::SaveAgain)}>{ words::save_again() }</button>
            </span>
        },
    }
}

/// The counts; where there is no room for the panels they open them.
fn panels(screen: &Screen, session: &Session, counted: &mut Counted, ask: &Callback<Ask>) -> Html {
    counted.follow(&session.marks);
    let (all, drifted) = (counted.claims, counted.drifted);
    let passes = |claim: &&Rc<_>| screen.filter.passes(session, claim, &screen.settings.name);
    let shown = if screen.filter.is_open() { all } else { claims(session).filter(passes).count() };
    let claims =
        if shown == all { words::claim_count(all) } else { words::shown_of(shown, &words::claim_count(all)) };
    let counts =
        [(Panel::Claims, claims), (Panel::Sources, words::source_count(session.sources.iter().len()))];
    let button = |(panel, name): (Panel, String)| {
        html! { <button onclick={ask.reform(move |_| Ask::Turn(panel))}>{ name }</button> }
    };
    let codebook = ask.reform(|_| Ask::Turn(Panel::Codebook));
    let history = ask.reform(|_| Ask::Run(Command::Versions));
    html! {
        <span class="panels">
            { for counts.into_iter().map(button) }
            if drifted > 0 && screen.can(Command::Places) {
                <button class="strong" onclick={ask.reform(|_| Ask::Run(Command::Places))}>{ words::places_to_look_at(drifted) }</button>
            }
            <button onclick={codebook}>{ words::codebook() }</button>
            if screen.can(Command::Versions) { <button onclick={history}>{ words::history() }</button> }
        </span>
    }
}

fn aside(screen: &Screen, ask: &Callback<Ask>) -> Html {
    html! {
        if !screen.aside.is_empty() {
            <button class="unsaved" onclick={ask.reform(|_| Ask::Show(Dialog::Aside))}>
                { words::aside_count(screen.aside.len()) }
            </button>
        }
    }
}
