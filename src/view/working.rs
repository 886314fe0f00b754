//! What is being opened, how far it has come, and the way to stop it.

use yew::prelude::*;

use super::{Ask, Working};
use crate::words;

/// The box that stands for as long as files are being opened. It does not speak: what comes of a file
/// is said in the end.
pub(super) fn in_work(working: &Working, ask: &Callback<Ask>) -> Html {
    let name = words::opening_file(&working.name, working.waiting);
    html! {
        <div key="working" class="notice working" role="group" aria-label={name.clone()}>
            <div>
                <p>{ name.clone() }</p>
                <progress max="100" value={working.share.to_string()} aria-label={name}></progress>
                <p class="hint">{ words::opening_progress(&working.doing, working.share) }</p>
            </div>
            { cancel(false, words::cancel(), ask) }
            if working.waiting > 0 {
                { cancel(true, words::cancel_all_opening(), ask) }
            }
        </div>
    }
}

fn cancel(all: bool, name: String, ask: &Callback<Ask>) -> Html {
    html! { <button class="strong" onclick={ask.reform(move |_| Ask::CancelOpening(all))}>{ name }</button> }
}
