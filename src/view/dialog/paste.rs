//! Pasting a text.

use std::rc::Rc;

use yew::prelude::*;

use super::Modal;
use crate::article::{Refusal, TEXT_LIMIT};
use crate::browser;
use crate::intake::has_structure;
use crate::view::{Ask, Dialog};
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct PasteProps {
    /// What was typed before the dialog was last closed.
    pub(super) shelved: Rc<(String, String)>,
    pub(super) trouble: Option<String>,
    pub(super) ask: Callback<Ask>,
}

/// The text is held beside the render state: a megabyte is not drawn again at each keystroke.
#[component]
pub(super) fn Paste(PasteProps { shelved, trouble, ask }: &PasteProps) -> Html {
    let (title, text) = (use_mut_ref(|| shelved.0.clone()), use_mut_ref(|| shelved.1.clone()));
    let keep = |cell: &Rc<std::cell::RefCell<String>>| {
        let cell = cell.clone();
        move |event: InputEvent| *cell.borrow_mut() = browser::input_value(&event)
    };
    let (keep_title, keep_text) = (keep(&title), keep(&text));
    let written = {
        let text = text.clone();
        move || (title.borrow().clone(), text.borrow().clone())
    };
    let close = {
        let (ask, written) = (ask.clone(), written.clone());
        Callback::from(move |()| {
            let (title, text) = written();
            ask.emit(Ask::Shelve(title, text));
        })
    };
    let onsubmit = {
        let ask = ask.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            let (title, text) = written();
            ask.emit(Ask::AddText(title, text));
        }
    };
    let onpaste = {
        let (ask, close) = (ask.clone(), close.clone());
        move |event: Event| {
            // In the midst of a text, words are words.
            let markup =
                if text.borrow().trim().is_empty() { browser::pasted(&event).markup } else { String::new() };
            if has_structure(&markup) {
                event.prevent_default();
                close.emit(());
                ask.emit(Ask::OpenPiece(markup));
            } else {
                refuse_if_too_long(&event, &ask);
            }
        }
    };
    html! {
        <Modal title={words::paste_text()} close={close.clone()}>
            <form class="form" {onsubmit}>
                <label>{ words::title_field() }
                    <input type="text" autocomplete="off" placeholder={words::title_hint()}
                        value={shelved.0.clone()} oninput={keep_title} />
                </label>
                <label>{ words::text_field() }
                    <textarea rows="14" placeholder={words::text_hint()} autofocus=true
                        aria-invalid={trouble.is_some().then_some("true")} aria-describedby="paste-trouble"
                        defaultvalue={shelved.1.clone()} oninput={keep_text} {onpaste} />
                </label>
                <p id="paste-trouble" class="trouble" role="alert">{ for trouble.iter() }</p>
                <div class="form-end">
                    <button type="button" class="plain" onclick={close.reform(|_| ())}>{ words::cancel() }</button>
                    <button type="submit" class="primary">{ words::add_article() }</button>
                </div>
            </form>
        </Modal>
    }
}

/// A text that would be refused anyway is not let into the field: laying out twenty megabytes holds
/// the browser for ten seconds.
fn refuse_if_too_long(event: &Event, ask: &Callback<Ask>) {
    let length = browser::pasted_length(event);
    if length > TEXT_LIMIT {
        event.prevent_default();
        let refusal = Refusal::TooLong { length, limit: TEXT_LIMIT };
        ask.emit(Ask::Show(Dialog::Paste(Some(words::refusal(&refusal)))));
    }
}
