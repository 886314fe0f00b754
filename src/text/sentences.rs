//! Sentences as people read them in a newspaper.

use unicode_segmentation::UnicodeSegmentation;

use super::{ByteOffset, Span, Text, trim};

/// What a full stop shortens without ending a sentence, in lower case.
const SHORT: &str = "mr mrs ms dr prof st sr gen col lt maj sgt cpl capt cmdr adm gov sen rep reps sens rev hon pres \
    jan feb mar apr jun jul aug sept sep oct nov dec vs messrs mme mlle hr fr ph approx dept est";

/// Words that begin a sentence so often that *the U.S.* before them has ended one.
const BEGIN: &str = "the a an in on at it he she they we i you but and this that these those there when while if as for \
    after before his her its their no not one some many most";

/// The sentences of a stretch in order, without the white space between them (UAX #29, but *Mr.*,
/// *J.* and *the U.S. Senate* end none).
///
/// ```
/// use sayso::text::{Text, sentences};
/// let text = Text::new("Mr. A. Reyes left. Why? “Nobody asked.”");
/// let found = sentences(&text, text.whole().expect("not empty"));
/// let found: Vec<_> = found.into_iter().map(|sentence| text.slice(sentence)).collect();
/// assert_eq!(found, ["Mr. A. Reyes left.", "Why?", "“Nobody asked.”"]);
/// ```
#[must_use]
pub fn sentences(text: &Text, stretch: Span) -> Vec<Span> {
    let base = stretch.start().0;
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut goes_on = false;
    let mut rest = text.slice(stretch).split_sentence_bound_indices().peekable();
    while let Some((at, sentence)) = rest.next() {
        let end = base + at + sentence.len();
        match found.last_mut() {
            Some(last) if goes_on => last.1 = end,
            _ => found.push((base + at, end)),
        }
        goes_on = rest.peek().is_some_and(|(_, next)| is_cut_short(sentence, next));
    }
    let spans = found.into_iter().filter_map(|(start, end)| text.span(ByteOffset(start)..ByteOffset(end)));
    spans.filter_map(|sentence| trim(text, sentence)).collect()
}

/// Whether the next words belong to what looks like a sentence: it ends with an abbreviation, or they
/// go on in lower case (*“Who knew?” she asked*).
fn is_cut_short(sentence: &str, next: &str) -> bool {
    if sentence.ends_with('\n') {
        return false;
    }
    if next.starts_with(char::is_lowercase) {
        return true;
    }
    let Some(words) = sentence.trim_end().strip_suffix('.') else { return false };
    let last = words.rsplit(|c: char| !c.is_alphanumeric() && c != '.').next().unwrap_or_default();
    let first: String = next.chars().take_while(|c| c.is_alphanumeric()).collect();
    // A full stop tells the initial *A.* from the article.
    let begins = has(BEGIN, &first) && !next.get(first.len()..).unwrap_or_default().starts_with('.');
    let mut parts = last.split('.');
    let initials = parts.all(|part| part.chars().count() == 1 && part.starts_with(char::is_alphabetic));
    let capital = last.starts_with(char::is_uppercase);
    !begins && (has(SHORT, last) || (initials && capital))
}

/// Whether a list holds a word, in whatever case it is written.
fn has(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split_whitespace().any(|known| known.eq_ignore_ascii_case(word))
}

/// The sentence, or the sentences, that the span lies in, looked for inside `within` (a block).
#[must_use]
pub fn sentence_around(text: &Text, within: Span, span: Span) -> Span {
    let touched = sentences(text, within).into_iter().filter(|sentence| sentence.overlaps(span));
    let hull = touched.reduce(|first, last| {
        let hull = text.span(first.start().min(last.start())..first.end().max(last.end()));
        hull.unwrap_or(first)
    });
    hull.unwrap_or(span)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(written: &str, expected: &[&str]) {
        let text = Text::new(written);
        let whole = text.whole().expect("not empty");
        let found: Vec<_> = sentences(&text, whole).into_iter().map(|span| text.slice(span)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn abbreviations_end_no_sentence() {
        check("It is safe. It is closed.", &["It is safe.", "It is closed."]);
        check("Dr. Varga met Gov. Reyes. He left.", &["Dr. Varga met Gov. Reyes.", "He left."]);
        check("By J. P. Reyes on Jan. 5 it was over.", &["By J. P. Reyes on Jan. 5 it was over."]);
        check("The U.S. Senate met.", &["The U.S. Senate met."]);
        check("They left the U.S. The Senate met.", &["They left the U.S.", "The Senate met."]);
        check("It said no. Reyes said yes.", &["It said no.", "Reyes said yes."]);
        check("They left in Jan. It was over.", &["They left in Jan.", "It was over."]);
        check("It cost $3.5 million. Why?!", &["It cost $3.5 million.", "Why?!"]);
    }

    #[test]
    fn quotation_marks_belong_to_what_they_close() {
        check("“We knew.” The board denies it.", &["“We knew.”", "The board denies it."]);
        check("“Who knew?” she asked. Nobody.", &["“Who knew?” she asked.", "Nobody."]);
        check("“A is so. B is not,” she said.", &["“A is so.", "B is not,” she said."]);
        check("知っていた。知らない。", &["知っていた。", "知らない。"]);
        check(" \n ", &[]);
    }
}
