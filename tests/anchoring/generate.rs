//! Texts and their edited copies, the same for the same seed.

use std::ops::Range;

/// Random numbers (xorshift, Marsaglia 2003).
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    fn percent(&mut self, share: usize) -> bool {
        self.below(100) < share
    }
}

/// Characters, each with its place in the text that was there first, if it was.
pub(crate) type Traced = Vec<(char, Option<usize>)>;

fn word(dice: &mut Dice) -> String {
    let syllables =
        ["ba", "ke", "lo", "mi", "nu", "pra", "sten", "vor", "tél", "gö", "an", "is", "ur", "dew"];
    // Few words are common and many rare: the number of one is the square of a random one.
    let (number, mut word) = (dice.below(70), String::new());
    let mut rest = number * dice.below(70) + 1;
    while rest > 0 {
        word.push_str(syllables[rest % syllables.len()]);
        rest /= syllables.len();
    }
    word
}

fn sentence(dice: &mut Dice) -> String {
    let words: Vec<String> = (0..6 + dice.below(16)).map(|_| word(dice)).collect();
    format!("{}. ", words.join(" "))
}

/// Paragraphs, one a line, in which some sentences come again and again.
pub(crate) fn text(dice: &mut Dice, paragraphs: usize) -> Traced {
    let refrains: Vec<String> = (0..4).map(|_| sentence(dice)).collect();
    let mut text = String::new();
    for _ in 0..paragraphs {
        for _ in 0..3 + dice.below(5) {
            let again = dice.percent(4);
            text += &if again { refrains[dice.below(refrains.len())].clone() } else { sentence(dice) };
        }
        text.push('\n');
    }
    text.chars().enumerate().map(|(at, c)| (c, Some(at))).collect()
}

/// A share of the characters is replaced, left out, or has another put before it.
pub(crate) fn edit_letters(dice: &mut Dice, text: &Traced, share: usize) -> Traced {
    let mut edited = Traced::new();
    for (c, at) in text {
        let new = char::from(b'a' + u8::try_from(dice.below(26)).unwrap());
        match if *c != '\n' && dice.percent(share) { dice.below(3) } else { 3 } {
            0 => edited.push((new, None)),
            1 => edited.extend([(new, None), (*c, *at)]),
            2 => {}
            _ => edited.push((*c, *at)),
        }
    }
    edited
}

/// A share of the words is replaced, left out, or has another put before it.
pub(crate) fn edit_words(dice: &mut Dice, text: &Traced, share: usize) -> Traced {
    let mut edited = Traced::new();
    for old in text.split_inclusive(|(c, _)| c.is_whitespace()) {
        let new = word(dice) + " ";
        let new = new.chars().map(|c| (c, None));
        match if dice.percent(share) { dice.below(3) } else { 3 } {
            0 => edited.extend(new),
            1 => edited.extend(new.chain(old.iter().copied())),
            2 => {}
            _ => edited.extend(old),
        }
    }
    edited
}

/// A share of the paragraphs goes elsewhere, or away.
pub(crate) fn move_paragraphs(dice: &mut Dice, text: &Traced, moved: usize, gone: usize) -> Traced {
    let mut kept: Vec<&[(char, Option<usize>)]> = Vec::new();
    let mut elsewhere = Vec::new();
    for paragraph in text.split_inclusive(|(c, _)| *c == '\n') {
        if dice.percent(moved) {
            elsewhere.push(paragraph);
        } else if !dice.percent(gone) {
            kept.push(paragraph);
        }
    }
    for paragraph in elsewhere {
        kept.insert(dice.below(kept.len() + 1), paragraph);
    }
    kept.concat()
}

/// Where a stretch is now: from the first of its characters that is left to the last.
pub(crate) fn whereabouts(edited: &Traced, was: &Range<usize>) -> Option<Range<usize>> {
    let there = |(_, at): &(char, Option<usize>)| at.is_some_and(|at| was.contains(&at));
    let (start, end) = (edited.iter().position(there)?, edited.iter().rposition(there)?);
    Some(start..end + 1)
}
