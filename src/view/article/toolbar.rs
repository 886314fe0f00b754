//! The toolbar at the selection.

use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use crate::annotation::MarkKind;
use crate::browser::{self, HtmlElement, IslandSlot};
use crate::session::Session;
use crate::text::Utf16Offset;
use crate::view::{Ask, look};
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct ToolbarProps {
    pub(super) slot: IslandSlot,
    pub(super) root: NodeRef,
    pub(super) session: Rc<Session>,
    /// Whether words are awaited for the mark in hand.
    pub(super) placing: bool,
    pub(super) ask: Callback<Ask>,
}

/// It appears once the pointer is released, so that it is never in the way of a selection being
/// drawn; selections made with the keyboard show it at once.
#[component]
pub(super) fn Toolbar(ToolbarProps { slot, root, session, placing, ask }: &ToolbarProps) -> Html {
    let (bar, shown) = (use_node_ref(), use_state_eq(|| None::<Range<Utf16Offset>>));
    let marked = use_mut_ref(|| None);
    use_effect_with((), {
        let (slot, root, bar, shown) = (slot.clone(), root.clone(), bar.clone(), shown.setter());
        let marked = marked.clone();
        move |()| {
            let (held, itself) = (Rc::new(Cell::new(false)), bar.clone());
            let update = Rc::new(move |held: bool| {
                let selected = slot.get().and_then(|island| browser::selected(&island));
                let new = selected.filter(|selected| !held && Some(selected) != marked.borrow().as_ref());
                shown.set(new.filter(|_| place(&slot, &root, &bar).is_some()));
            });
            let on_selection = {
                let (update, held) = (update.clone(), held.clone());
                browser::on_selection_change(move || update(held.get()))
            };
            let on_press = browser::on_press(
                move || itself.cast(),
                move |down| {
                    held.set(down);
                    update(down);
                },
            );
            move || drop((on_selection, on_press))
        }
    });
    // A selection that was just marked needs no toolbar any more.
    use_effect_with(session.changed, {
        let (slot, shown) = (slot.clone(), shown.setter());
        move |_| {
            *marked.borrow_mut() = slot.get().and_then(|island| browser::selected(&island));
            shown.set(None);
        }
    });
    // What it offers decides how wide it is: it is placed again once it is drawn.
    let more = shown.as_ref().and_then(|selected| for_hand(session, selected, *placing));
    use_effect_with((more.is_some(), (*shown).clone()), {
        let (slot, root, bar) = (slot.clone(), root.clone(), bar.clone());
        move |_| {
            place(&slot, &root, &bar);
        }
    });
    let button = |kind: MarkKind| {
        html! {
            <button key={words::mark_kind(kind)} onclick={ask.reform(move |_| Ask::MarkSelection(kind))}>
                { words::mark_kind(kind) }{ look::key(words::mark_key(kind)) }
            </button>
        }
    };
    html! {
        <div ref={bar} class="pop" role="toolbar" aria-label={words::mark_the_selection()} hidden={shown.is_none()}
            onmousedown={|event: MouseEvent| event.prevent_default()}>
            { for MarkKind::ALL.into_iter().map(button) }
            { for more.map(|(name, key, what)| html! {
                <button class="more" onclick={ask.reform(move |_| what.clone())}>{ name }{ look::key(key) }</button>
            }) }
        </div>
    }
}

/// What can be done with the selection for the mark in hand. If that is being placed or has no place,
/// it may stand there; over it, it may be its new bounds; beside
/// it, a piece of it.
fn for_hand(
    session: &Session,
    selected: &Range<Utf16Offset>,
    placing: bool,
) -> Option<(String, &'static str, Ask)> {
    let span = session.article.text.span_utf16(selected.clone())?;
    let hand = session.hand()?;
    let Some(spans) = hand.spans().filter(|_| !placing) else {
        return Some((words::place_here(), if placing { "↵" } else { "B" }, Ask::ReplaceBounds));
    };
    if spans.iter().any(|piece| piece.overlaps(span)) {
        let same = spans.iter().len() == 1 && spans.hull() == span;
        return (!same).then(|| (words::new_bounds(), "B", Ask::ReplaceBounds));
    }
    Some((words::add_piece(), "+", Ask::AddPiece))
}

/// Puts the bar under the end of the selection; `None` if nothing is selected.
fn place(slot: &IslandSlot, root: &NodeRef, bar: &NodeRef) -> Option<()> {
    let island = slot.get()?;
    let selected = browser::selected(&island)?;
    let rects = browser::rects(&island, selected);
    let (last, sheet, bar) = (rects.last()?, browser::rect_of(&root.cast()?), bar.cast::<HtmlElement>()?);
    let width = browser::rect_of(&bar).width.max(300.0);
    let left = (last.right() - sheet.left - width / 2.0).clamp(0.0, (sheet.width - width).max(0.0));
    browser::place(&bar, left, last.bottom() - sheet.top + 8.0);
    Some(())
}
