//! Who is meant: the words that name somebody.

use super::lexicon::{is_break, is_determiner, is_link, is_plural, is_pronoun, may_be_noun};
use super::stretch::{Stretch, Word};

/// The most words a name has: *two people familiar with the state of the talks*.
const LONGEST: usize = 10;

/// Where a name that starts with this word ends, exclusive; `None` if none starts there. It goes as
/// far as a name may go.
pub(super) fn name_from(stretch: &Stretch, start: usize) -> Option<usize> {
    (start + 1..=(start + LONGEST).min(stretch.words.len())).rev().find(|end| is_name(stretch, start, *end))
}

/// Where a name starts that ends before this word; `None` if none does. It goes as far back as a
/// name may go.
pub(super) fn name_until(stretch: &Stretch, end: usize) -> Option<usize> {
    (end.saturating_sub(LONGEST)..end).find(|start| is_name(stretch, *start, end))
}

/// Whether the words from `start` to `end` are one name.
pub(super) fn is_name(stretch: &Stretch, start: usize, end: usize) -> bool {
    let Some(words) = stretch.words.get(start..end) else { return false };
    let Some((first, rest)) = words.split_first() else { return false };
    if rest.iter().any(|word| word.is_apart) || is_break(&first.lower) && !is_determiner(&first.lower) {
        return false;
    }
    if is_pronoun(&first.lower) {
        return rest.is_empty();
    }
    if first.is_verb && !first.is_capital {
        return false;
    }
    holds_together(first, rest) && ends_well(words)
}

/// Whether each word may follow the one before: links need something that they link, and only after
/// a link does another article begin.
fn holds_together(first: &Word, rest: &[Word]) -> bool {
    let mut before = first;
    for word in rest {
        let linked = is_link(&before.lower);
        let opens = is_determiner(&word.lower) && !word.lower.starts_with(|c: char| c.is_ascii_digit());
        let stops = is_break(&word.lower) && !is_link(&word.lower);
        let small = is_link(&word.lower);
        if stops
            || is_pronoun(&word.lower)
            || (opens && !linked)
            || (small && linked && before.lower != "familiar")
        {
            return false;
        }
        if word.is_verb && !word.is_capital && !may_be_noun(&word.lower) {
            return false;
        }
        before = word;
    }
    true
}

/// Whether the words name somebody: a capital, an article before a noun, or persons in the plural.
fn ends_well(words: &[Word]) -> bool {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    let is_weekday = first.lower.ends_with("day") && is_break(&first.lower);
    let head = words.iter().take_while(|word| !is_link(&word.lower)).last();
    let determined = is_determiner(&first.lower) && (words.len() > 1 || counts(&first.lower));
    let plural = head.is_some_and(|head| is_plural(&head.lower));
    // The first word of a sentence has a capital whatever it is.
    let capital = first.is_capital && (words.len() > 1 || !is_determiner(&first.lower));
    !is_link(&last.lower)
        && !is_weekday
        && !is_determiner_alone(last, words)
        && (determined || plural || capital)
}

fn is_determiner_alone(last: &Word, words: &[Word]) -> bool {
    words.len() > 1 && is_determiner(&last.lower) && !counts(&last.lower)
}

/// Whether a determiner may stand for somebody by itself: *one*, *several*, *some*.
fn counts(word: &str) -> bool {
    matches!(word, "one" | "two" | "three" | "some" | "several" | "many" | "most" | "both" | "another")
}
