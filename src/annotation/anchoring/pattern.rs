//! What is looked for, in the form the bit-parallel matcher reads.

/// Letters of ASCII, whose classes are looked up at once.
const ASCII: usize = 128;

/// A passage of three parts, as one bit a character: for each kind of character, where it stands.
///
/// Kinds are numbered; kind 0 is every character that the passage does not have.
pub(super) struct Pattern {
    ascii: [u16; ASCII],
    /// The kinds of other characters, sorted by character.
    others: Vec<(char, u16)>,
    /// For each kind one word for each 64 characters of the passage.
    masks: Vec<u64>,
    words: usize,
    len: usize,
    /// Characters of the first part, and of the first two.
    pub(super) quote: std::ops::Range<usize>,
}

impl Pattern {
    /// The passage made of these three.
    pub(super) fn new(prefix: &str, quote: &str, suffix: &str) -> Pattern {
        let start = prefix.chars().count();
        let end = start + quote.chars().count();
        let len = end + suffix.chars().count();
        let words = len.div_ceil(64).max(1);
        let masks = vec![0; words];
        let mut made =
            Pattern { ascii: [0; ASCII], others: Vec::new(), masks, words, len, quote: start..end };
        let all = prefix.chars().chain(quote.chars()).chain(suffix.chars());
        all.enumerate().for_each(|(at, c)| made.put(at, c));
        made
    }

    fn put(&mut self, at: usize, c: char) {
        let kind = match self.kind(c) {
            0 => self.add(c),
            known => known,
        };
        if let Some(word) = self.masks.get_mut(usize::from(kind) * self.words + at / 64) {
            *word |= 1 << (at % 64);
        }
    }

    fn add(&mut self, c: char) -> u16 {
        let kind = u16::try_from(self.masks.len() / self.words).unwrap_or_default();
        self.masks.resize(self.masks.len() + self.words, 0);
        if let Some(slot) = self.ascii.get_mut(c as usize) {
            *slot = kind;
        } else if let Err(place) = self.others.binary_search_by_key(&c, |(other, _)| *other) {
            self.others.insert(place, (c, kind));
        }
        kind
    }

    /// The kind of a character.
    pub(super) fn kind(&self, c: char) -> u16 {
        if let Some(kind) = self.ascii.get(c as usize) {
            return *kind;
        }
        let found = self.others.binary_search_by_key(&c, |(other, _)| *other).ok();
        found.and_then(|at| self.others.get(at)).map_or(0, |(_, kind)| *kind)
    }

    /// Where characters of a kind stand.
    pub(super) fn mask(&self, kind: u16) -> &[u64] {
        let from = usize::from(kind) * self.words;
        self.masks.get(from..from + self.words).unwrap_or_default()
    }

    /// Whether the character at a place is of a kind.
    pub(super) fn has(&self, at: usize, kind: u16) -> bool {
        self.mask(kind).get(at / 64).is_some_and(|word| word >> (at % 64) & 1 == 1)
    }

    /// Characters of the whole passage.
    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// Words of 64 bits that one column takes.
    pub(super) fn words(&self) -> usize {
        self.words
    }
}
