//! What the codebook asks of each claim, in the open card.

use std::rc::Rc;

use yew::prelude::*;

use crate::annotation::{Answer, Mark, MarkId, decimal};
use crate::browser;
use crate::codebook::{Codebook, FieldDef, FieldKind};
use crate::session::Intent;
use crate::view::Ask;
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct ExtraProps {
    pub(super) mark: Rc<Mark>,
    pub(super) codebook: Rc<Codebook>,
    pub(super) ask: Callback<Ask>,
}

/// The fields of the codebook, then answers to fields that it no longer has.
#[component]
pub(super) fn Extra(ExtraProps { mark, codebook, ask }: &ExtraProps) -> Html {
    let asked = codebook.fields.iter().map(|field| {
        html! { <One key={field.name.clone()} id={mark.id.clone()} field={field.clone()} answer={answer(mark, &field.name).cloned()} ask={ask.clone()} /> }
    });
    let former =
        mark.fields.iter().filter(|(name, _)| codebook.fields.iter().all(|field| field.name != *name));
    let former = former.map(|(name, answer)| {
        let gone = Ask::Do(Intent::SetField(mark.id.clone(), name.clone(), None));
        html! {
            <p key={name.clone()} class="written">
                <span>{ name }{ ": " }<b>{ words::answer(answer) }</b></span>
                <button class="plain danger" aria-label={words::remove_part(name)} onclick={ask.reform(move |_| gone.clone())}>{ words::remove() }</button>
            </p>
        }
    });
    html! {
        <div class="extra" role="group" aria-label={words::extra_answers()}>{ for asked }{ for former }</div>
    }
}

fn answer<'a>(mark: &'a Mark, name: &str) -> Option<&'a Answer> {
    mark.fields.iter().find(|(other, _)| other == name).map(|(_, answer)| answer)
}

#[derive(Properties, PartialEq)]
struct OneProps {
    id: MarkId,
    field: FieldDef,
    answer: Option<Answer>,
    ask: Callback<Ask>,
}

/// One field. An answer counts as soon as it is chosen, or when the field is left.
#[component]
fn One(OneProps { id, field, answer, ask }: &OneProps) -> Html {
    let trouble = use_state_eq(String::new);
    let onchange = {
        let (id, field, ask, trouble) = (id.clone(), field.clone(), ask.clone(), trouble.setter());
        Callback::from(move |event: Event| {
            let written = browser::input_value(&event);
            match read(&field.kind, &written) {
                Ok(answer) => {
                    trouble.set(String::new());
                    ask.emit(Ask::Do(Intent::SetField(id.clone(), field.name.clone(), answer)));
                }
                Err(sentence) => trouble.set(sentence),
            }
        })
    };
    let now = answer.as_ref().map(words::answer).unwrap_or_default();
    let control = match &field.kind {
        FieldKind::Choice(choices) => choose(choices.clone(), &now, onchange),
        FieldKind::YesNo => choose(vec![words::yes(), words::no()], &now, onchange),
        FieldKind::Text | FieldKind::Number => {
            let inputmode = (field.kind == FieldKind::Number).then_some("decimal");
            html! { <input key={now.clone()} type="text" {inputmode} autocomplete="off" value={now.clone()} {onchange} /> }
        }
    };
    let hint = Some(field.definition.clone()).filter(|hint| !hint.is_empty());
    html! {
        <div>
            <label class="written" title={hint}>{ &field.name }{ control }</label>
            if !trouble.is_empty() { <p class="trouble" role="alert">{ &*trouble }</p> }
        </div>
    }
}

/// A list to choose from; an answer that is no longer offered stays in it.
fn choose(mut choices: Vec<String>, now: &str, onchange: Callback<Event>) -> Html {
    if !now.is_empty() && choices.iter().all(|choice| choice != now) {
        choices.push(now.to_owned());
    }
    let option = |choice: String| {
        html! { <option key={choice.clone()} value={choice.clone()} selected={choice == now}>{ choice }</option> }
    };
    html! {
        <select {onchange}>
            <option key="" value="" selected={now.is_empty()}>{ words::not_answered() }</option>
            { for choices.into_iter().map(option) }
        </select>
    }
}

/// What was written, as an answer; nothing if the field was emptied.
fn read(kind: &FieldKind, written: &str) -> Result<Option<Answer>, String> {
    let written = written.trim();
    if written.is_empty() {
        return Ok(None);
    }
    match kind {
        FieldKind::Choice(_) | FieldKind::Text => Ok(Some(Answer::Text(written.to_owned()))),
        FieldKind::YesNo => Ok(Some(Answer::YesNo(written == words::yes()))),
        FieldKind::Number => match decimal(written) {
            Some(number) => Ok(Some(Answer::Number(number))),
            None => Err(words::not_a_number(written)),
        },
    }
}
