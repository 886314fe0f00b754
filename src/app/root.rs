//! Where Yew takes over.

use yew::prelude::*;

use super::desk::Desk;
use crate::view::{Ask, Frame};

#[derive(Properties, PartialEq)]
pub(super) struct RootProps {
    pub(super) desk: Desk,
}

/// Draws each screen that the desk shows.
#[component]
pub(super) fn Root(RootProps { desk }: &RootProps) -> Html {
    let screen = use_state(|| desk.screen());
    use_effect_with((), {
        let (desk, screen) = (desk.clone(), screen.setter());
        move |()| desk.on_screen(move |next| screen.set(next))
    });
    let ask = use_callback(desk.clone(), |ask: Ask, desk| desk.ask(ask));
    html! { <Frame screen={(*screen).clone()} {ask} slot={desk.slot()} /> }
}
