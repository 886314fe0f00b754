//! The codebook, to be changed: each part has a form of its own.

mod field;
mod label;
mod new;
mod rule;

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::Modal;
use crate::browser;
use crate::codebook::{Codebook, Edit, FieldDef, Label, Subject};
use crate::view::{Ask, CodebookPart, Dialog, look};
use crate::words;

pub(super) use field::FieldForm;
pub(super) use label::LabelForm;
pub(super) use new::New;
pub(super) use rule::RuleForm;

#[derive(Properties, PartialEq)]
pub(super) struct CodebookFormProps {
    pub(super) codebook: Rc<Codebook>,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn CodebookForm(CodebookFormProps { codebook, ask }: &CodebookFormProps) -> Html {
    let rename = ask.reform(|event: Event| Ask::EditCodebook(Edit::Name(browser::input_value(&event))));
    let subject = |subject: Subject| {
        let part = CodebookPart::Rule(subject);
        row(&words::subject(subject), html! {}, None, part, ask)
    };
    let label = |(at, label): (usize, &Label)| {
        let marker = html! { <>{ look::swatch(label.colour) }{ for label.key.map(|key| look::key(key.to_uppercase().to_string())) }</> };
        row(&label.name, marker, Some(Edit::Label(at, None)), CodebookPart::Label(at), ask)
    };
    let field = |(at, field): (usize, &FieldDef)| {
        row(&field.name, html! {}, Some(Edit::Field(at, None)), CodebookPart::Field(at), ask)
    };
    html! {
        <Modal title={words::edit_codebook()} close={ask.reform(|()| Ask::Close)}>
            <div class="form codebook-form">
                <label>{ words::codebook_name() }
                    <input key={codebook.name.clone()} type="text" autocomplete="off" value={codebook.name.clone()} onchange={rename} />
                </label>
                <p class="hint">{ codebook.stamp() }{ ". " }{ words::codebook_explained() }</p>
                { part(&words::rules(), Subject::ALL.into_iter().map(subject).collect(), None, ask) }
                { part(&words::labels(), codebook.labels.iter().enumerate().map(label).collect(),
                    Some((words::add_label(), CodebookPart::Label(codebook.labels.len()))), ask) }
                { part(&words::extra_fields(), codebook.fields.iter().enumerate().map(field).collect(),
                    Some((words::add_extra_field(), CodebookPart::Field(codebook.fields.len()))), ask) }
                <div class="form-end">
                    <button type="button" class="plain" onclick={ask.reform(|_| Ask::PickCodebook)}>{ words::open_codebook() }</button>
                    <button type="button" class="plain" onclick={ask.reform(|_| Ask::ExportCodebook)}>{ words::export_codebook() }</button>
                    <button type="button" class="plain" onclick={ask.reform(|_| Ask::ExportCodes)}>{ words::export_codes() }</button>
                </div>
            </div>
        </Modal>
    }
}

/// One list of parts, with a way to add one.
fn part(name: &str, rows: Vec<Html>, add: Option<(String, CodebookPart)>, ask: &Callback<Ask>) -> Html {
    let add = add.map(|(name, part)| {
        let show = ask.reform(move |_| Ask::Show(Dialog::CodebookPart(part, None)));
        html! { <button type="button" class="plain" onclick={show}>{ name }</button> }
    });
    html! {
        <section key={name.to_owned()} aria-label={name.to_owned()}>
            <h3>{ name }</h3>
            <ul class="parts">{ for rows }</ul>
            { for add }
        </section>
    }
}

fn row(name: &str, marker: Html, remove: Option<Edit>, part: CodebookPart, ask: &Callback<Ask>) -> Html {
    let edit = ask.reform(move |_| Ask::Show(Dialog::CodebookPart(part, None)));
    let remove = remove.map(|edit| {
        let remove = ask.reform(move |_| Ask::EditCodebook(edit.clone()));
        html! { <button type="button" class="plain danger" aria-label={words::remove_part(name)} onclick={remove}>{ words::remove() }</button> }
    });
    html! {
        <li key={name.to_owned()}>
            <span>{ marker }{ " " }{ name }</span>
            <button type="button" class="plain" aria-label={words::edit_part(name)} onclick={edit}>{ words::edit() }</button>
            { for remove }
        </li>
    }
}

/// A value that is changed while a form is open.
type Draft<T> = Rc<RefCell<T>>;

/// The frame of a part's form: Save and Cancel lead back to the whole.
fn form(
    title: String,
    trouble: Option<&String>,
    save: Callback<()>,
    ask: &Callback<Ask>,
    fields: Html,
) -> Html {
    let back = ask.reform(|_: MouseEvent| Ask::Show(Dialog::Codebook));
    let onsubmit = move |event: SubmitEvent| {
        event.prevent_default();
        save.emit(());
    };
    html! {
        <Modal {title} close={ask.reform(|()| Ask::Show(Dialog::Codebook))}>
            <form class="form" {onsubmit}>
                { fields }
                <p class="trouble" role="alert">{ trouble.cloned().unwrap_or_default() }</p>
                <div class="form-end">
                    <button type="button" class="plain" onclick={back}>{ words::cancel() }</button>
                    <button type="submit" class="primary">{ words::save() }</button>
                </div>
            </form>
        </Modal>
    }
}

/// A line that is typed into; the first of a form has the focus.
fn line<T: 'static>(name: String, draft: &Draft<T>, value: String, write: fn(&mut T, String)) -> Html {
    let draft = draft.clone();
    let oninput = move |event: InputEvent| write(&mut draft.borrow_mut(), browser::input_value(&event));
    html! { <label>{ name }<input type="text" autofocus=true autocomplete="off" {value} {oninput} /></label> }
}

/// Several lines that are typed into.
fn area<T: 'static>(name: String, draft: &Draft<T>, value: String, write: fn(&mut T, String)) -> Html {
    let draft = draft.clone();
    let oninput = move |event: InputEvent| write(&mut draft.borrow_mut(), browser::input_value(&event));
    html! { <label>{ name }<textarea rows="3" defaultvalue={value} {oninput} /></label> }
}

/// A list as it is typed: one item on each line.
fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
