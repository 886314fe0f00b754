//! The meter: in words and as a picture.

use yew::prelude::*;

use crate::view::{Ask, Care, Fill, Held, StorageView};
use crate::words;

/// Parts of the picture that are set apart; what is smaller is one part.
const PARTS: usize = 12;

/// The smallest part that is drawn, as a fraction of the room.
const LEAST: usize = 300;

/// The share from which room is short, as a place in the picture.
const SHORT: &str = "80%";

pub(super) fn room(storage: &StorageView, ask: &Callback<Ask>) -> Html {
    let said = words::room_in_words(storage.used, storage.room);
    let taken = storage.held.iter().map(|held| held.units).sum();
    let left = words::room_left(storage.held.len(), taken, storage.room.saturating_sub(storage.used));
    html! {
        <section aria-labelledby="storage-room">
            <h3 id="storage-room">{ words::room_heading() }</h3>
            { meter(storage, &said) }
            <p>{ &said }{ for left.map(|left| format!(" {left}")) }</p>
            { warning(storage.fill()) }
            <div class="row">
                <button class="plain" disabled={storage.packing} aria-describedby="make-room-hint" onclick={ask.reform(|_| Ask::Care(Care::MakeRoom))}>
                    { if storage.packing { words::making_room() } else { words::make_room() } }
                </button>
                <span class="hint" id="make-room-hint">{ words::make_room_hint() }</span>
            </div>
        </section>
    }
}

fn warning(fill: Fill) -> Html {
    match fill {
        Fill::Calm => html! {},
        Fill::Short => html! { <p class="short">{ words::short_of_room() }</p> },
        Fill::Full => html! { <p class="short full">{ words::room_is_full() }</p> },
    }
}

/// Articles side by side, the largest first; the line stands where room gets short.
fn meter(storage: &StorageView, said: &str) -> Html {
    let now = words::share_of(storage.used, storage.room).min(100);
    let class = match storage.fill() {
        Fill::Calm => "meter",
        Fill::Short => "meter short",
        Fill::Full => "meter full",
    };
    html! {
        <svg {class} role="meter" aria-label={words::room_heading()} aria-valuemin="0" aria-valuemax="100"
            aria-valuenow={now.to_string()} aria-valuetext={said.to_owned()}>
            { for parts(storage) }
            <line x1={SHORT} x2={SHORT} y1="0" y2="100%" />
        </svg>
    }
}

fn parts(storage: &StorageView) -> Vec<Html> {
    let (large, small) = storage.held.split_at(storage.held.len().min(PARTS));
    let rest = storage.rest + small.iter().map(|held| held.units).sum::<usize>();
    let named = large.iter().map(|held: &Held| (held.title.clone(), held.units));
    let mut left = 0;
    let part = |(title, units): (String, usize)| {
        // What is there is seen, however little it is.
        let units = units.max(storage.room / LEAST);
        let (x, width) = (place(left, storage.room), place(units, storage.room));
        left += units;
        html! {
            <rect key={x.clone()} class="part" {x} {width} height="100%"><title>{ title }</title></rect>
        }
    };
    named.chain([(words::everything_else(), rest)]).filter(|(_, units)| *units > 0).map(part).collect()
}

/// A share of the room in per cent with two decimals, made of whole numbers.
fn place(units: usize, room: usize) -> String {
    let share = units as u64 * 10_000 / room.max(1) as u64;
    format!("{}.{:02}%", share / 100, share % 100)
}
