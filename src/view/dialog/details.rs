//! What is known about an article.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::Modal;
use crate::article::{ArticleId, Details};
use crate::browser;
use crate::view::Ask;
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct DetailsFormProps {
    pub(super) id: ArticleId,
    pub(super) details: Rc<Details>,
    pub(super) ask: Callback<Ask>,
}

/// One field: its label, how it is read, how it is written.
type Row = (fn() -> String, fn(&Details) -> &String, fn(&mut Details) -> &mut String);

const ROWS: [Row; 6] = [
    (words::title_field, |d| &d.title, |d| &mut d.title),
    (words::byline_field, |d| &d.byline, |d| &mut d.byline),
    (words::publisher_field, |d| &d.publisher, |d| &mut d.publisher),
    (words::address_field, |d| &d.url, |d| &mut d.url),
    (words::published_field, |d| &d.published, |d| &mut d.published),
    (words::language_field, |d| &d.language, |d| &mut d.language),
];

#[component]
pub(super) fn DetailsForm(DetailsFormProps { id, details, ask }: &DetailsFormProps) -> Html {
    let draft = use_mut_ref(|| Details::clone(details));
    let onsubmit = {
        let (ask, id, draft) = (ask.clone(), id.clone(), draft.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            ask.emit(Ask::SaveDetails(id.clone(), draft.borrow().clone()));
        }
    };
    html! {
        <Modal title={words::details()} close={ask.reform(|()| Ask::Close)}>
            <form class="form" {onsubmit}>
                <DetailsFields details={details.clone()} {draft} />
                <div class="form-end">
                    <button type="button" class="plain" onclick={ask.reform(|_| Ask::Close)}>{ words::cancel() }</button>
                    <button type="submit" class="primary">{ words::save() }</button>
                </div>
            </form>
        </Modal>
    }
}

#[derive(Properties)]
pub(super) struct DetailsFieldsProps {
    /// As they are at first.
    pub(super) details: Rc<Details>,
    /// As they become.
    pub(super) draft: Rc<RefCell<Details>>,
}

impl PartialEq for DetailsFieldsProps {
    /// What is typed is no reason to draw the fields anew.
    fn eq(&self, other: &DetailsFieldsProps) -> bool {
        self.details == other.details && Rc::ptr_eq(&self.draft, &other.draft)
    }
}

/// A field for each thing that is known about an article.
#[component]
pub(super) fn DetailsFields(DetailsFieldsProps { details, draft }: &DetailsFieldsProps) -> Html {
    let field = |(label, read, write): Row| {
        let draft = draft.clone();
        let oninput = move |event: InputEvent| *write(&mut draft.borrow_mut()) = browser::input_value(&event);
        html! {
            <label key={label()}>{ label() }
                <input type="text" autocomplete="off" value={read(details).clone()} {oninput} />
            </label>
        }
    };
    html! { <div class="about-it">{ for ROWS.into_iter().map(field) }</div> }
}
