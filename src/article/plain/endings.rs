//! How a line ends: like a sentence, or in the middle of one.

/// Marks that may stand after the end of a sentence: closing quotation marks and brackets.
const CLOSERS: &[char] =
    &['”', '’', '"', '\'', '»', '›', '“', '‘', ')', ']', '}', '」', '』', '）', '*', '_'];

/// Marks that end a sentence, or announce the next one.
const ENDS: &[char] = &['.', '!', '?', '…', ':', '。', '！', '？', '：', '؟', '۔', '।', '॥', '⁇', '．'];

/// Marks after which a sentence goes on.
const PAUSES: &[char] = &[',', ';', '，', '；', '、', '،', '؛'];

/// Abbreviations with which a headline or a byline may end.
const ABBREVIATIONS: &[&str] = &["Jr.", "Sr.", "Inc.", "Ltd.", "Co.", "Corp.", "St.", "No."];

/// Whether the words end as a sentence does.
pub(super) fn ends_sentence(words: &str) -> bool {
    let bare = words.trim_end_matches(CLOSERS);
    bare.ends_with(ENDS) && !ends_with_abbreviation(bare)
}

/// Whether the words end as a sentence or a part of one does, which no headline would.
pub(super) fn ends_in_prose(words: &str) -> bool {
    ends_sentence(words) || words.trim_end_matches(CLOSERS).ends_with(PAUSES)
}

/// `U.S.`, `p.m.`, `Jr.`: the dot belongs to the word.
fn ends_with_abbreviation(words: &str) -> bool {
    let last = words.rsplit(char::is_whitespace).next().unwrap_or_default();
    let bare = last.trim_start_matches(|c: char| !c.is_alphanumeric());
    let initials = bare.split_terminator('.').all(|part| part.chars().count() == 1);
    ABBREVIATIONS.contains(&bare) || (initials && bare.ends_with('.') && bare.matches('.').count() > 1)
}

/// Whether there are at most so many characters. Looks at no more of them than that.
pub(super) fn at_most(words: &str, characters: usize) -> bool {
    words.chars().nth(characters).is_none()
}

#[cfg(test)]
mod tests {
    use super::{at_most, ends_in_prose, ends_sentence};

    #[test]
    fn sentences_are_told_by_their_ends() {
        fn check(words: &str, sentence: bool, prose: bool) {
            assert_eq!((ends_sentence(words), ends_in_prose(words)), (sentence, prose), "{words}");
        }
        check("", false, false);
        check("The toll stays", false, false);
        check("The toll stays.", true, true);
        check("“The toll stays.”", true, true);
        check("The toll “stays”", false, false);
        check("He said (again)", false, false);
        check("One official put it simply:", true, true);
        check("“We knew,”", false, true);
        check("a list; of", false, false);
        check("a list;", false, true);
        check("橋は安全だ。", true, true);
        check("橋は安全だ", false, false);
        check("Board bans lorries from the U.S.", false, false);
        check("It was 3 p.m.", false, false);
        check("By Tomás Reyes Jr.", false, false);
        check("He waited …", true, true);
        check("...", true, true);
    }

    #[test]
    fn length_is_counted_in_characters() {
        assert!(at_most("", 0) && at_most("äöü", 3) && !at_most("äöü", 2));
    }
}
