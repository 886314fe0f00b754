//! Deleting for good: the one thing that cannot be undone, so it asks.

use yew::prelude::*;

use super::Modal;
use crate::article::ArticleId;
use crate::view::Ask;
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct ForgetProps {
    pub(super) id: ArticleId,
    pub(super) title: String,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn Forget(ForgetProps { id, title, ask }: &ForgetProps) -> Html {
    let id = id.clone();
    html! {
        <Modal title={words::delete_for_good()} close={ask.reform(|()| Ask::Close)}>
            <p>{ words::forget_question(title) }</p>
            <div class="form-end">
                <button class="plain" autofocus=true onclick={ask.reform(|_| Ask::Close)}>{ words::cancel() }</button>
                <button class="primary" onclick={ask.reform(move |_| Ask::Forget(id.clone()))}>{ words::delete_for_good() }</button>
            </div>
        </Modal>
    }
}
