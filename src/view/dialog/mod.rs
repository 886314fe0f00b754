//! Dialogs: one at a time, modal, closed by `Esc`.

mod arrival;
mod aside;
mod codebook;
mod details;
mod export;
mod forget;
mod keys;
mod mentions;
mod merge;
mod modal;
mod paste;
mod settings;
mod source;
mod steps;
mod storage;
mod version;
mod web;

use std::rc::Rc;

use yew::prelude::*;

use super::{Ask, CodebookPart, Dialog, Screen};
use modal::Modal;

#[derive(Properties, PartialEq)]
pub(super) struct DialogsProps {
    /// The screen, while a dialog is open.
    pub(super) screen: Option<Rc<Screen>>,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn Dialogs(DialogsProps { screen, ask }: &DialogsProps) -> Html {
    let open = screen.as_ref().and_then(|screen| Some((screen.dialog.as_ref()?, screen)));
    html! { <div class="dialogs">{ for open.map(|(dialog, screen)| one(dialog, screen, ask)) }</div> }
}

fn one(dialog: &Dialog, screen: &Screen, ask: &Callback<Ask>) -> Html {
    let ask = ask.clone();
    let session = screen.session.as_ref();
    match dialog {
        Dialog::Paste(trouble) => html! {
            <paste::Paste key="paste" shelved={screen.shelved.clone()} trouble={trouble.clone()} {ask} />
        },
        Dialog::Web(address, trouble) => html! {
            <web::Web key="web" address={address.clone()} trouble={trouble.clone()} {ask} />
        },
        Dialog::Arrival(arrival, behind, refused) => html! {
            <arrival::ArrivalForm key={format!("{:p}", Rc::as_ptr(arrival))} arrival={arrival.clone()} behind={*behind}
                refused={refused.clone()} working={screen.working.clone()} {ask} />
        },
        Dialog::Version(new) => html! { <version::VersionForm key="version" new={new.clone()} {ask} /> },
        Dialog::Source(id) => {
            let source = session.and_then(|session| Some((session, session.sources.get(id)?)));
            html! {
                { for source.map(|(session, source)| html! {
                    <source::SourceForm key={id.0.as_ref()} session={session.clone()} source={source.clone()} ask={ask.clone()} />
                }) }
            }
        }
        Dialog::Merge(id) => {
            let source = session.and_then(|session| Some((session, session.sources.get(id)?)));
            html! {
                { for source.map(|(session, source)| html! {
                    <merge::Merge key={format!("merge {id}")} session={session.clone()} source={source.clone()} ask={ask.clone()} />
                }) }
            }
        }
        Dialog::Details(id, details) => html! {
            <details::DetailsForm key={id.0.as_ref()} id={id.clone()} details={details.clone()} {ask} />
        },
        Dialog::Keys => html! {
            <keys::Keys key="keys" settings={screen.settings.clone()} codebook={screen.codebook.clone()} {ask} />
        },
        Dialog::Settings => {
            html! { <settings::SettingsForm key="settings" settings={screen.settings.clone()} {ask} /> }
        }
        Dialog::Codebook => {
            html! { <codebook::CodebookForm key="codebook" codebook={screen.codebook.clone()} {ask} /> }
        }
        Dialog::CodebookPart(part, trouble) => codebook_part(*part, trouble.as_ref(), screen, ask),
        Dialog::NewCodebook(new) => html! {
            <codebook::New key="new-codebook" codebook={screen.codebook.clone()} new={new.clone()} {ask} />
        },
        Dialog::Steps => {
            html! { { for session.map(|session| html! { <steps::Steps key="steps" session={session.clone()} ask={ask.clone()} /> }) } }
        }
        Dialog::Aside => html! { <aside::Aside key="aside" aside={screen.aside.clone()} {ask} /> },
        Dialog::Storage => html! {
            <storage::Storage key="storage" storage={screen.storage.clone()} saving={screen.saving.clone()} working={screen.working.clone()}
                aside={screen.aside.clone()} {ask} />
        },
        Dialog::Export(export) => html! { <export::ExportForm key="export" export={export.clone()} {ask} /> },
        Dialog::Forget(id, title) => {
            html! { <forget::Forget key="forget" id={id.clone()} title={title.clone()} {ask} /> }
        }
    }
}

fn codebook_part(part: CodebookPart, trouble: Option<&String>, screen: &Screen, ask: Callback<Ask>) -> Html {
    let (codebook, trouble) = (screen.codebook.clone(), trouble.cloned());
    match part {
        CodebookPart::Rule(subject) => {
            html! { <codebook::RuleForm key="rule" {codebook} {subject} {trouble} {ask} /> }
        }
        CodebookPart::Label(at) => {
            let settings = screen.settings.clone();
            html! { <codebook::LabelForm key="label" {codebook} {settings} {at} {trouble} {ask} /> }
        }
        CodebookPart::Field(at) => {
            html! { <codebook::FieldForm key="field" {codebook} {at} {trouble} {ask} /> }
        }
    }
}
