//! Storage: how much room there is, how safe it is, what takes how much, what could not be read.

mod articles;
mod room;
mod safety;

use std::rc::Rc;

use yew::prelude::*;

use super::Modal;
use super::aside::AsideList;
use crate::view::working::in_work;
use crate::view::{Ask, Saving, StorageView, Working};
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct StorageProps {
    pub(super) storage: Rc<StorageView>,
    pub(super) saving: Saving,
    pub(super) aside: Rc<Vec<(String, String)>>,
    pub(super) working: Option<Rc<Working>>,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn Storage(StorageProps { storage, saving, aside, working, ask }: &StorageProps) -> Html {
    html! {
        <Modal title={words::storage()} close={ask.reform(|()| Ask::Close)}>
            <div class="storage">
                { room::room(storage, ask) }
                { safety::safety(storage, saving, ask) }
                { articles::articles(storage, ask) }
                <section aria-labelledby="storage-unread">
                    <h3 id="storage-unread">{ words::unread_heading() }</h3>
                    if aside.is_empty() {
                        <p class="hint">{ words::nothing_unread() }</p>
                    } else {
                        <AsideList aside={aside.clone()} ask={ask.clone()} />
                    }
                </section>
                { for working.iter().map(|working| in_work(working, ask)) }
                <p class="done" role="status">{ for storage.done.iter() }</p>
            </div>
        </Modal>
    }
}
