//! The fields of an open card.

use std::rc::Rc;

use yew::prelude::*;

use super::chain::told_through;
use super::evidence::evidence;
use super::extra::Extra;
use super::pieces::pieces;
use super::tags::tags;
use super::who::Who;
use super::written::Written;
use crate::annotation::{Claim, Content, Form, Mark, Verdict};
use crate::codebook::Codebook;
use crate::session::{Intent, Session};
use crate::view::{Ask, Dialog, Draft, Field, look};
use crate::words;

/// What an open card is drawn from.
pub(super) struct Card<'a> {
    pub(super) session: &'a Rc<Session>,
    pub(super) mark: &'a Rc<Mark>,
    pub(super) codebook: &'a Rc<Codebook>,
    /// Whether an earlier state is shown, which is there to be read.
    pub(super) past: bool,
    /// What was being typed when the page went away.
    pub(super) drafts: &'a [Draft],
    pub(super) ask: &'a Callback<Ask>,
}

impl Card<'_> {
    /// What was being typed into a field when the page went away.
    pub(super) fn restored(&self, field: Field) -> Option<String> {
        let draft = self.drafts.iter().find(|draft| draft.mark == self.mark.id && draft.field == field);
        draft.map(|draft| draft.text.clone())
    }
}

pub(super) fn all(card: &Card<'_>) -> Html {
    let ask = card.ask;
    let own = match &card.mark.content {
        Content::Claim(claim) => claim_fields(card, claim),
        Content::Source(id) => {
            let show = Ask::Show(Dialog::Source(id.clone()));
            html! { <button class="plain" onclick={ask.reform(move |_| show.clone())}>{ words::show_source() }</button> }
        }
        Content::Cue => html! {},
        Content::Note(label) => label_field(card, label),
    };
    let id = card.mark.id.clone();
    let fields = html! {
        <>
            { pieces(card) }
            { own }
            { tags(card) }
            <Written mark={id.clone()} field={Field::Note} name={words::note_field()} hint={words::note_hint()}
                value={card.mark.note.clone()} restored={card.restored(Field::Note)} ask={ask.clone()} />
            <button class="plain danger" onclick={ask.reform(move |_| Ask::Do(Intent::RemoveMark(id.clone())))}>
                { words::remove_mark(card.mark.kind()) }{ " " }{ look::key("Del") }
            </button>
        </>
    };
    html! {
        if card.past {
            <fieldset class="fields" disabled=true aria-label={words::earlier_state()}>{ fields }</fieldset>
        } else {
            <div class="fields" tabindex="-1">{ fields }</div>
        }
    }
}

fn claim_fields(card: &Card<'_>, claim: &Claim) -> Html {
    let (id, ask) = (&card.mark.id, card.ask);
    let form = |form: Form| {
        pill(words::form(form), claim.form == Some(form), Intent::SetForm(id.clone(), form), ask)
    };
    let verdict = |verdict: Verdict| {
        let what = Intent::SetVerdict(id.clone(), verdict);
        pill(words::verdict(verdict), claim.verdict == verdict, what, ask)
    };
    let who = html! { <Who session={card.session.clone()} mark={card.mark.clone()} ask={ask.clone()} /> };
    html! {
        <>
            { field(words::who_says_so(), who) }
            { told_through(card) }
            { field(words::spoken_as(), html! { <>{ for Form::ALL.into_iter().map(form) }</> }) }
            { field(words::checked(), html! { <>{ for Verdict::ALL.into_iter().map(verdict) }</> }) }
            { evidence(card, &claim.evidence) }
            <Extra mark={card.mark.clone()} codebook={card.codebook.clone()} ask={ask.clone()} />
        </>
    }
}

/// The label of a note mark; those of the codebook are suggested.
fn label_field(card: &Card<'_>, label: &str) -> Html {
    let list = format!("labels-{}", card.mark.id);
    let option = |name: &String| html! { <option key={name.clone()} value={name.clone()} /> };
    html! {
        <>
            <Written mark={card.mark.id.clone()} field={Field::Label} name={words::label_field()} value={label.to_owned()}
                restored={card.restored(Field::Label)} list={list.clone()} ask={card.ask.clone()} />
            <datalist id={list}>{ for card.codebook.labels.iter().map(|label| option(&label.name)) }</datalist>
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

fn pill(name: String, on: bool, what: Intent, ask: &Callback<Ask>) -> Html {
    html! {
        <button key={name.clone()} class="pill" aria-pressed={on.to_string()}
            onclick={ask.reform(move |_| Ask::Do(what.clone()))}>{ name }</button>
    }
}
