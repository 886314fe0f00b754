//! Choosing the voice that another one is merged into.

use std::rc::Rc;

use yew::prelude::*;

use super::Modal;
use crate::annotation::{Source, SourceId};
use crate::browser;
use crate::session::{Intent, Session};
use crate::view::{Ask, look};
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct MergeProps {
    pub(super) session: Rc<Session>,
    pub(super) source: Rc<Source>,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn Merge(MergeProps { session, source, ask }: &MergeProps) -> Html {
    let others: Vec<&Rc<Source>> = session.sources.iter().filter(|other| other.id != source.id).collect();
    let into = use_mut_ref(|| others.first().map(|other| other.id.clone()));
    let onchange = {
        let into = into.clone();
        move |event: Event| {
            let chosen = browser::input_value(&event);
            *into.borrow_mut() = Some(SourceId::from(chosen.as_str()));
        }
    };
    // Set once it is done: the row that had the focus has gone with its voice.
    let done = use_mut_ref(|| None::<SourceId>);
    let onsubmit = {
        let (ask, from, done) = (ask.clone(), source.id.clone(), done.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let Some(into) = into.borrow().clone() else { return };
            *done.borrow_mut() = Some(into.clone());
            ask.emit(Ask::Do(Intent::MergeSources { from: from.clone(), into }));
        }
    };
    let closed = Callback::from(move |()| {
        if let Some(into) = done.borrow().as_ref() {
            browser::focus_by_id(&look::voice_id(into));
        }
    });
    let option = |(at, other): (usize, &&Rc<Source>)| {
        html! {
            <option key={other.id.0.as_ref()} value={other.id.0.to_string()} selected={at == 0}>
                { words::name_and_kind(&other.name, other.kind) }
            </option>
        }
    };
    html! {
        <Modal title={words::merge_title(&source.name)} close={ask.reform(|()| Ask::Close)} {closed}>
            <form class="form" {onsubmit}>
                <p>{ words::merge_explained(&source.name) }</p>
                <label>{ words::merge_field() }
                    <select {onchange}>{ for others.iter().enumerate().map(option) }</select>
                </label>
                <div class="form-end">
                    <button type="button" class="plain" onclick={ask.reform(|_| Ask::Close)}>{ words::cancel() }</button>
                    <button type="submit" class="primary">{ words::merge() }</button>
                </div>
            </form>
        </Modal>
    }
}
