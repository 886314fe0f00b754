//! The codebook beside the text: what counts as what, and the labels that mark with a click.

use std::rc::Rc;

use yew::prelude::*;

use super::{Ask, Dialog, look};
use crate::codebook::{Codebook, FieldDef, Label, Rule};
use crate::settings::{Chord, Command, Settings};
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct CodebookPanelProps {
    pub(super) codebook: Rc<Codebook>,
    pub(super) settings: Rc<Settings>,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn CodebookPanel(CodebookPanelProps { codebook, settings, ask }: &CodebookPanelProps) -> Html {
    html! {
        <aside class="beside codebook" aria-label={words::codebook()}>
            <header>
                <div><h2>{ &codebook.name }</h2><small>{ words::version(codebook.version) }</small></div>
                <button class="cross" aria-label={words::close_codebook()} title={words::close()}
                    onclick={ask.reform(|_| Ask::Run(Command::Codebook))}>{ "✕" }</button>
            </header>
            <div class="row">
                <button class="plain" onclick={ask.reform(|_| Ask::Show(Dialog::Codebook))}>{ words::edit_codebook() }</button>
                <button class="plain" onclick={ask.reform(|_| Ask::PickCodebook)}>{ words::open_codebook() }</button>
                <button class="plain" onclick={ask.reform(|_| Ask::ExportCodebook)}>{ words::export_codebook() }</button>
            </div>
            { for codebook.rules.iter().map(rule) }
            { section(&words::labels(), codebook.labels.iter().map(|each| label(each, settings, ask)).collect(), words::no_labels_yet()) }
            { section(&words::extra_fields(), codebook.fields.iter().map(field).collect(), words::no_extra_fields_yet()) }
        </aside>
    }
}

fn section(name: &str, parts: Vec<Html>, empty: String) -> Html {
    html! {
        <section key={name.to_owned()} aria-label={name.to_owned()}>
            <h3 class="kind">{ name }</h3>
            if parts.is_empty() { <p class="hint">{ empty }</p> }
            { for parts }
        </section>
    }
}

fn rule(rule: &Rule) -> Html {
    let name = words::subject(rule.subject);
    html! {
        <section key={name.clone()} aria-label={name.clone()}>
            <h3>{ name }</h3>
            { text(&rule.definition) }
            { told(words::when_heading(), &rule.when) }
            { told(words::when_not_heading(), &rule.when_not) }
            { examples(&rule.examples) }
        </section>
    }
}

/// The button marks with the label; what it means stands under it.
fn label(label: &Label, settings: &Settings, ask: &Callback<Ask>) -> Html {
    let name = label.name.clone();
    let onclick = ask.reform(move |_| Ask::MarkLabel(name.clone()));
    let key = label.key.filter(|key| {
        let chord = Chord::new(&key.to_string(), false, false, false);
        !settings.silences(&chord) && settings.command_of(&chord).is_none()
    });
    html! {
        <div key={label.name.clone()} class="label">
            <button class="plain" title={words::mark_with_label()} {onclick}
                >
                { look::swatch(label.colour) }{ &label.name }{ for key.map(|key| look::key(key.to_uppercase().to_string())) }
            </button>
            { text(&label.definition) }
            { examples(&label.examples) }
        </div>
    }
}

fn field(field: &FieldDef) -> Html {
    html! {
        <div key={field.name.clone()} class="label">
            <h4>{ &field.name }</h4>
            { text(&field.definition) }
            <p class="hint">{ words::field_answer(&field.kind) }</p>
        </div>
    }
}

fn text(text: &str) -> Html {
    html! { if !text.is_empty() { <p>{ text }</p> } }
}

fn told(heading: String, text: &str) -> Html {
    html! { if !text.is_empty() { <p><b>{ heading }</b>{ " " }{ text }</p> } }
}

fn examples(examples: &[String]) -> Html {
    let example = |example: &String| html! { <li key={example.clone()}>{ example }</li> };
    html! { if !examples.is_empty() { <ul class="examples">{ for examples.iter().map(example) }</ul> } }
}
