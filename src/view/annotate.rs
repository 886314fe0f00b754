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
use super::{Ask, Near, Panel, Screen, Sieve};
use crate::annotation::MarkId;
use crate::browser::IslandSlot;
use crate::session::Session;

#[derive(Properties, PartialEq)]
pub(super) struct AnnotateProps {
    pub(super) screen: Rc<Screen>,
    pub(super) session: Rc<Session>,
    pub(super) ask: Callback<Ask>,
    pub(super) slot: IslandSlot,
}

/// It knows what of the article is near what is seen, which text and cards are both drawn by.
#[component]
pub(super) fn Annotate(AnnotateProps { screen, session, ask, slot }: &AnnotateProps) -> Html {
    let near = use_state_eq(|| Near::at_first(&session.article));
    let on_near = use_callback((), {
        let near = near.setter();
        move |now: Near, ()| near.set(now)
    });
    let past = screen.looking.is_some();
    let sieve = Sieve { filter: screen.filter.clone(), settings: screen.settings.clone() };
    let near = Near::clone(&near);
    // The card that has the focus stays, wherever the text goes.
    let kept = use_state_eq(|| None::<MarkId>);
    let listing = use_listing(session, &sieve, &near, kept.as_ref());
    let on_kept = use_callback((), {
        let kept = kept.setter();
        move |id: MarkId, ()| kept.set(Some(id))
    });
    html! {
        <>
            if screen.panel == Some(Panel::Codebook) {
                <CodebookPanel key="codebook" codebook={screen.codebook.clone()} settings={screen.settings.clone()} ask={ask.clone()} />
            }
            if screen.panel == Some(Panel::Places) {
                <PlacesPanel key="places" session={session.clone()} {past} ask={ask.clone()} />
            }
            { for screen.history.iter().map(|history| html! {
                <HistoryPanel key="history" history={history.clone()} ask={ask.clone()} />
            }) }
            <Sources session={session.clone()} filter={screen.filter.clone()} ask={ask.clone()} />
            <div class="scroller" tabindex="-1">
                <Sifted session={session.clone()} sieve={sieve.clone()} ask={ask.clone()} />
                <Reader session={session.clone()} find={screen.find.clone()} pencil={screen.pencil.clone()} sieve={sieve.clone()}
                    {near} listing={listing.clone()} codebook={screen.codebook.clone()} {past} slot={slot.clone()} {on_near} ask={ask.clone()} />
                <Claims session={session.clone()} sieve={sieve.clone()} {listing} kept={on_kept} codebook={screen.codebook.clone()} {past}
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
