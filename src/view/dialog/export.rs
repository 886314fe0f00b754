//! In which format which articles go out, and what of them the file does not carry.

use std::rc::Rc;

use yew::prelude::*;

use super::Modal;
use crate::view::{Ask, Export, FormatChoice, Outcome, Outgoing, Scope};
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct ExportFormProps {
    pub(super) export: Rc<Export>,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn ExportForm(ExportFormProps { export, ask }: &ExportFormProps) -> Html {
    let close = ask.reform(|()| Ask::Close);
    let send = ask.reform(Ask::Outgoing);
    let onsubmit = send.reform(|event: SubmitEvent| {
        event.prevent_default();
        Outgoing::Save
    });
    html! {
        <Modal title={words::export()} {close}>
            <form class="form export" {onsubmit}>
                { scopes(export, &send) }
                { formats(export, &send) }
                <section class="account" role="status" aria-busy={(export.file == Outcome::Preparing).to_string()}>{ account(&export.file) }</section>
                <p class="hint" role="status">{ &export.told }</p>
                { ends(&export.file, &send) }
            </form>
        </Modal>
    }
}

/// Which articles: the open one, all, or those that are picked.
fn scopes(export: &Export, send: &Callback<Outgoing>) -> Html {
    let one = |scope: Scope, name: String| {
        let onchange = send.reform(move |_: Event| Outgoing::Of(scope));
        html! {
            <label class="choice"><input type="radio" name="scope" checked={export.scope == scope} {onchange} />{ name }</label>
        }
    };
    let article = |(id, title, picked): &(crate::article::ArticleId, String, bool)| {
        let (key, picks) = (id.to_string(), id.clone());
        let onchange = send.reform(move |_: Event| Outgoing::Pick(picks.clone()));
        html! {
            <label class="choice" {key}><input type="checkbox" checked={*picked} {onchange} /><span>{ title }</span></label>
        }
    };
    html! {
        <>
            <fieldset class="scopes">
                <legend>{ words::export_what() }</legend>
                { for export.open.as_ref().map(|title| one(Scope::Article, words::this_article(title))) }
                { one(Scope::Library, words::all_articles(export.articles.len())) }
                { one(Scope::Picked, words::picked_articles()) }
            </fieldset>
            if export.scope == Scope::Picked {
                <fieldset class="picks">
                    <legend>{ words::pick_articles() }</legend>
                    { for export.articles.iter().map(article) }
                </fieldset>
            }
        </>
    }
}

/// The formats: a few, and the others behind them.
fn formats(export: &Export, send: &Callback<Outgoing>) -> Html {
    let one = |FormatChoice { word, name, hint }: &FormatChoice| {
        let word = *word;
        let checked = export.format == word;
        let onchange = send.reform(move |_: Event| Outgoing::As(word));
        html! {
            <label class="format" key={word}>
                <input type="radio" name="format" {checked} autofocus={checked} {onchange} />
                <span><b>{ name }</b><span class="hint">{ hint }</span></span>
            </label>
        }
    };
    let (first, more) = export.formats.split_at(export.first.min(export.formats.len()));
    let open = more.iter().any(|choice| choice.word == export.format);
    html! {
        <fieldset class="formats">
            <legend>{ words::export_as() }</legend>
            { for first.iter().map(one) }
            if !more.is_empty() {
                <details {open}>
                    <summary>{ words::more_formats(more.len()) }</summary>
                    { for more.iter().map(one) }
                </details>
            }
        </fieldset>
    }
}

/// What of the articles the file does not carry.
fn account(file: &Outcome) -> Html {
    match file {
        Outcome::Nothing => html! { <p class="hint">{ words::nothing_picked() }</p> },
        Outcome::Preparing => html! { <p class="hint">{ words::preparing() }</p> },
        Outcome::Failed(why) => html! { <p class="trouble">{ why }</p> },
        Outcome::Ready { name, size, losses, .. } => html! {
            <>
                <p class="file"><code>{ name }</code>{ " " }<span class="hint">{ words::file_size(*size) }</span></p>
                if losses.is_empty() {
                    <p>{ words::loses_nothing() }</p>
                } else {
                    <p>{ words::does_not_carry() }</p>
                    <ul>{ for losses.iter().map(|line| html! { <li>{ line }</li> }) }</ul>
                }
            </>
        },
    }
}

fn ends(file: &Outcome, send: &Callback<Outgoing>) -> Html {
    let (is_ready, is_text, has_losses) = match file {
        Outcome::Ready { is_text, losses, .. } => (true, *is_text, !losses.is_empty()),
        _ => (false, false, false),
    };
    html! {
        <div class="form-end">
            <button type="button" class="plain" disabled={!has_losses} onclick={send.reform(|_| Outgoing::SaveLosses)}>{ words::save_losses() }</button>
            <button type="button" class="plain" disabled={!is_text} onclick={send.reform(|_| Outgoing::Copy)}>{ words::copy_file() }</button>
            <button type="submit" class="primary" disabled={!is_ready}>{ words::save_it() }</button>
        </div>
    }
}
