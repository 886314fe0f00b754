//! Small columns by hand.

use super::{FAR, Stands, Wanted, arrange};

const GAP: i32 = 8;

/// Cards of 60, or 20 folded, at these lines; a folded card is told by a minus sign before its top.
fn check(lines: &[i32], hand: Option<usize>, expected: &[i32]) {
    let cards: Vec<Wanted> = lines.iter().map(|top| Wanted { top: *top, full: 60, folded: 20 }).collect();
    let told = |stands: &Stands| if stands.folded { -stands.top } else { stands.top };
    let found: Vec<i32> = arrange(&cards, hand, GAP).iter().map(told).collect();
    assert_eq!(found, expected, "lines {lines:?}, in hand {hand:?}");
}

#[test]
fn cards_with_room_stand_at_their_lines() {
    check(&[], None, &[]);
    check(&[300], None, &[300]);
    check(&[0, 68, 500], None, &[0, 68, 500]);
}

#[test]
fn neighbours_share_what_they_are_pushed() {
    check(&[300, 300], None, &[266, 334]);
    check(&[300, 310, 900], None, &[271, 339, 900]);
    check(&[300, 300, 300], None, &[232, 300, 368]);
}

#[test]
fn nothing_stands_above_the_top() {
    check(&[0, 0], None, &[0, 68]);
    check(&[-40, 200], None, &[0, 200]);
}

#[test]
fn the_one_in_hand_stands_at_its_line() {
    check(&[300, 300, 300], Some(0), &[300, 368, 436]);
    check(&[300, 300, 300], Some(1), &[232, 300, 368]);
    check(&[300, 300, 300], Some(2), &[164, 232, 300]);
    check(&[300, 300], Some(7), &[266, 334]);
}

#[test]
fn what_does_not_fit_above_the_one_in_hand_folds() {
    check(&[0, 0, 60], Some(2), &[0, -28, 60]);
    check(&[10, 10, 10], Some(2), &[0, -28, 56]);
}

#[test]
fn a_crowd_folds_and_the_last_of_it_stays_open() {
    let lines = [1000; 8];
    let cards: Vec<Wanted> = lines.iter().map(|top| Wanted { top: *top, full: 60, folded: 20 }).collect();
    let found = arrange(&cards, None, GAP);
    assert!(found.iter().take(7).all(|card| card.folded), "{found:?}");
    assert!(found.iter().all(|card| (card.top - 1000).abs() <= FAR), "{found:?}");
    assert!(!found[7].folded, "below it is nothing: {found:?}");
}

#[test]
fn far_crowds_do_not_fold_each_other() {
    let lines = [vec![1000; 8], vec![3000]].concat();
    let cards: Vec<Wanted> = lines.iter().map(|top| Wanted { top: *top, full: 60, folded: 20 }).collect();
    assert_eq!(arrange(&cards, None, GAP)[8], Stands { top: 3000, folded: false });
}

#[test]
fn ten_thousand_cards_are_arranged() {
    let card = |n: i32| Wanted { top: n * 11 % 400 + n * 3, full: 40 + n % 50, folded: 24 };
    let cards: Vec<Wanted> = (0..10_000).map(card).collect();
    let found = arrange(&cards, Some(5_000), GAP);
    assert_eq!(found.len(), cards.len());
    assert!(found.is_sorted_by(|one, next| one.top < next.top));
}
