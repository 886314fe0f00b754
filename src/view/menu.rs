//! A button that opens a list of things to do.

use yew::prelude::*;

use super::Ask;
use crate::browser;

/// What every menu does: it opens and closes, and knows where its parts are drawn.
pub(super) struct Popup {
    open: UseStateHandle<bool>,
    close: Callback<bool>,
    menu: NodeRef,
    list: NodeRef,
    button: NodeRef,
}

/// How a menu looks, and what it is called.
pub(super) struct Face {
    pub(super) class: &'static str,
    pub(super) button: &'static str,
    pub(super) name: String,
    pub(super) content: Html,
}

/// A menu that is closed at first. Opened, its first item has the focus.
#[hook]
pub(super) fn use_popup() -> Popup {
    let open = use_state(|| false);
    let (menu, list, button) = (use_node_ref(), use_node_ref(), use_node_ref());
    use_effect_with(*open, {
        let list = list.clone();
        move |open| {
            if *open && let Some(list) = list.cast() {
                browser::focus_step(&list, 0);
                // Near the lower edge of what scrolls the list would be cut off.
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
    Popup { open, close, menu, list, button }
}

impl Popup {
    /// The button, and the list while it is open.
    pub(super) fn draw(&self, face: Face, items: impl FnOnce() -> Html) -> Html {
        let onclick = {
            let open = self.open.clone();
            move |_| open.set(!*open)
        };
        html! {
            <div ref={self.menu.clone()} class={classes!("menu", face.class)} onkeydown={on_key(&self.close, &self.list)}
                onfocusout={on_leave(&self.close, &self.menu)}>
                <button ref={self.button.clone()} class={face.button} aria-haspopup="menu" aria-expanded={self.open.to_string()}
                    aria-label={face.name.clone()} {onclick}>{ face.content }</button>
                if *self.open {
                    <div class="menu-list" role="menu" aria-label={face.name} ref={self.list.clone()}>{ items() }</div>
                }
            </div>
        }
    }

    /// Closes the menu, gives the focus back to its button, and asks.
    pub(super) fn then(&self, what: Ask, ask: &Callback<Ask>) -> Callback<MouseEvent> {
        let (close, ask) = (self.close.clone(), ask.clone());
        Callback::from(move |_| {
            close.emit(true);
            ask.emit(what.clone());
        })
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct MenuProps {
    pub(super) label: String,
    pub(super) items: Vec<(String, Ask)>,
    pub(super) ask: Callback<Ask>,
}

/// A menu of requests by name.
#[component]
pub(super) fn Menu(MenuProps { label, items, ask }: &MenuProps) -> Html {
    let popup = use_popup();
    let item = |(name, what): &(String, Ask)| {
        let onclick = popup.then(what.clone(), ask);
        html! { <button key={name.clone()} role="menuitem" tabindex="-1" {onclick}>{ name }</button> }
    };
    let content = html! { <>{ label }<span aria-hidden="true">{ " ▾" }</span></> };
    let face = Face { class: "", button: "primary", name: label.clone(), content };
    popup.draw(face, || html! { <>{ for items.iter().map(item) }</> })
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
fn on_leave(close: &Callback<bool>, menu: &NodeRef) -> Callback<FocusEvent> {
    let (close, menu) = (close.clone(), menu.clone());
    Callback::from(move |event: FocusEvent| {
        if !menu.cast().is_some_and(|menu| browser::stays_within(&event, &menu)) {
            close.emit(false);
        }
    })
}
