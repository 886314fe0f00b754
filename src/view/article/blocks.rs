//! The blocks of an article, drawn once.

use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use crate::article::{Article, Block, BlockKind, Stretch};
use crate::text::ByteOffset;
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct BlocksProps {
    pub(super) article: Rc<Article>,
}

/// The blocks above the sourcing bar. Its properties never change while an article is open, so it is
/// never drawn again, and neither is what stands below.
#[component]
pub(super) fn Head(BlocksProps { article }: &BlocksProps) -> Html {
    html! { <>{ for article.blocks.iter().take(head_len(article)).map(|block| one(article, block)) }</> }
}

/// The blocks below it, in runs. Of a long article the browser lays out only the runs near what is seen.
#[component]
pub(super) fn Body(BlocksProps { article }: &BlocksProps) -> Html {
    let class = if is_long(article) { "run far" } else { "run" };
    let run = |(at, run): (usize, Range<usize>)| {
        let blocks = article.blocks.get(run).unwrap_or_default();
        html! {
            <section key={at} {class} data-run={at.to_string()}>{ for blocks.iter().map(|block| one(article, block)) }</section>
        }
    };
    html! { <div class="body">{ for runs(article).into_iter().enumerate().map(run) }</div> }
}

/// Bytes from which on an article is long.
const LONG: usize = 24_000;

/// Bytes that a run has at least: a part of a screen, several in a very long article, since each run is
/// watched by itself.
fn run_len(article: &Article) -> usize {
    (article.text.len().0 / 100).clamp(1_024, 10_000)
}

fn is_long(article: &Article) -> bool {
    article.text.len().0 >= LONG
}

/// The runs below the head, each a range of blocks.
pub(super) fn runs(article: &Article) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut room = 0;
    for (at, block) in article.blocks.iter().enumerate().skip(head_len(article)) {
        match runs.last_mut().filter(|_| room > 0) {
            Some(run) => run.end = at + 1,
            None => {
                room = run_len(article);
                runs.push(at..at + 1);
            }
        }
        room = room.saturating_sub(block.span.byte_len());
    }
    runs
}

/// Where a run begins and where the next one does; the first begins with the text, the last ends with it.
pub(super) fn stretch(article: &Article, runs: &[Range<usize>], from: usize, to: usize) -> Range<ByteOffset> {
    let start = |at: usize| article.blocks.get(runs.get(at)?.start).map(|block| block.span.start());
    let from = if from == 0 { None } else { start(from) };
    from.unwrap_or_default()..start(to + 1).unwrap_or(ByteOffset(usize::MAX))
}

/// How high each run will be, in pixels, by what stands in it: what the style sheet comes to.
pub(super) fn expected_heights(article: &Article) -> Option<impl Iterator<Item = u32>> {
    let height = |run: Range<usize>| {
        let lines = |block: &Block| block.span.byte_len().div_ceil(62) * 32 + 20;
        let blocks = article.blocks.get(run).unwrap_or_default();
        u32::try_from(blocks.iter().map(lines).sum::<usize>()).unwrap_or(u32::MAX)
    };
    is_long(article).then(|| runs(article).into_iter().map(height))
}

/// The blocks above the sourcing bar: the headline and what stands under it.
pub(super) fn head_len(article: &Article) -> usize {
    let head = |block: &&Block| matches!(block.kind, BlockKind::Title | BlockKind::Byline);
    article.blocks.iter().take_while(head).count()
}

pub(super) fn has_title(article: &Article) -> bool {
    article.blocks.first().is_some_and(|block| block.kind == BlockKind::Title)
}

/// What stands in the text, to the letter: an element with one text node, or, where something is set
/// apart in it, with one element for each stretch that has one text node.
fn one(article: &Article, block: &Block) -> Html {
    let (tag, class) = match block.kind {
        BlockKind::Title => ("h1", None),
        BlockKind::Heading => ("h2", None),
        BlockKind::Quotation => ("blockquote", None),
        BlockKind::Byline => ("p", Some("byline")),
        BlockKind::Paragraph => ("p", None),
        BlockKind::ListItem => ("p", Some("item")),
        BlockKind::Credit => ("p", Some("credit")),
        BlockKind::Aside => ("p", Some("aside")),
    };
    let start = article.text.utf16(block.span).start.0;
    let stretches = article.stretches(block);
    if stretches.iter().all(is_plain) {
        return html! { <@{tag} key={start} {class} data-start={start.to_string()}>{ article.text.slice(block.span) }</@> };
    }
    let runs = stretches.chunk_by(|one, next| one.link.is_some() && one.link == next.link);
    html! { <@{tag} key={start} {class}>{ for runs.map(|run| linked(article, run)) }</@> }
}

fn is_plain(stretch: &Stretch<'_>) -> bool {
    !stretch.emphasis && !stretch.strong && stretch.link.is_none()
}

/// Stretches that lead to the same page, or one that leads nowhere.
fn linked(article: &Article, run: &[Stretch<'_>]) -> Html {
    let all = html! { <>{ for run.iter().map(|stretch| set(article, stretch)) }</> };
    match run.first().and_then(|stretch| stretch.link) {
        Some(address) => html! {
            <a role="link" tabindex="0" title={words::link(address.as_str())} data-leads-to={address.as_str().to_owned()}>{ all }</a>
        },
        None => all,
    }
}

fn set(article: &Article, stretch: &Stretch<'_>) -> Html {
    let start = article.text.utf16(stretch.span).start.0.to_string();
    let words = article.text.slice(stretch.span);
    match (stretch.strong, stretch.emphasis) {
        (false, false) => html! { <span data-start={start}>{ words }</span> },
        (false, true) => html! { <em data-start={start}>{ words }</em> },
        (true, false) => html! { <strong data-start={start}>{ words }</strong> },
        (true, true) => html! { <strong><em data-start={start}>{ words }</em></strong> },
    }
}
