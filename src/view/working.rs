//! What is being opened, how far it has come, and the way to stop it.

use yew::prelude::*;

use super::{Ask, Files};
use crate::words;

/// A file that is being opened, or a new version that is being made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Working {
    /// What it is, in words.
    pub what: String,
    /// What is being done with it, in words.
    pub doing: String,
    /// Which share of that is done, in percent.
    pub share: u32,
    /// How many files wait behind it.
    pub waiting: usize,
}

/// The box that stands for as long as files are being opened. It does not speak: what comes of a file
/// is said in the end.
pub(super) fn in_work(working: &Working, ask: &Callback<Ask>) -> Html {
    let name = working.what.clone();
    // A bar without a value says that something is done, and not how much.
    let share = (working.share > 0).then(|| working.share.to_string());
    html! {
        <div key="working" class="notice working" role="group" aria-label={name.clone()}>
            <div>
                <p>{ name.clone() }</p>
                <progress max="100" value={share} aria-label={name}></progress>
                <p class="hint">{ words::opening_progress(&working.doing, working.share) }</p>
            </div>
            { cancel(Files::Cancel, words::cancel(), ask) }
            if working.waiting > 0 {
                { cancel(Files::CancelAll, words::cancel_all_opening(), ask) }
            }
        </div>
    }
}

fn cancel(what: Files, name: String, ask: &Callback<Ask>) -> Html {
    html! { <button class="strong" onclick={ask.reform(move |_| Ask::Files(what))}>{ name }</button> }
}
