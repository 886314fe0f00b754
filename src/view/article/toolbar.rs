//! The toolbar at the selection.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use crate::annotation::{MarkKind, Timestamp};
use crate::browser::{self, IslandSlot};
use crate::view::{Ask, look};
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct ToolbarProps {
    pub(super) slot: IslandSlot,
    pub(super) root: NodeRef,
    /// When the marks last changed: a selection that was just marked needs no toolbar any more.
    pub(super) changed: Timestamp,
    pub(super) ask: Callback<Ask>,
}

/// It appears once the pointer is released, so that it is never in the way of a selection being
/// drawn; selections made with the keyboard show it at once.
#[component]
pub(super) fn Toolbar(ToolbarProps { slot, root, changed, ask }: &ToolbarProps) -> Html {
    let (bar, shown) = (use_node_ref(), use_state_eq(|| false));
    let marked = use_mut_ref(|| None);
    use_effect_with((), {
        let (slot, root, bar, shown) = (slot.clone(), root.clone(), bar.clone(), shown.setter());
        let marked = marked.clone();
        move |()| {
            let (held, itself) = (Rc::new(Cell::new(false)), bar.clone());
            let update = Rc::new(move |held: bool| {
                let selected = slot.get().and_then(|island| browser::selected(&island));
                let new = selected.is_some() && selected != *marked.borrow();
                shown.set(!held && new && place(&slot, &root, &bar).is_some());
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
    use_effect_with(*changed, {
        let (slot, shown) = (slot.clone(), shown.setter());
        move |_| {
            *marked.borrow_mut() = slot.get().and_then(|island| browser::selected(&island));
            shown.set(false);
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
        <div ref={bar} class="pop" role="toolbar" aria-label={words::mark_the_selection()} hidden={!*shown}
            onmousedown={|event: MouseEvent| event.prevent_default()}>
            { for MarkKind::ALL.into_iter().map(button) }
        </div>
    }
}

/// Puts the bar under the end of the selection; `None` if nothing is selected.
fn place(slot: &IslandSlot, root: &NodeRef, bar: &NodeRef) -> Option<()> {
    let island = slot.get()?;
    let selected = browser::selected(&island)?;
    let rects = browser::rects(&island, selected);
    let (last, sheet) = (rects.last()?, browser::rect_of(&root.cast()?));
    let left = (last.right() - sheet.left - 150.0).clamp(0.0, (sheet.width - 320.0).max(0.0));
    browser::place(&bar.cast()?, left, last.bottom() - sheet.top + 8.0);
    Some(())
}
