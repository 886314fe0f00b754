//! One label of notes.

use std::rc::Rc;

use yew::prelude::*;

use super::{Draft, area, form, line, lines};
use crate::codebook::{Codebook, Colour, Edit, Label};
use crate::settings::{Chord, Settings};
use crate::view::{Ask, CodebookPart, Dialog, look};
use crate::words;

#[derive(Properties, PartialEq)]
pub(in crate::view::dialog) struct LabelFormProps {
    pub(in crate::view::dialog) codebook: Rc<Codebook>,
    pub(in crate::view::dialog) settings: Rc<Settings>,
    /// Its number; one past the last for a new one.
    pub(in crate::view::dialog) at: usize,
    pub(in crate::view::dialog) trouble: Option<String>,
    pub(in crate::view::dialog) ask: Callback<Ask>,
}

/// A label, with its key as it is typed.
struct Typed {
    label: Label,
    key: String,
}

#[component]
pub(in crate::view::dialog) fn LabelForm(props: &LabelFormProps) -> Html {
    let LabelFormProps { codebook, settings, at, trouble, ask } = props;
    let draft: Draft<Typed> = use_mut_ref(|| {
        let label = codebook.labels.get(*at).cloned().unwrap_or_default();
        Typed { key: label.key.map(String::from).unwrap_or_default(), label }
    });
    let save = {
        let (draft, settings, at, ask) = (draft.clone(), settings.clone(), *at, ask.clone());
        Callback::from(move |()| ask.emit(save(&draft.borrow(), &settings, at)))
    };
    let (label, key) = {
        let typed = draft.borrow();
        (typed.label.clone(), typed.key.clone())
    };
    let fields = html! {
        <>
            { line(words::name_field(), &draft, label.name, |typed, text| typed.label.name = text) }
            { colours(label.colour, &draft) }
            { line(words::label_key_field(), &draft, key, |typed, text| typed.key = text) }
            { area(words::definition_field(), &draft, label.definition, |typed, text| typed.label.definition = text) }
            { area(words::examples_field(), &draft, label.examples.join("\n"), |typed, text| typed.label.examples = lines(&text)) }
        </>
    };
    form(words::label_dialog(), trouble.as_ref(), save, ask, fields)
}

/// The request to keep the label, or the form again with what is wrong with its key.
fn save(typed: &Typed, settings: &Settings, at: usize) -> Ask {
    let again = |why| Ask::Show(Dialog::CodebookPart(CodebookPart::Label(at), Some(why)));
    let written = typed.key.trim().to_lowercase();
    let mut characters = written.chars();
    let key = characters.next();
    if characters.next().is_some() {
        return again(words::one_character());
    }
    let chord = key.map(|key| Chord::new(&key.to_string(), false, false, false));
    let taken = chord.and_then(|chord| Some((settings.keys.command_of(&chord)?, chord)));
    if let Some((command, chord)) = taken {
        return again(words::key_of_command(&chord, command));
    }
    Ask::EditCodebook(Edit::Label(at, Some(Label { key, ..typed.label.clone() })))
}

fn colours(now: Colour, draft: &Draft<Typed>) -> Html {
    let option = |colour: Colour| {
        let draft = draft.clone();
        let onchange = move |_: Event| draft.borrow_mut().label.colour = colour;
        html! {
            <label key={words::colour(colour)} class="choice">
                <input type="radio" name="colour" checked={colour == now} {onchange} />
                { look::swatch(colour) }{ words::colour(colour) }
            </label>
        }
    };
    html! {
        <fieldset><legend>{ words::colour_field() }</legend>{ for Colour::ALL.into_iter().map(option) }</fieldset>
    }
}
