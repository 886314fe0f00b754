//! Finding words in a text as a person means them.

use super::{ByteOffset, Span, Text};

/// All places where the words stand, from first to last, without overlap. Case does not count, nor
/// the shape of quotation marks, apostrophes and dashes, nor whether a space is a line end.
///
/// ```
/// use sayso::text::{Text, find};
/// let text = Text::new("“We’re going,” she said.");
/// let found = find(&text, "we're GOING");
/// assert_eq!(text.slice(found[0]), "We’re going");
/// ```
#[must_use]
pub fn find(text: &Text, words: &str) -> Vec<Span> {
    let wanted: String = words.trim().chars().flat_map(fold).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let (folded, origins) = folded(text);
    let origin = |at: usize| origins.get(at).copied().unwrap_or(text.len().0);
    let hits = folded.match_indices(&wanted);
    hits.filter_map(|(at, hit)| {
        let end = after_character(text, origin(at + hit.len() - 1));
        text.span(ByteOffset(origin(at))..ByteOffset(end))
    })
    .collect()
}

/// The folded text, and for each of its bytes where the character it came from starts.
fn folded(text: &Text) -> (String, Vec<usize>) {
    let (mut folded, mut origins) = (String::new(), Vec::new());
    for (at, c) in text.as_str().char_indices() {
        folded.extend(fold(c));
        origins.resize(folded.len(), at);
    }
    (folded, origins)
}

fn after_character(text: &Text, start: usize) -> usize {
    text.after(ByteOffset(start)).chars().next().map_or(start, |c| start + c.len_utf8())
}

fn fold(c: char) -> impl Iterator<Item = char> {
    let plain = match c {
        '‘' | '’' | '‚' | '‛' | 'ʼ' => '\'',
        '“' | '”' | '„' | '‟' | '«' | '»' => '"',
        '‐' | '‑' | '–' | '—' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    };
    plain.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, words: &str, expected: &[&str]) {
        let text = Text::new(text);
        let found: Vec<_> = find(&text, words).into_iter().map(|span| text.slice(span).to_owned()).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn finds_as_a_person_means_it() {
        check("one two One", "ONE", &["one", "One"]);
        check("a\nb", "a b", &["a\nb"]);
        check("aaa", "aa", &["aa"]);
        check("İstanbul’da", "istanbul", &[]);
        check("İstanbul’da", "bul'da", &["bul’da"]);
        check("say 🙂🙂", "🙂", &["🙂", "🙂"]);
        check("text", "  ", &[]);
        check("", "x", &[]);
    }
}
