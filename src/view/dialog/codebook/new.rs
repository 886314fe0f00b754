//! Whether another codebook is to take the place of the present one.

use std::rc::Rc;

use yew::prelude::*;

use crate::codebook::{Codebook, differences};
use crate::view::dialog::Modal;
use crate::view::{Ask, NewCodebook};
use crate::words;

#[derive(Properties, PartialEq)]
pub(in crate::view::dialog) struct NewProps {
    pub(in crate::view::dialog) codebook: Rc<Codebook>,
    pub(in crate::view::dialog) new: Rc<NewCodebook>,
    pub(in crate::view::dialog) ask: Callback<Ask>,
}

#[component]
pub(in crate::view::dialog) fn New(NewProps { codebook, new, ask }: &NewProps) -> Html {
    let lines = words::codebook_differences(&differences(codebook, &new.codebook));
    let take = {
        let new = new.codebook.clone();
        ask.reform(move |_| Ask::TakeCodebook(new.clone()))
    };
    html! {
        <Modal title={words::new_codebook()} close={ask.reform(|()| Ask::Close)}>
            <p>{ words::new_codebook_question(&codebook.stamp(), &new.codebook.stamp()) }</p>
            <ul class="differences">{ for lines.into_iter().map(|line| html! { <li key={line.clone()}>{ line }</li> }) }</ul>
            { for new.notices.iter().map(|notices| html! { <p class="hint">{ notices }</p> }) }
            <div class="form-end">
                <button class="plain" onclick={ask.reform(|_| Ask::Close)}>{ words::cancel() }</button>
                <button class="primary" onclick={take}>{ words::replace_codebook() }</button>
            </div>
        </Modal>
    }
}
