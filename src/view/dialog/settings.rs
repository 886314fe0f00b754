//! How the person likes to work. Each change counts at once and is kept at once.

use std::rc::Rc;

use yew::prelude::*;

use super::Modal;
use crate::browser;
use crate::settings::Settings;
use crate::view::{Ask, Dialog};
use crate::words;

/// The most characters of a name.
const NAME_LIMIT: &str = "80";

#[derive(Properties, PartialEq)]
pub(super) struct SettingsFormProps {
    pub(super) settings: Rc<Settings>,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn SettingsForm(SettingsFormProps { settings, ask }: &SettingsFormProps) -> Html {
    let oninput = {
        let settings = settings.clone();
        ask.reform(move |event: InputEvent| {
            Ask::Set(Settings { name: browser::input_value(&event), ..Settings::clone(&settings) })
        })
    };
    let close = ask.reform(|()| Ask::Close);
    html! {
        <Modal title={words::settings()} {close}>
            <div class="form">
                <label>{ words::your_name() }
                    <input type="text" autofocus=true autocomplete="name" maxlength={NAME_LIMIT} value={settings.name.clone()} {oninput}
                        aria-describedby="name-hint" />
                </label>
                <p class="hint" id="name-hint">{ words::your_name_hint() }</p>
                <fieldset class="switches"><legend>{ words::selecting() }</legend>
                    { switch(settings, words::snap_switch(), |settings| &mut settings.snap, ask) }
                    { switch(settings, words::quotes_switch(), |settings| &mut settings.quotes, ask) }
                </fieldset>
                <fieldset class="switches"><legend>{ words::keys_heading() }</legend>
                    { switch(settings, words::letters_switch(), |settings| &mut settings.letters, ask) }
                    <button type="button" class="plain" onclick={ask.reform(|_| Ask::Show(Dialog::Keys))}>
                        { words::show_keys() }
                    </button>
                </fieldset>
                <p class="hint">{ words::settings_kept() }</p>
            </div>
        </Modal>
    }
}

/// One setting that is on or off.
pub(super) fn switch(
    settings: &Rc<Settings>,
    name: String,
    field: fn(&mut Settings) -> &mut bool,
    ask: &Callback<Ask>,
) -> Html {
    let on = *field(&mut Settings::clone(settings));
    let settings = settings.clone();
    let onchange = ask.reform(move |_: Event| {
        let mut next = Settings::clone(&settings);
        *field(&mut next) = !on;
        Ask::Set(next)
    });
    html! {
        <label class="choice"><input type="checkbox" role="switch" checked={on} {onchange} />{ name }</label>
    }
}
