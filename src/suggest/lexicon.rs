//! The small words and the verbs that the rules go by. English; each list is one string, in lower case.

/// Verbs of saying. Regular forms are worked out.
const VERBS: &str = "say tell add announce argue ask assert assure acknowledge admit advise affirm allege agree answer \
    boast caution claim comment complain concede conclude confess confirm contend counter declare deny disclose \
    emphasize emphasise estimate exclaim explain forecast hint imply inform insist joke lament maintain mention note \
    object observe point predict proclaim promise pledge quip recall recount reiterate remark remind repeat reply \
    report respond reveal stress suggest swear testify tweet urge vow warn whisper write";

/// The forms of verbs that are not regular.
const IRREGULAR: &str = "said told swore sworn wrote written";

/// Forms that are nouns as often as verbs; after an article or an adjective they are none.
const NOUNS: &str = "claim claims comment comments estimate estimates forecast forecasts joke jokes note notes object \
    objects point points pledge pledges promise promises remark remarks reply replies report reports \
    answer answers stress tweet tweets vow vows counter";

/// Verbs that take the hearer, so that what follows one is nobody who speaks.
const TO_HEARER: &str = "tell tells told telling assure assures assured assuring inform informs informed informing \
    remind reminds reminded reminding urge urges urged urging advise advises advised advising";

/// What may begin the name of somebody.
const DETERMINERS: &str = "a an the this that these those one two three four five six seven eight nine ten some several \
    many most both another other all no any each his her its their our my your";

const PRONOUNS: &str = "he she they it we i you everyone nobody somebody someone others";

/// Persons in the plural without an *s*.
const PEOPLE: &str = "people police staff men women children";

/// Words that end a name, or stand before one.
const BREAKS: &str = "who whom whose which that when while where after before because if as but and or nor so than though \
    although since until on in at by to into from about over during through against under between among \
    is are was were be been being has have had does did do will would could should may might can cannot not \
    then there here also again later earlier still already yesterday today tomorrow monday tuesday wednesday \
    thursday friday saturday sunday";

/// What may stand in the midst of a name.
const LINKS: &str = "of for with familiar and from in at on close to";

/// What may stand between somebody and the verb.
const HELPERS: &str = "also later then once again already still never always now has have had did does do not would \
    could might may will can cannot quickly both all even just only";

const TO_BE: &str = "is are was were be been being am";

fn has(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|known| known == word)
}

/// Whether a word in lower case is a form of a verb of saying.
pub(super) fn is_verb(word: &str) -> bool {
    has(IRREGULAR, word) || has(VERBS, word) || VERBS.split_whitespace().any(|verb| is_form(word, verb))
}

/// Whether the word is *says*, *saying*, *noted*, *denies*, *admitted* of its verb.
fn is_form(word: &str, verb: &str) -> bool {
    let Some(stem) = verb.get(..verb.len() - 1) else { return false };
    let last = verb.get(stem.len()..).unwrap_or_default();
    let ending = |start: &str| word.strip_prefix(start).unwrap_or_default();
    let doubled = ending(verb).strip_prefix(last).unwrap_or_default();
    matches!(ending(verb), "s" | "es" | "ed" | "ing")
        || (last == "e" && matches!(ending(stem), "ed" | "ing"))
        || (last == "y" && matches!(ending(stem), "ied" | "ies"))
        || matches!(doubled, "ed" | "ing")
}

/// Whether the form may as well be a noun.
pub(super) fn may_be_noun(word: &str) -> bool {
    has(NOUNS, word)
}

/// Whether somebody may follow the verb (*said Varga*): it tells of one who spoke, not of one who heard.
pub(super) fn may_come_first(word: &str) -> bool {
    !has(TO_HEARER, word) && !has(VERBS, word) && !is_participle(word)
}

/// Whether the form has no subject of its own: *adding*.
pub(super) fn is_participle(word: &str) -> bool {
    word.ends_with("ing")
}

pub(super) fn is_determiner(word: &str) -> bool {
    has(DETERMINERS, word) || word.starts_with(|c: char| c.is_ascii_digit())
}

pub(super) fn is_pronoun(word: &str) -> bool {
    has(PRONOUNS, word)
}

/// Whether persons are meant, as far as an ending can tell: *officials*, *people*.
pub(super) fn is_plural(word: &str) -> bool {
    has(PEOPLE, word) || (word.len() > 4 && word.ends_with('s') && !word.ends_with("ss"))
}

pub(super) fn is_break(word: &str) -> bool {
    has(BREAKS, word)
}

pub(super) fn is_link(word: &str) -> bool {
    has(LINKS, word)
}

pub(super) fn is_helper(word: &str) -> bool {
    has(HELPERS, word) || (word.len() > 4 && word.ends_with("ly"))
}

pub(super) fn is_to_be(word: &str) -> bool {
    has(TO_BE, word)
}

/// Whether the form has a subject in the singular or the past: a verb in its bare form follows only
/// a plural.
pub(super) fn is_bare(word: &str) -> bool {
    has(VERBS, word)
}

#[cfg(test)]
mod tests {
    use super::is_verb;

    #[test]
    fn forms_are_worked_out() {
        for form in
            ["said", "says", "saying", "noted", "noting", "denies", "denied", "admitted", "replied", "adds"]
        {
            assert!(is_verb(form), "{form}");
        }
        for other in ["", "sayso", "added-value", "sand", "bridge", "notary", "denial", "y"] {
            assert!(!is_verb(other), "{other}");
        }
    }
}
