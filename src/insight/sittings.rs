//! Steps as a person remembers them: by the time they sat down to work.

use std::ops::Range;

use crate::annotation::Timestamp;

/// Milliseconds without a step after which the next one begins another sitting: half an hour.
const PAUSE: i64 = 30 * 60 * 1_000;

/// Gathers steps into sittings: one person's steps, in their order, without a long pause between them.
/// Each is told by the numbers of its steps. Steps are given by when and by whom.
#[must_use]
pub fn sittings<'a>(steps: impl IntoIterator<Item = (Timestamp, &'a str)>) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = Vec::new();
    let mut before: Option<(Timestamp, &str)> = None;
    for (at, step) in steps.into_iter().enumerate() {
        match all.last_mut() {
            Some(sitting) if before.is_some_and(|before| goes_on(before, step)) => sitting.end = at + 1,
            _ => all.push(at..at + 1),
        }
        before = Some(step);
    }
    all
}

/// Whether a step belongs to the sitting of the step before it. A clock that was set back is no pause.
#[must_use]
pub fn goes_on(before: (Timestamp, &str), step: (Timestamp, &str)) -> bool {
    before.1 == step.1 && step.0.0.saturating_sub(before.0.0) <= PAUSE
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Steps as minutes and names; sittings as the numbers of their steps.
    fn check(steps: &[(i64, &str)], expected: &[&[usize]]) {
        let steps = steps.iter().map(|(minute, by)| (Timestamp(minute * 60_000), *by));
        let all: Vec<Vec<usize>> = sittings(steps).into_iter().map(Iterator::collect).collect();
        assert_eq!(all, expected);
    }

    #[test]
    fn a_long_pause_begins_another_sitting() {
        check(&[], &[]);
        check(&[(0, "")], &[&[0]]);
        check(&[(0, ""), (30, ""), (60, ""), (91, ""), (92, "")], &[&[0, 1, 2], &[3, 4]]);
    }

    #[test]
    fn so_does_another_person() {
        check(&[(0, "Ada"), (1, "Ada"), (2, "Bo"), (3, "Ada")], &[&[0, 1], &[2], &[3]]);
    }

    #[test]
    fn a_clock_that_was_set_back_is_no_pause() {
        check(&[(500, ""), (10, ""), (11, "")], &[&[0, 1, 2]]);
        let (least, most) = (Timestamp(i64::MIN), Timestamp(i64::MAX));
        assert_eq!(sittings([(least, ""), (most, ""), (least, "")]), [0..1, 1..3], "no time is out of reach");
    }
}
