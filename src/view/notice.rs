//! Messages that stay until they are taken away or done with.

use std::rc::Rc;

use yew::prelude::*;

use super::working::in_work;
use super::{Arriving, Ask, Care, Dialog, Files, Notice, Remedy, Scope, Tone, Working};
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct NoticesProps {
    pub(super) notices: Rc<Vec<Notice>>,
    pub(super) working: Option<Rc<Working>>,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn Notices(NoticesProps { notices, working, ask }: &NoticesProps) -> Html {
    html! {
        <section class="notices" aria-label={words::messages()}>
            { for working.iter().map(|working| in_work(working, ask)) }
            { for notices.iter().map(|notice| message(notice, ask)) }
        </section>
    }
}

fn message(notice: &Notice, ask: &Callback<Ask>) -> Html {
    let (class, role) = match notice.tone {
        Tone::Calm => ("notice", "status"),
        Tone::Trouble => ("notice trouble", "alert"),
    };
    let id = notice.id;
    html! {
        <div key={id} {class} {role}>
            <p>{ &notice.text }</p>
            { for notice.remedy.iter().map(|remedy| help(remedy, ask)) }
            <button aria-label={words::dismiss()} title={words::dismiss()}
                onclick={ask.reform(move |_| Ask::Dismiss(id))}>{ "✕" }</button>
        </div>
    }
}

fn help(remedy: &Remedy, ask: &Callback<Ask>) -> Html {
    let (name, what) = match remedy {
        Remedy::Restore(id) => (words::undo(), Ask::Restore(id.clone())),
        Remedy::ShowAside => (words::show(), Ask::Show(Dialog::Aside)),
        Remedy::Codebook(before) => (words::undo(), Ask::TakeCodebook(before.clone())),
        Remedy::Arrival => (words::look_again(), Ask::Arrival(Arriving::Again)),
        Remedy::OpenAgain => (words::open_again(), Ask::Files(Files::Again)),
        Remedy::Storage => (words::show_storage(), Ask::Care(Care::Open)),
        Remedy::Backup => (words::download_backup(), Ask::Care(Care::Backup)),
        Remedy::Persist => (words::ask_to_keep(), Ask::Care(Care::Persist)),
        Remedy::Other(other) => (other.offer.clone(), Ask::TakeOther(other.clone())),
        Remedy::PutBack(entries) => (words::put_back(), Ask::PutBack(entries.clone())),
        Remedy::ExportAll => (words::export_all(), Ask::Export(Scope::Library)),
    };
    let later = matches!(remedy, Remedy::Persist);
    html! {
        <>
            <button class="strong" onclick={ask.reform(move |_| what.clone())}>{ name }</button>
            if later { <button onclick={ask.reform(|_| Ask::Care(Care::NotNow))}>{ words::not_now() }</button> }
        </>
    }
}
