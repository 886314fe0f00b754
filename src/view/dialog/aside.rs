//! What could not be read.

use std::rc::Rc;

use yew::prelude::*;

use super::Modal;
use crate::view::Ask;
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct AsideProps {
    pub(super) aside: Rc<Vec<(String, String)>>,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn Aside(AsideProps { aside, ask }: &AsideProps) -> Html {
    html! {
        <Modal title={words::aside_count(aside.len())} close={ask.reform(|()| Ask::Close)}>
            <p>{ words::aside_explained() }</p>
            <ul class="aside-list">
                { for aside.iter().map(|(key, why)| html! { <li key={key.clone()}><code>{ key }</code>{ why }</li> }) }
            </ul>
            <div class="form-end">
                <button class="primary" onclick={ask.reform(|_| Ask::DownloadAside)}>{ words::download_aside() }</button>
            </div>
        </Modal>
    }
}
