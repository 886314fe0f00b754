//! One extra field of claims.

use std::rc::Rc;

use yew::prelude::*;

use super::{Draft, area, form, line, lines};
use crate::codebook::{Codebook, Edit, FieldDef, FieldKind};
use crate::view::Ask;
use crate::words;

#[derive(Properties, PartialEq)]
pub(in crate::view::dialog) struct FieldFormProps {
    pub(in crate::view::dialog) codebook: Rc<Codebook>,
    /// Its number; one past the last for a new one.
    pub(in crate::view::dialog) at: usize,
    pub(in crate::view::dialog) trouble: Option<String>,
    pub(in crate::view::dialog) ask: Callback<Ask>,
}

/// A field, with its choices kept while it is answered in another way.
struct Typed {
    field: FieldDef,
    choices: Vec<String>,
}

#[component]
pub(in crate::view::dialog) fn FieldForm(props: &FieldFormProps) -> Html {
    let FieldFormProps { codebook, at, trouble, ask } = props;
    let draft: Draft<Typed> = use_mut_ref(|| {
        let field = codebook.fields.get(*at).cloned().unwrap_or_default();
        let choices = if let FieldKind::Choice(choices) = &field.kind { choices.clone() } else { Vec::new() };
        Typed { field, choices }
    });
    let save = {
        let (draft, at, ask) = (draft.clone(), *at, ask.clone());
        Callback::from(move |()| {
            let Typed { field, choices } = &*draft.borrow();
            let mut field = field.clone();
            if let FieldKind::Choice(now) = &mut field.kind {
                now.clone_from(choices);
            }
            ask.emit(Ask::EditCodebook(Edit::Field(at, Some(field))));
        })
    };
    let (field, choices) = {
        let typed = draft.borrow();
        (typed.field.clone(), typed.choices.join("\n"))
    };
    let fields = html! {
        <>
            { line(words::name_field(), &draft, field.name, |typed, text| typed.field.name = text) }
            { area(words::definition_field(), &draft, field.definition, |typed, text| typed.field.definition = text) }
            { kinds(&field.kind, &draft) }
            { area(words::choices_field(), &draft, choices, |typed, text| typed.choices = lines(&text)) }
        </>
    };
    form(words::extra_field_dialog(), trouble.as_ref(), save, ask, fields)
}

fn kinds(now: &FieldKind, draft: &Draft<Typed>) -> Html {
    let kinds = [FieldKind::Text, FieldKind::YesNo, FieldKind::Number, FieldKind::Choice(Vec::new())];
    let option = |kind: FieldKind| {
        let (draft, name) = (draft.clone(), words::field_kind(&kind));
        let checked = std::mem::discriminant(&kind) == std::mem::discriminant(now);
        let onchange = move |_: Event| draft.borrow_mut().field.kind = kind.clone();
        html! {
            <label key={name.clone()} class="choice"><input type="radio" name="kind" {checked} {onchange} />{ name }</label>
        }
    };
    html! {
        <fieldset><legend>{ words::answered_with() }</legend>{ for kinds.into_iter().map(option) }</fieldset>
    }
}
