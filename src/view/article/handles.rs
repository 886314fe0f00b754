//! Handles at the ends of the mark in hand, for the mouse and for fingers.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use crate::browser::{self, HtmlElement, Island, IslandSlot, Rect};
use crate::session::{Edge, Intent, Session, with_edge};
use crate::text::{ByteOffset, Spans};
use crate::view::Ask;
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct HandlesProps {
    pub(super) session: Rc<Session>,
    /// The bounds while they are being pulled.
    pub(super) drawn: Option<Spans>,
    /// Whether an edge keeps to the edges of words.
    pub(super) snap: bool,
    pub(super) slot: IslandSlot,
    pub(super) root: NodeRef,
    pub(super) ask: Callback<Ask>,
}

/// One handle: whose edge it is, and the line it stands at in pixels from the corner of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Handle {
    piece: usize,
    edge: Edge,
    x: i32,
    top: i32,
    bottom: i32,
}

/// Pixels from the line to the middle of a handle: so far that a selection can still begin under it.
const KNOB: i32 = 6;

/// The handle that is held.
type Held = Rc<Cell<Option<(usize, Edge)>>>;

/// Tells where the bounds are once the pointer is there.
type Pull = Rc<dyn Fn(&PointerEvent) -> Option<Spans>>;

#[component]
pub(super) fn Handles(props: &HandlesProps) -> Html {
    let HandlesProps { session, drawn, slot, root, ask, .. } = props;
    let handles = use_state_eq(Vec::new);
    let held: Held = use_memo((), |()| Cell::new(None));
    let spans = drawn.clone().or_else(|| session.hand()?.spans().cloned());
    let place = {
        let (handles, slot, root, text) =
            (handles.setter(), slot.clone(), root.clone(), session.article.text.clone());
        move |spans: Option<&Spans>| {
            let sheet = || root.cast().map(|root| browser::rect_of(&root));
            let all = spans.zip(slot.get()).and_then(|all| Some((all, sheet()?))).map(
                |((spans, island), sheet)| {
                    let edges = spans.iter().enumerate().map(|(piece, span)| (piece, text.utf16(span)));
                    edges
                        .flat_map(|(piece, range)| both(&island, sheet, piece, range.start, range.end))
                        .collect::<Vec<_>>()
                },
            );
            handles.set(all.unwrap_or_default());
        }
    };
    let watched = root.clone();
    use_effect_with((spans, session.marks.clone()), move |(spans, _)| {
        let spans = spans.clone();
        let watched = watched.cast::<HtmlElement>().filter(|_| spans.is_some());
        if spans.is_none() {
            place(None);
        }
        // Where something is drawn it is measured once the page is laid out, before it is painted.
        let sizes = browser::on_sizes(watched, move || place(spans.as_ref()));
        move || drop(sizes)
    });
    let Some(mark) = session.in_hand.clone() else { return html! {} };
    let is_held = held.get().is_some();
    let ends = {
        let (held, ask) = (held.clone(), ask.clone());
        Callback::from(move |done: Option<Spans>| {
            held.set(None);
            ask.emit(Ask::Draw(None));
            if let Some(spans) = done {
                ask.emit(Ask::Do(Intent::SetBounds(mark.clone(), spans)));
            }
        })
    };
    let stem = |handle: &Handle| {
        let [x, y1, y2] = [handle.x, handle.top, handle.bottom].map(|px| px.to_string());
        html! { <line x1={x.clone()} x2={x} {y1} {y2} /> }
    };
    let knob = |handle: &Handle| {
        let drag = Drag {
            held: held.clone(),
            ends: ends.clone(),
            pulled: pulled(props, &held),
            drawn: drawn.clone(),
        };
        html! { <Knob key={format!("{}{:?}", handle.piece, handle.edge)} handle={*handle} {is_held} {drag} root={root.clone()} ask={ask.clone()} /> }
    };
    html! {
        <div class="handles" aria-hidden="true">
            <svg>{ for handles.iter().map(stem) }</svg>
            { for handles.iter().map(knob) }
        </div>
    }
}

fn both(
    island: &Island,
    sheet: Rect,
    piece: usize,
    start: crate::text::Utf16Offset,
    end: crate::text::Utf16Offset,
) -> impl Iterator<Item = Handle> {
    let rects = browser::rects(island, start..end);
    let handle = |edge: Edge, rect: &Rect| {
        let x = if edge == Edge::Start { rect.left } else { rect.right() };
        let [x, top, bottom] =
            [x - sheet.left, rect.top - sheet.top, rect.bottom() - sheet.top].map(|px| px.round() as i32);
        Handle { piece, edge, x, top, bottom }
    };
    let (first, last) = (rects.first().copied(), rects.last().copied());
    first.map(|rect| handle(Edge::Start, &rect)).into_iter().chain(last.map(|rect| handle(Edge::End, &rect)))
}

/// What holding a handle does. It is the same for all of them, and made anew with each drawing.
#[derive(Clone)]
struct Drag {
    held: Held,
    ends: Callback<Option<Spans>>,
    pulled: Pull,
    /// Where the bounds were drawn last.
    drawn: Option<Spans>,
}

impl PartialEq for Drag {
    fn eq(&self, other: &Drag) -> bool {
        Rc::ptr_eq(&self.pulled, &other.pulled)
    }
}

#[derive(Properties, PartialEq)]
struct KnobProps {
    handle: Handle,
    is_held: bool,
    drag: Drag,
    root: NodeRef,
    ask: Callback<Ask>,
}

/// What is taken hold of. It is no part of a drawing: fingers could not pull that.
#[component]
fn Knob(KnobProps { handle, is_held, drag, root, ask }: &KnobProps) -> Html {
    let Handle { piece, edge, x, top, bottom } = *handle;
    let (class, y) = if edge == Edge::Start { ("from", top - KNOB) } else { ("to", bottom + KNOB) };
    let itself = use_node_ref();
    use_effect_with((x, y), {
        let itself = itself.clone();
        move |(x, y)| {
            if let Some(itself) = itself.cast() {
                browser::place(&itself, f64::from(*x), f64::from(*y));
            }
        }
    });
    let down = {
        let held = drag.held.clone();
        Callback::from(move |event: PointerEvent| {
            event.prevent_default();
            event.stop_propagation();
            browser::hold_pointer(&event);
            browser::clear_selection();
            held.set(Some((piece, edge)));
        })
    };
    let moved = {
        let (pulled, ask) = (drag.pulled.clone(), ask.clone());
        Callback::from(move |event: PointerEvent| {
            if let Some(spans) = pulled(&event) {
                ask.emit(Ask::Draw(Some(spans)));
            }
        })
    };
    let up = {
        let (drag, root, ask) = (drag.clone(), root.clone(), ask.clone());
        Callback::from(move |event: PointerEvent| {
            let there = (drag.pulled)(&event);
            let sheet = root.cast().map(|root| browser::rect_of(&root));
            let y = f64::from(event.client_y());
            let beyond = there.is_none() || sheet.is_some_and(|sheet| y < sheet.top || y > sheet.bottom());
            drag.ends.emit(there.or(drag.drawn.clone()));
            if beyond {
                ask.emit(Ask::Beyond);
            }
        })
    };
    html! {
        <div ref={itself} class={classes!("handle", class, is_held.then_some("held"))} title={words::pull_here()}
            onpointerdown={down} onpointermove={moved} onpointerup={up}
            onpointercancel={drag.ends.reform(|_: PointerEvent| None)}
            onclick={|event: MouseEvent| event.stop_propagation()}></div>
    }
}

/// Where the bounds are once the held handle is where the pointer is; `None` if none is held.
fn pulled(props: &HandlesProps, held: &Held) -> Pull {
    let (session, slot, held, snap) = (props.session.clone(), props.slot.clone(), held.clone(), props.snap);
    Rc::new(move |event: &PointerEvent| {
        let (piece, edge) = held.get()?;
        // The handle hangs below its line or stands above it; the line is what is meant.
        let line = f64::from(if edge == Edge::Start { KNOB } else { -KNOB });
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()) + line);
        let place = browser::place_near(&slot.get()?, x, y)?;
        let place = session.article.text.byte_at_utf16(place)?;
        let place = if snap && !event.alt_key() { at_word_edge(&session, place) } else { place };
        let spans = session.hand()?.spans()?;
        with_edge(&session.article.text, spans, piece, edge, place)
    })
}

/// The edge of a word that is nearest to a place inside it.
fn at_word_edge(session: &Session, place: ByteOffset) -> ByteOffset {
    let Some(word) = crate::article::word_at(&session.article, place) else { return place };
    let (before, after) = (place.0.abs_diff(word.start().0), place.0.abs_diff(word.end().0));
    if before < after { word.start() } else { word.end() }
}
