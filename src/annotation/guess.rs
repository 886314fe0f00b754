//! The kind of a source, guessed from its name.
//!
//! The name is cut down to its core ([`core()`]): *two people familiar with the talks* to *people*,
//! *the mayor’s press office* to *press office*. Then the first of the [`RULES`] that has an answer
//! gives it.

mod phrase;
mod words;

#[cfg(test)]
mod tests;

use self::phrase::{Core, Determiner, core};
use self::words::{
    ends_like_a_person, is_also_a_name, is_company_ending, is_crowd, is_known_organisation, is_masthead,
    is_number, is_pronoun, is_share, is_title, noun,
};
use super::SourceKind;

/// Guesses what kind of voice a name stands for.
///
/// A post without a name (*the mayor*) is an unnamed person: whoever it is, the words do not say.
///
/// ```
/// use sayso::annotation::{SourceKind, guess_kind};
/// assert_eq!(guess_kind("two people familiar with the talks"), SourceKind::UnnamedPerson);
/// assert_eq!(guess_kind("spokesman Tom Ashe"), SourceKind::NamedPerson);
/// assert_eq!(guess_kind("the mayor’s office"), SourceKind::Organisation);
/// assert_eq!(guess_kind("a leaked memo"), SourceKind::Document);
/// assert_eq!(guess_kind("he"), SourceKind::Other);
/// ```
#[must_use]
pub fn guess_kind(name: &str) -> SourceKind {
    match kind(&core(name)) {
        SourceKind::UnnamedPerson if has_name_behind(name) => SourceKind::NamedPerson,
        kind => kind,
    }
}

/// *a spokesman, Tom Ashe* has a name after all; *a woman in Lowmarsh, Holm* has not.
fn has_name_behind(name: &str) -> bool {
    let Some((before, behind)) = name.split_once(',') else { return false };
    let behind = core(behind);
    let is_name =
        behind.determiner == Determiner::None && behind.words.first().is_some_and(|first| first.is_capital);
    is_name && !core(before).goes_on && kind(&behind) == SourceKind::NamedPerson
}

fn kind(core: &Core<'_>) -> SourceKind {
    RULES.iter().find_map(|rule| rule(core)).unwrap_or(SourceKind::Other)
}

type Rule = fn(&Core<'_>) -> Option<SourceKind>;

/// What is asked, in this order.
const RULES: &[Rule] = &[
    by_what_stands_alone,
    by_known_organisation,
    by_name_like_a_noun,
    by_masthead,
    by_noun,
    by_capital,
    by_ending,
];

/// Pronouns, and people who are only counted: *he*, *several*, *43%*, *those familiar with it*.
fn by_what_stands_alone(core: &Core<'_>) -> Option<SourceKind> {
    if core.last().is_some_and(|last| is_share(&last.lower)) {
        return Some(SourceKind::UnnamedPerson);
    }
    let [only] = core.words.as_slice() else { return None };
    if is_crowd(&only.lower) || is_number(&only.lower) || (only.lower == "those" && core.goes_on) {
        return Some(SourceKind::UnnamedPerson);
    }
    is_pronoun(&only.lower).then_some(SourceKind::Other)
}

/// *Reuters*, *NATO*, *the U.S.*, *Kinto Inc.*
fn by_known_organisation(core: &Core<'_>) -> Option<SourceKind> {
    let last = core.last()?;
    let known = is_known_organisation(&core.lower());
    let company = core.words.len() > 1 && last.is_capital && is_company_ending(&last.lower);
    let acronym = last.is_acronym() && !core.is_shouted() && noun(&last.lower).is_none();
    (known || company || acronym).then_some(SourceKind::Organisation)
}

/// *Stephen King*, *Bill*: nouns that are names where they stand as names do.
fn by_name_like_a_noun(core: &Core<'_>) -> Option<SourceKind> {
    let last = core.last()?;
    let like_a_name = last.is_capital && is_also_a_name(&last.lower);
    let after_name = match core.before_last().map(|word| (word, noun(&word.lower))) {
        Some((_, Some(noun))) => noun == SourceKind::UnnamedPerson,
        Some((word, None)) => {
            core.determiner == Determiner::None && (word.is_capital || is_title(&word.lower))
        }
        None => core.determiner == Determiner::None,
    };
    (like_a_name && after_name).then_some(SourceKind::NamedPerson)
}

/// *the Post*, *The New York Times*.
fn by_masthead(core: &Core<'_>) -> Option<SourceKind> {
    let last = core.last()?;
    let named = core.determiner == Determiner::The || core.words.len() > 1;
    (last.is_capital && named && is_masthead(&last.lower)).then_some(SourceKind::Organisation)
}

/// *a senior official*, *Harbour Board*, *court filings*.
fn by_noun(core: &Core<'_>) -> Option<SourceKind> {
    noun(&core.last()?.lower)
}

/// A word with a capital that is no noun: a name, and what stands before it says whose.
fn by_capital(core: &Core<'_>) -> Option<SourceKind> {
    let last = core.last().filter(|last| last.is_capital)?;
    let before = core.words.iter().rev().skip(1).find_map(|word| match noun(&word.lower) {
        _ if is_title(&word.lower) => Some(SourceKind::NamedPerson),
        Some(SourceKind::UnnamedPerson) => Some(SourceKind::NamedPerson),
        Some(SourceKind::Organisation) if !word.is_capital => Some(SourceKind::Organisation),
        _ => None,
    });
    let people = core.words.len() == 1 && last.lower.len() > 6 && last.lower.ends_with("ans");
    before.or(Some(match core.determiner {
        _ if people => SourceKind::UnnamedPerson,
        Determiner::Any => SourceKind::UnnamedPerson,
        Determiner::The => SourceKind::Organisation,
        Determiner::None => SourceKind::NamedPerson,
    }))
}

/// A word without a capital that ends as words for persons do.
fn by_ending(core: &Core<'_>) -> Option<SourceKind> {
    let last = core.last().filter(|last| !last.is_capital)?;
    ends_like_a_person(&last.lower).then_some(SourceKind::UnnamedPerson)
}
