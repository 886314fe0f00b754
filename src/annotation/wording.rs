//! Two wordings of the same passage, compared word by word.

/// A stretch of a wording, and whether the other wording lacks it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Words with the white space behind them.
    pub words: String,
    /// Whether the other wording lacks them.
    pub only_here: bool,
}

/// Words that two wordings may have between what they begin and end with alike; beyond that, all
/// that lies between counts as different.
const COMPARED: usize = 400;

/// Two wordings, word by word: what only the former has, and what only the present one.
///
/// ```
/// use sayso::annotation::differences;
/// let [former, now] = differences("It closed on Monday.", "It closed on Sunday.");
/// let only = |side: &[sayso::annotation::Difference]| {
///     side.iter().filter(|part| part.only_here).map(|part| part.words.clone()).collect::<String>()
/// };
/// assert_eq!((only(&former).as_str(), only(&now).as_str()), ("Monday.", "Sunday."));
/// ```
#[must_use]
pub fn differences(former: &str, now: &str) -> [Vec<Difference>; 2] {
    let (before, after): (Vec<&str>, Vec<&str>) = (words(former), words(now));
    let alike = |pair: &(&&str, &&str)| pair.0.trim_end() == pair.1.trim_end();
    let head = before.iter().zip(&after).take_while(alike).count();
    let rest = before.len().min(after.len()) - head;
    let tail = before.iter().rev().zip(after.iter().rev()).take(rest).take_while(alike).count();
    let middle = |words: &[&str]| head..words.len() - tail;
    let (from, to) = (middle(&before), middle(&after));
    let kept = match (before.get(from.clone()), after.get(to.clone())) {
        (Some(a), Some(b)) if a.len() <= COMPARED && b.len() <= COMPARED => common(a, b),
        _ => Vec::new(),
    };
    let shared = |range: std::ops::Range<usize>, kept: Vec<usize>| {
        move |at: usize| !range.contains(&at) || kept.binary_search(&(at - range.start)).is_ok()
    };
    let (left, right) = kept.into_iter().unzip();
    [parts(&before, shared(from, left)), parts(&after, shared(to, right))]
}

/// Words, each with the white space behind it.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let word = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let space = rest.get(word..).unwrap_or_default();
        let end = space.find(|c: char| !c.is_whitespace()).map_or(rest.len(), |at| word + at);
        let (first, left) = rest.split_at(end);
        words.push(first);
        rest = left;
    }
    words
}

/// The longest common subsequence of two lists, as pairs of places.
fn common(a: &[&str], b: &[&str]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    let mut lengths = vec![0_u16; (a.len() + 1) * width];
    let at = |i: usize, j: usize| i * width + j;
    let read = |lengths: &[u16], i, j| lengths.get(at(i, j)).copied().unwrap_or_default();
    let same = |i: usize, j: usize| a.get(i).map(|w| w.trim_end()) == b.get(j).map(|w| w.trim_end());
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            let best = if same(i, j) {
                read(&lengths, i + 1, j + 1) + 1
            } else {
                read(&lengths, i + 1, j).max(read(&lengths, i, j + 1))
            };
            if let Some(cell) = lengths.get_mut(at(i, j)) {
                *cell = best;
            }
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < a.len() && j < b.len() {
        if same(i, j) {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if read(&lengths, i + 1, j) >= read(&lengths, i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// Neighbouring words of the same standing become one part.
fn parts(words: &[&str], shared: impl Fn(usize) -> bool) -> Vec<Difference> {
    let mut parts: Vec<Difference> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let only_here = !shared(at);
        match parts.last_mut().filter(|last| last.only_here == only_here) {
            Some(last) => last.words.push_str(word),
            None => parts.push(Difference { words: (*word).to_owned(), only_here }),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(parts: &[Difference]) -> String {
        let one = |part: &Difference| {
            if part.only_here { format!("[{}]", part.words) } else { part.words.clone() }
        };
        parts.iter().map(one).collect()
    }

    #[test]
    fn two_wordings_are_compared_word_by_word() {
        fn check(former: &str, now: &str, left: &str, right: &str) {
            let [a, b] = differences(former, now);
            assert_eq!((shown(&a).as_str(), shown(&b).as_str()), (left, right));
        }
        check("", "", "", "");
        check("the same", "the same", "the same", "the same");
        check("It is shut.", "It is open.", "It is [shut.]", "It is [open.]");
        check("a b c", "a c", "a [b ]c", "a c");
        check("a c", "a b c d", "a c", "a [b ]c [d]");
        check("a x b y c", "a z b w c", "a [x ]b [y ]c", "a [z ]b [w ]c");
        check("a a", "a", "a [a]", "a");
        check("one", "two", "[one]", "[two]");
        check("a\nb", "a b", "a\nb", "a b");
    }

    #[test]
    fn what_is_too_long_to_compare_is_different_as_a_whole() {
        let long = |word: &str| format!("a {}z", format!("{word} ").repeat(COMPARED + 1));
        let [a, b] = differences(&long("x"), &long("y"));
        assert_eq!((a.len(), b.len()), (3, 3));
        assert!(a[1].only_here && b[1].only_here && !a[0].only_here && !a[2].only_here);
    }
}
