//! An article that was found in a file, looked over before it is added.

mod blocks;
mod choices;

use std::rc::Rc;

use yew::prelude::*;

use super::Modal;
use super::details::DetailsFields;
use crate::article::Details;
use crate::view::working::in_work;
use crate::view::{Arrival, Arriving, Ask, Working};
use crate::words;
use blocks::Blocks;
use choices::{Choice, Choices};

#[derive(Properties, PartialEq)]
pub(super) struct ArrivalFormProps {
    pub(super) arrival: Rc<Arrival>,
    /// How many wait behind it.
    pub(super) behind: usize,
    /// What is said of files that were not taken meanwhile.
    pub(super) refused: Rc<Vec<String>>,
    /// The file that is being opened meanwhile.
    pub(super) working: Option<Rc<Working>>,
    pub(super) ask: Callback<Ask>,
}

/// What is typed is held beside the render state, as in the other forms.
#[component]
pub(super) fn ArrivalForm(
    ArrivalFormProps { arrival, behind, refused, working, ask }: &ArrivalFormProps,
) -> Html {
    let details = use_mut_ref(|| arrival.draft.details.clone());
    let choices = use_reducer(|| Choices::of(&arrival.draft));
    let change = {
        let dispatcher = choices.dispatcher();
        Callback::from(move |choice: Choice| dispatcher.dispatch(choice))
    };
    let mended = {
        let (arrival, details, choices) = (arrival.clone(), details.clone(), choices.clone());
        move || {
            let draft = choices.apply(&arrival.draft, details.borrow().clone());
            Rc::new(Arrival { draft, trouble: None, ..Arrival::clone(&arrival) })
        }
    };
    let send = |what: fn(Rc<Arrival>) -> Arriving| {
        let (ask, mended) = (ask.clone(), mended.clone());
        Callback::from(move |()| ask.emit(Ask::Arrival(what(mended()))))
    };
    let (add, add_all, leave) = (send(Arriving::Add), send(Arriving::AddAll), send(Arriving::Leave));
    let onsubmit = add.reform(|event: SubmitEvent| event.prevent_default());
    let (blocks, words) = choices.will_add(&arrival.draft);
    html! {
        <Modal title={words::look_over()} close={leave.clone()}>
            <form class="form arrival" {onsubmit}>
                <p class="hint">{ words::found_in(&arrival.file, *behind) }</p>
                { meanwhile(refused, working.as_deref(), ask) }
                if !arrival.remarks.is_empty() { <p class="remarks">{ &arrival.remarks }</p> }
                <DetailsFields details={Rc::new(Details::clone(&arrival.draft.details))} draft={details} />
                { parts(arrival, &choices, &change) }
                <Blocks arrival={arrival.clone()} choices={Rc::new(Choices::clone(&choices))} change={change} />
                <p class="hint" role="status">{ words::will_be_added(words, blocks) }</p>
                <p class="trouble" role="alert">{ for arrival.trouble.iter() }</p>
                <div class="form-end">
                    <button type="button" class="plain" onclick={leave.reform(|_| ())}>{ words::leave_it_out() }</button>
                    if *behind > 0 {
                        <button type="button" class="plain" onclick={add_all.reform(|_| ())}>{ words::add_all(*behind) }</button>
                    }
                    <button type="submit" class="primary" autofocus=true>{ words::add_it() }</button>
                </div>
            </form>
        </Modal>
    }
}

/// What comes of other files, whose messages are behind the dialog.
fn meanwhile(refused: &[String], working: Option<&Working>, ask: &Callback<Ask>) -> Html {
    html! {
        <>
            <div class="refused" role="status">{ for refused.iter().map(|why| html! { <p>{ why }</p> }) }</div>
            { for working.map(|working| in_work(working, ask)) }
        </>
    }
}

/// The chapters of a book, each to be kept or left out.
fn parts(arrival: &Arrival, choices: &Choices, change: &Callback<Choice>) -> Html {
    if arrival.draft.parts.is_empty() {
        return Html::default();
    }
    let one = |(part, name): (usize, &String)| {
        let name = if name.trim().is_empty() { words::chapter(part + 1) } else { name.clone() };
        html! {
            <label class="choice" key={part}>
                <input type="checkbox" checked={choices.keeps_part(part)} onchange={change.reform(move |_| Choice::Part(part))} />{ name }
            </label>
        }
    };
    html! {
        <fieldset class="chapters">
            <legend>{ words::chapters() }</legend>
            { for arrival.draft.parts.iter().enumerate().map(one) }
        </fieldset>
    }
}
