//! How kinds look: class names that the style sheets know, and small drawings.

use yew::prelude::*;

use crate::annotation::{SourceId, SourceKind, Verdict};
use crate::article::ArticleId;
use crate::codebook::Colour;
use crate::insight::Sourcing;
use crate::session::Voice;
use crate::words;

/// The class that gives a voice its colour and its dot's shape.
pub(super) fn class(voice: Voice) -> &'static str {
    match voice {
        Voice::Of(SourceKind::NamedPerson) => "named",
        Voice::Of(SourceKind::UnnamedPerson) => "unnamed",
        Voice::Of(SourceKind::Organisation) => "organisation",
        Voice::Of(SourceKind::Document) => "document",
        Voice::Of(SourceKind::Other) => "other",
        Voice::Nobody => "none",
        Voice::Open => "open-voice",
    }
}

/// The id of a voice's row in the register.
pub(super) fn voice_id(source: &SourceId) -> String {
    format!("voice-{source}")
}

/// The dot of a voice: told apart by shape as well as by colour.
pub(super) fn dot(voice: Voice) -> Html {
    html! { <i class={classes!("dot", class(voice))} aria-hidden="true"></i> }
}

/// The class that gives a label its colour.
pub(super) fn colour(colour: Colour) -> &'static str {
    match colour {
        Colour::Grey => "grey",
        Colour::Red => "red",
        Colour::Orange => "orange",
        Colour::Yellow => "yellow",
        Colour::Green => "green",
        Colour::Teal => "teal",
        Colour::Blue => "blue",
        Colour::Pink => "pink",
    }
}

/// A sample of a label's colour; its name stands beside it.
pub(super) fn swatch(of: Colour) -> Html {
    html! { <i class={classes!("swatch", colour(of))} aria-hidden="true"></i> }
}

/// The class of a verdict's word.
pub(super) fn verdict_class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Unchecked | Verdict::CannotTell => "",
        Verdict::Supported => "ok",
        Verdict::Disputed => "doubt",
        Verdict::Refuted => "bad",
    }
}

/// The address of an article. Ids may hold anything; the percent sign alone would be read as more.
pub(super) fn address(id: &ArticleId) -> String {
    format!("#/a/{}", id.0.replace('%', "%25"))
}

/// A key as it is printed on a keyboard.
pub(super) fn key(name: impl Into<AttrValue>) -> Html {
    html! { <kbd aria-hidden="true">{ name.into() }</kbd> }
}

/// A sieve: only some marks are shown.
pub(super) fn sieve() -> Html {
    html! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="M2 3h12l-4.6 5.4v4.2l-2.8 1.2V8.4z" /></svg>
    }
}

/// A bookmark: a state with a name.
pub(super) fn bookmark() -> Html {
    html! {
        <svg class="icon bookmark" viewBox="0 0 16 16" aria-hidden="true"><path d="M4 2h8v12l-4-3.2L4 14z" /></svg>
    }
}

/// The sourcing bar. Widths are SVG attributes: styles in attributes are forbidden by the page's
/// security policy. What rests on nobody is hatched, so that it shows without colour too.
pub(super) fn stack(sourcing: &Sourcing) -> Html {
    let mut left = 0;
    let parts = sourcing.shares.iter().map(|share| {
        let x = left;
        left += share.percent;
        html! {
            <rect key={class(share.voice)} class={classes!("part", class(share.voice))}
                x={format!("{x}%")} width={format!("{}%", share.percent)} height="100%">
                <title>{ words::share(share.voice, share.percent, sourcing.words) }</title>
            </rect>
        }
    });
    html! {
        <svg class="stack" role="img" aria-label={words::shares(sourcing)}>
            <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect class="hatch" width="3" height="6" />
            </pattern>
            { for parts }
        </svg>
    }
}
