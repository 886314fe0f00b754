//! The core of a name: its noun, or the name proper, with what stands before it.

use super::words::{
    is_amount, is_any, is_company_ending, is_crowd, is_end, is_number, is_office, is_pronoun, is_the,
    is_trailer, noun,
};

/// The words of a name that are looked at: what is longer is no name, but a passage.
const LONGEST: usize = 40;

/// A word of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word<'n> {
    /// The word without marks around it.
    text: &'n str,
    /// The same in lower case.
    pub(super) lower: String,
    /// Whether it starts with a capital.
    pub(super) is_capital: bool,
    /// Whether it is a possessive: *Trump’s*, *officials’*.
    owns: bool,
    /// Whether a comma stands after it.
    pauses: bool,
}

/// What stands before a noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Determiner {
    /// Nothing, or an owner: *the mayor’s*.
    None,
    /// *the*, *his*.
    The,
    /// *a*, *two*, *several*.
    Any,
}

/// A name without what stands before and after its core.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Core<'n> {
    pub(super) determiner: Determiner,
    pub(super) words: Vec<Word<'n>>,
    /// Whether the name goes on after its core: *those | who know*.
    pub(super) goes_on: bool,
}

impl<'n> Word<'n> {
    fn of(raw: &'n str) -> Word<'n> {
        let edged = raw.trim_matches(|c: char| !c.is_alphanumeric() && c != '.' && c != '%');
        let possessive = ["’s", "'s", "’S", "'S"].iter().find_map(|end| edged.strip_suffix(end));
        let dotted = possessive.unwrap_or(edged);
        let bare = dotted.trim_matches('.');
        // The dots of *U.S.* and of the initial *A.* belong to the word, that of *Inc.* does not.
        let text = if bare.contains('.') || bare.chars().count() == 1 { dotted } else { bare };
        Word {
            text,
            lower: text.to_lowercase(),
            is_capital: text.starts_with(char::is_uppercase),
            owns: possessive.is_some() || raw.ends_with("s’") || raw.ends_with("s'"),
            pauses: raw.ends_with([',', ';', ':']),
        }
    }

    /// Two to four capitals, or capitals with dots: *FBI*, *U.S.*
    pub(super) fn is_acronym(&self) -> bool {
        let letters = self.text.chars().filter(|c| *c != '.').count();
        (2..=4).contains(&letters) && self.text.chars().all(|c| c.is_uppercase() || c == '.')
    }
}

impl<'n> Core<'n> {
    pub(super) fn last(&self) -> Option<&Word<'n>> {
        self.words.last()
    }

    pub(super) fn before_last(&self) -> Option<&Word<'n>> {
        self.words.iter().rev().nth(1)
    }

    /// All its words in lower case.
    pub(super) fn lower(&self) -> String {
        self.words.iter().map(|word| word.lower.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// Whether it is several words, all in capitals: *TOM ASHE*.
    pub(super) fn is_shouted(&self) -> bool {
        self.words.len() > 1 && self.words.iter().all(|word| word.text.chars().all(|c| !c.is_lowercase()))
    }
}

/// Cuts a name down to its core.
pub(super) fn core(name: &str) -> Core<'_> {
    let mut words = words(name);
    while let Some(of) = amount(&words) {
        words.drain(..=of);
    }
    if let Some(of) = office(&words) {
        words.drain(of..of + 2);
    }
    let length = words.len();
    words.truncate(end(&words));
    while has_trailer(&words) {
        words.pop();
    }
    let goes_on = words.len() < length;
    let determiner = cut_start(&mut words);
    Core { determiner, words, goes_on }
}

/// The words, without those in brackets: *Tom Ashe (Lowmarsh North)*.
fn words(name: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut inside = false;
    for raw in name.split_whitespace().take(LONGEST) {
        let word = Word::of(raw);
        inside |= raw.starts_with('(');
        if inside {
            if let Some(last) = words.last_mut() {
                last.pauses |= word.pauses;
            }
            inside = !raw.trim_end_matches([',', ';', ':', '.']).ends_with(')');
        } else if !word.text.is_empty() {
            words.push(word);
        }
    }
    words
}

/// Where the *of* stands behind an amount with which the words start: *a growing number of voters*.
fn amount(words: &[Word<'_>]) -> Option<usize> {
    let of = words.iter().take(5).position(|word| word.lower == "of").filter(|of| of + 1 < words.len())?;
    let last = words.get(of.checked_sub(1)?)?;
    (is_amount(&last.lower) || is_crowd(&last.lower)).then_some(of)
}

/// Where the *of* of an office stands that a name follows: *secretary of state Ida Brook*.
fn office(words: &[Word<'_>]) -> Option<usize> {
    words.windows(3).position(|three| match three {
        [of, office, name] => of.lower == "of" && is_office(&office.lower) && name.is_capital,
        _ => false,
    })
}

/// How many words there are before one that ends the name. The first word always belongs to it.
fn end(words: &[Word<'_>]) -> usize {
    let ends = |(at, pair): (usize, &[Word<'_>])| {
        let [before, word] = pair else { return None };
        let paused = before.pauses && !is_company_ending(&word.lower);
        let next = words.get(at + 2);
        // *Smith and his lawyer* is Smith; *Food and Drug Administration* is one name.
        let joined = matches!(word.lower.as_str(), "and" | "or" | "&")
            && next.is_some_and(|next| is_the(&next.lower) || is_any(&next.lower) || is_pronoun(&next.lower));
        (paused || joined || is_end(&word.lower)).then_some(at + 1)
    };
    words.windows(2).enumerate().find_map(ends).unwrap_or(words.len())
}

/// Whether the last word belongs to what is said of the noun before it: *people briefed*.
fn has_trailer(words: &[Word<'_>]) -> bool {
    let [.., before, last] = words else { return false };
    let participle = !last.is_capital && last.lower.ends_with("ed") && noun(&last.lower).is_none();
    let bare = is_the(&before.lower) || is_any(&before.lower);
    // *Channel 4*, *Article 12*.
    let number = before.is_capital && is_number(&last.lower);
    (participle && !bare) || number || is_trailer(&last.lower)
}

/// Takes articles, counts and owners from the front, and says which it was.
fn cut_start(words: &mut Vec<Word<'_>>) -> Determiner {
    let owner = words.iter().rev().skip(1).rev().rposition(|word| word.owns);
    let mut determiner = Determiner::None;
    words.drain(..owner.map_or(0, |owner| owner + 1));
    while let Some(first) = words.first().filter(|_| words.len() > 1) {
        determiner = match first.lower.as_str() {
            lower if is_the(lower) => Determiner::The,
            lower if is_any(lower) && determiner == Determiner::None => Determiner::Any,
            lower if is_any(lower) => determiner,
            _ => break,
        };
        words.remove(0);
    }
    determiner
}
