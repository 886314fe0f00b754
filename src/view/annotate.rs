//! Where an article is read and marked: register, text, cards.

use std::rc::Rc;

use yew::prelude::*;

use super::article::{Reader, Strip};
use super::claims::{Claims, use_listing};
use super::codebook::CodebookPanel;
use super::history::HistoryPanel;
use super::places::PlacesPanel;
use super::search::Search;
use super::sifted::Sifted;
use super::sources::Sources;
use super::{Ask, Draft, Find, HistoryView, Near, Panel, Pencil, Screen, Sieve};
use crate::annotation::MarkId;
use crate::browser::IslandSlot;
use crate::codebook::Codebook;
use crate::session::Session;

#[derive(Properties, PartialEq)]
pub(super) struct AnnotateProps {
    pub(super) now: Now,
    pub(super) session: Rc<Session>,
    pub(super) ask: Callback<Ask>,
    pub(super) slot: IslandSlot,
}

/// What of the screen is shown here, and nothing else: so it is not drawn again when a step is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Now {
    find: Option<Rc<Find>>,
    panel: Option<Panel>,
    restored: Rc<Vec<Draft>>,
    pencil: Rc<Pencil>,
    sieve: Sieve,
    codebook: Rc<Codebook>,
    history: Option<Rc<HistoryView>>,
    /// Whether an earlier state is shown.
    past: bool,
}

impl Now {
    pub(super) fn of(screen: &Screen) -> Now {
        Now {
            find: screen.find.clone(),
            panel: screen.panel,
            restored: screen.restored.clone(),
            pencil: screen.pencil.clone(),
            sieve: Sieve { filter: screen.filter.clone(), settings: screen.settings.clone() },
            codebook: screen.codebook.clone(),
            history: screen.history.clone(),
            past: screen.looking.is_some(),
        }
    }
}

/// It knows what of the article is near what is seen, which text and cards are both drawn by.
#[component]
pub(super) fn Annotate(AnnotateProps { now, session, ask, slot }: &AnnotateProps) -> Html {
    let near = use_state_eq(|| Near::at_first(&session.article));
    let on_near = use_callback((), {
        let near = near.setter();
        move |now: Near, ()| near.set(now)
    });
    let (past, sieve) = (now.past, &now.sieve);
    let near = Near::clone(&near);
    // The card that has the focus stays, wherever the text goes.
    let kept = use_state_eq(|| None::<MarkId>);
    let listing = use_listing(session, sieve, &near, kept.as_ref());
    let on_kept = use_callback((), {
        let kept = kept.setter();
        move |id: MarkId, ()| kept.set(Some(id))
    });
    html! {
        <>
            if now.panel == Some(Panel::Codebook) {
                <CodebookPanel key="codebook" codebook={now.codebook.clone()} settings={sieve.settings.clone()} ask={ask.clone()} />
            }
            if now.panel == Some(Panel::Places) {
                <PlacesPanel key="places" session={session.clone()} {past} ask={ask.clone()} />
            }
            { for now.history.iter().map(|history| html! {
                <HistoryPanel key="history" history={history.clone()} ask={ask.clone()} />
            }) }
            <Sources session={session.clone()} filter={sieve.filter.clone()} ask={ask.clone()} />
            <div class="scroller" tabindex="-1">
                <Sifted session={session.clone()} sieve={sieve.clone()} ask={ask.clone()} />
                <Reader session={session.clone()} find={now.find.clone()} pencil={now.pencil.clone()} sieve={sieve.clone()}
                    {near} listing={listing.clone()} codebook={now.codebook.clone()} {past} slot={slot.clone()} {on_near} ask={ask.clone()} />
                <Claims session={session.clone()} sieve={sieve.clone()} {listing} kept={on_kept} codebook={now.codebook.clone()} {past}
                    restored={now.restored.clone()} ask={ask.clone()} />
            </div>
            <Strip session={session.clone()} sieve={sieve.clone()} ask={ask.clone()} slot={slot.clone()} />
            <div class="search-place">
                { for now.find.iter().map(|find| html! {
                    <Search key="search" find={find.clone()} session={session.clone()} sieve={sieve.clone()} ask={ask.clone()} />
                 }) }
            </div>
        </>
    }
}
