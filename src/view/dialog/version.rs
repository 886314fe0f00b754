//! The text of a new version of an article.

use std::rc::Rc;

use yew::prelude::*;

use super::Modal;
use crate::article::{Refusal, TEXT_LIMIT};
use crate::browser;
use crate::view::{Ask, Dialog, NewVersion, Version};
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct VersionFormProps {
    pub(super) new: Rc<NewVersion>,
    pub(super) ask: Callback<Ask>,
}

/// As in the paste dialog, what is typed is held beside the render state.
#[component]
pub(super) fn VersionForm(VersionFormProps { new, ask }: &VersionFormProps) -> Html {
    let (title, text) = (use_mut_ref(|| new.title.clone()), use_mut_ref(|| new.text.clone()));
    let keep = |cell: &Rc<std::cell::RefCell<String>>| {
        let cell = cell.clone();
        move |event: InputEvent| *cell.borrow_mut() = browser::input_value(&event)
    };
    let (keep_title, keep_text) = (keep(&title), keep(&text));
    let article = new.article.clone();
    let written = Rc::new(move |trouble| {
        let (title, text) = (title.borrow().clone(), text.borrow().clone());
        Rc::new(NewVersion { article: article.clone(), title, text, trouble })
    });
    let close = {
        let (ask, written) = (ask.clone(), written.clone());
        Callback::from(move |()| ask.emit(Ask::Version(Version::Shelve(written(None)))))
    };
    let onsubmit = {
        let (ask, written) = (ask.clone(), written.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            ask.emit(Ask::Version(Version::Make(written(None))));
        }
    };
    let onpaste = {
        let ask = ask.clone();
        move |event: Event| {
            let length = browser::pasted_length(&event);
            if length > TEXT_LIMIT {
                event.prevent_default();
                let refusal = Refusal::TooLong { length, limit: TEXT_LIMIT };
                ask.emit(Ask::Show(Dialog::Version(written(Some(words::refusal(&refusal))))));
            }
        }
    };
    let trouble = &new.trouble;
    html! {
        <Modal title={words::new_version_title()} close={close.clone()}>
            <form class="form" {onsubmit}>
                <p class="hint">{ words::new_version_hint() }</p>
                <label>{ words::title_field() }
                    <input type="text" autocomplete="off" value={new.title.clone()} oninput={keep_title} />
                </label>
                <label>{ words::new_text_field() }
                    <textarea rows="14" autofocus=true
                        aria-invalid={trouble.is_some().then_some("true")} aria-describedby="version-trouble"
                        defaultvalue={new.text.clone()} oninput={keep_text} {onpaste} />
                </label>
                <p id="version-trouble" class="trouble" role="alert">{ for trouble.iter() }</p>
                <div class="form-end">
                    <button type="button" class="plain" onclick={close.reform(|_| ())}>{ words::cancel() }</button>
                    <button type="submit" class="primary">{ words::make_new_version() }</button>
                </div>
            </form>
        </Modal>
    }
}
