//! What holds for any column.

use proptest::prelude::*;

use super::{Stands, Wanted, arrange};

fn cards() -> impl Strategy<Value = (Vec<Wanted>, Option<usize>, i32)> {
    let card = (-50..2_000_i32, 24..500_i32, 0..40_i32);
    let cards = prop::collection::vec(card, 0..60).prop_map(|mut cards| {
        cards.sort_unstable();
        let card = |(top, full, folded): (i32, i32, i32)| Wanted { top, full, folded: folded.min(full) };
        cards.into_iter().map(card).collect::<Vec<_>>()
    });
    (cards, prop::option::of(0..60_usize), 0..16_i32)
}

fn height((card, stands): (&Wanted, &Stands)) -> i32 {
    if stands.folded { card.folded } else { card.full }
}

proptest! {
    #[test]
    fn cards_keep_their_order_and_never_overlap((cards, hand, gap) in cards()) {
        let found = arrange(&cards, hand, gap);
        prop_assert_eq!(found.len(), cards.len());
        prop_assert!(found.iter().all(|stands| stands.top >= 0));
        let all: Vec<_> = cards.iter().zip(&found).collect();
        for (one, next) in all.iter().zip(all.iter().skip(1)) {
            prop_assert!(one.1.top + height(*one) + gap <= next.1.top, "{:?} {:?}", one, next);
        }
    }

    #[test]
    fn the_one_in_hand_is_open_and_at_its_line((cards, hand, gap) in cards()) {
        let found = arrange(&cards, hand, gap);
        let Some((card, stands)) = hand.and_then(|at| cards.get(at).zip(found.get(at))) else { return Ok(()) };
        prop_assert!(!stands.folded);
        let least: i32 = cards.iter().take(hand.unwrap_or(0)).map(|before| before.folded + gap).sum();
        prop_assert!(stands.top == card.top || (least > card.top && stands.top == least), "{:?}", stands);
    }

    #[test]
    fn a_card_that_nobody_touches_stands_at_its_line((cards, hand, gap) in cards()) {
        let found = arrange(&cards, hand, gap);
        for (at, (card, stands)) in cards.iter().zip(&found).enumerate() {
            let over = |at: usize| cards.get(at).zip(found.get(at)).map(|both| both.1.top + height(both) + gap);
            let touched = at.checked_sub(1).and_then(over) == Some(stands.top)
                || found.get(at + 1).is_some_and(|next| stands.top + height((card, stands)) + gap >= next.top);
            let in_the_way = found.get(at + 1).is_some_and(|next| stands.top + card.folded + gap >= next.top);
            prop_assert!(touched || in_the_way || stands.top == card.top.max(0), "{} {:?} {:?}", at, card, stands);
        }
    }

    #[test]
    fn the_same_cards_stand_the_same((cards, hand, gap) in cards()) {
        prop_assert_eq!(arrange(&cards, hand, gap), arrange(&cards, hand, gap));
    }
}
