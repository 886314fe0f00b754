//! Finds every place where a quote stands, those that overlap too.

/// The byte offsets at which `needle` stands in `text`, in order; none for an empty needle.
///
/// This is the search of Knuth, Morris and Pratt, because the standard library skips occurrences
/// that overlap an earlier one, and searching anew after each would let a hostile file (a megabyte
/// of one letter) hang the page. Its cost is the two lengths together, whatever they hold.
pub(super) fn occurrences(text: &str, needle: &str) -> Vec<usize> {
    let (needle, borders) = (needle.as_bytes(), borders(needle.as_bytes()));
    let mut found = Vec::new();
    let mut matched = 0;
    for (at, byte) in text.bytes().enumerate() {
        matched = extend(needle, &borders, matched, byte);
        if matched == needle.len() && matched > 0 {
            found.push(at + 1 - matched);
        }
    }
    found
}

/// For each length of a beginning of the needle, the longest shorter beginning that also ends it.
fn borders(needle: &[u8]) -> Vec<usize> {
    let mut borders = vec![0];
    let mut matched = 0;
    for byte in needle.iter().skip(1) {
        matched = extend(needle, &borders, matched, *byte);
        borders.push(matched);
    }
    borders
}

/// The bytes of the needle that are matched once `byte` has followed the first `matched` of them.
fn extend(needle: &[u8], borders: &[usize], mut matched: usize, byte: u8) -> usize {
    while matched > 0 && needle.get(matched) != Some(&byte) {
        matched = borders.get(matched - 1).copied().unwrap_or(0);
    }
    if needle.get(matched) == Some(&byte) { matched + 1 } else { matched }
}

#[cfg(test)]
mod tests {
    use super::occurrences;

    #[test]
    fn every_place_is_found() {
        fn check(text: &str, needle: &str, expected: &[usize]) {
            assert_eq!(occurrences(text, needle), expected, "{needle:?} in {text:?}");
        }
        check("", "", &[]);
        check("abc", "", &[]);
        check("", "a", &[]);
        check("aaaa", "aa", &[0, 1, 2]);
        check("ananas banana", "ana", &[0, 2, 8, 10]);
        check("abacababacab", "abacab", &[0, 6]);
        check("ééé", "éé", &[0, 2]);
        check("a🙂b🙂", "🙂", &[1, 6]);
        check("short", "shorter", &[]);
    }
}
