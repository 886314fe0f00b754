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
    pub(super) now: Now,
    pub(super) ask: Callback<Ask>,
}

/// What the line says, and nothing else: so most steps leave it as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Now {
    saving: Saving,
    /// Of the open article.
    panels: Option<Panels>,
    /// How many things could not be read.
    aside: usize,
    /// The room that is used, in words.
    used: String,
}

/// The counts, and what can be opened beside the text.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Panels {
    claims: String,
    sources: String,
    /// Marks whose place is to be looked at, where it can be.
    drifted: usize,
    history: bool,
}

/// What the line says now. What was counted is counted on from there.
#[hook]
pub(super) fn use_status(screen: &Screen) -> Now {
    let counted = use_mut_ref(Counted::default);
    let panels = screen.session.as_ref().map(|session| panels(screen, session, &mut counted.borrow_mut()));
    Now {
        saving: screen.saving.clone(),
        panels,
        aside: screen.aside.len(),
        used: words::room_used(screen.used),
    }
}

#[component]
pub(super) fn Status(StatusProps { now, ask }: &StatusProps) -> Html {
    html! {
        <footer class="status">
            { saving(&now.saving, ask) }
            { for now.panels.as_ref().map(|panels| buttons(panels, ask)) }
            <span class="push"></span>
            { aside(now.aside, ask) }
            <button class="wide" onclick={ask.reform(|_| Ask::Care(Care::Open))}>{ &now.used }</button>
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

fn panels(screen: &Screen, session: &Session, counted: &mut Counted) -> Panels {
    counted.follow(&session.marks);
    let all = counted.claims;
    let passes = |claim: &&Rc<_>| screen.filter.passes(session, claim, &screen.settings.name);
    let shown = if screen.filter.is_open() { all } else { claims(session).filter(passes).count() };
    let claims =
        if shown == all { words::claim_count(all) } else { words::shown_of(shown, &words::claim_count(all)) };
    Panels {
        claims,
        sources: words::source_count(session.sources.iter().len()),
        drifted: if screen.can(Command::Places) { counted.drifted } else { 0 },
        history: screen.can(Command::Versions),
    }
}

/// The counts; where there is no room for the panels they open them.
fn buttons(panels: &Panels, ask: &Callback<Ask>) -> Html {
    let counts = [(Panel::Claims, &panels.claims), (Panel::Sources, &panels.sources)];
    let button = |(panel, name): (Panel, &String)| {
        html! { <button onclick={ask.reform(move |_| Ask::Turn(panel))}>{ name }</button> }
    };
    let codebook = ask.reform(|_| Ask::Turn(Panel::Codebook));
    let history = ask.reform(|_| Ask::Run(Command::Versions));
    html! {
        <span class="panels">
            { for counts.into_iter().map(button) }
            if panels.drifted > 0 {
                <button class="strong" onclick={ask.reform(|_| Ask::Run(Command::Places))}>{ words::places_to_look_at(panels.drifted) }</button>
            }
            <button onclick={codebook}>{ words::codebook() }</button>
            if panels.history { <button onclick={history}>{ words::history() }</button> }
        </span>
    }
}

fn aside(count: usize, ask: &Callback<Ask>) -> Html {
    html! {
        if count > 0 {
            <button class="unsaved" onclick={ask.reform(|_| Ask::Show(Dialog::Aside))}>{ words::aside_count(count) }</button>
        }
    }
}
