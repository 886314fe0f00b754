//! One voice of the register.

use std::rc::Rc;

use yew::prelude::*;

use super::heard::Heard;
use super::menu::RowMenu;
use crate::annotation::{Source, SourceId};
use crate::browser;
use crate::session::{Direction, Filter, Intent, Voice};
use crate::view::{Ask, look};
use crate::words;

/// What a dragged voice is called among dragged things.
const LIFTED: &str = "application/x-sayso-source";

/// What a row shows, and where it tells what is done with it. No step changes more than a few rows.
#[derive(Properties, PartialEq)]
pub(super) struct RowProps {
    pub(super) source: Rc<Source>,
    pub(super) heard: Heard,
    /// The digit that stands for it now, 1 to 9.
    pub(super) digit: Option<usize>,
    /// Whether it speaks or is mentioned in what is in hand.
    pub(super) current: bool,
    /// Which of its mentions is in hand, from 0.
    pub(super) mention: Option<usize>,
    /// Whether another voice is being dragged over it.
    pub(super) over: bool,
    /// Whether there is another voice to merge it into.
    pub(super) merges: bool,
    pub(super) filter: Rc<Filter>,
    /// Told that it was chosen, and whether together with others.
    pub(super) on_pick: Callback<(SourceId, bool)>,
    /// Told that another of its mentions is asked for.
    pub(super) on_step: Callback<(SourceId, Direction)>,
    /// Told which voice another one is being dragged over.
    pub(super) on_target: Callback<Option<SourceId>>,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn Row(props: &RowProps) -> Html {
    let RowProps { source, filter, on_target, merges, ask, .. } = props;
    let id = &source.id;
    let only = filter.source.as_ref() == Some(id);
    let with = filter.with_voice(id);
    let ondragstart = {
        let id = id.clone();
        move |event: DragEvent| browser::lift(&event, LIFTED, &id.0)
    };
    html! {
        <li class={classes!("source-row", props.over.then_some("target"))} draggable="true" {ondragstart}
            ondragenter={on_drag(on_target, id)} ondragover={on_drag(on_target, id)} ondrop={on_drop(on_target, ask, id)}>
            { main(props) }
            <button class="only" aria-pressed={only.to_string()} aria-label={words::only_named(&source.name)}
                title={words::only_named(&source.name)} onclick={ask.reform(move |_| Ask::Filter(with.clone()))}>
                { look::sieve() }
            </button>
            <RowMenu source={source.clone()} filter={filter.clone()} ask={ask.clone()} merges={*merges} />
            { stepper(props) }
        </li>
    }
}

fn main(RowProps { source, heard, digit, current, on_pick, .. }: &RowProps) -> Html {
    let id = source.id.clone();
    let onclick = on_pick.reform(move |event: MouseEvent| (id.clone(), event.shift_key()));
    let count = heard.claims;
    html! {
        <button class="source" id={look::voice_id(&source.id)} aria-current={current.then_some("true")}
            title={words::drag_hint()} {onclick}>
            { look::dot(Voice::Of(source.kind)) }
            <span>{ &source.name }<small>{ under(*heard, source) }</small></span>
            <span class="n">{ for digit.map(|digit| look::key(digit.to_string())) }
                <span aria-label={words::claim_count(count)}>{ count }</span>
            </span>
        </button>
    }
}

/// While one of several mentions is in hand, the way to the others.
fn stepper(RowProps { source, heard, mention, on_step, .. }: &RowProps) -> Html {
    let all = heard.mentions;
    let Some(at) = mention.filter(|_| all > 1) else { return html! {} };
    let step = |direction: Direction| {
        let id = source.id.clone();
        on_step.reform(move |_: MouseEvent| (id.clone(), direction))
    };
    html! {
        <div class="stepper">
            <button aria-label={words::previous_mention_of(&source.name)} title={words::previous_mention()}
                onclick={step(Direction::Previous)}>{ "‹" }</button>
            <span>{ words::mention_at(at, all) }</span>
            <button aria-label={words::next_mention_of(&source.name)} title={words::next_mention()}
                onclick={step(Direction::Next)}>{ "›" }</button>
        </div>
    }
}

/// A voice may be dropped here; that it is the same one is only known then.
fn on_drag(on_target: &Callback<Option<SourceId>>, id: &SourceId) -> impl Fn(DragEvent) + 'static {
    let (on_target, id) = (on_target.clone(), id.clone());
    move |event: DragEvent| {
        if browser::welcome(&event, LIFTED) {
            on_target.emit(Some(id.clone()));
        }
    }
}

fn on_drop(
    on_target: &Callback<Option<SourceId>>,
    ask: &Callback<Ask>,
    into: &SourceId,
) -> impl Fn(DragEvent) + 'static {
    let (on_target, ask, into) = (on_target.clone(), ask.clone(), into.clone());
    move |event: DragEvent| {
        on_target.emit(None);
        if let Some(from) = browser::let_down(&event, LIFTED) {
            event.prevent_default();
            let from = SourceId::from(from.as_str());
            ask.emit(Ask::Do(Intent::MergeSources { from, into: into.clone() }));
        }
    }
}

/// The small line: the role if it is known, else how often the voice is mentioned.
fn under(heard: Heard, source: &Source) -> String {
    if source.role.is_empty() { words::mention_count(heard.mentions) } else { source.role.clone() }
}
