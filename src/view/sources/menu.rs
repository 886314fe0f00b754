//! What else can be done with a voice.

use std::rc::Rc;

use yew::prelude::*;

use super::PLACE;
use crate::annotation::Source;
use crate::browser;
use crate::session::{Filter, Intent};
use crate::view::menu::{on_key, on_leave, use_focus_first};
use crate::view::{Ask, Dialog};
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct RowMenuProps {
    pub(super) source: Rc<Source>,
    pub(super) filter: Rc<Filter>,
    /// Whether there is another voice to merge it into.
    pub(super) merges: bool,
    pub(super) ask: Callback<Ask>,
}

/// The menu of one voice, behind three dots.
#[component]
pub(super) fn RowMenu(RowMenuProps { source, filter, merges, ask }: &RowMenuProps) -> Html {
    let open = use_state_eq(|| false);
    let (menu, list, button) = (use_node_ref(), use_node_ref(), use_node_ref());
    use_focus_first(*open, list.clone());
    // The list scrolls with the register: near its lower edge the menu would be cut off.
    use_effect_with(*open, {
        let list = list.clone();
        move |open| {
            if *open && let Some(list) = list.cast() {
                browser::scroll_into_view(&list);
            }
        }
    });
    let close = {
        let (open, button) = (open.setter(), button.clone());
        Callback::from(move |back: bool| {
            open.set(false);
            if back && let Some(button) = button.cast() {
                browser::focus(&button);
            }
        })
    };
    let onclick = {
        let open = open.clone();
        move |_| open.set(!*open)
    };
    let name = words::more_for(&source.name);
    html! {
        <div ref={menu.clone()} class="menu row-menu" onkeydown={on_key(&close, &list)} onfocusout={on_leave(&close, &menu)}>
            <button ref={button} aria-haspopup="menu" aria-expanded={open.to_string()} aria-label={name.clone()}
                title={name.clone()} {onclick}>{ "⋯" }</button>
            if *open {
                <div class="menu-list" role="menu" aria-label={name} ref={list}>
                    { items(source, filter, *merges, &close, ask) }
                </div>
            }
        </div>
    }
}

fn items(
    source: &Source,
    filter: &Filter,
    merges: bool,
    close: &Callback<bool>,
    ask: &Callback<Ask>,
) -> Html {
    let id = &source.id;
    let on = filter.source.as_ref() == Some(id);
    let then = |what: Ask| {
        let (close, ask) = (close.clone(), ask.clone());
        move |_: MouseEvent| {
            close.emit(true);
            ask.emit(what.clone());
        }
    };
    let remove = {
        let (ask, what) = (ask.clone(), Ask::Do(Intent::RemoveSource(id.clone())));
        move |_: MouseEvent| {
            // The row goes, so the focus goes to the list it was in.
            browser::focus_by_id(PLACE);
            ask.emit(what.clone());
        }
    };
    html! {
        <>
            <button role="menuitem" tabindex="-1" onclick={then(Ask::Show(Dialog::Source(id.clone())))}>{ words::edit() }</button>
            if merges {
                <button role="menuitem" tabindex="-1" onclick={then(Ask::Show(Dialog::Merge(id.clone())))}>{ words::merge_item() }</button>
            }
            <button role="menuitemcheckbox" tabindex="-1" aria-checked={on.to_string()}
                onclick={then(Ask::Filter(filter.with_voice(id)))}>{ words::only_this_voice() }</button>
            <button role="menuitem" tabindex="-1" class="danger" onclick={remove}>{ words::remove() }</button>
        </>
    }
}
