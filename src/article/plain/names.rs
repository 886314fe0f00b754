//! The look of names.

use super::endings::ends_sentence;

/// Words that tell a post or an organisation from a person's name.
const ROLES: &str = "staff writer reporter editor correspondent contributor columnist journalist producer bureau \
    desk news press agency agence presse wire service associated reuters times post courier gazette herald \
    tribune journal chronicle guardian telegraph daily weekly magazine media special chief senior political";

/// The beginning of the words that is names of persons: up to a post, an organisation, an address.
pub(super) fn only_names(words: &str) -> &str {
    let mut end = 0;
    for piece in words.split_inclusive(',') {
        let name = piece.trim_end_matches(',').trim();
        let name = name.strip_prefix("and ").unwrap_or(name);
        if end > 0 && !name.split(" and ").all(is_person) {
            break;
        }
        end += piece.len();
    }
    let names = words.get(..end).unwrap_or(words);
    let cuts =
        [" for ", " in ", " at ", " @", " <", " (", " of the "].iter().filter_map(|cut| names.find(cut));
    names.get(..cuts.min().unwrap_or(names.len())).unwrap_or(names).trim_end_matches([',', ' '])
}

/// `Jane Doe, Staff writer`.
pub(super) fn is_person_with_role(part: &str) -> bool {
    part.split_once(", ").is_some_and(|(name, role)| {
        is_person(name) && role.split_whitespace().count() <= 6 && role.split_whitespace().any(is_role)
    })
}

/// Two to four words that all start with a capital, none of them a post or an organisation.
pub(super) fn is_person(words: &str) -> bool {
    (2..=4).contains(&words.split_whitespace().count())
        && is_name(words)
        && !words.split_whitespace().any(is_role)
}

/// Few words, of which each starts with a capital but for the small words of names.
pub(super) fn is_name(words: &str) -> bool {
    let small =
        |word: &str| matches!(word, "of" | "the" | "and" | "de" | "da" | "van" | "von" | "der" | "al" | "la");
    let capital = |word: &str| word.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    let count = words.split_whitespace().count();
    (1..=6).contains(&count)
        && !ends_sentence(words)
        && words.split_whitespace().all(|w| small(w) || capital(w))
}

fn is_role(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    word == "The" || ROLES.split_whitespace().any(|role| role == bare)
}

#[cfg(test)]
mod tests {
    use super::{is_name, is_person, is_person_with_role, only_names};

    #[test]
    fn persons_are_told_from_posts_and_organisations() {
        for name in ["Nadia Feld", "Ursula von Berg", "J.P. Morgan", "李 小龙", "Jean-Luc Óscar"] {
            assert!(is_person(name) && is_name(name), "{name}");
        }
        for other in
            ["", "Feld", "The Lowmarsh Courier", "Associated Press", "Staff Writer", "Nadia said", "I am. So"]
        {
            assert!(!is_person(other), "{other}");
        }
        assert!(is_person_with_role("Nadia Feld, staff writer"));
        assert!(!is_person_with_role("Ilse Varga, the county engineer"));
        assert!(!is_person_with_role("Feld, staff writer"));
    }

    #[test]
    fn names_end_where_anything_else_begins() {
        fn check(words: &str, names: &str) {
            assert_eq!(only_names(words), names);
        }
        check("Nadia Feld", "Nadia Feld");
        check("Nadia Feld, Tom Ashe, and Ida Brook", "Nadia Feld, Tom Ashe, and Ida Brook");
        check("Nadia Feld in Lowmarsh", "Nadia Feld");
        check("Nadia Feld, Associated Press", "Nadia Feld");
        check("", "");
    }
}
