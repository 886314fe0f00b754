//! The article island: the text is drawn once, and no mark ever touches it.

mod blocks;
mod connector;
mod paint;
mod profile;
mod toolbar;

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::{Ask, Find};
use crate::annotation::MarkId;
use crate::browser::{self, HtmlElement, Island, IslandSlot, Painter};
use crate::session::{Intent, Session};
use crate::words;
use blocks::Blocks;
use connector::Connector;
use profile::Profile;
use toolbar::Toolbar;

#[derive(Properties, PartialEq)]
pub(super) struct ReaderProps {
    pub(super) session: Rc<Session>,
    pub(super) find: Option<Rc<Find>>,
    pub(super) slot: IslandSlot,
    pub(super) ask: Callback<Ask>,
}

/// The article with its marks painted, the connector of the claim in hand, and the toolbar.
#[component]
pub(super) fn Reader(ReaderProps { session, find, slot, ask }: &ReaderProps) -> Html {
    let (page, root, layer) = (use_node_ref(), use_node_ref(), use_node_ref());
    let painter = use_mut_ref(|| None);
    use_island(session, &root, &layer, slot, &painter);
    use_paint(session, find.as_ref(), slot, &painter);
    use_scroll(session, find.as_ref(), slot, &page);
    let native = browser::highlights_supported();
    let article = &session.article;
    let head = blocks::head_len(article);
    let language = Some(session.details.language.clone()).filter(|language| !language.is_empty());
    html! {
        <main class="article" id="main" tabindex="0" ref={page} aria-label={words::article()}>
            <article class="sheet" id="article" ref={root.clone()} dir="auto" lang={language} translate="no"
                onclick={on_click(session, slot, ask)}>
                <div class="layer" ref={layer} aria-hidden="true"></div>
                <div class="head">
                    if !blocks::has_title(article) { <h1 class="given">{ &session.details.title }</h1> }
                    <Blocks article={article.clone()} from={0} to={head} />
                </div>
                <Profile session={session.clone()} />
                if !native { <p class="fallback" role="note">{ words::no_highlights() }</p> }
                <div class="body"><Blocks article={article.clone()} from={head} to={article.blocks.len()} /></div>
                <Connector session={session.clone()} slot={slot.clone()} root={root.clone()} />
                <Toolbar slot={slot.clone()} root={root.clone()} changed={session.changed} ask={ask.clone()} />
            </article>
        </main>
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
    use_effect_with(session.article.clone(), move |_| {
        if let (Some(root), Some(layer)) = (root.cast::<HtmlElement>(), layer.cast()) {
            slot.set(Island::read(&root));
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
fn use_paint(session: &Rc<Session>, find: Option<&Rc<Find>>, slot: &IslandSlot, painter: &PainterCell) {
    let (slot, painter) = (slot.clone(), painter.clone());
    use_effect_with((session.clone(), find.cloned()), move |(session, find)| {
        if let (Some(island), Some(painter)) = (slot.get(), painter.borrow_mut().as_mut()) {
            painter.paint(&island, &paint::layers(session, find.as_deref()));
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
    use_effect_with(find.and_then(|find| find.hit()), {
        let session = session.clone();
        move |hit| {
            if let Some(hit) = hit {
                scroll(&session, *hit);
            }
        }
    });
}

/// A click on painted text takes its mark in hand: the shortest first, then those around it.
fn on_click(session: &Rc<Session>, slot: &IslandSlot, ask: &Callback<Ask>) -> Callback<MouseEvent> {
    let (session, slot, ask) = (session.clone(), slot.clone(), ask.clone());
    Callback::from(move |event: MouseEvent| {
        let Some(island) = slot.get() else { return };
        if browser::selected(&island).is_some() {
            return;
        }
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        let hit = browser::offset_at(&island, x, y);
        let place = hit.and_then(|offset| session.article.text.byte_at_utf16(offset));
        let marks = place.map(|place| session.marks.at(place)).unwrap_or_default();
        let at = marks.iter().position(|mark| session.in_hand.as_ref() == Some(&mark.id));
        let next = at.map_or(0, |at| at + 1);
        if let Some(mark) = marks.get(next).or(marks.first()) {
            ask.emit(Ask::Do(Intent::Take(mark.id.clone())));
        }
    })
}
