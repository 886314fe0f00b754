//! A field that is typed into: a draft until it is left.

use yew::prelude::*;

use crate::annotation::MarkId;
use crate::browser;
use crate::view::{Ask, Draft, EvidencePart, Field};

#[derive(Properties, PartialEq)]
pub(super) struct WrittenProps {
    pub(super) mark: MarkId,
    pub(super) field: Field,
    pub(super) name: String,
    /// What is stored.
    pub(super) value: String,
    /// What was being typed when the page went away.
    #[prop_or_default]
    pub(super) restored: Option<String>,
    /// Shown while the field is empty. Several lines with a hint show no name: it is for readers only.
    #[prop_or_default]
    pub(super) hint: String,
    /// The id of a list of suggestions.
    #[prop_or_default]
    pub(super) list: Option<String>,
    pub(super) ask: Callback<Ask>,
}

/// The field shows what is typed until what is stored changes: by typing or by undo. What is typed
/// while another tab changes what is stored is handed back as restored.
#[component]
pub(super) fn Written(props: &WrittenProps) -> Html {
    let typed = use_state_eq(|| props.restored.clone());
    let first = use_mut_ref(|| true);
    use_effect_with((props.value.clone(), props.restored.clone()), {
        let typed = typed.setter();
        move |(_, restored)| {
            if !first.replace(false) {
                typed.set(restored.clone());
            }
        }
    });
    let shown = String::clone((*typed).as_ref().unwrap_or(&props.value));
    let oninput = on_input(props, &typed);
    let onchange = done(props, &typed);
    let onkeydown = (props.field == Field::Tag).then(|| {
        let done = onchange.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.is_composing() {
                event.prevent_default();
                done.emit(event.into());
            }
        })
    });
    if is_long(props.field) {
        let (name, hint) = (props.name.clone(), props.hint.clone());
        let area = |label: Option<String>| {
            html! {
                <textarea class="note" rows="2" aria-label={label} placeholder={hint.clone()} value={shown} {oninput} {onchange} />
            }
        };
        return if hint.is_empty() {
            html! { <label class="written">{ name }{ area(None) }</label> }
        } else {
            area(Some(name))
        };
    }
    html! {
        <label class="written">{ &props.name }
            <input type="text" autocomplete="off" placeholder={props.hint.clone()} list={props.list.clone()} value={shown} {oninput} {onchange} {onkeydown} />
        </label>
    }
}

/// Whether there is room for several lines.
fn is_long(field: Field) -> bool {
    matches!(field, Field::Note | Field::Evidence(_, EvidencePart::Passage | EvidencePart::Note))
}

fn on_input(props: &WrittenProps, typed: &UseStateHandle<Option<String>>) -> Callback<InputEvent> {
    let (mark, field, ask) = (props.mark.clone(), props.field, props.ask.clone());
    let (typed, done) = (typed.setter(), done(props, typed));
    Callback::from(move |event: InputEvent| {
        let text = browser::input_value(&event);
        let ends = field == Field::Tag && text.contains(',');
        typed.set(Some(text.clone()));
        ask.emit(Ask::Type(Draft { mark: mark.clone(), field, text }));
        if ends {
            done.emit(event.into());
        }
    })
}

/// What was typed becomes a step. A field for new words is empty again at once.
fn done(props: &WrittenProps, typed: &UseStateHandle<Option<String>>) -> Callback<Event> {
    let (field, ask, typed) = (props.field, props.ask.clone(), typed.setter());
    Callback::from(move |_| {
        ask.emit(Ask::Typed);
        if field == Field::Tag {
            typed.set(None);
        }
    })
}
