//! The article island: the text is drawn once, and no mark ever touches it.

mod beside;
mod blocks;
mod caret;
mod connector;
mod handles;
mod near;
mod overlap;
mod paint;
mod pencil;
mod profile;
mod strip;
mod telling;
mod toolbar;

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::claims::Listing;
use super::{Ask, Find, Near, Panel, Pencil, Sieve};
use crate::annotation::MarkId;
use crate::browser::{self, HtmlElement, Island, IslandSlot, Painter};
use crate::codebook::Codebook;
use crate::session::Session;
use crate::words;
use beside::Beside;
use blocks::{Body, Head};
use caret::CaretLine;
use connector::Connector;
use handles::Handles;
use overlap::OverlapList;
use pencil::use_pencil;
use profile::Profile;
pub(super) use strip::Strip;
use telling::TellingBar;
use toolbar::Toolbar;

#[derive(Properties, PartialEq)]
pub(super) struct ReaderProps {
    pub(super) session: Rc<Session>,
    pub(super) find: Option<Rc<Find>>,
    pub(super) pencil: Rc<Pencil>,
    pub(super) sieve: Sieve,
    pub(super) near: Near,
    /// The cards that stand beside it.
    pub(super) listing: Rc<Listing>,
    pub(super) codebook: Rc<Codebook>,
    /// Whether an earlier state is shown, which nothing can be marked in.
    pub(super) past: bool,
    pub(super) slot: IslandSlot,
    /// Told what has come near.
    pub(super) on_near: Callback<Near>,
    pub(super) ask: Callback<Ask>,
}

/// The article with its marks painted, the connector of the claim in hand, and the toolbar.
#[component]
pub(super) fn Reader(props: &ReaderProps) -> Html {
    let ReaderProps { session, find, slot, ask, .. } = props;
    let (page, root, layer) = (use_node_ref(), use_node_ref(), use_node_ref());
    let painter = use_mut_ref(|| None);
    use_island(session, &root, &layer, slot, &painter);
    near::use_near(props, &root);
    use_paint(props, &painter);
    use_pencil(props);
    use_scroll(session, find.as_ref(), slot, &page);
    let native = browser::highlights_supported();
    let article = &session.article;
    let language = Some(session.details.language.clone()).filter(|language| !language.is_empty());
    html! {
        <main class="article" id="main" tabindex="0" ref={page.clone()} aria-label={words::article()}
            onkeydown={on_key(session, &page)}>
            <article class="sheet" id="article" ref={root.clone()} dir="auto" lang={language} translate="no"
                onclick={on_click(session, slot, ask)}>
                <div class="layer" ref={layer} aria-hidden="true"></div>
                <div class="head">
                    if !blocks::has_title(article) { <h1 class="given">{ &session.details.title }</h1> }
                    <Head article={article.clone()} />
                </div>
                <Profile session={session.clone()} />
                if !native { <p class="fallback" role="note">{ words::no_highlights() }</p> }
                <Body article={article.clone()} />
                <Beside article={article.clone()} listing={props.listing.clone()} hand={session.in_hand.clone()} slot={slot.clone()} root={root.clone()} />
                <Connector session={session.clone()} slot={slot.clone()} root={root.clone()} />
                if !props.past {
                    <Toolbar slot={slot.clone()} root={root.clone()} session={session.clone()} placing={props.pencil.placing.is_some()} ask={ask.clone()} />
                }
                { tools(props, &root) }
            </article>
        </main>
    }
}

/// What the pencil shows over the text.
fn tools(ReaderProps { session, pencil, sieve, past, slot, ask, .. }: &ReaderProps, root: &NodeRef) -> Html {
    html! {
        <>
            if !past {
                <Handles session={session.clone()} drawn={pencil.drawn.clone()} snap={sieve.settings.snap} slot={slot.clone()}
                    root={root.clone()} ask={ask.clone()} />
            }
            { for pencil.caret.map(|caret| html! {
                <CaretLine key="caret" {caret} text={session.article.text.clone()} slot={slot.clone()} root={root.clone()} />
            }) }
            { for pencil.telling.clone().map(|preview| html! {
                <TellingBar key="telling" {preview} session={session.clone()} ask={ask.clone()} />
            }) }
            { for pencil.overlap.clone().map(|overlap| html! {
                <OverlapList key="overlap" {overlap} session={session.clone()} slot={slot.clone()} root={root.clone()} ask={ask.clone()} />
            }) }
        </>
    }
}

type PainterCell = Rc<RefCell<Option<Painter>>>;

/// Reads the island once per article, after it is drawn.
#[hook]
fn use_island(
    session: &Rc<Session>,
    root: &NodeRef,
    layer: &NodeRef,
    slot: &IslandSlot,
    painter: &PainterCell,
) {
    let (root, layer, slot, painter) = (root.clone(), layer.clone(), slot.clone(), painter.clone());
    use_effect_with(session.article.clone(), move |article| {
        if let (Some(root), Some(layer)) = (root.cast::<HtmlElement>(), layer.cast()) {
            slot.set(Island::read(&root));
            if let Some(heights) = blocks::expected_heights(article) {
                browser::expect_heights(&root, heights);
            }
            *painter.borrow_mut() = Some(Painter::new(&root, &layer));
        }
        move || {
            *painter.borrow_mut() = None;
            slot.set(None);
        }
    });
}

/// Paints when something that shows has changed, and only what has changed.
#[hook]
fn use_paint(props: &ReaderProps, painter: &PainterCell) {
    let (slot, painter) = (props.slot.clone(), painter.clone());
    let marks = (props.session.clone(), props.sieve.clone(), props.codebook.clone());
    let seen = (marks, props.find.clone(), props.pencil.clone(), props.near.painted.clone());
    use_effect_with(seen, move |((session, sieve, codebook), find, pencil, near)| {
        if let (Some(island), Some(painter)) = (slot.get(), painter.borrow_mut().as_mut()) {
            painter.paint(&island, &paint::layers(session, find.as_deref(), sieve, codebook, pencil, near));
        }
    });
}

/// Brings into view what was taken in hand, or found.
#[hook]
fn use_scroll(session: &Rc<Session>, find: Option<&Rc<Find>>, slot: &IslandSlot, page: &NodeRef) {
    let scroll = {
        let (slot, page) = (slot.clone(), page.clone());
        move |session: &Session, span| {
            if let (Some(island), Some(page)) = (slot.get(), page.cast()) {
                browser::scroll_to(&island, session.article.text.utf16(span), &page);
            }
        }
    };
    let hand: Option<MarkId> = session.in_hand.clone();
    use_effect_with(hand, {
        let (session, scroll) = (session.clone(), scroll.clone());
        move |_| {
            if let Some(spans) = session.hand().and_then(|mark| mark.spans()) {
                scroll(&session, spans.hull());
            }
        }
    });
    // What was found is shown again at each step to it, even if it is the same place.
    let found = find.map(|find| (find.at, find.words.clone(), find.place(session)));
    use_effect_with(found, {
        let session = session.clone();
        move |found| {
            if let Some((_, _, Some(place))) = found {
                scroll(&session, *place);
            }
        }
    });
}

/// A click on painted text takes its mark in hand.
fn on_click(session: &Rc<Session>, slot: &IslandSlot, ask: &Callback<Ask>) -> Callback<MouseEvent> {
    let (session, slot, ask) = (session.clone(), slot.clone(), ask.clone());
    Callback::from(move |event: MouseEvent| {
        let Some(island) = slot.get() else { return };
        if (event.ctrl_key() || event.meta_key()) && browser::follow_link(&event) {
            return;
        }
        if browser::selected(&island).is_some() {
            return;
        }
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        let hit = browser::offset_at(&island, x, y);
        if let Some(place) = hit.and_then(|offset| session.article.text.byte_at_utf16(offset)) {
            if browser::is_narrow() && !session.marks.at(place).is_empty() {
                ask.emit(Ask::Open(Panel::Claims));
            }
            ask.emit(Ask::TakeAt(place));
        }
    })
}

/// `Enter` follows the link with the focus; `Tab` goes from the text to the card of the mark in hand.
fn on_key(session: &Rc<Session>, page: &NodeRef) -> Callback<KeyboardEvent> {
    let (hand, page) = (session.in_hand.clone(), page.clone());
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" && browser::follow_link(&event) {
            return;
        }
        let here = page.cast().is_some_and(|page: HtmlElement| browser::is_focused(&page));
        let card = hand.as_ref().and_then(|id| browser::by_id(&format!("card-{id}")));
        if let Some(card) = card.filter(|_| here && event.key() == "Tab" && !event.shift_key()) {
            event.prevent_default();
            browser::focus(&card);
        }
    })
}
