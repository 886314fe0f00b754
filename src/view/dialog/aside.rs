//! What could not be read.

use std::rc::Rc;

use yew::prelude::*;

use super::Modal;
use crate::view::{Ask, Care};
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
            <AsideList aside={aside.clone()} ask={ask.clone()} />
        </Modal>
    }
}

/// The entries with their reasons, to be downloaded or tried again.
#[component]
pub(super) fn AsideList(AsideProps { aside, ask }: &AsideProps) -> Html {
    let one = |(key, why): &(String, String)| {
        let wanted = key.clone();
        html! {
            <li key={key.clone()}>
                <span><code>{ key }</code>{ why }</span>
                <button class="plain" aria-label={words::download_one(key)}
                    onclick={ask.reform(move |_| Ask::Care(Care::DownloadOne(wanted.clone())))}>{ words::download() }</button>
            </li>
        }
    };
    html! {
        <div class="unread">
            <p>{ words::aside_explained() }</p>
            <ul class="aside-list">{ for aside.iter().map(one) }</ul>
            <div class="form-end">
                <button class="plain" onclick={ask.reform(|_| Ask::Care(Care::ReadAgain))}>{ words::read_again() }</button>
                <button class="primary" onclick={ask.reform(|_| Ask::DownloadAside)}>{ words::download_aside() }</button>
            </div>
        </div>
    }
}
