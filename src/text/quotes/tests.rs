use super::{nested_quotations, quotations};
use crate::text::Text;

#[track_caller]
fn check(written: &str, expected: &[(&str, &str)]) {
    let text = Text::new(written);
    let found = nested_quotations(&text, text.whole().expect("not empty"));
    let slices: Vec<_> = found
        .into_iter()
        .map(|q| (text.slice(q.whole), q.within.map(|within| text.slice(within)).unwrap_or_default()))
        .collect();
    assert_eq!(slices, expected);
}

#[test]
fn a_quotation_is_known_with_its_marks_and_without() {
    check("“No,” she said.", &[("“No,”", "No,")]);
    check("''No,'' she said.", &[("''No,''", "No,")]);
    check("“” is all.", &[("“”", "")]);
    check("“He said ‘no,’ again.”", &[("“He said ‘no,’ again.”", "He said ‘no,’ again."), ("‘no,’", "no,")]);
    check("He said: “We knew.", &[("“We knew.", "We knew.")]);
    check("The officials’ plan.", &[]);
}

#[test]
fn a_block_of_nothing_but_marks_is_read_in_linear_time() {
    for mark in ["'a ", "‘a ", "\"", "“", "’s ", "'s ", "„", "‚ ", "‚a ", "” ", "›a "] {
        let text = Text::new(mark.repeat(400_000));
        let whole = text.whole().expect("not empty");
        assert!(
            quotations(&text, whole).iter().all(|quotation| quotation.whole.end() <= text.len()),
            "{mark}"
        );
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod properties {
    use proptest::prelude::*;

    use super::super::quotations;
    use crate::text::Text;

    fn quoting() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "“", "”", "‘", "’", "\"", "'", "„", "«", "»", "we knew", "s", " ", ", ", "\n\n", "é",
        ]);
        prop::collection::vec(piece, 1..40).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn quotations_are_in_order_and_apart(string in quoting()) {
            let text = Text::new(string);
            let whole = text.whole().expect("not empty");
            let found = quotations(&text, whole);
            prop_assert!(found.windows(2).all(|two| two[0].whole.end() <= two[1].whole.start()));
            for quotation in found {
                let inside = quotation.within.is_none_or(|w| quotation.whole.intersection(w) == Some(w));
                prop_assert!(inside && quotation.within != Some(quotation.whole));
            }
        }
    }
}
