//! Credits and captions of pictures.

use super::endings::{at_most, ends_sentence};
use super::furniture::unbracketed;
use super::phrases::Phrases;

/// What the credit of a picture starts with.
static CREDITS: Phrases = Phrases::new(
    "afp photo | ap photo | bild | bildnachweis | cover image | cover photo | credit | credits | \
    crédit photo | crédits photo | featured image | file image | file photo | foto | fotografía | \
    fotos | getty images | graphic | illustration | image | image credit | \
    image credits | image source | imagen | images | photo | photo credit | \
    photo credits | photo illustration | photograph | photographs | photos | picture | \
    picture credit | pictures | reuters photo | video",
);

/// The longest caption with its credit, in characters.
const LONGEST_CAPTION: usize = 600;

/// The longest credit that stands without brackets, in characters.
const LONGEST: usize = 300;

/// Whether the words credit a picture: `[Photo credit: …]`, `Photo: …`, `A caption. (AP Photo/…)`.
pub(super) fn is_credit(words: &str) -> bool {
    if !at_most(words, LONGEST_CAPTION) {
        return false;
    }
    let whole = unbracketed(words);
    let bracketed = whole.len() < words.len();
    (is_credit_itself(whole, bracketed) && (bracketed || at_most(words, LONGEST))) || ends_with_credit(words)
}

/// A caption with its credit in brackets at the end.
fn ends_with_credit(words: &str) -> bool {
    let inner = words.trim_end_matches('.').strip_suffix([')', ']']);
    let last = inner.and_then(|inner| inner.rsplit_once(['(', '[']));
    last.is_some_and(|(_, credit)| is_credit_itself(credit, true))
}

/// A label, then `:`, `/`, *by* or *via*; a label alone only in brackets.
fn is_credit_itself(words: &str, bracketed: bool) -> bool {
    let lower = words.to_lowercase();
    CREDITS.rests(&lower).any(|(_, rest)| {
        let marked = rest.trim_start().starts_with([':', '/']);
        // *Photos by the inspectors show cracks.* is a sentence.
        let signed = [" by ", " via ", " courtesy "].iter().any(|word| rest.starts_with(word));
        marked || (signed && (bracketed || !ends_sentence(words))) || (rest.is_empty() && bracketed)
    })
}

#[cfg(test)]
mod tests {
    use super::is_credit;

    #[test]
    fn credits_are_told_by_their_label() {
        for words in [
            "[Photo Credit: By Ana Lima from Lowmarsh, CC BY 2.0, https://pictures.example/?id=8675]",
            "Photo: Ana Lima",
            "PHOTO BY ANA LIMA",
            "(AP Photo/Ana Lima)",
            "Image: Lowmarsh Courier",
            "Picture: Ana Lima",
            "Foto: Ana Lima",
            "Lorries wait at the bridge on Monday. (AP Photo/Ana Lima)",
            "A hanger. [Photo: Ana Lima]",
            "(Getty Images)",
            "Photo courtesy of the Harbour Board",
            "Lorries wait. (Photo by Ana Lima/Courier).",
        ] {
            assert!(is_credit(words), "{words}");
        }
        for words in [
            "Photos by the inspectors show cracks in eleven hangers.",
            "Picture this: a bridge without a toll.",
            "Image is everything.",
            "The photo (left) shows a crack.",
            "Credit where credit is due.",
            "Photo",
            "",
            "Photographers waited.",
            "Video of the vote was shown (twice).",
            "Pictures of the cracks",
        ] {
            assert!(!is_credit(words), "{words}");
        }
    }
}
