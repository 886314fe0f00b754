//! All keys.

use yew::prelude::*;

use crate::view::look;
use crate::words;

/// Each row: its keys and what they do.
pub(super) fn table() -> Html {
    let row = |(keys, what): (&[&'static str], String)| {
        html! {
            <tr key={what.clone()}>
                <th scope="row">{ for keys.iter().map(|key| html! { <kbd>{ *key }</kbd> }) }</th>
                <td>{ what }</td>
            </tr>
        }
    };
    html! {
        <>
            <table class="keys"><tbody>{ for words::keys().into_iter().map(row) }</tbody></table>
            <p class="hint">{ words::keys_hint() }{ look::key("Esc") }</p>
        </>
    }
}
