//! What else can be done with a voice.

use std::rc::Rc;

use yew::prelude::*;

use super::PLACE;
use crate::annotation::Source;
use crate::browser;
use crate::session::{Filter, Intent};
use crate::view::menu::{Face, Popup, use_popup};
use crate::view::{Ask, Dialog};
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct RowMenuProps {
    pub(super) source: Rc<Source>,
    pub(super) filter: Rc<Filter>,
    /// Whether there is another voice to merge it into.
    pub(super) merges: bool,
    pub(super) ask: Callback<Ask>,
}

/// The menu of one voice, behind three dots.
#[component]
pub(super) fn RowMenu(RowMenuProps { source, filter, merges, ask }: &RowMenuProps) -> Html {
    let popup = use_popup();
    let name = words::more_for(&source.name);
    let face = Face { class: "row-menu", button: "", name, content: html! { { "⋯" } } };
    popup.draw(face, || items(source, filter, *merges, &popup, ask))
}

fn items(source: &Source, filter: &Filter, merges: bool, popup: &Popup, ask: &Callback<Ask>) -> Html {
    let id = &source.id;
    let on = filter.source.as_ref() == Some(id);
    let then = |what: Ask| popup.then(what, ask);
    let remove = {
        let (ask, what) = (ask.clone(), Ask::Do(Intent::RemoveSource(id.clone())));
        move |_: MouseEvent| {
            // The row goes, so the focus goes to the list it was in.
            browser::focus_by_id(PLACE);
            ask.emit(what.clone());
        }
    };
    html! {
        <>
            <button role="menuitem" tabindex="-1" onclick={then(Ask::Show(Dialog::Source(id.clone())))}>{ words::edit() }</button>
            if merges {
                <button role="menuitem" tabindex="-1" onclick={then(Ask::Show(Dialog::Merge(id.clone())))}>{ words::merge_item() }</button>
            }
            <button role="menuitemcheckbox" tabindex="-1" aria-checked={on.to_string()}
                onclick={then(Ask::Filter(filter.with_voice(id)))}>{ words::only_this_voice() }</button>
            <button role="menuitem" tabindex="-1" class="danger" onclick={remove}>{ words::remove() }</button>
        </>
    }
}
