//! The ways in from the web: an address that is fetched, and what to do where that is not allowed.

use yew::prelude::*;

use super::Modal;
use crate::browser;
use crate::view::{Ask, Dialog, Visiting};
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct WebProps {
    pub(super) address: String,
    /// Why the last try came to nothing.
    pub(super) trouble: Option<String>,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn Web(WebProps { address, trouble, ask }: &WebProps) -> Html {
    let typed = use_mut_ref(|| address.clone());
    let close = ask.reform(|()| Ask::Close);
    let oninput = {
        let typed = typed.clone();
        move |event: InputEvent| *typed.borrow_mut() = browser::input_value(&event)
    };
    let onsubmit = ask.reform(move |event: SubmitEvent| {
        event.prevent_default();
        Ask::Web(Visiting::Fetch(typed.borrow().clone()))
    });
    html! {
        <Modal title={words::from_the_web()} close={close}>
            <form class="form" {onsubmit}>
                <label>{ words::page_address_field() }
                    <input type="text" inputmode="url" autocomplete="off" spellcheck="false" autofocus=true
                        placeholder={words::address_hint()} value={address.clone()} {oninput}
                        aria-invalid={trouble.is_some().then_some("true")} aria-describedby="web-trouble web-hint" />
                </label>
                <p id="web-trouble" class="trouble" role="alert">{ for trouble.iter() }</p>
                <p id="web-hint" class="hint">{ words::fetch_hint() }</p>
                <div class="form-end"><button type="submit" class="primary">{ words::fetch() }</button></div>
            </form>
            { other_ways(ask) }
        </Modal>
    }
}

fn other_ways(ask: &Callback<Ask>) -> Html {
    let link = browser::bookmarklet(&words::bookmarklet_says());
    let copy = {
        let (ask, link) = (ask.clone(), link.clone());
        move |_: MouseEvent| {
            let ask = ask.clone();
            browser::copy(&link, move |done| ask.emit(Ask::Web(Visiting::Copied(done))));
        }
    };
    let paste = ask.reform(|_: MouseEvent| Ask::Show(Dialog::Paste(None)));
    html! {
        <section class="other-ways">
            <h3>{ words::other_ways() }</h3>
            <ol>
                <li>
                    <p>{ words::bookmarklet_steps() }</p>
                    <p class="bookmarklet">
                        <a class="plain" draggable="true" href={link} onclick={|event: MouseEvent| event.prevent_default()}>{ words::bookmarklet_name() }</a>
                        <button type="button" class="plain" onclick={copy}>{ words::copy_link() }</button>
                    </p>
                </li>
                <li>
                    <p>{ words::by_copying() }</p>
                    <p class="bookmarklet"><button type="button" class="plain" onclick={paste}>{ words::paste_text() }</button></p>
                </li>
                <li>{ words::by_saving() }</li>
            </ol>
        </section>
    }
}
