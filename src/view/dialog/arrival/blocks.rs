//! The blocks that were found, each to be kept, left out or called something else.

use std::rc::Rc;

use yew::prelude::*;

use super::choices::{Choice, Choices, Line};
use crate::article::BlockKind;
use crate::browser;
use crate::intake::{Found, Piece};
use crate::view::Arrival;
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct BlocksProps {
    pub(super) arrival: Rc<Arrival>,
    pub(super) choices: Rc<Choices>,
    pub(super) change: Callback<Choice>,
}

#[component]
pub(super) fn Blocks(BlocksProps { arrival, choices, change }: &BlocksProps) -> Html {
    let lines = choices.lines(&arrival.draft);
    let rest = lines.len().saturating_sub(choices.drawn);
    let shown: Vec<Line> = lines.into_iter().take(choices.drawn).collect();
    let line = |(nth, line): (usize, &Line)| match *line {
        Line::Folded(from, count) => html! {
            <li key={format!("folded {from}")} class="folded">
                <button type="button" class="plain" onclick={change.reform(move |_| Choice::Unfold(from))}>{ words::blocks_left_out(count) }</button>
            </li>
        },
        Line::Block(at) => {
            let (kind, kept) = choices.block(at);
            let before = shown.iter().take(nth).rev().find_map(block);
            let after = shown.iter().skip(nth + 1).find_map(block);
            html! { <Row key={at} arrival={arrival.clone()} {at} {kind} {kept} {before} {after} change={change.clone()} /> }
        }
    };
    html! {
        <section class="found">
            <div class="found-head">
                <h3>{ words::blocks_found() }</h3>
                if choices.leaves_out() {
                    <button type="button" class="plain" onclick={whole(choices, change)}>
                        { if choices.is_whole() { words::only_article() } else { words::whole_page() } }
                    </button>
                }
            </div>
            <p class="hint">{ words::blocks_hint() }</p>
            <ol aria-label={words::blocks_found()}>
                { for shown.iter().enumerate().map(line) }
                if rest > 0 {
                    <li key="more" class="folded"><button type="button" class="plain" onclick={change.reform(|_| Choice::More)}>{ words::more_blocks(rest) }</button></li>
                }
            </ol>
        </section>
    }
}

fn block(line: &Line) -> Option<usize> {
    match line {
        Line::Block(at) => Some(*at),
        Line::Folded(..) => None,
    }
}

fn whole(choices: &Choices, change: &Callback<Choice>) -> Callback<MouseEvent> {
    let whole = !choices.is_whole();
    change.reform(move |_| Choice::Whole(whole))
}

#[derive(Properties, PartialEq)]
struct RowProps {
    arrival: Rc<Arrival>,
    at: usize,
    kind: BlockKind,
    kept: bool,
    before: Option<usize>,
    after: Option<usize>,
    change: Callback<Choice>,
}

/// One block. It draws anew only when something is decided about it.
#[component]
fn Row(RowProps { arrival, at, kind, kept, before, after, change }: &RowProps) -> Html {
    let Some(found) = arrival.draft.blocks.get(*at) else { return Html::default() };
    let (at, name) = (*at, called(found));
    let option =
        |each: BlockKind| html! { <option selected={each == *kind}>{ words::block_kind(each) }</option> };
    let retype = change.reform(move |event: Event| {
        let chosen = browser::input_value(&event);
        let kind = BlockKind::ALL.into_iter().find(|kind| words::block_kind(*kind) == chosen);
        Choice::Retype(at, kind.unwrap_or(BlockKind::Paragraph))
    });
    html! {
        <li class={classes!("block", (!kept).then_some("out"))}>
            <input type="checkbox" id={id(at)} checked={*kept} aria-label={words::keep_block(&name)}
                onchange={change.reform(move |_| Choice::Keep(at))} onkeydown={steps(*before, *after)} />
            <select aria-label={words::kind_of_block(&name)} onchange={retype}>{ for BlockKind::ALL.into_iter().map(option) }</select>
            <label for={id(at)} class={format!("words {}", class_of(*kind))}>{ for found.pieces.iter().map(piece) }</label>
        </li>
    }
}

fn id(at: usize) -> String {
    format!("found-{at}")
}

/// The first words of a block.
fn called(found: &Found) -> String {
    let text = found.text();
    let mut words: String = text.split_whitespace().take(8).collect::<Vec<_>>().join(" ");
    if text.split_whitespace().nth(8).is_some() {
        words.push('…');
    }
    words
}

/// The arrow keys go from box to box.
fn steps(before: Option<usize>, after: Option<usize>) -> impl Fn(KeyboardEvent) + 'static {
    move |event: KeyboardEvent| {
        let next = match event.key().as_str() {
            "ArrowDown" => after,
            "ArrowUp" => before,
            _ => return,
        };
        event.prevent_default();
        if let Some(next) = next {
            browser::focus_by_id(&id(next));
        }
    }
}

fn class_of(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Title => "title",
        BlockKind::Heading => "heading",
        BlockKind::Quotation => "quotation",
        BlockKind::ListItem => "item",
        BlockKind::Byline | BlockKind::Credit | BlockKind::Aside => "small",
        BlockKind::Paragraph => "",
    }
}

fn piece(piece: &Piece) -> Html {
    let words = match (piece.emphasis, piece.strong) {
        (false, false) => html! { <>{ &piece.text }</> },
        (true, false) => html! { <em>{ &piece.text }</em> },
        (false, true) => html! { <strong>{ &piece.text }</strong> },
        (true, true) => html! { <strong><em>{ &piece.text }</em></strong> },
    };
    if piece.link.is_some() {
        html! { <u>{ words }</u> }
    } else {
        words
    }
}
