//! The cards of the claims, each beside its line.

use std::collections::BTreeMap;
use std::rc::Rc;

use yew::prelude::*;

use crate::annotation::{Mark, MarkId};
use crate::browser::{self, HtmlElement, Island, IslandSlot};
use crate::margin::{Wanted, arrange};
use crate::session::Session;
use crate::view::near::listed;
use crate::view::{Near, Sieve};

/// The list that the cards are in.
const LIST: &str = "cards";

/// Says to the style sheets that a card is folded to one line.
const FOLDED: &str = "data-folded";

/// Pixels between two cards.
const GAP: i32 = 6;

/// Pixels from a card's edge to where it should be level with the line.
const INSIDE: f64 = 6.0;

#[derive(Properties, PartialEq)]
pub(super) struct BesideProps {
    pub(super) session: Rc<Session>,
    /// Which marks have a card at present.
    pub(super) sieve: Sieve,
    pub(super) near: Near,
    pub(super) slot: IslandSlot,
    pub(super) root: NodeRef,
}

/// Arranges the cards when marks have changed, and when the sheet, the column or the card in hand has
/// changed its size. Not on scrolling: text and cards scroll as one.
#[component]
pub(super) fn Beside(BesideProps { session, sieve, near, slot, root }: &BesideProps) -> Html {
    let (slot, root) = (slot.clone(), root.clone());
    let heights = use_mut_ref(Heights::default);
    use_effect_with((session.clone(), sieve.clone(), near.clone()), move |(session, sieve, near)| {
        let hand = session.in_hand.as_ref().and_then(card);
        let watched = [root.cast(), browser::by_id(LIST), hand];
        let (session, sieve, near) = (session.clone(), sieve.clone(), near.clone());
        let sizes = browser::on_sizes(watched.into_iter().flatten(), move || {
            if let (Some(island), Some(list)) = (slot.get(), browser::by_id(LIST)) {
                place(&session, (&sieve, &near), &island, &list, &mut heights.borrow_mut());
            }
        });
        move || drop(sizes)
    });
    html! {}
}

/// The card of a mark, if it has one.
fn card(id: &MarkId) -> Option<HtmlElement> {
    browser::parent(&browser::by_id(&format!("card-{id}"))?.into())
}

/// Measures everything, then moves everything: the browser lays the page out as rarely as can be.
fn place(
    session: &Session,
    (sieve, near): (&Sieve, &Near),
    island: &Island,
    list: &HtmlElement,
    heights: &mut Heights,
) {
    if browser::is_narrow() {
        return;
    }
    let column = browser::rect_of(list);
    let mut line = 0;
    let mut cards = Vec::new();
    // A card that stays only because it has the focus may stand far away, where nothing is laid out.
    for (_, mark) in listed(session, sieve, near, None).0 {
        let Some(card) = card(&mark.id) else { continue };
        // A mark whose place was not found stands with the mark before it.
        line = first_line(session, island, &mark).map_or(line, |top| (top - column.top - INSIDE) as i32);
        cards.push((mark.clone(), card, line));
    }
    let hand = cards.iter().position(|(mark, ..)| session.in_hand.as_ref() == Some(&mark.id));
    heights.begin(column.width as i32);
    let wanted: Vec<Wanted> = cards
        .iter()
        .enumerate()
        .map(|(at, (_, card, top))| {
            let (full, folded) = heights.of(card, hand == Some(at));
            Wanted { top: *top, full, folded }
        })
        .collect();
    heights.end();
    for ((_, card, _), stands) in cards.iter().zip(arrange(&wanted, hand, GAP)) {
        browser::set_flag(card, FOLDED, stands.folded);
        browser::place_top(card, stands.top);
    }
}

/// Where the first line of a mark is.
fn first_line(session: &Session, island: &Island, mark: &Mark) -> Option<f64> {
    let span = mark.spans()?.iter().next()?;
    browser::top_of(island, session.article.text.utf16(span).start)
}

/// Heights of closed cards by what stands in them. A folded card would have to be opened to be
/// measured, and to open all at each step would cost more than everything else.
#[derive(Debug, Default)]
struct Heights {
    width: i32,
    folded: Option<i32>,
    known: BTreeMap<String, i32>,
    seen: BTreeMap<String, i32>,
}

impl Heights {
    /// A column of another width, by the window or by the reader's zoom, has other heights.
    fn begin(&mut self, width: i32) {
        if self.width != width {
            *self = Heights { width, ..Heights::default() };
        }
    }

    /// The heights of a card as it is and folded. One in hand is never folded, and always measured.
    fn of(&mut self, card: &HtmlElement, in_hand: bool) -> (i32, i32) {
        if in_hand {
            browser::set_flag(card, FOLDED, false);
            let height = height(card);
            return (height, height);
        }
        let text = browser::text_of(card);
        let full = self.known.get(&text).copied().unwrap_or_else(|| {
            browser::set_flag(card, FOLDED, false);
            height(card)
        });
        self.seen.insert(text, full);
        let folded = *self.folded.get_or_insert_with(|| {
            browser::set_flag(card, FOLDED, true);
            height(card)
        });
        (full, folded)
    }

    /// What was not seen this time is forgotten.
    fn end(&mut self) {
        self.known = std::mem::take(&mut self.seen);
    }
}

fn height(card: &HtmlElement) -> i32 {
    browser::rect_of(card).height.ceil() as i32
}
