//! A button that opens a list of things to do.

use yew::prelude::*;

use super::Ask;
use crate::browser;

#[derive(Properties, PartialEq)]
pub(super) struct MenuProps {
    pub(super) label: String,
    pub(super) items: Vec<(String, Ask)>,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn Menu(MenuProps { label, items, ask }: &MenuProps) -> Html {
    let open = use_state_eq(|| false);
    let (menu, list, button) = (use_node_ref(), use_node_ref(), use_node_ref());
    use_focus_first(*open, list.clone());
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
    html! {
        <div ref={menu.clone()} class="menu" onkeydown={on_key(&close, &list)} onfocusout={on_leave(&close, &menu)}>
            <button ref={button} class="primary" aria-haspopup="menu" aria-expanded={open.to_string()} {onclick}>
                { label }<span aria-hidden="true">{ " ▾" }</span>
            </button>
            if *open {
                <div class="menu-list" role="menu" aria-label={label.clone()} ref={list}>
                    { for items.iter().map(|(name, what)| item(name, what, &close, ask)) }
                </div>
            }
        </div>
    }
}

fn item(name: &str, what: &Ask, close: &Callback<bool>, ask: &Callback<Ask>) -> Html {
    let (ask, close, what) = (ask.clone(), close.clone(), what.clone());
    let onclick = move |_| {
        close.emit(true);
        ask.emit(what.clone());
    };
    html! { <button key={name.to_owned()} role="menuitem" tabindex="-1" {onclick}>{ name }</button> }
}

#[hook]
pub(super) fn use_focus_first(open: bool, list: NodeRef) {
    use_effect_with(open, move |open| {
        if *open && let Some(list) = list.cast() {
            browser::focus_step(&list, 0);
        }
    });
}

/// Arrows go round the items, `Esc` closes.
pub(super) fn on_key(close: &Callback<bool>, list: &NodeRef) -> Callback<KeyboardEvent> {
    let (close, list) = (close.clone(), list.clone());
    Callback::from(move |event: KeyboardEvent| {
        let Some(list) = list.cast() else { return };
        match event.key().as_str() {
            "ArrowDown" => browser::focus_step(&list, 1),
            "ArrowUp" => browser::focus_step(&list, -1),
            "Escape" => close.emit(true),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    })
}

/// A menu closes when the keyboard or a click goes elsewhere.
pub(super) fn on_leave(close: &Callback<bool>, menu: &NodeRef) -> Callback<FocusEvent> {
    let (close, menu) = (close.clone(), menu.clone());
    Callback::from(move |event: FocusEvent| {
        if !menu.cast().is_some_and(|menu| browser::stays_within(&event, &menu)) {
            close.emit(false);
        }
    })
}
