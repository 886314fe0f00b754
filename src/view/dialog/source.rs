//! What is known about a voice, and where it is mentioned.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::Modal;
use crate::annotation::{Source, SourceKind};
use crate::browser;
use crate::session::{Intent, Session, Voice, mentions_of};
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
                { text(words::name_field(), &source.name, &draft, |source| &mut source.name) }
                { kinds(&draft) }
                { text(words::role_field(), &source.role, &draft, |source| &mut source.role) }
                { text(words::why_unnamed_field(), &source.why_unnamed, &draft, |source| &mut source.why_unnamed) }
                { text(words::note_field(), &source.note, &draft, |source| &mut source.note) }
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

fn text(
    label: String,
    value: &str,
    draft: &Rc<RefCell<Source>>,
    field: fn(&mut Source) -> &mut String,
) -> Html {
    let draft = draft.clone();
    let oninput = move |event: InputEvent| *field(&mut draft.borrow_mut()) = browser::input_value(&event);
    html! {
        <label>{ label }<input type="text" autocomplete="off" value={value.to_owned()} {oninput} /></label>
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

fn mentions(session: &Rc<Session>, source: &Source, ask: &Callback<Ask>) -> Html {
    let text = &session.article.text;
    let row = |mark: &Rc<crate::annotation::Mark>| {
        let id = mark.id.clone();
        html! {
            <li key={id.0.to_string()}>
                <button type="button" onclick={ask.reform(move |_| Ask::Do(Intent::Take(id.clone())))}>
                    { words::quoted(&mark.quote(text)) }
                </button>
            </li>
        }
    };
    let rows: Vec<Html> = mentions_of(session, &source.id).map(row).collect();
    html! {
        <div class="mentions">
            <h3>{ words::mention_count(rows.len()) }</h3>
            <ul>{ for rows }</ul>
        </div>
    }
}
