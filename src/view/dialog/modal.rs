//! The frame of a dialog: the browser's own, so that focus stays in it and comes back.

use yew::prelude::*;

use crate::browser;
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct ModalProps {
    pub(super) title: String,
    /// Asked for by `Esc` and by the cross.
    pub(super) close: Callback<()>,
    /// Called once it is closed and the focus is back where it was, if that is still there.
    #[prop_or_default]
    pub(super) closed: Callback<()>,
    pub(super) children: Html,
}

#[component]
pub(super) fn Modal(ModalProps { title, close, closed, children }: &ModalProps) -> Html {
    let dialog = use_node_ref();
    use_effect_with((), {
        let (dialog, closed) = (dialog.clone(), closed.clone());
        move |()| {
            let shown = dialog.cast();
            if let Some(dialog) = &shown {
                browser::show_modal(dialog);
            }
            move || {
                if let Some(dialog) = &shown {
                    browser::close_dialog(dialog);
                }
                closed.emit(());
            }
        }
    });
    let on_cancel = close.reform(|event: Event| event.prevent_default());
    let on_cross = close.reform(|_: MouseEvent| ());
    html! {
        <dialog ref={dialog} aria-label={title.clone()} oncancel={on_cancel}>
            <header>
                <h2>{ title }</h2>
                <button class="cross" aria-label={words::close()} title={words::close()} onclick={on_cross}>{ "✕" }</button>
            </header>
            { children.clone() }
        </dialog>
    }
}
