//! The frame of every page: bar, content, status, messages, dialog, live region.

use std::rc::Rc;

use yew::prelude::*;

use super::article::{Reader, Strip};
use super::bar::Bar;
use super::claims::Claims;
use super::codebook::CodebookPanel;
use super::dialog::Dialogs;
use super::history::{HistoryPanel, LookingBar};
use super::library::Library;
use super::notice::Notices;
use super::overview::Overview;
use super::search::Search;
use super::sifted::Sifted;
use super::sources::Sources;
use super::status::Status;
use super::{Ask, Page, Panel, Screen, Sieve, Tab};
use crate::browser::IslandSlot;
use crate::session::Session;

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
    };
    html! {
        <div class={classes!("app", page_class(&screen.page))} data-panel={panel}>
            <Bar screen={screen.clone()} ask={ask.clone()} />
            { for screen.looking.iter().map(|looking| html! { <LookingBar key="looking" looking={looking.clone()} ask={ask.clone()} /> }) }
            { content(screen, ask, slot) }
            <Status screen={screen.clone()} ask={ask.clone()} />
            <Notices notices={screen.notices.clone()} working={screen.working.clone()} ask={ask.clone()} />
            <Dialogs screen={screen.clone()} ask={ask.clone()} />
            <div class="spoken" role="status" aria-live="polite">
                <p key={screen.spoken.turn}>{ &screen.spoken.text }</p>
            </div>
        </div>
    }
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
                { if *tab == Tab::Overview { overview(session, ask) } else { annotate(screen, session, ask, slot) } }
            </div>
        },
        (Page::Article(..), None) | (Page::Library, _) => html! {
            <div key="library" class="desk">
                <Library cards={screen.library.clone()} ask={ask.clone()} />
            </div>
        },
    }
}

fn overview(session: &Rc<Session>, ask: &Callback<Ask>) -> Html {
    html! { <Overview session={session.clone()} ask={ask.clone()} /> }
}

fn annotate(screen: &Rc<Screen>, session: &Rc<Session>, ask: &Callback<Ask>, slot: &IslandSlot) -> Html {
    let past = screen.looking.is_some();
    let sieve = Sieve { filter: screen.filter.clone(), settings: screen.settings.clone() };
    html! {
        <>
            if screen.panel == Some(Panel::Codebook) {
                <CodebookPanel key="codebook" codebook={screen.codebook.clone()} settings={screen.settings.clone()} ask={ask.clone()} />
            }
            { for screen.history.iter().map(|history| html! {
                <HistoryPanel key="history" history={history.clone()} ask={ask.clone()} />
            }) }
            <Sources session={session.clone()} filter={screen.filter.clone()} ask={ask.clone()} />
            <div class="scroller" tabindex="-1">
                <Sifted session={session.clone()} sieve={sieve.clone()} ask={ask.clone()} />
                <Reader session={session.clone()} find={screen.find.clone()} pencil={screen.pencil.clone()} sieve={sieve.clone()} codebook={screen.codebook.clone()} {past}
                    slot={slot.clone()} ask={ask.clone()} />
                <Claims session={session.clone()} sieve={sieve.clone()} codebook={screen.codebook.clone()} {past}
                    restored={screen.restored.clone()} ask={ask.clone()} />
            </div>
            <Strip session={session.clone()} sieve={sieve.clone()} ask={ask.clone()} slot={slot.clone()} />
            <div class="search-place">
                { for screen.find.iter().map(|find| html! {
                    <Search key="search" find={find.clone()} session={session.clone()} sieve={sieve.clone()} ask={ask.clone()} />
                 }) }
            </div>
        </>
    }
}
