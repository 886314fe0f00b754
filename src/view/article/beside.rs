//! The cards of the claims, each beside its line.

use std::collections::BTreeMap;
use std::rc::Rc;

use yew::prelude::*;

use crate::annotation::{Mark, MarkId};
use crate::article::Article;
use crate::browser::{self, HtmlElement, Island, IslandSlot, Rect};
use crate::margin::{Wanted, arrange};
use crate::text::Utf16Offset;
use crate::view::claims::{Face, LIST, Listing};

/// Says to the style sheets that a card is folded to one line.
const FOLDED: &str = "data-folded";

/// Pixels between two cards.
const GAP: i32 = 6;

/// Pixels from a card's edge to where it should be level with the line.
const INSIDE: f64 = 6.0;

#[derive(Properties, PartialEq)]
pub(super) struct BesideProps {
    pub(super) article: Rc<Article>,
    /// The cards that are there.
    pub(super) listing: Rc<Listing>,
    pub(super) hand: Option<MarkId>,
    pub(super) slot: IslandSlot,
    pub(super) root: NodeRef,
}

/// Arranges the cards when others are there, or one says something else, and when the sheet, the column
/// or the card in hand has changed its size. Not on scrolling: text and cards scroll as one.
#[component]
pub(super) fn Beside(BesideProps { article, listing, hand, slot, root }: &BesideProps) -> Html {
    let (slot, root, article) = (slot.clone(), root.clone(), article.clone());
    let measured = use_mut_ref(Measured::default);
    use_effect_with((listing.clone(), hand.clone()), move |(listing, hand)| {
        let column = browser::by_id(LIST);
        let open = hand.as_ref().and_then(card);
        let watched = [root.cast(), column.clone(), open];
        let (listing, hand) = (listing.clone(), hand.clone());
        let sizes = browser::on_sizes(watched.into_iter().flatten(), move || {
            let sheet = root.cast::<HtmlElement>();
            if let Some(((island, column), sheet)) = slot.get().zip(column.as_ref()).zip(sheet) {
                let place = Place { article: &article, listing: &listing, hand: hand.as_ref() };
                place.all(&island, (&sheet, column), &mut measured.borrow_mut());
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

struct Place<'a> {
    article: &'a Article,
    listing: &'a Listing,
    hand: Option<&'a MarkId>,
}

impl Place<'_> {
    /// Measures everything, then moves everything: the browser lays the page out as rarely as can be.
    fn all(&self, island: &Island, (sheet, column): (&HtmlElement, &HtmlElement), known: &mut Measured) {
        let cards = browser::children(column);
        // Cards that are just coming or going are told of once they are there or gone.
        if browser::is_narrow() || cards.len() != self.listing.cards.len() {
            return;
        }
        let (sheet, column) = (browser::rect_of(sheet), browser::rect_of(column));
        known.begin(sheet, column);
        let mut line = 0;
        let (mut there, mut wanted, mut hand) = (Vec::new(), Vec::new(), None);
        for (entry, card) in self.listing.cards.iter().zip(&cards) {
            if entry.stays {
                continue;
            }
            let in_hand = self.hand == Some(&entry.mark.id);
            if in_hand {
                hand = Some(there.len());
            }
            // A mark whose place was not found stands with the mark before it.
            line = known.line(self.article, island, &entry.mark).map_or(line, |top| (top - INSIDE) as i32);
            let (full, folded) = known.height(&entry.mark.id, &entry.face, card, in_hand);
            wanted.push(Wanted { top: line, full, folded });
            there.push(card);
        }
        known.end();
        for (card, stands) in there.into_iter().zip(arrange(&wanted, hand, GAP)) {
            browser::set_flag(card, FOLDED, stands.folded);
            browser::place_top(card, stands.top);
        }
    }
}

/// What was measured before and still holds: to measure all cards and lines at each step would cost
/// more than everything else.
#[derive(Debug, Default)]
struct Measured {
    /// The width of the column, and the width and height of the sheet: by the window, by the reader's
    /// zoom or by what comes near other widths have other heights, and another height other lines.
    column: i32,
    sheet: (i32, i32),
    /// From the upper edge of the sheet to that of the column.
    shift: f64,
    top: f64,
    folded: Option<i32>,
    heights: BTreeMap<MarkId, (Rc<Face>, i32)>,
    seen: BTreeMap<MarkId, (Rc<Face>, i32)>,
    /// Where lines are below the upper edge of the sheet, by where marks begin.
    lines: BTreeMap<Utf16Offset, f64>,
}

impl Measured {
    fn begin(&mut self, sheet: Rect, column: Rect) {
        if self.column != column.width as i32 {
            *self = Measured { column: column.width as i32, ..Measured::default() };
        }
        let size = (sheet.width as i32, sheet.height as i32);
        if self.sheet != size {
            self.sheet = size;
            self.lines.clear();
        }
        (self.shift, self.top) = (sheet.top - column.top, sheet.top);
    }

    /// Where the first line of a mark is, below the upper edge of the column.
    fn line(&mut self, article: &Article, island: &Island, mark: &Mark) -> Option<f64> {
        let start = article.text.utf16(mark.spans()?.iter().next()?).start;
        let known = self.lines.get(&start).copied();
        let line = known.or_else(|| Some(browser::top_of(island, start)? - self.top))?;
        self.lines.insert(start, line);
        Some(line + self.shift)
    }

    /// The heights of a card as it is and folded. One in hand is never folded, and always measured. A
    /// folded card would have to be opened to be measured.
    fn height(&mut self, id: &MarkId, face: &Rc<Face>, card: &HtmlElement, in_hand: bool) -> (i32, i32) {
        if in_hand {
            browser::set_flag(card, FOLDED, false);
            let height = height(card);
            return (height, height);
        }
        let known = self.heights.get(id).filter(|(known, _)| Rc::ptr_eq(known, face));
        let full = known.map(|(_, height)| *height).unwrap_or_else(|| {
            browser::set_flag(card, FOLDED, false);
            height(card)
        });
        self.seen.insert(id.clone(), (face.clone(), full));
        let folded = *self.folded.get_or_insert_with(|| {
            browser::set_flag(card, FOLDED, true);
            height(card)
        });
        (full, folded)
    }

    /// What was not seen this time is forgotten.
    fn end(&mut self) {
        self.heights = std::mem::take(&mut self.seen);
    }
}

fn height(card: &HtmlElement) -> i32 {
    browser::rect_of(card).height.ceil() as i32
}
