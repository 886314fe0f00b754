//! When a copy outside the browser is due.

use crate::annotation::Timestamp;

/// Milliseconds of a week.
const WEEK: i64 = 7 * 24 * 60 * 60 * 1_000;

/// Whether a backup is due: something changed since the last copy, and that copy, or the first article
/// if there is none, is a week old, and so is the last reminder that was put away.
///
/// `articles` are when each came in and when it was last changed.
#[must_use]
pub fn backup_due(
    now: Timestamp,
    last: Option<Timestamp>,
    reminded: Option<Timestamp>,
    articles: &[(Timestamp, Timestamp)],
) -> bool {
    let first = articles.iter().map(|(added, _)| *added).min();
    let changed = articles.iter().map(|(_, changed)| *changed).max();
    let since = last.or(first).max(reminded);
    let old = since.is_some_and(|since| now.0.saturating_sub(since.0) >= WEEK);
    old && changed > last
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Times in days; an article as the day it came in and the day it was changed.
    fn check(now: i64, last: Option<i64>, articles: &[(i64, i64)], due: bool) {
        let at = |day: i64| Timestamp(day * 24 * 60 * 60 * 1_000);
        let articles: Vec<_> = articles.iter().map(|(added, changed)| (at(*added), at(*changed))).collect();
        assert_eq!(backup_due(at(now), last.map(at), None, &articles), due, "{now} {last:?}");
        assert!(!backup_due(at(now), last.map(at), Some(at(now - 6)), &articles), "reminded this week");
        assert_eq!(backup_due(at(now), last.map(at), Some(at(now - 7)), &articles), due, "reminded before");
    }

    #[test]
    fn a_week_of_work_without_a_copy_is_due() {
        check(17, None, &[(10, 10)], true);
        check(16, None, &[(10, 16)], false);
        check(27, Some(20), &[(10, 26)], true);
        check(26, Some(20), &[(10, 26)], false);
    }

    #[test]
    fn nothing_is_due_where_nothing_changed() {
        check(100, None, &[], false);
        check(100, Some(20), &[(10, 19), (5, 6)], false);
        check(100, Some(20), &[(10, 19), (5, 21)], true);
    }
}
