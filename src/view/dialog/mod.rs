//! Dialogs: one at a time, modal, closed by `Esc`.

mod aside;
mod details;
mod forget;
mod keys;
mod modal;
mod paste;
mod source;

use std::rc::Rc;

use yew::prelude::*;

use super::{Ask, Dialog, Screen};
use crate::words;
use modal::Modal;

#[derive(Properties, PartialEq)]
pub(super) struct DialogsProps {
    pub(super) screen: Rc<Screen>,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn Dialogs(DialogsProps { screen, ask }: &DialogsProps) -> Html {
    html! { <div class="dialogs">{ for screen.dialog.as_ref().map(|dialog| one(dialog, screen, ask)) }</div> }
}

fn one(dialog: &Dialog, screen: &Screen, ask: &Callback<Ask>) -> Html {
    let ask = ask.clone();
    match dialog {
        Dialog::Paste(trouble) => html! {
            <paste::Paste key="paste" shelved={screen.shelved.clone()} trouble={trouble.clone()} {ask} />
        },
        Dialog::Source(id) => {
            let session = screen.session.as_ref();
            let source = session.and_then(|session| Some((session, session.sources.get(id)?)));
            html! {
                { for source.map(|(session, source)| html! {
                    <source::SourceForm key={id.0.as_ref()} session={session.clone()} source={source.clone()} ask={ask.clone()} />
                }) }
            }
        }
        Dialog::Details(id, details) => html! {
            <details::DetailsForm key={id.0.as_ref()} id={id.clone()} details={details.clone()} {ask} />
        },
        Dialog::Keys => html! {
            <Modal key="keys" title={words::all_keys()} close={ask.reform(|()| Ask::Close)}>{ keys::table() }</Modal>
        },
        Dialog::Aside => html! { <aside::Aside key="aside" aside={screen.aside.clone()} {ask} /> },
        Dialog::Forget(id, title) => {
            html! { <forget::Forget key="forget" id={id.clone()} title={title.clone()} {ask} /> }
        }
    }
}
