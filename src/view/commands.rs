//! The menu with every command, by group and with its keys.

use std::rc::Rc;

use yew::prelude::*;

use super::menu::{on_key, on_leave, use_focus_first};
use super::{Ask, Screen};
use crate::browser;
use crate::settings::{Command, Group};
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct CommandsProps {
    pub(super) screen: Rc<Screen>,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn Commands(CommandsProps { screen, ask }: &CommandsProps) -> Html {
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
    let group = |group: Group| {
        let name = words::command_group(group);
        let commands = Command::ALL.into_iter().filter(|command| command.group() == group);
        html! {
            <div key={name.clone()} role="group" aria-label={name.clone()}>
                <span class="menu-head" aria-hidden="true">{ name }</span>
                { for commands.map(|command| item(command, screen, &close, ask)) }
            </div>
        }
    };
    html! {
        <div ref={menu.clone()} class="menu commands" onkeydown={on_key(&close, &list)} onfocusout={on_leave(&close, &menu)}>
            <button ref={button} class="plain" aria-haspopup="menu" aria-expanded={open.to_string()} aria-label={words::menu()} {onclick}>
                <span class="in-words">{ words::menu() }</span><span class="in-short" aria-hidden="true">{ "☰" }</span>
            </button>
            if *open {
                <div class="menu-list" role="menu" aria-label={words::menu()} ref={list}>
                    { for Group::ALL.into_iter().map(group) }
                </div>
            }
        </div>
    }
}

fn item(command: Command, screen: &Screen, close: &Callback<bool>, ask: &Callback<Ask>) -> Html {
    let (ask, close, name) = (ask.clone(), close.clone(), words::command(command));
    let onclick = move |_| {
        close.emit(true);
        ask.emit(Ask::Run(command));
    };
    let keys = screen.settings.keys_of(command);
    let keys = keys.first().map(words::chord).unwrap_or_default();
    html! {
        <button key={name.clone()} role="menuitem" tabindex="-1" disabled={!screen.can(command)} {onclick}
            aria-keyshortcuts={(!keys.is_empty()).then(|| keys.join("+").replace("Ctrl", "Control"))}>
            <span>{ name }</span>
            <span class="chord" aria-hidden="true">{ for keys.into_iter().map(|key| html! { <kbd>{ key }</kbd> }) }</span>
        </button>
    }
}
