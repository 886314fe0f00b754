//! The fields of an open card.

use std::rc::Rc;

use yew::prelude::*;

use crate::annotation::{Claim, Content, Form, Mark, SaidBy, Source, Verdict};
use crate::browser;
use crate::session::{Intent, Session, Voice, nearest_sources};
use crate::view::{Ask, Dialog, Draft, Field, look};
use crate::words;

/// Voices shown as pills: as many as there are digits.
const PILLS: usize = 9;

pub(super) fn all(session: &Rc<Session>, mark: &Rc<Mark>, ask: &Callback<Ask>) -> Html {
    let own = match &mark.content {
        Content::Claim(claim) => claim_fields(session, mark, claim, ask),
        Content::Source(id) => {
            let show = Ask::Show(Dialog::Source(id.clone()));
            html! { <button class="plain" onclick={ask.reform(move |_| show.clone())}>{ words::show_source() }</button> }
        }
        Content::Cue => html! {},
        Content::Note(label) => written(mark, Field::Label, label, ask),
    };
    let id = mark.id.clone();
    html! {
        <div class="fields">
            { own }
            { written(mark, Field::Note, &mark.note, ask) }
            <button class="plain danger" onclick={ask.reform(move |_| Ask::Do(Intent::RemoveMark(id.clone())))}>
                { words::remove_mark(mark.kind()) }{ " " }{ look::key("Del") }
            </button>
        </div>
    }
}

fn claim_fields(session: &Rc<Session>, mark: &Rc<Mark>, claim: &Claim, ask: &Callback<Ask>) -> Html {
    let form = |form: Form| {
        let what = Intent::SetForm(mark.id.clone(), form);
        pill(words::form(form), claim.form == Some(form), what, html! {}, ask)
    };
    let verdict = |verdict: Verdict| {
        let what = Intent::SetVerdict(mark.id.clone(), verdict);
        pill(words::verdict(verdict), claim.verdict == verdict, what, html! {}, ask)
    };
    html! {
        <>
            { field(words::who_says_so(), who(session, mark, claim, ask)) }
            { field(words::spoken_as(), html! { <>{ for Form::ALL.into_iter().map(form) }</> }) }
            { field(words::checked(), html! { <>{ for Verdict::ALL.into_iter().map(verdict) }</> }) }
        </>
    }
}

fn field(name: String, pills: Html) -> Html {
    html! {
        <div class="field" role="group" aria-label={name.clone()}>
            <span aria-hidden="true">{ name }</span><span class="pills">{ pills }</span>
        </div>
    }
}

fn pill(name: String, on: bool, what: Intent, extra: Html, ask: &Callback<Ask>) -> Html {
    html! {
        <button key={name.clone()} class="pill" aria-pressed={on.to_string()}
            onclick={ask.reform(move |_| Ask::Do(what.clone()))}>{ name }{ extra }</button>
    }
}

/// The voices, nearest first with their digits, and nobody. With `Shift` a voice is added to the
/// others or taken away.
fn who(session: &Rc<Session>, mark: &Rc<Mark>, claim: &Claim, ask: &Callback<Ask>) -> Html {
    let voice = |(at, source): (usize, &Rc<Source>)| {
        let (claim_id, id) = (mark.id.clone(), source.id.clone());
        let on = claim.said_by.has(&source.id);
        let onclick = ask.reform(move |event: MouseEvent| {
            let tie = if event.shift_key() || on { Intent::Join } else { Intent::Tie };
            Ask::Do(tie(claim_id.clone(), id.clone()))
        });
        html! {
            <button key={source.id.0.as_ref()} class={classes!("pill", look::class(Voice::Of(source.kind)))}
                aria-pressed={on.to_string()} title={words::who_hint()} {onclick}>
                { look::dot(Voice::Of(source.kind)) }{ &source.name }{ look::key((at + 1).to_string()) }
            </button>
        }
    };
    let nobody = Intent::NoSource(mark.id.clone());
    html! {
        <>
            { for nearest_sources(session, mark).into_iter().take(PILLS).enumerate().map(voice) }
            { pill(words::nobody_pill(), claim.said_by == SaidBy::Nobody, nobody, look::key("0"), ask) }
        </>
    }
}

/// A field that is typed into: a draft until it is left. The browser holds what is typed; a new
/// stored value (undo, another tab) makes a new field.
fn written(mark: &Rc<Mark>, field: Field, value: &str, ask: &Callback<Ask>) -> Html {
    let id = mark.id.clone();
    let oninput = ask.reform(move |event: InputEvent| {
        Ask::Type(Draft { mark: id.clone(), field, text: browser::input_value(&event) })
    });
    let onchange = ask.reform(|_: Event| Ask::Typed);
    let value = value.to_owned();
    match field {
        Field::Label => html! {
            <label class="written">{ words::label_field() }
                <input key={value.clone()} type="text" autocomplete="off" value={value.clone()} {oninput} {onchange} />
            </label>
        },
        Field::Note => html! {
            <textarea key={value.clone()} class="note" rows="2" aria-label={words::note_field()}
                placeholder={words::note_hint()} defaultvalue={value.clone()} {oninput} {onchange} />
        },
    }
}
