//! What a verdict rests on: any number of passages elsewhere.

use yew::prelude::*;

use super::fields::Card;
use super::written::Written;
use crate::annotation::Evidence;
use crate::browser;
use crate::session::Intent;
use crate::view::{Ask, EvidencePart, Field};
use crate::words;

/// Each piece of evidence under its address, and one more that is empty: it exists from the first
/// character that is typed into it.
pub(super) fn evidence(card: &Card<'_>, all: &[Evidence]) -> Html {
    let empty = Evidence::default();
    let each = all.iter().chain([&empty]).enumerate();
    html! {
        <div class="evidence" role="group" aria-label={words::evidence()}>
            { for each.map(|(at, evidence)| one(card, at, evidence, at == all.len())) }
        </div>
    }
}

fn name(part: EvidencePart) -> String {
    match part {
        EvidencePart::Address => words::evidence_address(),
        EvidencePart::Passage => words::evidence_passage(),
        EvidencePart::Note => words::evidence_note(),
        EvidencePart::Day => words::evidence_day(),
    }
}

/// How a day is written.
fn hint(part: EvidencePart) -> String {
    if part == EvidencePart::Day { words::day_hint() } else { String::new() }
}

fn one(card: &Card<'_>, at: usize, evidence: &Evidence, new: bool) -> Html {
    let text = [&evidence.url, &evidence.quote, &evidence.note].into_iter().find(|text| !text.is_empty());
    let summary = match text {
        _ if new => words::add_evidence(),
        text => words::evidence_named(at + 1, text.map_or("", String::as_str)),
    };
    let part = |part: EvidencePart, value: &str| {
        let field = Field::Evidence(at, part);
        html! {
            <Written mark={card.mark.id.clone()} {field} name={name(part)} hint={hint(part)} value={value.to_owned()}
                restored={card.restored(field)} ask={card.ask.clone()} />
        }
    };
    let open = EvidencePart::ALL.into_iter().any(|part| card.restored(Field::Evidence(at, part)).is_some());
    html! {
        <details key={at} {open}>
            <summary id={format!("evidence-{}-{at}", card.mark.id)}>{ summary }</summary>
            { part(EvidencePart::Address, &evidence.url) }
            { link(&evidence.url) }
            { part(EvidencePart::Passage, &evidence.quote) }
            { part(EvidencePart::Note, &evidence.note) }
            { part(EvidencePart::Day, &evidence.accessed) }
            if !new { { remove(card, at) } }
        </details>
    }
}

/// Only addresses of the web lead anywhere: one that is a script would run here.
fn link(url: &str) -> Html {
    let safe = url.starts_with("https://") || url.starts_with("http://");
    html! {
        if safe {
            <a class="strong" href={url.to_owned()} target="_blank" rel="noopener noreferrer">{ words::open_address() }</a>
        }
    }
}

/// The focus goes to what stands in its place then.
fn remove(card: &Card<'_>, at: usize) -> Html {
    let (id, ask) = (card.mark.id.clone(), card.ask.clone());
    let onclick = move |_| {
        ask.emit(Ask::Do(Intent::RemoveEvidence(id.clone(), at)));
        browser::focus_by_id(&format!("evidence-{id}-{at}"));
    };
    html! { <button class="plain danger" {onclick}>{ words::remove_evidence() }</button> }
}
