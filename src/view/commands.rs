//! The menu with every command, by group and with its keys.

use std::rc::Rc;

use yew::prelude::*;

use super::Ask;
use super::can::Can;
use super::menu::{Face, Popup, use_popup};
use crate::settings::{Command, Group, Settings};
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct CommandsProps {
    /// What can be done now.
    pub(super) can: Can,
    pub(super) settings: Rc<Settings>,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn Commands(CommandsProps { can, settings, ask }: &CommandsProps) -> Html {
    let popup = use_popup();
    let group = |group: Group| {
        let name = words::command_group(group);
        let commands = Command::ALL.into_iter().filter(|command| command.group() == group);
        html! {
            <div key={name.clone()} role="group" aria-label={name.clone()}>
                <span class="menu-head" aria-hidden="true">{ name }</span>
                { for commands.map(|command| item(command, *can, settings, &popup, ask)) }
            </div>
        }
    };
    let content = html! {
        <><span class="in-words">{ words::menu() }</span><span class="in-short" aria-hidden="true">{ "☰" }</span></>
    };
    let face = Face { class: "commands", button: "plain", name: words::menu(), content };
    popup.draw(face, || html! { <>{ for Group::ALL.into_iter().map(group) }</> })
}

fn item(command: Command, can: Can, settings: &Settings, popup: &Popup, ask: &Callback<Ask>) -> Html {
    let name = words::command(command);
    let onclick = popup.then(Ask::Run(command), ask);
    let keys = settings.keys_of(command);
    let keys = keys.first().map(words::chord).unwrap_or_default();
    html! {
        <button key={name.clone()} role="menuitem" tabindex="-1" disabled={!can.has(command)} {onclick}
            aria-keyshortcuts={(!keys.is_empty()).then(|| keys.join("+").replace("Ctrl", "Control"))}>
            <span>{ name }</span>
            <span class="chord" aria-hidden="true">{ for keys.into_iter().map(|key| html! { <kbd>{ key }</kbd> }) }</span>
        </button>
    }
}
