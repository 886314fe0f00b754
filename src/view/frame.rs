//! The frame of every page: bar, content, status, messages, dialog, live region.

use std::rc::Rc;

use yew::prelude::*;

use super::annotate::{self, Annotate};
use super::bar::{self, Bar};
use super::dialog::Dialogs;
use super::history::LookingBar;
use super::library::Library;
use super::notice::Notices;
use super::overview::Overview;
use super::places::PlacingBar;
use super::status::{Status, use_status};
use super::{Ask, Page, Panel, Screen, Tab};
use crate::browser::IslandSlot;

/// What the frame is drawn from.
#[derive(Properties, PartialEq)]
pub struct FrameProps {
    /// The screen.
    pub screen: Rc<Screen>,
    /// Where requests go. It is to stay the same from render to render.
    pub ask: Callback<Ask>,
    /// Where the reader puts the article's island once it is drawn.
    pub slot: IslandSlot,
}

/// The whole page.
#[component]
pub fn Frame(FrameProps { screen, ask, slot }: &FrameProps) -> Html {
    let panel = match screen.panel {
        None => "none",
        Some(Panel::Sources) => "sources",
        Some(Panel::Claims) => "claims",
        Some(Panel::Codebook) => "codebook",
        Some(Panel::History) => "history",
        Some(Panel::Places) => "places",
    };
    let status = use_status(screen);
    html! {
        <div class={classes!("app", page_class(&screen.page))} data-panel={panel}>
            <Bar now={bar::Now::of(screen)} settings={screen.settings.clone()} ask={ask.clone()} />
            { for screen.looking.iter().map(|looking| html! { <LookingBar key="looking" looking={looking.clone()} ask={ask.clone()} /> }) }
            { placing(screen, ask) }
            { content(screen, ask, slot) }
            <Status now={status} ask={ask.clone()} />
            <Notices notices={screen.notices.clone()} working={screen.working.clone()} ask={ask.clone()} />
            <Dialogs screen={screen.dialog.is_some().then(|| screen.clone())} ask={ask.clone()} />
            <div class="spoken" role="status" aria-live="polite">
                <p key={screen.spoken.turn}>{ &screen.spoken.text }</p>
            </div>
        </div>
    }
}

/// The bar that stands while words are awaited for a mark.
fn placing(screen: &Screen, ask: &Callback<Ask>) -> Html {
    let mark = screen.session.as_ref().zip(screen.pencil.placing.as_ref());
    let quote = mark.and_then(|(session, id)| Some(session.marks.get(id)?.quote(&session.article.text)));
    html! { { for quote.map(|quote| html! { <PlacingBar key="placing" {quote} ask={ask.clone()} /> }) } }
}

fn page_class(page: &Page) -> &'static str {
    match page {
        Page::Library => "at-library",
        Page::Article(_, Tab::Annotate) => "at-article",
        Page::Article(_, Tab::Overview) => "at-overview",
    }
}

fn content(screen: &Rc<Screen>, ask: &Callback<Ask>, slot: &IslandSlot) -> Html {
    match (&screen.page, &screen.session) {
        (Page::Article(id, tab), Some(session)) => html! {
            <div key={format!("{id}{tab:?}")} class="desk">
                if *tab == Tab::Overview {
                    <Overview session={session.clone()} ask={ask.clone()} />
                } else {
                    <Annotate now={annotate::Now::of(screen)} session={session.clone()} ask={ask.clone()} slot={slot.clone()} />
                }
            </div>
        },
        (Page::Article(..), None) | (Page::Library, _) => html! {
            <div key="library" class="desk">
                <Library cards={screen.library.clone()} ask={ask.clone()} />
            </div>
        },
    }
}
