//! Which of several things kept their order.

/// For each pair of an old and a new place, whether it belongs to the largest set whose order is
/// as it was; of several such sets, to one. What has no place belongs to none.
///
/// This is the longest increasing subsequence (Fredman, *On computing the length of longest
/// increasing subsequences*, 1975), by patience sorting.
pub(super) fn in_order(places: &[Option<(usize, usize)>]) -> Vec<bool> {
    let numbered = places.iter().enumerate();
    let mut pairs: Vec<_> = numbered.filter_map(|(at, place)| place.map(|place| (place, at))).collect();
    pairs.sort_unstable();
    // For each length, the pair that ends the sequence of that length with the least new place.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    let new = |at: usize| pairs.get(at).map_or(0, |((_, new), _)| *new);
    for at in 0..pairs.len() {
        let len = ends.partition_point(|end| new(*end) <= new(at));
        before.push(len.checked_sub(1).and_then(|shorter| ends.get(shorter)).copied());
        match ends.get_mut(len) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut kept = vec![false; places.len()];
    let mut next = ends.last().copied();
    while let Some(at) = next {
        if let Some(kept) = pairs.get(at).and_then(|(_, place)| kept.get_mut(*place)) {
            *kept = true;
        }
        next = before.get(at).copied().flatten();
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn most_stay_and_few_have_moved() {
        fn check(new: &[usize], stayed: &str) {
            let pairs: Vec<_> = new.iter().enumerate().map(|(old, new)| Some((old, *new))).collect();
            let kept: String =
                in_order(&pairs).into_iter().map(|kept| if kept { 'x' } else { '-' }).collect();
            assert_eq!(kept, stayed, "{new:?}");
        }
        check(&[], "");
        check(&[7], "x");
        check(&[1, 2, 3], "xxx");
        check(&[11, 12, 3, 14], "xx-x");
        check(&[9, 2, 3, 4], "-xxx");
        check(&[2, 3, 4, 1], "xxx-");
        check(&[5, 5, 5], "xxx");
    }

    #[test]
    fn what_has_no_place_stays_out_and_the_order_given_does_not_matter() {
        assert_eq!(in_order(&[Some((9, 90)), None, Some((1, 10))]), [true, false, true]);
    }
}
