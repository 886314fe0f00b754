//! The steps that can be gone back to, and those that were taken back.

use std::rc::Rc;

use yew::prelude::*;

use super::Modal;
use crate::session::{Direction, Session, Step};
use crate::settings::Command;
use crate::view::Ask;
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct StepsProps {
    pub(super) session: Rc<Session>,
    pub(super) ask: Callback<Ask>,
}

/// The latest step stands on top; above the line lies what was taken back.
#[component]
pub(super) fn Steps(StepsProps { session, ask }: &StepsProps) -> Html {
    let history = &session.history;
    let undone: Vec<&Step> = history.redo_steps().collect();
    let row = |step: &Step, way: Direction, n: usize| {
        html! {
            <li key={format!("{way:?}{n}")} class={classes!((way == Direction::Next).then_some("undone"))}>
                <button onclick={ask.reform(move |_| Ask::Travel(way, n))}>{ words::step_in_list(step) }</button>
            </li>
        }
    };
    let above = undone.iter().enumerate().rev().map(|(at, step)| row(step, Direction::Next, at + 1));
    // Going back to a step leaves that step done.
    let below = history.undo_steps().enumerate().map(|(at, step)| row(step, Direction::Previous, at));
    let steps: Vec<Html> = above.chain(below).collect();
    let count = history.undo_steps().count();
    html! {
        <Modal title={words::steps()} close={ask.reform(|()| Ask::Close)}>
            <p class="hint">{ words::steps_hint() }</p>
            if steps.is_empty() { <p class="hint">{ words::no_steps_yet() }</p> }
            <ol class="steps">
                { for steps }
                if count > 0 {
                    <li><button onclick={ask.reform(move |_| Ask::Travel(Direction::Previous, count))}>{ words::before_all_steps() }</button></li>
                }
            </ol>
            <div class="form-end">
                <button class="plain" onclick={ask.reform(|_| Ask::Run(Command::Versions))}>{ words::see_history() }</button>
            </div>
        </Modal>
    }
}
