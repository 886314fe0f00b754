//! All keys, each of which can be changed.

use std::rc::Rc;

use yew::prelude::*;

use super::{Modal, settings};
use crate::browser;
use crate::codebook::Codebook;
use crate::settings::{Chord, Command, Group, Keymap, Settings};
use crate::view::{Ask, look};
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct KeysProps {
    pub(super) settings: Rc<Settings>,
    pub(super) codebook: Rc<Codebook>,
    pub(super) ask: Callback<Ask>,
}

/// The command whose new key is waited for, and what was wrong with the last try.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Change {
    of: Option<Command>,
    waits: bool,
    trouble: String,
}

#[component]
pub(super) fn Keys(KeysProps { settings, codebook, ask }: &KeysProps) -> Html {
    let change = use_state_eq(Change::default);
    let catcher = use_node_ref();
    // Not every browser gives the focus to a button that is clicked.
    use_effect_with((change.of, change.waits), {
        let catcher = catcher.clone();
        move |(_, waits)| {
            if *waits && let Some(catcher) = catcher.cast() {
                browser::focus(&catcher);
            }
        }
    });
    let table = Table { settings, codebook, ask, change: &change, catcher: &catcher };
    let groups = Group::ALL.into_iter().map(|group| table.group(group));
    let reset = {
        let plain = Settings { keys: Keymap::default(), ..Settings::clone(settings) };
        ask.reform(move |_: MouseEvent| Ask::Set(plain.clone()))
    };
    html! {
        <Modal title={words::all_keys()} close={ask.reform(|()| Ask::Close)}>
            { settings::switch(settings, words::letters_switch(), |settings| &mut settings.letters, ask) }
            { for groups }
            { fixed() }
            <div class="form-end">
                <p class="hint">{ words::keys_hint() }{ look::key("Esc") }</p>
                <button class="plain" disabled={settings.keys.changes().is_empty()} onclick={reset}>{ words::reset_keys() }</button>
            </div>
        </Modal>
    }
}

/// What every row is drawn from.
struct Table<'a> {
    settings: &'a Rc<Settings>,
    codebook: &'a Rc<Codebook>,
    ask: &'a Callback<Ask>,
    change: &'a UseStateHandle<Change>,
    catcher: &'a NodeRef,
}

impl Table<'_> {
    fn group(&self, group: Group) -> Html {
        let commands = Command::ALL.into_iter().filter(|command| command.group() == group);
        section(&words::command_group(group), commands.flat_map(|command| self.rows(command)).collect())
    }

    /// The row of a command, and one for what was wrong with its last change.
    fn rows(&self, command: Command) -> Vec<Html> {
        let (name, here) = (words::command(command), self.change.of == Some(command));
        let chords = self.settings.keys_of(command).iter().map(words::chord).collect();
        let row = html! {
            <tr key={name.clone()}>
                <th scope="row">{ &name }</th>
                <td>{ keys(chords) }</td>
                <td class="change">
                    { self.changer(command, &name, here && self.change.waits) }
                    if self.settings.keys.is_changed(command) { { self.resetter(command, &name) } }
                </td>
            </tr>
        };
        let trouble = (here && !self.change.trouble.is_empty()).then(|| {
            html! { <tr key="trouble"><td colspan="3"><p class="trouble" role="alert">{ &self.change.trouble }</p></td></tr> }
        });
        [row].into_iter().chain(trouble).collect()
    }

    /// One button that stays the same element while it waits for the key, so that it keeps the focus.
    fn changer(&self, command: Command, name: &str, waits: bool) -> Html {
        let change = self.change.setter();
        let (focused, left) = (change.clone(), change);
        let onclick = move |_| focused.set(Change { of: Some(command), waits: true, trouble: String::new() });
        let onblur = waits.then_some(move |_: FocusEvent| left.set(Change::default()));
        let onkeydown = waits.then(|| catch(self.settings, self.codebook, self.change, self.ask));
        let place = if waits { self.catcher.clone() } else { NodeRef::default() };
        let (class, label, text) = if waits {
            ("primary", None, words::press_new_key())
        } else {
            ("plain", Some(words::change_key_of(name)), words::change())
        };
        html! { <button key="change" ref={place} type="button" {class} aria-label={label} {onclick} {onblur} {onkeydown}>{ text }</button> }
    }

    fn resetter(&self, command: Command, name: &str) -> Html {
        let (settings, ask, change) = (self.settings.clone(), self.ask.clone(), self.change.setter());
        let onclick = move |_| match settings.keys.reset(command) {
            Ok(keys) => ask.emit(Ask::Set(Settings { keys, ..Settings::clone(&settings) })),
            Err(clash) => {
                change.set(Change { of: Some(command), waits: false, trouble: words::clash(&clash) });
            }
        };
        html! { <button key="reset" class="plain" aria-label={words::reset_key_of(name)} {onclick}>{ words::reset() }</button> }
    }
}

/// Takes the next key: `Esc` and `Tab` leave everything as it is.
fn catch(
    settings: &Rc<Settings>,
    codebook: &Rc<Codebook>,
    change: &UseStateHandle<Change>,
    ask: &Callback<Ask>,
) -> Callback<KeyboardEvent> {
    let (settings, codebook, ask) = (settings.clone(), codebook.clone(), ask.clone());
    let (of, change) = (change.of, change.setter());
    Callback::from(move |event: KeyboardEvent| {
        let Some(command) = of.filter(|_| event.key() != "Tab" && !event.is_composing()) else { return };
        event.prevent_default();
        event.stop_propagation();
        let chord = chord(&event);
        if event.repeat() || chord.is_modifier() {
            return;
        }
        if event.key() == "Escape" {
            return change.set(Change::default());
        }
        match given(&settings, &codebook, command, chord) {
            Ok(keys) => {
                change.set(Change::default());
                ask.emit(Ask::Set(Settings { keys, ..Settings::clone(&settings) }));
            }
            Err(trouble) => change.set(Change { of, waits: true, trouble }),
        }
    })
}

fn chord(event: &KeyboardEvent) -> Chord {
    Chord::new(&event.key(), event.ctrl_key() || event.meta_key(), event.shift_key(), event.alt_key())
}

/// The keymap with the chord given to the command, or why it cannot be.
fn given(settings: &Settings, codebook: &Codebook, command: Command, chord: Chord) -> Result<Keymap, String> {
    let letter = chord.key.chars().next().filter(|_| chord.writes() && !chord.shift);
    if let Some(label) = letter.and_then(|letter| codebook.label_of_key(letter)) {
        return Err(words::key_of_label(&chord, &label.name));
    }
    settings.keys.set(command, chord).map_err(|clash| words::clash(&clash))
}

/// The keys that stay as they are.
fn fixed() -> Html {
    let rows = words::fixed_keys().into_iter().map(|(chord, what)| {
        let chord = chord.iter().map(|key| (*key).to_owned()).collect();
        html! { <tr key={what.clone()}><th scope="row">{ what }</th><td>{ keys(vec![chord]) }</td><td></td></tr> }
    });
    section(&words::always(), rows.collect())
}

fn section(name: &str, rows: Vec<Html>) -> Html {
    html! {
        <section key={name.to_owned()} class="key-group">
            <h3>{ name }</h3>
            <table class="keys" aria-label={name.to_owned()}><tbody>{ for rows }</tbody></table>
        </section>
    }
}

/// Chords, each of one or more keys.
fn keys(chords: Vec<Vec<String>>) -> Html {
    let chord = |keys: Vec<String>| {
        html! { <span class="chord">{ for keys.into_iter().map(|key| html! { <kbd>{ key }</kbd> }) }</span> }
    };
    html! { <>{ for chords.into_iter().map(chord) }</> }
}
