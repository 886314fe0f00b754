//! What is known about a voice, and where it is mentioned.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::Modal;
use super::mentions::mentions;
use crate::annotation::{Source, SourceKind};
use crate::browser;
use crate::session::{Intent, Session, Voice};
use crate::view::{Ask, look};
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct SourceFormProps {
    pub(super) session: Rc<Session>,
    pub(super) source: Rc<Source>,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn SourceForm(SourceFormProps { session, source, ask }: &SourceFormProps) -> Html {
    let draft = use_mut_ref(|| Source::clone(source));
    let onsubmit = {
        let (ask, draft) = (ask.clone(), draft.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            ask.emit(Ask::SaveSource(draft.borrow().clone()));
        }
    };
    let id = source.id.clone();
    html! {
        <Modal title={words::source_dialog()} close={ask.reform(|()| Ask::Close)}>
            <form class="form" {onsubmit}>
                { text(words::name_field(), &draft, |source| &mut source.name) }
                { kinds(&draft) }
                { text(words::role_field(), &draft, |source| &mut source.role) }
                { text(words::why_unnamed_field(), &draft, |source| &mut source.why_unnamed) }
                { note(&draft) }
                { mentions(session, source, ask) }
                <div class="form-end">
                    <button type="button" class="plain danger"
                        onclick={ask.reform(move |_| Ask::Do(Intent::RemoveSource(id.clone())))}>
                        { words::remove_source() }
                    </button>
                    <span class="push"></span>
                    <button type="button" class="plain" onclick={ask.reform(|_| Ask::Close)}>{ words::cancel() }</button>
                    <button type="submit" class="primary">{ words::save() }</button>
                </div>
            </form>
        </Modal>
    }
}

/// Fields show the draft, so that a step made meanwhile takes nothing away that was typed.
fn text(label: String, draft: &Rc<RefCell<Source>>, field: fn(&mut Source) -> &mut String) -> Html {
    let value = field(&mut draft.borrow_mut()).clone();
    let draft = draft.clone();
    let oninput = move |event: InputEvent| *field(&mut draft.borrow_mut()) = browser::input_value(&event);
    html! {
        <label>{ label }<input type="text" autocomplete="off" {value} {oninput} /></label>
    }
}

/// A note may have several lines: a voice that was merged brings its own.
fn note(draft: &Rc<RefCell<Source>>) -> Html {
    let value = draft.borrow().note.clone();
    let draft = draft.clone();
    let oninput = move |event: InputEvent| draft.borrow_mut().note = browser::input_value(&event);
    html! {
        <label>{ words::note_field() }<textarea rows="2" defaultvalue={value} {oninput} /></label>
    }
}

fn kinds(draft: &Rc<RefCell<Source>>) -> Html {
    let now = draft.borrow().kind;
    let option = |kind: SourceKind| {
        let draft = draft.clone();
        let onchange = move |_: Event| draft.borrow_mut().kind = kind;
        html! {
            <label key={words::source_kind(kind)} class="choice">
                <input type="radio" name="kind" checked={kind == now} {onchange} />
                { look::dot(Voice::Of(kind)) }{ words::source_kind(kind) }
            </label>
        }
    };
    html! {
        <fieldset><legend>{ words::kind_field() }</legend>{ for SourceKind::ALL.into_iter().map(option) }</fieldset>
    }
}
